export interface CriterionRule {
  key: string;
  nameVi: string;
  nameEn: string;
  max: string;
  step: string;
  knockOutMinimum: string | null;
  commentRequired: boolean;
  bands: { from: string; to: string; vi: string; en: string }[];
  children: CriterionRule[];
}
export interface RoundRule {
  key: string;
  nameVi: string;
  nameEn: string;
  rubric: CriterionRule[];
  judgesPerInitiative: number;
  minimumCards: number;
  weight: string;
  aggregation: { kind: 'MEAN' | 'MEDIAN' | 'TRIMMED_MEAN'; trimming: 'SHEETS' | 'CRITERIA' };
  divergenceThreshold: string | null;
  cutOff: { score: string | null; top: number | null };
}
export interface RuleBookContent {
  rounds: RoundRule[];
  combination: { kind: 'FINAL_ONLY' } | { kind: 'WEIGHTED' };
  rounding: { places: number };
  tieBreak: ({ kind: 'CRITERION'; round: string; criterion: string } | { kind: 'ROUND_SCORE'; round: string } | { kind: 'CHAIR_VOTE' })[];
}
export const leaves = (rubric: readonly CriterionRule[]): CriterionRule[] => rubric.flatMap((c) => (c.children.length ? leaves(c.children) : [c]));
