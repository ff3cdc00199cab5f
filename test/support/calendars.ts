import { type Dated } from './dated-acts.js';

/** The notice of a year, and its days off. */
export const A_NOTICE = {
  decisionNumber: '15/TB-UBND',
  issuer: 'Ủy ban nhân dân huyện',
  decidedOn: '2025-12-10',
  daysOff: ['2026-01-01'],
  daysWorked: [],
};

/** The working calendar, typed from its notices. */
export const DATED_CALENDARS: readonly Dated[] = [
  {
    field: 'EnterWorkingCalendarInput.decidedOn',
    by: 'organiser',
    operation: 'enterWorkingCalendar',
    input: (decidedOn) => ({ ...A_NOTICE, year: 2027, daysOff: [], decidedOn }),
    path: 'decidedOn',
  },
  {
    field: 'ChangeWorkingCalendarInput.decidedOn',
    by: 'organiser',
    operation: 'changeWorkingCalendar',
    input: async (decidedOn, { world: { calendarId }, versionOf }) => ({
      ...A_NOTICE,
      calendarId,
      version: await versionOf('calendar_year', calendarId!),
      decidedOn,
      reason: 'Nhập nhầm.',
    }),
    path: 'decidedOn',
  },
];
