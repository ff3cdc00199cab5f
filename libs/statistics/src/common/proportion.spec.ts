import fc from 'fast-check';
import { NotComputable, reportingRates, requiredSample, wilsonInterval } from '../index.js';

test.each([
  [81, 263, 0.2553, 0.3662],
  [0, 20, 0, 0.1611],
])('judging.md, Wilson: %i of %i is %f to %f', (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('judging.md, reporting rates: 17 of 20 received, 14 on time are 85.0 % and 70.0 %, both of the expected', () => {
  const rates = reportingRates({ expected: 20, received: 17, onTime: 14 });
  expect([rates.received.toFixed(1), rates.onTime.toFixed(1)]).toEqual(['85.0', '70.0']);
});

test.each([
  ['none of none', () => wilsonInterval(0, 0), 'NO_VALUES'],
  ['more than all', () => wilsonInterval(3, 2), 'COUNT_OUT_OF_RANGE'],
  ['half a success', () => wilsonInterval(0.5, 2), 'COUNT_OUT_OF_RANGE'],
  ['nothing expected', () => reportingRates({ expected: 0, received: 0, onTime: 0 }), 'NO_VALUES'],
  ['a certainty of 100 %', () => wilsonInterval(1, 2, 1), 'OUT_OF_RANGE'],
  ['a margin of nothing', () => requiredSample({ margin: 0 }), 'OUT_OF_RANGE'],
  ['more on time than received', () => reportingRates({ expected: 3, received: 1, onTime: 2 }), 'COUNT_OUT_OF_RANGE'],
] as const)('%s is refused', (_, act, code) => {
  expect(act).toThrow(new NotComputable(code));
});

test("Wilson's interval holds the proportion and lies between 0 and 1", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      ([k, n]) => {
        const { low, high } = wilsonInterval(k, n);
        expect(low >= 0 && low <= k / n + 1e-12 && high >= k / n - 1e-12 && high <= 1).toBe(true);
      },
    ),
  );
});

test.each([
  [10, 10],
  [100, 80],
  [220, 140],
  [500, 217],
  [1_000, 278],
  [5_000, 357],
  [1_000_000, 384],
])('the table of Krejcie and Morgan: of a population of %i it is %i that are asked', (population, expected) => {
  expect(requiredSample({ margin: 0.05, population })).toBe(expected);
});

test('without a population 384 are asked: 1.96² / (4 · 0.05²) = 384.1; at least one is, and never more than there are', () => {
  expect(requiredSample({ margin: 0.05 })).toBe(384);
  expect(requiredSample({ margin: 0.05, share: 0.1 })).toBe(138); // 1.96² · 0.09 / 0.05² = 138.3
  expect(requiredSample({ margin: 0.01, population: 20 })).toBe(20);
  expect(requiredSample({ margin: 0.9, share: 0.01 })).toBe(1);
});
