import fc from 'fast-check';
import { binomialTail } from '#lib/statistics';
import { type WeekCount, baseOf, falseSignalsAYear, firing, isTooLow } from './signal-rules.js';

const weeks = (low: readonly number[], rated: readonly number[]): WeekCount[] =>
  low.map((count, at) => ({ week: `w${String(at)}`, low: count, rated: rated[at % rated.length]! }));

const base = baseOf(weeks([9, 12, 7, 10, 14, 8, 11, 9, 13, 10, 8, 9], [210, 240, 190, 220, 250, 200, 230, 205, 245, 215, 195, 200]));
const large = baseOf(weeks([61, 38, 72, 45, 80, 41, 66, 52, 77, 40, 70, 48], [1066]));

test.each([
  [220, 21, false],
  [220, 22, true],
  [12, 4, false],
  [12, 5, true],
])('services 3: where 120 of 2,600 are usual, of %i ratings %i low ones are a signal: %p', (rated, low, expected) => {
  expect(base).toMatchObject({ rated: 2600, low: 120 });
  expect(isTooLow({ rated, low }, base)).toBe(expected);
});

test('services 3: where 1,066 rate a week and shares spread by 3.4, 80 low ones are none, 132 neither, 133 are a signal', () => {
  expect(binomialTail(80, 1066, large.low / large.rated)).toBeLessThan(0.005);
  expect([80, 132, 133].map((low) => isTooLow({ rated: 1066, low }, large))).toEqual([false, false, true]);
});

test('services 3: twenty communes have 1.4 false signals of a low share a year at most', () => {
  const { checks, lowShare, worseRun } = falseSignalsAYear(20);
  expect([checks, lowShare.toFixed(1), worseRun.toFixed(1)]).toEqual([1040, '1.4', '4.1']);
});

test('two low ratings are no signal, nor four of four: of fewer than five nobody reads', () => {
  expect(isTooLow({ rated: 5, low: 2 }, { rated: 1000, low: 1, spread: 1 })).toBe(false);
  expect(isTooLow({ rated: 4, low: 4 }, base)).toBe(false);
  expect(isTooLow({ rated: 5, low: 4 }, base)).toBe(true);
});

test('seven weeks in a row on the worse side are a run; six are none, nor seven with one as usual; a week without ratings is no week', () => {
  const worse = weeks([3, 3, 3, 3, 3, 3, 3], [20]);
  const run = (of: readonly WeekCount[]) => firing('WORSE_RUN', of, base);
  expect(run(worse)).toEqual([{ week: 'w6', rated: 140, low: 21 }]);
  expect(run(worse.slice(1))).toEqual([]);
  expect(run([...worse.slice(0, 6), { week: 'w7', rated: 26, low: 1 }])).toEqual([]);
  expect(run([...worse.slice(0, 3), { week: 'none', rated: 0, low: 0 }, ...worse.slice(3)])).toHaveLength(1);
  expect(run(weeks([3], [20, 20, 20, 20, 20, 20, 20, 20]).concat(weeks([3, 3, 3, 3, 3, 3, 3], [20]))).map(({ week }) => week)).toEqual([
    'w5',
    'w6',
  ]);
});

test('each week that is too low fires by itself', () => {
  expect(firing('LOW_SHARE', weeks([22, 10, 23], [220]), base).map(({ week }) => week)).toEqual(['w0', 'w2']);
});

test('by chance alone a commune has a low share no oftener than printed, whatever is usual there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.001, max: 0.9, noNaN: true }), (rated, share) => {
      const usual = { rated: 1_000_000, low: Math.max(1, Math.round(share * 1_000_000)), spread: 1 };
      let least = 0;
      while (least <= rated && !isTooLow({ rated, low: least }, usual)) least++;
      expect(binomialTail(least, rated, usual.low / usual.rated)).toBeLessThanOrEqual(0.00135);
    }),
    { numRuns: 50 },
  );
});
