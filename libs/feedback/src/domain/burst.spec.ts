import { FEWEST_OF_A_BURST, afterSpan, isBurst, spanOf, usualOf } from './burst.js';

test('services 2: where 3 are usual in ten minutes, 10 are no burst (.00110) and 11 are (.00029)', () => {
  expect([isBurst(10, 3), isBurst(11, 3)]).toEqual([false, true]);
});

test('what is usual is a forty-eighth of a day, never less than 3, also at a counter that nobody has rated yet', () => {
  expect([usualOf(null), usualOf(50), usualOf(480)]).toEqual([3, 3, 10]);
  expect([isBurst(FEWEST_OF_A_BURST - 1, usualOf(null)), isBurst(FEWEST_OF_A_BURST, usualOf(null))]).toEqual([false, true]);
});

test('a busy counter has more at once without a burst: 20 where 10 are usual, not 22', () => {
  expect([isBurst(20, 10), isBurst(22, 10)]).toEqual([false, true]); // P(X ≥ 20 | 10) = .00345, P(X ≥ 22 | 10) = .00070
});

test('a burst knows its beginning and its end in spans of ten minutes, and no moment', () => {
  expect(spanOf(new Date('2026-03-02T02:19:59.999Z'))).toEqual(new Date('2026-03-02T02:10:00Z'));
  expect(afterSpan(new Date('2026-03-02T02:10:00Z'))).toEqual(new Date('2026-03-02T02:20:00Z'));
});
