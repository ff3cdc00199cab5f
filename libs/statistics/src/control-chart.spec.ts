import fc from 'fast-check';
import { NotComputable, upperLimit, usualOfShares } from './index.js';

const weeks = (low: readonly number[], rated: readonly number[]) =>
  low.map((successes, at) => ({ successes, trials: rated[at % rated.length]! }));

const WEEKLY = weeks([9, 12, 7, 10, 14, 8, 11, 9, 13, 10, 8, 9], [210, 240, 190, 220, 250, 200, 230, 205, 245, 215, 195, 200]);
const LARGE = weeks([61, 38, 72, 45, 80, 41, 66, 52, 77, 40, 70, 48], [1066]);

test('services 3: twelve weeks with 120 low of 2,600 spread by .525, less than chance: the limit of 220 is three sigmas, .08859', () => {
  const usual = usualOfShares(WEEKLY);
  expect(usual.share).toBeCloseTo(120 / 2600, 12);
  expect(usual.spread).toBeCloseTo(0.525, 3);
  expect(upperLimit(usual, 220)).toBeCloseTo(0.08859, 5);
});

test('services 3: of 1,066 a week the usual share is .05394, the spread 3.3983, the limit .12448, where three sigmas would say .07470', () => {
  const usual = usualOfShares(LARGE);
  expect(usual.share).toBeCloseTo(0.05394, 5);
  expect(usual.spread).toBeCloseTo(3.3983, 4);
  expect(upperLimit(usual, 1066)).toBeCloseTo(0.12448, 5);
  expect(upperLimit({ ...usual, spread: 1 }, 1066)).toBeCloseTo(0.0747, 5);
});

test('where nobody was ever low, or everybody, chance moves nothing', () => {
  expect(usualOfShares(weeks([0, 0], [10]))).toEqual({ share: 0, spread: 1 });
  expect(usualOfShares(weeks([10, 10], [10]))).toEqual({ share: 1, spread: 1 });
});

test('one time is no base, nor one without trials', () => {
  expect(() => usualOfShares(weeks([1], [10]))).toThrow(new NotComputable('TOO_FEW_VALUES'));
  expect(() => usualOfShares(weeks([1, 0], [10, 0]))).toThrow(new NotComputable('NO_VALUES'));
});

test('the more are asked, the nearer the limit is to what is usual, and never below it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.integer({ min: 1, max: 5000 }),
      (share, spread, n) => {
        const [here, later] = [upperLimit({ share, spread }, n), upperLimit({ share, spread }, n + 1)];
        expect(here > share && later <= here).toBe(true);
      },
    ),
  );
});
