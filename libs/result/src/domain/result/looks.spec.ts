import fc from 'fast-check';
import { type CriterionRule, type RoundRule } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { judgeFigures } from './judge-figures.js';
import { roundOutcome } from './round-outcome.js';
import { stabilityOf } from './stability.js';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';
import { type RoundRuling } from './standings.js';
import { supposedStandings } from './what-if.js';

const criterion = (key: string, max: string, knockOutMinimum: string | null = null): CriterionRule => ({
  ...{ key, nameVi: key, nameEn: key, max, step: '1', knockOutMinimum, commentRequired: false, bands: [] },
  ...{ children: [], guidanceVi: null, guidanceEn: null },
});

const NO_LADDER: RoundRuling = { tieBreak: [], rounding: { places: 2 }, edition: 2 };

const aRound = (more: Partial<RoundRule> = {}): RoundRule => ({
  ...{ key: 'final', nameVi: 'Vòng 2', nameEn: 'Round 2', rubric: [criterion('all', '100')], judgesPerInitiative: 3, minimumCards: 1 },
  ...{ weight: '1', aggregation: { kind: 'MEAN', trimming: 'SHEETS' }, divergenceThreshold: null, cutOff: { score: null, top: null } },
  ...more,
});

/** An initiative with a card of each judge named; a further judge's name ends in `+`. */
const marked = (id: string, by: Record<string, number>, earlier: Record<string, string> = {}): CountedInitiative<JudgedCard> => ({
  id,
  cards: Object.entries(by).map(([judge, total]) => {
    return { judgeId: judge.replace('+', ''), extra: judge.endsWith('+'), total: String(total), points: [String(total)] };
  }),
  earlier: new Map(Object.entries(earlier).map(([key, value]) => [key, new Decimal(value)])),
});

const ranksOf = ({ lines }: ReturnType<typeof supposedStandings>) =>
  lines.map(({ initiativeId, rank, score }) => [initiativeId, rank, score]);

// Means 81, 80, 60; medians 80, 85, 60.
const THREE = [marked('i', { A: 80, B: 93, C: 70 }), marked('j', { A: 85, B: 65, C: 90 }), marked('k', { A: 60, B: 61, C: 59 })];

test.each([
  [
    'nothing else',
    {},
    [
      ['i', 1, '81'],
      ['j', 2, '80'],
      ['k', 3, '60'],
    ],
  ],
  [
    'the median',
    { aggregation: 'MEDIAN' },
    [
      ['j', 1, '85'],
      ['i', 2, '80'],
      ['k', 3, '60'],
    ],
  ],
  [
    'without judge B',
    { withoutJudgeId: 'B' },
    [
      ['j', 1, '87.5'],
      ['i', 2, '75'],
      ['k', 3, '59.5'],
    ],
  ],
  [
    'trimming, of panels too small for it',
    { aggregation: 'TRIMMED_MEAN' },
    [
      ['i', 1, '81'],
      ['j', 2, '80'],
      ['k', 3, '60'],
    ],
  ],
] as const)('what if %s', (_, supposition, expected) => {
  expect(ranksOf(supposedStandings(aRound(), NO_LADDER, THREE, supposition))).toEqual(expected);
});

test('what if trimmed: highest and lowest of five go, of sheets', () => {
  const five = [marked('i', { A: 10, B: 70, C: 71, D: 72, E: 100 })];
  const { lines, aggregation } = supposedStandings(aRound(), NO_LADDER, five, { aggregation: 'TRIMMED_MEAN', trimming: 'SHEETS' });
  expect([aggregation, lines[0]?.score]).toEqual(['TRIMMED_SHEETS', '71']); // (70 + 71 + 72) / 3, in place of 64.6
});

test.each([
  ['JOINS', '78.333', 3], // (60 + 90 + 85) / 3
  ['REPLACES', '87.5', 2], // 60 is farthest from 85
  ['DECIDES', '85', 1],
] as const)('what if the further mark %s', (furtherMark, score, cards) => {
  const rule = aRound({ divergenceThreshold: '10', furtherMark: 'REPLACES' });
  const [line] = supposedStandings(rule, NO_LADDER, [marked('i', { A: 60, B: 90, 'C+': 85 })], { furtherMark }).lines;
  expect([new Decimal(line!.score).toDecimalPlaces(3).toFixed(), line!.cards]).toEqual([score, cards]);
});

test('without the only judge of an initiative it has no score, and stands beside the list', () => {
  const supposed = supposedStandings(aRound(), NO_LADDER, [marked('i', { A: 80 }), marked('j', { B: 70 })], { withoutJudgeId: 'A' });
  expect([ranksOf(supposed), supposed.withoutCards]).toEqual([[['j', 1, '70']], ['i']]);
  const nobody = supposedStandings(aRound(), NO_LADDER, [marked('i', { A: 80 })], { withoutJudgeId: 'A' });
  expect([nobody.lines, nobody.withoutCards]).toEqual([[], ['i']]);
});

test('supposing nothing gives the result itself', () => {
  const total = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(fc.tuple(total, total, total), { minLength: 1, maxLength: 8 }), (rows) => {
      const signed = rows.map(([A, B, C], at) => marked(String(at), { A, B, 'C+': C }));
      const rule = aRound({ divergenceThreshold: '20', furtherMark: 'DECIDES', cutOff: { score: '40', top: 3 } });
      expect(supposedStandings(rule, NO_LADDER, signed, {}).lines).toEqual(roundOutcome(rule, NO_LADDER, signed).lines);
    }),
  );
});

const NO_DRAW = { book: NO_LADDER, draw: null };

test('a place is as firm as the ranks it has without any one judge', () => {
  expect(stabilityOf({ rule: aRound(), signed: THREE, ...NO_DRAW })).toEqual([
    // Without A: 81.5 and 77.5; without B: 75 and 87.5; without C: 86.5 and 75.
    { initiativeId: 'i', best: 1, worst: 2, unrankedWithout: 0, chances: [] },
    { initiativeId: 'j', best: 1, worst: 2, unrankedWithout: 0, chances: [] },
    { initiativeId: 'k', best: 3, worst: 3, unrankedWithout: 0, chances: [] },
  ]);
});

test('who would be knocked out without a judge, or have no card, has no rank then', () => {
  const rule = aRound({ rubric: [criterion('all', '100', '75')] });
  expect(stabilityOf({ rule, signed: [marked('i', { A: 90, B: 70 }), marked('j', { A: 80 })], ...NO_DRAW })).toEqual([
    { initiativeId: 'i', best: 1, worst: 1, unrankedWithout: 1, chances: [] }, // with both 80, equal to j; without A it has 70
    { initiativeId: 'j', best: 1, worst: 2, unrankedWithout: 1, chances: [] }, // without B, i has 90
  ]);
});

const draw = { seed: 7, replicates: 400, prizes: [1, 1], among: ['i', 'j', 'k'], weights: [{ round: 'final', weight: 1 }] };
const chancesOf = (order: Partial<typeof draw>, signed = THREE) =>
  new Map(
    stabilityOf({ rule: aRound(), book: NO_LADDER, signed, draw: { ...draw, ...order } }).map((line) => [line.initiativeId, line.chances]),
  );

test('the same seed gives the same chances, another one others, and those of a prize that is always given add up to one', () => {
  expect(chancesOf({})).toEqual(chancesOf({}));
  expect(chancesOf({ seed: 8 })).not.toEqual(chancesOf({}));
  const apart = [marked('i', { A: 90, B: 91, C: 92 }), marked('j', { A: 80, B: 79, C: 81 }), marked('k', { A: 60, B: 61, C: 59 })];
  expect([...chancesOf({}, apart)]).toEqual([
    ['i', [1, 0]],
    ['j', [0, 1]],
    ['k', [0, 0]],
  ]);
});

test('judges are drawn for all initiatives at once only where all had the same ones', () => {
  // Each judge puts i one point above j, however harsh: whoever is drawn, i wins. With judges of their own, chance enters.
  const same = [marked('i', { A: 90, B: 70, C: 50 }), marked('j', { C: 49, B: 69, A: 89 })];
  const own = [marked('i', { A: 90, B: 70, C: 50 }), marked('j', { D: 89, E: 69, F: 49 })];
  expect(chancesOf({ among: ['i', 'j'] }, same).get('i')).toEqual([1, 0]);
  const [first = 0] = chancesOf({ among: ['i', 'j'] }, own).get('i') ?? [];
  expect(first).toBeGreaterThan(0.3);
  expect(first).toBeLessThan(0.7);
});

test('with weighted rounds, what was given before stands fast in the draw', () => {
  const weights = [
    { round: 'dossier', weight: 0.9 },
    { round: 'final', weight: 0.1 },
  ];
  const signed = [marked('i', { A: 50, B: 60 }, { dossier: '90' }), marked('j', { A: 90, B: 100 }, { dossier: '80' })];
  expect(chancesOf({ among: ['i', 'j'] }, signed).get('j')).toEqual([1, 0]); // by the final round alone
  expect(chancesOf({ among: ['i', 'j'], weights }, signed).get('i')).toEqual([1, 0]); // 81 + 5.5 against 72 + 9.5
});

test('who can get no prize has no chance of one, and takes none from the others', () => {
  const found = chancesOf({ among: ['j', 'k'] });
  expect([found.get('i'), found.get('j')?.[0]]).toEqual([[], 1]);
});

test('criteria that are trimmed are trimmed in the draw', () => {
  const rubric = [criterion('a', '50'), criterion('b', '50')];
  const rule = aRound({ rubric, aggregation: { kind: 'TRIMMED_MEAN', trimming: 'CRITERIA' } });
  const sheet = (judgeId: string, a: number, b: number): JudgedCard => ({
    judgeId,
    extra: false,
    total: String(a + b),
    points: [String(a), String(b)],
  });
  const five = (id: string, a: number, b: number) => ({ id, cards: ['A', 'B', 'C', 'D', 'E'].map((judge) => sheet(judge, a, b)) });
  const signed = [five('i', 40, 41), five('j', 40, 40)];
  expect(stabilityOf({ rule, book: NO_LADDER, signed, draw: { ...draw, among: ['i', 'j'] } }).map(({ chances }) => chances)).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('a harsh judge is told from one who got the weaker initiatives', () => {
  // A marks two points below the jury, B as it, C two above; what they are worth: 80, 70, 60. C got the two weakest.
  const found = judgeFigures([marked('i', { A: 78, B: 80 }), marked('j', { A: 68, B: 70, C: 72 }), marked('k', { B: 60, C: 62 })]);
  expect(found.map(({ judgeId, cards, mean, severity }) => [judgeId, cards, mean, severity.value])).toEqual([
    ['A', 2, 73, 2],
    ['B', 3, 70, 0],
    ['C', 2, 67, -2],
  ]);
  // Means 73, 70, 67: one standard deviation is 3.
  expect(found.map(({ zMean }) => zMean.value)).toEqual([1, 0, -1]);
  expect(found.map(({ deviation }) => deviation.value)).toEqual([7.071068, 10, 7.071068]);
  expect(found[1]!.correlation).toEqual({ value: 1, whyNot: null });
  expect(found[0]!.correlation).toEqual({ value: null, whyNot: { code: 'TOO_FEW_VALUES', detail: { given: 2, needed: 3 } } });
});

test('a card far from the others is named, with its judge, and counts like any other', () => {
  const signed = Array.from({ length: 8 }, (_, at) =>
    marked(`i${String(at)}`, { A: 70 + at, B: 71 + at + (at % 2), C: 69 + at - (at % 3) }),
  );
  signed[3] = marked('i3', { A: 73, B: 75, C: 20 });
  const found = judgeFigures(signed);

  expect(
    found.map(({ judgeId, outliers }) => [
      judgeId,
      outliers.map(({ initiativeId, total, byGrubbs }) => [initiativeId, total, byGrubbs])[0],
    ]),
  ).toEqual([
    ['A', expect.arrayContaining(['i3'])],
    ['B', expect.arrayContaining(['i3'])],
    ['C', ['i3', 20, true]],
  ]);
  expect(roundOutcome(aRound(), NO_LADDER, signed).lines.find(({ initiativeId }) => initiativeId === 'i3')?.cards).toBe(3);
});

test('a judge who is harsh to all has no outlying card for it', () => {
  const signed = Array.from({ length: 8 }, (_, at) =>
    marked(`i${String(at)}`, { A: 70 + at, B: 71 + at + (at % 2), C: 50 + at - (at % 3) }),
  );
  expect(judgeFigures(signed).flatMap(({ outliers }) => outliers)).toEqual([]);
});

test('judges who are not connected have no severity and keep their means', () => {
  const found = judgeFigures([marked('i', { A: 80 }), marked('j', { B: 70 })]);
  expect(found.map(({ mean, severity, outliers }) => [mean, severity.whyNot?.code, outliers])).toEqual([
    [80, 'NOT_CONNECTED', []],
    [70, 'NOT_CONNECTED', []],
  ]);
});
