import fc from 'fast-check';
import { type CriterionRule, type RoundRule } from '#domain/contest';
import { meaningOf, whyNotWords } from './agreement-words.js';
import { type AgreementMeasure } from './agreement.js';
import { roundOutcome } from './round-outcome.js';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';
import { type RoundRuling } from './standings.js';

const criterion = (key: string, max: string, knockOutMinimum: string | null = null): CriterionRule => ({
  ...{ key, nameVi: key, nameEn: key, max, step: '1', knockOutMinimum, commentRequired: false, bands: [] },
  ...{ children: [], guidanceVi: null, guidanceEn: null },
});

const NO_LADDER: RoundRuling = { tieBreak: [], rounding: { places: 2 }, edition: 2 };

const aRound = (more: Partial<RoundRule> = {}): RoundRule => ({
  ...{ key: 'dossier', nameVi: 'Vòng 1', nameEn: 'Round 1', rubric: [criterion('all', '100')], judgesPerInitiative: 2, minimumCards: 1 },
  ...{ weight: '1', aggregation: { kind: 'MEAN', trimming: 'SHEETS' }, divergenceThreshold: null, cutOff: { score: null, top: null } },
  ...more,
});

/** An initiative with a card of each judge named; a further judge's name ends in `+`. */
const marked = (id: string, by: Record<string, number | number[]>): CountedInitiative<JudgedCard> => ({
  id,
  cards: Object.entries(by).map(([judge, given]) => {
    const points = [given].flat();
    const total = String(points.reduce((sum, point) => sum + point, 0));
    return { judgeId: judge.replace('+', ''), extra: judge.endsWith('+'), total, points: points.map(String) };
  }),
});

const figure = (measure: AgreementMeasure, { statistics }: ReturnType<typeof roundOutcome>, criterion: string | null = null) =>
  statistics.agreement.find((one) => one.measure === measure && one.criterion === criterion);

// A marks four points below the jury, B as it, C four above. What the initiatives are worth: 80, 77, 70.
const UNEVEN = [marked('first', { A: 76, B: 80 }), marked('second', { B: 77, C: 81 }), marked('third', { A: 66, C: 74 })];

test('beside the ranks stand those without the severity of judges: whom harsh ones marked comes out above whom mild ones did', () => {
  const { lines, adjusted, statistics } = roundOutcome(aRound(), NO_LADDER, UNEVEN);

  expect(lines.map(({ initiativeId, rank, mean }) => [initiativeId, rank, mean])).toEqual([
    ['second', 1, '79'], // (77 + 81) / 2
    ['first', 2, '78'], // (76 + 80) / 2
    ['third', 3, '70'],
  ]);
  expect([...adjusted]).toEqual([
    ['first', { score: 80, rank: 1 }],
    ['second', { score: 77, rank: 2 }],
    ['third', { score: 70, rank: 3 }],
  ]);
  expect(statistics).toMatchObject({ initiatives: 3, judges: 3, crossed: false, notAdjusted: null });
});

test('judges who have no initiative in common, by however many steps, leave the ranks as they are and nothing adjusted', () => {
  const { lines, adjusted, statistics } = roundOutcome(aRound(), NO_LADDER, [marked('i', { A: 76, B: 80 }), marked('j', { C: 77, D: 81 })]);

  expect(lines.map(({ initiativeId, score }) => [initiativeId, score])).toEqual([
    ['j', '79'],
    ['i', '78'],
  ]);
  expect([...adjusted]).toEqual([]);
  expect(statistics.notAdjusted).toEqual({ code: 'NOT_CONNECTED', detail: { components: 2 } });
  expect(whyNotWords(statistics.notAdjusted!)).toEqual({
    vi: 'giám khảo và sáng kiến tách thành 2 nhóm không có phiếu chung',
    en: 'judges and initiatives fall into 2 groups without a card in common',
  });
});

test('who was knocked out has an adjusted score and no rank by it', () => {
  const rule = aRound({ rubric: [criterion('novelty', '50', '20'), criterion('effect', '50')] });
  const { lines, adjusted } = roundOutcome(rule, NO_LADDER, [
    marked('i', { A: [18, 50], B: [21, 50] }),
    marked('j', { A: [30, 20], B: [30, 22] }),
  ]);

  expect(lines.map(({ initiativeId, rank, state, knockedOut }) => [initiativeId, rank, state, knockedOut])).toEqual([
    ['j', 1, 'PASSED', []],
    ['i', null, 'KNOCKED_OUT', [{ criterion: 'novelty', minimum: '20', given: '19.5' }]], // (18 + 21) / 2
  ]);
  expect([...adjusted]).toEqual([
    ['i', { score: 69.5, rank: null }],
    ['j', { score: 51, rank: 1 }],
  ]);
});

test.each([
  ['the score asked', { score: '75', top: null }, { score: '75', top: null }],
  ['the last of the top', { score: null, top: 2 }, { score: null, top: { places: 2, score: '78' } }],
  ['both', { score: '71', top: 1 }, { score: '71', top: { places: 1, score: '79' } }],
  ['a top of nobody', { score: null, top: 0 }, { score: null, top: { places: 0, score: null } }],
])('who is cut off is told the bound: %s', (_, cutOff, told) => {
  const { lines } = roundOutcome(aRound({ cutOff }), NO_LADDER, UNEVEN);
  expect(lines.at(-1)).toMatchObject({ initiativeId: 'third', score: '70', state: 'CUT_OFF', cutOff: told });
});

test('only the bound that an initiative is below is named', () => {
  const { lines } = roundOutcome(aRound({ cutOff: { score: '75', top: 1 } }), NO_LADDER, UNEVEN);
  expect(lines.map(({ cutOff }) => cutOff)).toEqual([
    null,
    { score: null, top: { places: 1, score: '79' } }, // 78 is above 75
    { score: '75', top: { places: 1, score: '79' } },
  ]);
});

test('the mean is of the totals that count, whatever makes the score', () => {
  const rule = aRound({ aggregation: { kind: 'MEDIAN', trimming: 'SHEETS' } });
  const [line] = roundOutcome(rule, NO_LADDER, [marked('i', { A: 60, B: 70, C: 71 })]).lines;
  expect(line).toMatchObject({ score: '70', mean: '67', spread: '11', cards: 3 });
});

test('a further mark that replaces makes the score, and is not held against the agreement of the first ones', () => {
  const rule = aRound({ divergenceThreshold: '10', furtherMark: 'REPLACES' });
  const first = [marked('i', { A: 60, B: 90 }), marked('j', { A: 70, B: 72 }), marked('k', { A: 50, B: 55 })];
  const settled = [marked('i', { A: 60, B: 90, 'C+': 85 }), ...first.slice(1)];
  const before = roundOutcome(rule, NO_LADDER, first);
  const after = roundOutcome(rule, NO_LADDER, settled);

  expect(after.lines[0]).toMatchObject({ initiativeId: 'i', cards: 2, score: '87.5' }); // 90 and 85
  expect(after.statistics.agreement).toEqual(before.statistics.agreement);
});

// Shrout & Fleiss 1979, table 2: six targets, four judges.
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const byJudges = (nameOf: (row: number, column: number) => string) =>
  SHROUT_FLEISS.map((row, at) => marked(`i${String(at)}`, Object.fromEntries(row.map((given, column) => [nameOf(at, column), given]))));

test('where all had the same judges, agreement is ICC(2,1) .29 and ICC(2,4) .62 of Shrout & Fleiss, and Kendall’s W', () => {
  const outcome = roundOutcome(
    aRound(),
    NO_LADDER,
    byJudges((_, column) => `J${String(column)}`),
  );

  expect(outcome.statistics).toMatchObject({ crossed: true, initiatives: 6, judges: 4 });
  expect(figure('ICC_2_SINGLE', outcome)?.value).toBeCloseTo(0.29, 2);
  expect(figure('ICC_2_AVERAGE', outcome)?.value).toBeCloseTo(0.62, 2);
  expect(figure('KENDALL_W', outcome)).toMatchObject({ whyNot: null, p: expect.any(Number) });
  expect(figure('ICC_1_SINGLE', outcome)).toBeUndefined();
});

test('where each had judges of its own, it is ICC(1,1) .17 and ICC(1,4) .44, and there is no W', () => {
  const outcome = roundOutcome(
    aRound(),
    NO_LADDER,
    byJudges((row, column) => `J${String(row)}-${String(column)}`),
  );

  expect(outcome.statistics).toMatchObject({ crossed: false, judges: 24 });
  expect(figure('ICC_1_SINGLE', outcome)?.value).toBeCloseTo(0.17, 2);
  expect(figure('ICC_1_AVERAGE', outcome)?.value).toBeCloseTo(0.44, 2);
  expect(figure('KENDALL_W', outcome)).toEqual({
    ...{ criterion: null, measure: 'KENDALL_W', value: null, low: null, high: null, p: null },
    whyNot: { code: 'NOT_CROSSED', detail: {} },
  });
});

test('what all marked alike has no number, and a sentence that says why', () => {
  const rule = aRound({ rubric: [criterion('novelty', '50'), criterion('effect', '50')] });
  const outcome = roundOutcome(rule, NO_LADDER, [marked('i', { A: [40, 30], B: [40, 31] }), marked('j', { A: [40, 20], B: [40, 21] })]);

  const alpha = figure('KRIPPENDORFF_INTERVAL', outcome, 'novelty')!;
  expect(alpha).toMatchObject({ value: null, whyNot: { code: 'NO_VARIATION' } });
  expect(meaningOf(alpha).vi).toBe('Mức thống nhất về điểm số giữa các giám khảo: không tính được, vì tất cả các giá trị đều bằng nhau.');
  // Of 30, 31, 20, 21: within pairs 2 · 1², between all pairs 2 · (1 + 100 + 81 + 121 + 100 + 1): α = 1 − (2/4) / (808 / 12).
  expect(figure('KRIPPENDORFF_INTERVAL', outcome, 'effect')?.value).toBeCloseTo(1 - 1 / (808 / 12), 6);
});

test.each([
  [0.66, 'chưa đủ để kết luận từ điểm chấm'],
  [0.667, 'chỉ cho phép kết luận thận trọng'],
  [0.8, 'đủ để tin cậy'],
])('an α of %d reads as Krippendorff has it', (value, said) => {
  const read = meaningOf({ measure: 'KRIPPENDORFF_INTERVAL', value, low: null, high: null, whyNot: null });
  expect(read.vi).toBe(`Mức thống nhất về điểm số giữa các giám khảo: ${said}.`);
});

test('an intraclass correlation reads by its interval, as Koo & Li advise', () => {
  const read = meaningOf({ measure: 'ICC_2_AVERAGE', value: 0.78, low: 0.49, high: 0.92, whyNot: null });
  expect(read.en).toBe('How far the mean of the cards can be relied on: good; with 95 % confidence, from poor to excellent.');
});

test('neither the order of the judges nor that of the initiatives matters', () => {
  const total = fc.integer({ min: 0, max: 100 });
  const panel = fc.array(fc.tuple(total, total, total), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(panel, fc.infiniteStream(fc.nat()), (rows, keys) => {
      const initiatives = rows.map(([A, B, C], at) => marked(String(at), { A, B, C }));
      const shuffled = <T>(items: readonly T[]) =>
        items
          .map((item) => ({ item, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const other = shuffled(initiatives).map(({ id, cards }) => ({ id, cards: shuffled(cards) }));
      const [one, two] = [roundOutcome(aRound(), NO_LADDER, initiatives), roundOutcome(aRound(), NO_LADDER, other)];
      const ranks = ({ lines }: typeof one) => lines.map(({ initiativeId, rank }) => [initiativeId, rank]).sort();
      expect(ranks(two)).toEqual(ranks(one));
      expect(new Map([...two.adjusted].sort())).toEqual(new Map([...one.adjusted].sort()));
      expect(two.statistics).toEqual(one.statistics);
    }),
  );
});
