import { WorkingCalendar } from '#domain/units';
import { type Refused } from '#lib/kernel';
import { AFTER_EXPIRY, AFTER_FILING, fileBy, goesToday, lastDayOf, plannedSteps, safeDay } from './licence-dates.js';

/** Calendar G. */
const G = new WorkingCalendar([
  {
    year: 2025,
    daysOff: [...['01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02', '09-01', '09-02']].map(
      (day) => `2025-${day}`,
    ),
    daysWorked: ['2025-04-26'],
  },
  {
    year: 2026,
    daysOff: ['01-01', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01'].map((day) => `2026-${day}`),
    daysWorked: [],
  },
]);
const STEPS = [60, 30, 7];
const RETAIL = { term: { amount: 5, countedIn: 'YEAR' }, before: { amount: 30, countedIn: 'DAY' } } as const;
const FOOD = { term: { amount: 3, countedIn: 'YEAR' }, before: { amount: 6, countedIn: 'MONTH' } } as const;

describe('Services, section 1: expiry reminders', () => {
  test.each([
    ['2021-03-26', RETAIL, '2026-03-26', '2026-02-24', '2026-02-24', ['2025-12-26', '2026-01-23', '2026-02-13']],
    ['2020-05-31', RETAIL, '2025-05-31', '2025-05-01', '2025-04-29', ['2025-02-28', '2025-04-01', '2025-04-24']],
    ['2022-10-26', FOOD, '2025-10-26', '2025-04-26', '2025-04-26', ['2025-02-25', '2025-03-27', '2025-04-18']],
    ['2021-02-19', RETAIL, '2026-02-19', '2026-01-20', '2026-01-20', ['2025-11-21', '2025-12-19', '2026-01-13']],
  ])('issued on %s it ends, is filed and is reminded of by calendar G', (...row) => {
    const [issuedOn, { term, before }, expiresOn, by, safe, reminded] = row;
    expect(lastDayOf(issuedOn, term)).toBe(expiresOn);
    expect(fileBy(expiresOn, before, G)).toBe(by);
    expect(safeDay(by, G)).toBe(safe);
    const planned = plannedSteps({ expiresOn, by }, STEPS, G);
    expect(planned.filter(({ wording }) => wording === 'BEFORE').map(({ dueOn }) => dueOn)).toEqual(reminded);
  });

  test('a term that ends on 29 February of a common year ends on the 28th', () => {
    expect(lastDayOf('2024-02-29', { amount: 3, countedIn: 'YEAR' })).toBe('2027-02-28');
  });

  test('after the last day to file and after the end there is one reminder each, on the next working day', () => {
    const after = plannedSteps({ expiresOn: '2026-03-26', by: '2026-02-14' }, [], G);
    expect(after).toEqual([
      { step: AFTER_FILING, wording: 'OVERDUE', nominalOn: '2026-02-15', dueOn: '2026-02-23' },
      { step: AFTER_EXPIRY, wording: 'EXPIRED', nominalOn: '2026-03-27', dueOn: '2026-03-27' },
    ]);
  });

  const firstRow = plannedSteps({ expiresOn: '2026-03-26', by: '2026-02-24' }, STEPS, G);
  const secondRow = plannedSteps({ expiresOn: '2025-05-31', by: '2025-05-01' }, STEPS, G);
  const told = ({ goes, leaves }: ReturnType<typeof goesToday<{ step: number; dueOn: string }>>) => [
    goes?.step ?? null,
    leaves.map(({ step }) => step),
  ];

  test('down from 23 to 27 January 2026, what was due on the 23rd goes once on the 28th, and is late', () => {
    const open = firstRow.filter(({ step }) => step !== 60);
    const { goes } = goesToday(open, '2026-01-28');
    expect(goes).toMatchObject({ step: 30, dueOn: '2026-01-23' });
    expect(
      told(
        goesToday(
          open.filter((one) => one !== goes),
          '2026-01-29',
        ),
      ),
    ).toEqual([null, []]);
  });

  test('imported on 10 April 2025, thirty days before goes now, sixty is left out and seven stays planned', () => {
    expect(told(goesToday(secondRow, '2025-04-10'))).toEqual([30, [60]]);
    const { goes, leaves } = goesToday(secondRow, '2025-04-10');
    const left = secondRow.filter((one) => one !== goes && !leaves.includes(one));
    expect(left.map(({ step, dueOn }) => [step, dueOn])).toEqual([
      [7, '2025-04-24'],
      [AFTER_FILING, '2025-05-05'],
      [AFTER_EXPIRY, '2025-06-02'],
    ]);
  });

  test('one that was put off beyond a later step does not come after it', () => {
    const open = secondRow.map((one) => (one.step === 30 ? { ...one, dueOn: '2025-04-28' } : one)).filter(({ step }) => step !== 60);
    expect(told(goesToday(open, '2025-04-24'))).toEqual([7, [30]]);
  });

  test('of all that was missed after the end, that it has ended is said alone, and then nothing more', () => {
    expect(told(goesToday(firstRow, '2026-06-01'))).toEqual([AFTER_EXPIRY, [60, 30, 7, AFTER_FILING]]);
    expect(told(goesToday([], '2026-06-02'))).toEqual([null, []]);
  });

  test('fifteen working days before the end count what is worked, and nothing of a year without a list', () => {
    expect(fileBy('2026-03-06', { amount: 15, countedIn: 'WORKING_DAY' }, G)).toBe('2026-02-06');
    const missing = (): unknown => fileBy('2027-01-10', { amount: 15, countedIn: 'WORKING_DAY' }, G);
    expect(missing).toThrow(expect.objectContaining({ code: 'CALENDAR_MISSING' } satisfies Partial<Refused>));
  });
});
