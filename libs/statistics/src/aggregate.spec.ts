import fc from 'fast-check';
import { Decimal } from '#lib/kernel';
import { aggregateSheets, mean, median, NotComputable, roundHalfUp, sum, trimmedMean, weightedMean } from './index.js';

const marks = fc.array(
  fc.integer({ min: 0, max: 10_000 }).map((cents) => new Decimal(cents).dividedBy(100)),
  { minLength: 1, maxLength: 12 },
);

/** judging.md, "Trimmed panel" (constructed). */
const PANEL = [
  [27, 35, 24],
  [24, 38, 27],
  [30, 30, 21],
  [26, 36, 25],
  [12, 20, 10],
];

test.each([
  ['MEAN', '77'],
  ['MEDIAN', '86'],
  ['TRIMMED_SHEETS', '84.6667'],
  ['TRIMMED_CRITERIA', '82.6667'],
] as const)('judging.md, trimmed panel: %s is %s', (how, expected) => {
  expect(aggregateSheets(PANEL, how).toDecimalPlaces(4).toString()).toBe(expected);
});

test('judging.md, ranks and rounding: 2.675 is 2.68, and the mean of 85.5, 90.25 and 88.75 is shown as 88.17', () => {
  expect(roundHalfUp(2.675, 2).toFixed(2)).toBe('2.68');
  expect(roundHalfUp(-2.675, 2).toFixed(2)).toBe('-2.68');
  const exact = mean([85.5, 90.25, 88.75]);
  expect(exact.toFixed(6)).toBe('88.166667');
  expect(roundHalfUp(exact, 2).toFixed(2)).toBe('88.17');
});

test('thirds that sum to a half are rounded as the half that they are: 1⅓, 1⅓ and 1⅚ are 5', () => {
  const half = sum([mean([1, 1, 2]), mean([1, 1, 2]), mean([1.5, 2, 2])]);
  expect(half.equals('4.5')).toBe(false);
  expect([roundHalfUp(half, 0).toFixed(), roundHalfUp(half.negated(), 0).toFixed()]).toEqual(['5', '-5']);
  expect(roundHalfUp('4.49999999999999999999', 0).toFixed()).toBe('4');
});

test('judging.md, traps: the mean of 10, 5 and 15 is 10, and a weighted progress is divided by its weights', () => {
  expect(mean([10, 5, 15]).toString()).toBe('10');
  expect(weightedMean([90, 90], [1, 1]).toString()).toBe('90');
  expect(weightedMean([80, 50], [3, 2]).toString()).toBe('68');
});

test('four values are not trimmed; of equal extremes one each is dropped', () => {
  expect(trimmedMean([1, 2, 3, 10]).toString()).toBe('4');
  expect(trimmedMean([10, 10, 10, 5, 0, 0]).toString()).toBe('6.25');
});

test.each([
  ['nothing', () => mean([]), 'NO_VALUES'],
  ['no sheets', () => aggregateSheets([], 'MEAN'), 'NO_VALUES'],
  ['the median of nothing', () => median([]), 'NO_VALUES'],
  ['weights of nothing', () => weightedMean([1, 2], [0, 0]), 'NO_WEIGHT'],
  ['a negative weight', () => weightedMean([1, 2], [-1, 3]), 'NEGATIVE_WEIGHT'],
  ['weights that are missing', () => weightedMean([1, 2], [1]), 'NOT_RECTANGULAR'],
  ['a sheet with a criterion left out', () => aggregateSheets([[1, 2], [1]], 'MEAN'), 'NOT_RECTANGULAR'],
  ['NaN', () => mean([NaN]), 'NOT_FINITE'],
] as const)('%s is refused', (_, act, code) => {
  expect(act).toThrow(new NotComputable(code));
});

test('a mean, however taken, lies between the lowest and the highest', () => {
  fc.assert(
    fc.property(marks, (values) => {
      const [low, high] = [Decimal.min(...values), Decimal.max(...values)];
      for (const middle of [
        mean(values),
        median(values),
        trimmedMean(values),
        weightedMean(
          values,
          values.map((_, at) => at + 1),
        ),
      ]) {
        expect(middle.gte(low) && middle.lte(high)).toBe(true);
      }
    }),
  );
});

test('the order of the judges does not matter', () => {
  const shuffled = marks.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })));
  fc.assert(
    fc.property(shuffled, ([values, other]) => {
      for (const middle of [mean, median, trimmedMean]) expect(middle(values).eq(middle(other))).toBe(true);
    }),
  );
});

test('trimmed per criterion, each criterion stays within its own marks, and so the total within their sums', () => {
  const sheets = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sheets, (given) => {
      const total = aggregateSheets(given, 'TRIMMED_CRITERIA');
      const ends = (pick: (...values: number[]) => number) => pick(...given.map(([a]) => a)) + pick(...given.map(([, b]) => b));
      expect(total.gte(ends(Math.min)) && total.lte(ends(Math.max))).toBe(true);
    }),
  );
});

test('marks that are numbers add up as exactly as decimals do', () => {
  const plain = fc.array(
    fc.oneof(
      fc.integer({ min: -1_000, max: 1_000 }).map((cents) => cents / 100),
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
    ),
  );
  fc.assert(
    fc.property(plain, (values) => {
      expect(sum(values).eq(sum(values.map(String)))).toBe(true);
    }),
  );
  expect(sum([0.1, 0.2]).toString()).toBe('0.3');
});
