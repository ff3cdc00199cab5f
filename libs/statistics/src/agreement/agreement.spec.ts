import { cronbachAlpha, intraclassCorrelation, kendallW, krippendorffAlpha, NotComputable, spearmanRho, type Table } from '../index.js';

const turned = (rows: Table): Table => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
const read = (text: string): Table =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === '.' ? null : Number(cell))),
    );

/** judging.md gives a row for each observer. */
const KRIPPENDORFF_2011 = turned(
  read(`
  1 2 3 3 2 1 4 1 2 . . .
  1 2 3 3 2 2 4 1 2 5 . 3
  . 3 3 3 2 3 4 2 2 5 1 .
  1 2 3 3 2 4 4 1 2 5 1 .`),
);
const SHROUT_FLEISS_1979 = read(`
  9 2 5 8
  6 1 3 2
  8 4 6 8
  7 1 2 6
  10 5 6 9
  6 2 4 7`);
const KENDALL = turned(
  read(`
  1 6 3 2 5 4
  1 5 6 4 2 3
  6 3 2 5 4 1`),
);

test.each([
  ['NOMINAL', 0.743],
  ['ORDINAL', 0.815],
  ['INTERVAL', 0.849],
  ['RATIO', 0.797],
] as const)('Krippendorff 2011, with missing cells: %s α is %f', (metric, alpha) => {
  expect(krippendorffAlpha(KRIPPENDORFF_2011, metric)).toBeCloseTo(alpha, 3);
});

test.each([
  ['1_SINGLE', 0.17, -0.13, 0.72],
  ['2_SINGLE', 0.29, 0.02, 0.76],
  ['3_SINGLE', 0.71, 0.34, 0.95],
  ['1_AVERAGE', 0.44, -0.88, 0.91],
  ['2_AVERAGE', 0.62, 0.07, 0.93],
  ['3_AVERAGE', 0.91, 0.68, 0.99],
] as const)('Shrout & Fleiss 1979: ICC %s is %f, between %f and %f', (form, value, low, high) => {
  const found = intraclassCorrelation(SHROUT_FLEISS_1979, form);
  expect(found.value).toBeCloseTo(value, 2);
  expect(found.interval?.low).toBeCloseTo(low, 2);
  expect(found.interval?.high).toBeCloseTo(high, 2);
});

test("judging.md, Kendall's W of 3 judges and 6 initiatives without ties is .162", () => {
  const found = kendallW(KENDALL);
  expect(found.w).toBeCloseTo(0.162, 3);
  expect(found.chiSquared).toBeCloseTo(3 * 5 * found.w, 12);
  expect(found).toMatchObject({ freedom: 5, p: expect.closeTo(0.787, 2) });
});

test('with ties the denominator of W loses m·Σ(t³−t)', () => {
  // Ranks 1 2.5 2.5 4, 1 2 3 4, 1.5 1.5 3 4: sums 3.5 6 8.5 12, mean 7.5, S = 16 + 2.25 + 1 + 20.25 = 39.5; 12·39.5 / (9·60 − 3·(6 + 6)) = 474 / 504.
  expect(
    kendallW(
      turned([
        [1, 5, 5, 9],
        [1, 2, 3, 4],
        [2, 2, 3, 4],
      ]),
    ).w,
  ).toBeCloseTo(474 / 504, 12);
});

test("Spearman's ρ of a worked example", () => {
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  expect(spearmanRho(iq, hours)).toBeCloseTo(-29 / 165, 12);
});

test("Cronbach's α: of two items with variances 1 and a covariance of ½ it is two thirds", () => {
  // Totals 2, 3, 5 … worked: items 1 2 3 and 1 3 2 have variance 1 each, totals 2 5 5 have variance 3: 2·(1 − 2/3).
  expect(
    cronbachAlpha([
      [1, 1],
      [2, 3],
      [3, 2],
    ]),
  ).toBeCloseTo(2 / 3, 12);
});

const same: Table = [
  [7, 7, 7],
  [7, 7, 7],
  [7, 7, 7],
];

test.each([
  ['α of no variation', () => krippendorffAlpha(same, 'INTERVAL'), 'NO_VARIATION'],
  [
    'α of no pairs',
    () =>
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'NOMINAL',
      ),
    'NO_PAIRS',
  ],
  ['α of nothing', () => krippendorffAlpha([], 'NOMINAL'), 'NO_PAIRS'],
  [
    'a ratio of negatives',
    () =>
      krippendorffAlpha(
        [
          [-1, 2],
          [1, 1],
        ],
        'RATIO',
      ),
    'OUT_OF_RANGE',
  ],
  ['ICC of no variation', () => intraclassCorrelation(same, '2_SINGLE'), 'NO_VARIATION'],
  [
    'ICC of a table with a gap',
    () =>
      intraclassCorrelation(
        [
          [1, 2],
          [null, 2],
        ],
        '2_SINGLE',
      ),
    'MISSING_CELL',
  ],
  ['ICC of one judge', () => intraclassCorrelation([[1], [2]], '1_SINGLE'), 'TOO_FEW_VALUES'],
  [
    'ICC of a mean whose initiatives do not differ',
    () =>
      intraclassCorrelation(
        [
          [1, 2],
          [2, 1],
        ],
        '3_AVERAGE',
      ),
    'VARIANCE_NOT_POSITIVE',
  ],
  ['W of no variation', () => kendallW(same), 'NO_VARIATION'],
  ['ρ of a constant', () => spearmanRho([1, 2, 3], [4, 4, 4]), 'NO_VARIATION'],
  ['ρ of one pair', () => spearmanRho([1], [1]), 'TOO_FEW_VALUES'],
  ['ρ of unlike lists', () => spearmanRho([1, 2], [1]), 'NOT_RECTANGULAR'],
  [
    "Cronbach's α of totals all the same",
    () =>
      cronbachAlpha([
        [0.1, 0.2],
        [0.2, 0.1],
      ]),
    'NO_VARIATION',
  ],
  ['a ragged table', () => kendallW([[1, 2], [1]]), 'NOT_RECTANGULAR'],
  ['a NaN', () => krippendorffAlpha([[1, NaN]], 'INTERVAL'), 'NOT_FINITE'],
] as const)('%s is refused', (_, act, code) => {
  expect(act).toThrow(new NotComputable(code));
});

test('identical columns leave no error: ICC is 1, and there is no interval to give', () => {
  expect(
    intraclassCorrelation(
      [
        [1, 1],
        [5, 5],
        [3, 3],
      ],
      '2_SINGLE',
    ),
  ).toEqual({ value: 1, interval: null });
});
