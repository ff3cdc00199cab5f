import { type CriterionRule, type RoundRule, type RuleBookContent } from '#domain/contest';
import { type CriterionSeed, dossierRubric, presentationRubric } from '../content/index.js';

const JUDGED_ALIKE = { minimumCards: 2, aggregation: { kind: 'MEAN', trimming: 'SHEETS' }, divergenceThreshold: '25' } as const;

/** How many judges a dossier has, and a presentation. */
const DOSSIER_JUDGES = 3;
const PRESENTATION_JUDGES = 7;
const PRESENTATION_CARDS = 5;

/** Two rounds of which the second decides: the dossier, then the presentation of those who passed. Equals are parted by content, then by the first round, then by the chair. */
export const demoRuleBook: RuleBookContent = {
  rounds: [
    round('dossier', dossierRubric, {
      nameVi: 'Vòng sơ khảo: chấm hồ sơ',
      nameEn: 'Preliminary round: the dossier',
      judgesPerInitiative: DOSSIER_JUDGES,
      cutOff: { score: '60', top: 12 },
    }),
    round('presentation', presentationRubric, {
      nameVi: 'Vòng chung khảo: thuyết trình',
      nameEn: 'Final round: the presentation',
      judgesPerInitiative: PRESENTATION_JUDGES,
      minimumCards: PRESENTATION_CARDS,
      cutOff: { score: null, top: null },
      presentation: { presentMinutes: 10, questionMinutes: 5, marksInRoom: false },
    }),
  ],
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2 },
  tieBreak: [
    { kind: 'CRITERION', round: 'presentation', criterion: 'content' },
    { kind: 'ROUND_SCORE', round: 'dossier' },
    { kind: 'CHAIR_VOTE' },
  ],
  publicPack: true,
  publicRanking: true,
  publicText: ['PROBLEM', 'SOLUTION', 'EFFECT'],
};

/** The dossier alone decides. */
export const oneRoundRuleBook: RuleBookContent = {
  ...demoRuleBook,
  rounds: demoRuleBook.rounds.slice(0, 1).map((only) => ({ ...only, cutOff: { score: '50', top: null } })),
  tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'effect' }, { kind: 'CHAIR_VOTE' }],
};

function round(
  key: string,
  rubric: readonly CriterionSeed[],
  rest: Omit<RoundRule, 'key' | 'rubric' | keyof typeof JUDGED_ALIKE> & Partial<RoundRule>,
): RoundRule {
  return { ...JUDGED_ALIKE, ...rest, key, rubric: rubric.map(criterionRule) };
}

/** A criterion of the demo's content as a rule book has it. */
export function criterionRule({
  key,
  name,
  description,
  max,
  step,
  knockOutMin,
  commentDue = false,
  bands = [],
  children = [],
}: CriterionSeed): CriterionRule {
  return {
    key,
    nameVi: name.vi,
    nameEn: name.en,
    guidanceVi: description.vi,
    guidanceEn: description.en,
    max: String(max),
    step: String(step),
    knockOutMinimum: knockOutMin === undefined ? null : String(knockOutMin),
    commentRequired: commentDue,
    bands: bands.map(({ from, to, wording }) => ({ from: String(from), to: String(to), ...wording })),
    children: children.map(criterionRule),
  };
}
