import { figureOf } from './rating-figures.js';

const PARTS = { ratings: 40, satisfied: 36, low: 2 };
const none = { value: null, numerator: null, denominator: null };

test('how many rated is a sum, how many of them were content a share of it or a sum, as the indicator wants it', () => {
  expect(figureOf('qr.ratings', 'SUM', PARTS)).toEqual({ ...none, value: '40' });
  expect(figureOf('qr.satisfied', 'RATIO', PARTS)).toEqual({ ...none, numerator: '36', denominator: '40' });
  expect(figureOf('qr.low', 'SUM', PARTS)).toEqual({ ...none, value: '2' });
});

test('that nobody rated is said; how content fewer than five were is not', () => {
  const few = { ratings: 4, satisfied: 4, low: 0 };
  expect(figureOf('qr.ratings', 'SUM', { ratings: 0, satisfied: 0, low: 0 })).toEqual({ ...none, value: '0' });
  expect([figureOf('qr.satisfied', 'RATIO', few), figureOf('qr.low', 'SUM', few)]).toEqual([null, null]);
});

test('what cannot be said of a half-month is not: a last value, and a ratio of how many there were', () => {
  expect([figureOf('qr.satisfied', 'LAST', PARTS), figureOf('qr.ratings', 'RATIO', PARTS)]).toEqual([null, null]);
});
