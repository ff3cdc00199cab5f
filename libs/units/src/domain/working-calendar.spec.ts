import { addDays } from '#lib/kernel';
import { type Term, WorkingCalendar } from './working-calendar.js';

// Calendar G of the worked examples.
const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, at) => addDays(first, at));
const calendar = new WorkingCalendar([
  {
    year: 2025,
    daysOff: [...daysFrom('2025-01-27', 5), '2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
    daysWorked: ['2025-04-26'],
  },
  { year: 2026, daysOff: ['2026-01-01', ...daysFrom('2026-02-16', 5), '2026-04-27', '2026-04-30', '2026-05-01'], daysWorked: [] },
]);

const lastDay = (from: string, term: Term) => calendar.lastDay(from, term);
const workingDays = (amount: number): Term => ({ amount, countedIn: 'WORKING_DAY' });

test.each([
  ['2025-04-24', 3, '2025-04-28', 'over a Saturday that is worked in exchange'],
  ['2025-04-29', 3, '2025-05-07', 'over holidays and the day given in exchange'],
  ['2026-02-13', 5, '2026-02-27', 'over Tết'],
  ['2025-04-25', 1, '2025-04-26', 'onto a Saturday that is worked'],
])('from %s on, %i working days end on %s: %s', (from, amount, end) => {
  expect(lastDay(from, workingDays(amount))).toBe(end);
  expect(calendar.workingDays(from, end)).toBe(amount);
});

test.each<[string, Term, string]>([
  ['2025-11-30', { amount: 3, countedIn: 'MONTH' }, '2026-03-02'],
  ['2025-01-31', { amount: 1, countedIn: 'MONTH' }, '2025-02-28'],
  ['2025-04-20', { amount: 10, countedIn: 'DAY' }, '2025-05-05'],
  ['2025-02-28', { amount: 1, countedIn: 'YEAR' }, '2026-03-02'],
  ['2025-04-16', { amount: 10, countedIn: 'DAY' }, '2025-04-26'],
])('a term from %s of %o ends on %s: a last day that is not worked moves on', (from, term, end) => {
  expect(lastDay(from, term)).toBe(end);
});

test('a limit that is counted backwards is kept on the last working day before it', () => {
  expect(['2025-05-01', '2026-01-25', '2026-02-17', '2025-04-19', '2025-04-26'].map((day) => calendar.workingUpTo(day))).toEqual([
    '2025-04-29',
    '2026-01-23',
    '2026-02-13',
    '2025-04-18',
    '2025-04-26',
  ]);
});

test('of a year without a list nothing is told, not even of its ordinary days', () => {
  const refusal = expect.objectContaining({ code: 'CALENDAR_MISSING', detail: { year: '2027' } });
  expect(() => calendar.isWorking('2027-03-03')).toThrow(refusal);
  expect(() => lastDay('2026-12-30', workingDays(3))).toThrow(refusal);
  expect(lastDay('2026-12-29', workingDays(2))).toBe('2026-12-31');
});
