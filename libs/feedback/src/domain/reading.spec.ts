import { readingOf } from './reading.js';

const NONE = { WAITING: 0, UNCLEAR: 0, ATTITUDE: 0, EXTRA_COST: 0, MORE_TRIPS: 0 };

test('services 2: of a week with five ratings the offices read a share, of one with four nothing', () => {
  expect(readingOf({ counted: 4, satisfied: 4, low: 0, reasons: NONE })).toBeNull();
  expect(readingOf({ counted: 5, satisfied: 4, low: 1, reasons: NONE })).toMatchObject({
    satisfied: { share: 0.8 },
    low: { share: 0.2 },
    reasons: [],
  });
});

test('services 2: 17 of 18 are between 74.24 and 99.01 %', () => {
  const { satisfied } = readingOf({ counted: 18, satisfied: 17, low: 0, reasons: NONE })!;
  expect([satisfied.low, satisfied.high].map((end) => (100 * end).toFixed(2))).toEqual(['74.24', '99.01']);
});

test('reasons come with how often they were given, the most frequent first, and those that nobody gave not at all', () => {
  const reasons = { ...NONE, UNCLEAR: 2, WAITING: 5 };
  expect(readingOf({ counted: 9, satisfied: 3, low: 4, reasons })?.reasons).toEqual([
    { reason: 'WAITING', count: 5 },
    { reason: 'UNCLEAR', count: 2 },
  ]);
});
