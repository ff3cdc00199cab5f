import fc from 'fast-check';
import {
  type CriterionRule,
  type RoundRule,
  type RuleBookContent,
  canonicalRuleBook,
  leaves,
  plainRuleBook,
  rubricMaximum,
  ruleBookHash,
  statedRuleBook,
  whyNotRuleBook,
} from './index.js';

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
const ofCriterion = (changes: Partial<CriterionRule>) =>
  of({ rubric: [criterion('novelty', changes)], divergenceThreshold: null, cutOff: { score: null, top: null } });
const presentation = { presentMinutes: 10, questionMinutes: 5, marksInRoom: true };
const band = (from: string, to: string) => ({ from, to, vi: 'Khá', en: 'Fair' });

test('a whole rule book stands', () => {
  expect(whyNotRuleBook(book())).toBeNull();
});

test('marks are given on leaves, and the most a card can total is their sum', () => {
  const rubric = [
    criterion('a'),
    criterion('b', { max: '40', children: [criterion('b.1', { max: '15' }), criterion('b.2', { max: '25' })] }),
  ];

  expect(leaves(rubric).map(({ key }) => key)).toEqual(['a', 'b.1', 'b.2']);
  expect(rubricMaximum(rubric).toFixed()).toBe('70');
  expect(whyNotRuleBook(of({ rubric }))?.code).toBe('RULE_BOOK_CUT_OFF');
});

test.each<[string, string, string, RuleBookContent]>([
  ['no round', 'RULE_BOOK_NO_ROUND', 'content.rounds', book({ rounds: [] })],
  ['two rounds of one key', 'RULE_BOOK_KEY_TWICE', 'content.rounds', book({ rounds: [round('a'), round('a')] })],
  ['weights 0.5 and 0.4', 'RULE_BOOK_WEIGHTS', 'content.rounds', book({ rounds: [round('dossier'), round('final', { weight: '0.4' })] })],
  ['a weight above 1', 'RULE_BOOK_WEIGHT', 'content.rounds.0.weight', of({ weight: '1.5' })],
  ['seven decimal places', 'RULE_BOOK_PLACES', 'content.rounding.places', book({ rounding: { places: 7 } })],
  ['no criterion', 'RULE_BOOK_NO_CRITERION', 'content.rounds.0.rubric', of({ rubric: [] })],
  [
    'two criteria of one key',
    'RULE_BOOK_KEY_TWICE',
    'content.rounds.0.rubric',
    of({ rubric: [criterion('a', { max: '60', children: [criterion('b'), criterion('b')] })] }),
  ],
  ['more cards needed than judges', 'RULE_BOOK_MINIMUM_CARDS', 'content.rounds.0.minimumCards', of({ minimumCards: 4 })],
  ['no judge', 'RULE_BOOK_JUDGES', 'content.rounds.0.judgesPerInitiative', of({ judgesPerInitiative: 0 })],
  ['a threshold of nothing', 'RULE_BOOK_THRESHOLD', 'content.rounds.0.divergenceThreshold', of({ divergenceThreshold: '0' })],
  ['a cut-off above the maximum', 'RULE_BOOK_CUT_OFF', 'content.rounds.0.cutOff.score', of({ cutOff: { score: '101', top: null } })],
  ['the best none', 'RULE_BOOK_CUT_OFF_TOP', 'content.rounds.0.cutOff.top', of({ cutOff: { score: null, top: 0 } })],
  ['a maximum off its step', 'RULE_BOOK_STEP', 'content.rounds.0.rubric.0.step', ofCriterion({ max: '10', step: '3' })],
  ['a step of nothing', 'RULE_BOOK_STEP', 'content.rounds.0.rubric.0.step', ofCriterion({ step: '0' })],
  ['a maximum of nothing', 'RULE_BOOK_MAXIMUM', 'content.rounds.0.rubric.0.max', ofCriterion({ max: '0' })],
  ['a maximum that is no decimal', 'RULE_BOOK_DECIMAL', 'content.rounds.0.rubric.0.max', ofCriterion({ max: '1e3' })],
  [
    'a knock-out above the maximum',
    'RULE_BOOK_KNOCK_OUT',
    'content.rounds.0.rubric.0.knockOutMinimum',
    ofCriterion({ knockOutMinimum: '31' }),
  ],
  ['a band beyond the maximum', 'RULE_BOOK_BAND', 'content.rounds.0.rubric.0.bands.0', ofCriterion({ bands: [band('27', '31')] })],
  [
    'bands that overlap',
    'RULE_BOOK_BANDS_OVERLAP',
    'content.rounds.0.rubric.0.bands.0',
    ofCriterion({ bands: [band('20', '30'), band('0', '21')] }),
  ],
  ['a name left out', 'RULE_BOOK_NAME', 'content.rounds.0.rubric.0', ofCriterion({ nameEn: ' ' })],
  [
    'children that do not sum',
    'RULE_BOOK_SUM',
    'content.rounds.0.rubric.0.max',
    ofCriterion({ children: [criterion('x', { max: '10' })] }),
  ],
  [
    'a further mark without a threshold',
    'RULE_BOOK_FURTHER_MARK',
    'content.rounds.0.furtherMark',
    of({ furtherMark: 'DECIDES', divergenceThreshold: null }),
  ],
  [
    'an anonymous presentation',
    'RULE_BOOK_ANONYMOUS_PRESENTATION',
    'content.rounds.0.visibility',
    of({ visibility: 'ANONYMOUS', presentation }),
  ],
  [
    'a presentation of no time',
    'RULE_BOOK_MINUTES',
    'content.rounds.0.presentation.presentMinutes',
    of({ presentation: { ...presentation, presentMinutes: 0 } }),
  ],
  [
    'questions without end',
    'RULE_BOOK_MINUTES',
    'content.rounds.0.presentation.questionMinutes',
    of({ presentation: { ...presentation, questionMinutes: 241 } }),
  ],
  [
    'a tie-break by a round that is not there',
    'RULE_BOOK_TIE_BREAK_ROUND',
    'content.tieBreak.0.round',
    book({ tieBreak: [{ kind: 'ROUND_SCORE', round: 'none' }] }),
  ],
  [
    'a tie-break by a criterion that is not there',
    'RULE_BOOK_TIE_BREAK_CRITERION',
    'content.tieBreak.0.criterion',
    book({ tieBreak: [{ kind: 'CRITERION', round: 'final', criterion: 'none' }] }),
  ],
  [
    'the chair before another step',
    'RULE_BOOK_CHAIR_NOT_LAST',
    'content.tieBreak.0',
    book({ tieBreak: [{ kind: 'CHAIR_VOTE' }, { kind: 'ROUND_SCORE', round: 'final' }] }),
  ],
])('%s is refused', (_, code, path, content) => {
  expect(whyNotRuleBook(content)).toMatchObject({ code, path });
});

test('weights are nobody’s business where the final alone decides', () => {
  expect(
    whyNotRuleBook(book({ combination: { kind: 'FINAL_ONLY' }, rounds: [round('dossier'), round('final', { weight: '0' })] })),
  ).toBeNull();
});

test('bands of whole points stand side by side', () => {
  expect(whyNotRuleBook(ofCriterion({ step: '1', bands: [band('27', '30'), band('21', '26'), band('0', '0')] }))).toBeNull();
});

test('the same rules in another spelling have the same hash, other rules another', () => {
  const spelled = JSON.parse(JSON.stringify(book()).replaceAll('"0.5"', '"0.50"')) as RuleBookContent;
  const turned = Object.fromEntries(Object.entries(spelled).reverse()) as unknown as RuleBookContent;

  expect(ruleBookHash(turned)).toBe(ruleBookHash(book()));
  expect(ruleBookHash(book({ rounding: { places: 3 } }))).not.toBe(ruleBookHash(book()));
  expect(ruleBookHash(book())).toMatch(/^[0-9a-f]{64}$/);
});

test('the canonical text reads back as the same content, whatever the marks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 6 }), (max, places) => {
      const content = book({ rounding: { places }, rounds: [round('dossier', { rubric: [criterion('effect', { max: String(max) })] })] });
      expect(canonicalRuleBook(JSON.parse(canonicalRuleBook(content)) as RuleBookContent)).toBe(canonicalRuleBook(content));
    }),
  );
});

test('what may be left out leaves the hash of a book that does not use it as it always was', () => {
  const recorded = '22eaddb8c3187d7435646ea3a71755da7a530fab6914cba69c53f713f1777064';
  const unused = { furtherMark: 'JOINS', visibility: 'NAMED', presentation: null, calibration: false } as const;

  expect(ruleBookHash(book())).toBe(recorded);
  const cutOff = { score: '75', top: 12, join: 'ALL' } as const;
  const spelled = ['dossier', 'final'].map((key) => round(key, { ...unused, cutOff }));
  const rounding = { places: 2, rankOn: 'UNROUNDED' } as const;
  expect(ruleBookHash(book({ rounds: spelled, publicPack: false, rounding, edition: 1 }))).toBe(recorded);
  expect(plainRuleBook(of(unused)).rounds[0]).not.toHaveProperty('furtherMark');
});

test.each<[string, RuleBookContent]>([
  ['a further mark', of({ furtherMark: 'REPLACES' })],
  ['hidden names', of({ visibility: 'ANONYMOUS' })],
  ['a presentation', of({ presentation })],
  ['a calibration', of({ calibration: true })],
  ['a public pack', { ...of({}), publicPack: true }],
  ['public texts', { ...of({}), publicText: ['PROBLEM', 'EFFECT'] }],
  ['a public ranking', { ...of({}), publicRanking: true }],
  ['either bound', of({ cutOff: { score: '75', top: 12, join: 'ANY' } })],
  ['ranks by rounded scores', { ...of({}), rounding: { places: 2, rankOn: 'ROUNDED' } }],
  ['an edition', { ...of({}), edition: 2 }],
])('%s is kept, has a hash of its own, and is stated beside the values of what was left out', (_, content) => {
  const plain = plainRuleBook(content);
  const [stated] = statedRuleBook(plain).rounds;

  expect(plain).toEqual(content);
  expect(ruleBookHash(content)).not.toBe(ruleBookHash(of({})));
  const { cutOff, ...rest } = content.rounds[0]!;
  const unsaid = { furtherMark: 'JOINS', visibility: 'NAMED', presentation: null, calibration: false };
  expect(stated).toEqual({ ...unsaid, ...rest, cutOff: { join: 'ALL', ...cutOff } });
  const { publicPack = false, publicText = [], publicRanking = false } = content;
  expect(statedRuleBook(plain)).toMatchObject({ publicPack, publicText, publicRanking });
});
