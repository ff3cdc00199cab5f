import { type CriterionRule, type RoundRule, type RuleBookContent, problemsOfRuleBook, renewedRuleBook, whyNotRuleBook } from './index.js';

const criterion = (key: string, changes: Partial<CriterionRule> = {}): CriterionRule => ({
  key,
  nameVi: 'Tính mới',
  nameEn: 'Novelty',
  guidanceVi: null,
  guidanceEn: null,
  max: '30',
  step: '0.5',
  knockOutMinimum: null,
  commentRequired: false,
  bands: [],
  children: [],
  ...changes,
});

const round = (key: string, changes: Partial<RoundRule> = {}): RoundRule => ({
  key,
  nameVi: 'Vòng sơ khảo',
  nameEn: 'Preliminary round',
  rubric: [criterion('novelty'), criterion('effect', { max: '70' })],
  judgesPerInitiative: 3,
  minimumCards: 2,
  weight: '0.5',
  aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
  divergenceThreshold: '20',
  cutOff: { score: '75', top: 12 },
  ...changes,
});

const book = (changes: Partial<RuleBookContent> = {}): RuleBookContent => ({
  rounds: [round('dossier'), round('final')],
  combination: { kind: 'WEIGHTED' },
  rounding: { places: 2 },
  tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'effect' }, { kind: 'ROUND_SCORE', round: 'final' }, { kind: 'CHAIR_VOTE' }],
  ...changes,
});

const of = (changes: Partial<RoundRule>) => book({ rounds: [round('dossier', changes), round('final')], tieBreak: [] });

const present = (changes: Partial<RoundRule>, more: Partial<RuleBookContent> = {}): RuleBookContent => ({
  ...of(changes),
  edition: 2,
  ...more,
});
const TRIMMED = { aggregation: { kind: 'TRIMMED_MEAN', trimming: 'SHEETS' }, judgesPerInitiative: 5 } as const;
const UNWEIGHTED = { rounds: [round('dossier', { weight: null })], combination: { kind: 'FINAL_ONLY' } } as const;

test.each<[string, string, string, RuleBookContent]>([
  [
    'trimming with four judges',
    'RULE_BOOK_TRIM_JUDGES',
    'content.rounds.0.judgesPerInitiative',
    present({ ...TRIMMED, judgesPerInitiative: 4 }),
  ],
  [
    'trimming where one card may decide',
    'RULE_BOOK_TRIM_DECIDES',
    'content.rounds.0.furtherMark',
    present({ ...TRIMMED, furtherMark: 'DECIDES' }),
  ],
  [
    'a weight where the final alone decides',
    'RULE_BOOK_WEIGHT_UNUSED',
    'content.rounds.0.weight',
    present({}, { ...UNWEIGHTED, rounds: [round('dossier', { weight: '0' })] }),
  ],
  [
    'divergence of one judge',
    'RULE_BOOK_THRESHOLD_JUDGES',
    'content.rounds.0.divergenceThreshold',
    present({ judgesPerInitiative: 1, minimumCards: 1 }),
  ],
  [
    'a threshold that no cards exceed',
    'RULE_BOOK_THRESHOLD_NEVER',
    'content.rounds.0.divergenceThreshold',
    present({ divergenceThreshold: '100' }),
  ],
])('what cannot hold together is refused in a new book, and stands in a frozen one: %s', (_, code, path, content) => {
  expect(problemsOfRuleBook(content).map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
  expect(problemsOfRuleBook({ ...content, edition: 1 })).toEqual([]);
});

test.each<[string, string, string, RuleBookContent]>([
  ['no weight of a weighted round', 'RULE_BOOK_WEIGHT_MISSING', 'content.rounds.0.weight', present({ weight: null })],
  [
    'either of one bound',
    'RULE_BOOK_CUT_OFF_JOIN',
    'content.rounds.0.cutOff.join',
    present({ cutOff: { score: '75', top: null, join: 'ANY' } }),
  ],
  [
    'a cut-off between two rounded scores',
    'RULE_BOOK_CUT_OFF_PLACES',
    'content.rounds.0.cutOff.score',
    present({ cutOff: { score: '74.555', top: null } }, { rounding: { places: 2, rankOn: 'ROUNDED' } }),
  ],
  ['an edition that is not there yet', 'RULE_BOOK_EDITION', 'content.edition', { ...of({}), edition: 3 as 2 }],
])('%s is refused in every edition', (_, code, path, content) => {
  expect(problemsOfRuleBook(content).map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
});

test.each<[string, RuleBookContent]>([
  ['trimming with five judges, where a replaced card leaves as many', present({ ...TRIMMED, furtherMark: 'REPLACES' })],
  ['no weights where the final alone decides', present({}, UNWEIGHTED)],
  ['a cut-off as fine as the scores', present({ cutOff: { score: '74.55', top: null } }, { rounding: { places: 2, rankOn: 'ROUNDED' } })],
])('%s stands', (_, content) => {
  expect(problemsOfRuleBook(content)).toEqual([]);
});

test('all that is wrong is said at once, in reading order, and the first of it is the refusal', () => {
  const broken = present({
    nameVi: ' ',
    ...TRIMMED,
    judgesPerInitiative: 3,
    furtherMark: 'DECIDES',
    weight: '1.5',
    cutOff: { score: 'x', top: 0 },
  });
  const problems = [
    ['RULE_BOOK_NAME', 'content.rounds.0'],
    ['RULE_BOOK_WEIGHT', 'content.rounds.0.weight'],
    ['RULE_BOOK_DECIMAL', 'content.rounds.0.cutOff.score'],
    ['RULE_BOOK_CUT_OFF_TOP', 'content.rounds.0.cutOff.top'],
    ['RULE_BOOK_WEIGHTS', 'content.rounds'],
    ['RULE_BOOK_TRIM_JUDGES', 'content.rounds.0.judgesPerInitiative'],
    ['RULE_BOOK_TRIM_DECIDES', 'content.rounds.0.furtherMark'],
  ];
  const refused = whyNotRuleBook(broken);
  expect(refused?.problems.map(({ code, path }) => [code, path])).toEqual(problems);
  expect([refused?.code, refused?.path]).toEqual(problems[0]);
});

test('nothing of a book that is no numbers at all breaks the check itself', () => {
  const nonsense = JSON.parse(JSON.stringify(book()).replaceAll(/"\d+(\.\d+)?"/g, '"?"')) as RuleBookContent;
  expect(new Set(problemsOfRuleBook({ ...nonsense, edition: 2 }).map(({ code }) => code))).toEqual(new Set(['RULE_BOOK_DECIMAL']));
});

test('copied, a book is of the present edition, and keeps weights only where rounds are weighted', () => {
  const final = renewedRuleBook({ ...book(), combination: { kind: 'FINAL_ONLY' } });
  expect([final.edition, final.rounds.map((each) => 'weight' in each)]).toEqual([2, [false, false]]);
  expect(problemsOfRuleBook(final)).toEqual([]);
  expect(renewedRuleBook(book()).rounds.map(({ weight }) => weight)).toEqual(['0.5', '0.5']);
});
