import { PRESENT_EDITION, type RoundRule, type RuleBookContent } from '#domain/contest';

export const CRITERIA = Array.from({ length: 10 }, (_, at) => `c${String(at + 1)}`);

const criterion = (key: string) => ({
  key,
  nameVi: key,
  nameEn: key,
  guidanceVi: null,
  guidanceEn: null,
  max: '10',
  step: '0.5',
  knockOutMinimum: null,
  commentRequired: false,
  bands: [],
  children: [],
});

/** Five judges, ten criteria of ten points, the mean. */
export const RULE: RoundRule = {
  key: 'dossier',
  nameVi: 'Vòng sơ khảo',
  nameEn: 'Preliminary round',
  rubric: CRITERIA.map(criterion),
  judgesPerInitiative: 5,
  minimumCards: 1,
  aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
  divergenceThreshold: null,
  cutOff: { score: null, top: null },
};
export const BOOK: RuleBookContent = {
  rounds: [RULE],
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2 },
  tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'c1' }],
  edition: PRESENT_EDITION,
};
