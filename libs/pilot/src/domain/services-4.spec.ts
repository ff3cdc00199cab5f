import { WorkingCalendar } from '#domain/units';
import { exactDifference } from '#lib/statistics';
import { type Took, type UnitTook, isShown, resultOf, timeSaved } from './pilot-result.js';

/** The worked numbers of section 4, on pilots. */
const TOLERANCE = 1e-12;
function near(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThan(TOLERANCE);
}

const calendar = new WorkingCalendar([
  {
    year: 2025,
    daysOff: ['27', '28', '29', '30', '31'].map((on) => `2025-01-${on}`).concat('2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02'),
    daysWorked: ['2025-04-26'],
  },
  { year: 2026, daysOff: ['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'], daysWorked: [] },
]);

const ONE = { pilots: [5 - 8, 4.5 - 7, 6.5 - 9], others: [8 - 8.5, 7 - 7.5, 8.2 - 8, 6 - 6.5, 8.6 - 9] };
const OTHER = { pilots: [-1.2, -0.4, -0.9], others: [-0.5, -0.5, 0.2, -0.5, -1] };

test('time saved against before and against the limit are two figures', () => {
  const saved = timeSaved({ files: 40, limit: 5, before: 4.2, now: 1.5 });
  near(saved.againstBefore, 108);
  near(saved.againstLimit ?? NaN, 140);
  expect(timeSaved({ files: 40, limit: null, before: 4.2, now: 1.5 }).againstLimit).toBeNull();
});

test.each([
  ['2025-04-24', 3, '2025-04-28'],
  ['2025-04-29', 3, '2025-05-07'],
  ['2026-02-13', 5, '2026-02-27'],
])('%s and %i working days is %s, over worked Saturdays and Tết', (from, amount, to) => {
  expect(calendar.lastDay(from, { amount, countedIn: 'WORKING_DAY' })).toBe(to);
  expect(calendar.workingDays(from, to)).toBe(amount);
});

test('a difference that one arrangement of 56 gives is shown, and stands whichever commune is left out', () => {
  const found = exactDifference(ONE.pilots, ONE.others);
  near(found.difference, -8 / 3 + 0.34);
  expect(found.test).toEqual({ arrangements: 56, asLow: 1, asFar: 1 });
  expect(found.leaveOneOut?.low.toFixed(2)).toBe('-2.41');
  expect(found.leaveOneOut?.high.toFixed(2)).toBe('-2.16');
  expect(isShown(found)).toBe(true);
});

test('a difference that nine arrangements of 56 give is not shown; equal ones count', () => {
  const found = exactDifference(OTHER.pilots, OTHER.others);
  near(found.difference, -2.5 / 3 + 0.46);
  expect(found.test).toEqual({ arrangements: 56, asLow: 9, asFar: 16 });
  expect(isShown(found)).toBe(false);
});

test('under two pilot units or three to compare with there is no p, and nothing is shown', () => {
  for (const [pilots, others] of [
    [[-5], [0, 0, 0]],
    [
      [-5, -5],
      [0, 0],
    ],
  ] as const) {
    const found = exactDifference(pilots, others);
    expect(found.test).toBeNull();
    expect(isShown(found)).toBe(false);
  }
});

test('the other way round nothing is shown, however rare it is', () => {
  const worse = exactDifference(
    ONE.pilots.map((change) => -change),
    ONE.others.map((change) => -change),
  );
  expect(worse.test?.asFar).toBe(1);
  expect(isShown(worse)).toBe(false);
});

const took = (files: number, mean: number): Took => ({ files, days: files * mean });
const none = took(0, 0);
const unit = (unitId: string, arm: UnitTook['arm'], [before, since]: readonly [number, number], files = 10): UnitTook => ({
  ...{ unitId, arm },
  onDay: { EARLIER: took(files, before), BEFORE: took(files, before), SINCE: took(files, since) },
  otherDays: { EARLIER: none, BEFORE: took(files, before), SINCE: took(files, before) },
});
const UNITS: readonly UnitTook[] = [
  ...[unit('A', 'PILOT', [8, 5], 90), unit('B', 'PILOT', [7, 4.5]), unit('C', 'PILOT', [9, 6.5])],
  ...[unit('D', 'COMPARISON', [8.5, 8]), unit('E', 'COMPARISON', [7.5, 7], 400), unit('F', 'COMPARISON', [8, 8.2])],
  ...[unit('G', 'COMPARISON', [6.5, 6]), unit('H', 'COMPARISON', [9, 8.6])],
];

test('each commune counts once, however many files it has; nothing is found before it began and on other days', () => {
  const result = resultOf(UNITS, { weekday: 5, limit: 10 });
  near(result.main?.difference ?? NaN, -8 / 3 + 0.34);
  near(result.placebo?.difference ?? NaN, 0);
  near(result.otherDays?.difference ?? NaN, 0);
  near(result.saved.againstBefore, 90 * 3 + 10 * 2.5 + 10 * 2.5);
  expect(result).toMatchObject({ shown: true, leftOut: [], saved: { files: 110 } });
  expect(resultOf(UNITS, { weekday: null, limit: null })).toMatchObject({ otherDays: null, saved: { againstLimit: null } });
});

test('a commune without files since is left out by name, not counted as nothing', () => {
  const silent = UNITS.map((one) => (one.unitId === 'D' ? { ...one, onDay: { ...one.onDay, SINCE: none } } : one));
  const result = resultOf(silent, { weekday: null, limit: null });
  expect(result.leftOut).toEqual(['D']);
  near(result.main?.difference ?? NaN, -8 / 3 + 0.3);
});
