import { NotComputable, mergeSmall, newcombeDifference, plainShare, rankByIntervals, weightedShare, wilsonInterval } from './index.js';

const percent = ({ low, high }: { low: number; high: number }) => [low, high].map((end) => (100 * end).toFixed(2));

test.each([
  [20_045, 21_325, ['93.67', '94.31']],
  [980, 1_066, ['90.14', '93.42']],
  [17, 18, ['74.24', '99.01']],
  [18, 18, ['82.41', '100.00']],
] as const)('services 2, Wilson: %i of %i', (successes, trials, expected) => {
  expect(percent(wilsonInterval(successes, trials))).toEqual(expected);
});

test('services 2, Newcombe: 56 of 70 is .2 above 48 of 80, between .0524 and .3339', () => {
  const { difference, low, high } = newcombeDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
  expect([difference, low, high].map((value) => value.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339']);
});

test('of two turned round the difference is turned round', () => {
  const [one, other] = [
    { successes: 3, trials: 4 },
    { successes: 9, trials: 9 },
  ];
  const [there, back] = [newcombeDifference(one, other), newcombeDifference(other, one)];
  expect(back).toEqual({ difference: -there.difference, low: expect.closeTo(-there.high, 12), high: expect.closeTo(-there.low, 12) });
});

const STRATA = [
  { size: 4000, trials: 100, successes: 90 },
  { size: 1000, trials: 200, successes: 150 },
  { size: 500, trials: 50, successes: 30 },
];

test('services 2: weighted by 4,000, 1,000 and 500 transactions it is 84.55 %, as of 239.0 answers, between 79.42 and 88.58; plain 77.14', () => {
  const found = weightedShare(STRATA);
  expect([(100 * found.share).toFixed(2), found.effective.toFixed(1), ...percent(found)]).toEqual(['84.55', '239.0', '79.42', '88.58']);
  expect(Math.sqrt((found.share * (1 - found.share)) / found.effective)).toBeCloseTo(0.02338, 5);
  expect((100 * plainShare(STRATA).share).toFixed(2)).toBe('77.14');
});

test('a part in which all are content does not make the whole look surer than its answers are', () => {
  const few = [
    { size: 9000, trials: 5, successes: 5 },
    { size: 1000, trials: 200, successes: 100 },
  ];
  expect(weightedShare(few).effective).toBeLessThan(205);
  const all = weightedShare([{ size: 10, trials: 20, successes: 20 }]);
  expect([all.share, all.high]).toEqual([1, 1]);
  expect(all.effective).toBeCloseTo(20, 9);
});

test('parts of fewer than five answers are merged with the next smallest, and weigh what they weigh together', () => {
  expect(mergeSmall([...STRATA, { size: 300, trials: 3, successes: 1 }, { size: 70, trials: 0, successes: 0 }])).toEqual([
    { size: 870, trials: 53, successes: 31 },
    { size: 4000, trials: 100, successes: 90 },
    { size: 1000, trials: 200, successes: 150 },
  ]);
  expect(mergeSmall([{ size: 5, trials: 2, successes: 1 }])).toEqual([{ size: 5, trials: 2, successes: 1 }]);
});

test.each([
  ['weights of nothing', () => weightedShare([{ size: 0, trials: 5, successes: 1 }]), 'NO_WEIGHT'],
  ['a part without anybody', () => weightedShare([...STRATA, { size: 5, trials: 0, successes: 0 }]), 'NO_VALUES'],
  ['a negative weight', () => weightedShare([...STRATA, { size: -5, trials: 9, successes: 0 }]), 'NEGATIVE_WEIGHT'],
  ['nobody at all', () => plainShare([]), 'NO_VALUES'],
] as const)('%s is refused', (_, act, code) => {
  expect(act).toThrow(new NotComputable(code));
});

test('intervals that overlap share a rank, also by way of a third; those wholly below come after all of them', () => {
  const of = (low: number, high: number) => ({ low, high });
  expect(rankByIntervals([of(0.5, 0.6), of(0.9, 0.95), of(0.8, 0.86), of(0.85, 0.92)])).toEqual([4, 1, 1, 1]);
  expect(rankByIntervals([of(0.7, 0.8), of(0.8, 0.9)])).toEqual([1, 1]);
  expect(rankByIntervals([of(0.2, 0.3), of(0.1, 0.15)])).toEqual([1, 2]);
  expect(rankByIntervals([])).toEqual([]);
});
