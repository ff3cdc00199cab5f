import { type Locale } from './actor.js';

/** The first and the last day that anything here is dated: wide enough for any paper, narrow enough that a slip of the keys shows. */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2200-12-31';

const HOUR = 3_600_000;
/** Hà Nội has kept this one offset since 1975, summer and winter. */
const OFFSET = 7 * HOUR;

const FIRST_MOMENT = Date.parse(`${FIRST_DAY}T00:00:00+07:00`);
const LAST_MOMENT = Date.parse(`${LAST_DAY}T23:59:59.999+07:00`);

/** True for a day that the calendar has, as `YYYY-MM-DD`, between the first day and the last. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

// Hours to 23, minutes and seconds to 59; of a fraction, milliseconds: whatever is finer would be lost, so it may only be zeros.
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3}0*)?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/;

/** The moment that an ISO 8601 text with its zone names; null where the calendar, the clock or the world has none such. */
export function readMoment(text: string): Date | null {
  const [, day = ''] = MOMENT.exec(text) ?? [];
  if (!isDay(day)) return null;
  const at = Date.parse(text);
  return at >= FIRST_MOMENT && at <= LAST_MOMENT ? new Date(at) : null;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** The day after a day. */
export const dayAfter = (day: string): string => addDays(day, 1);

/** So many calendar months later; where the month has no such day, its last: 31 August and six months is 28 or 29 February. As PostgreSQL adds months. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** A day as officials write it: `15/10/2026`, and in English `15 October 2026`. */
export function shownDay(day: string, locale: Locale = 'vi'): string {
  return locale === 'vi' ? day.split('-').reverse().join('/') : ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`));
}

/** What the clock and the calendar on a wall in Hà Nội show at a moment, in the fields that `Date` calls UTC. */
export function wallClock(at: Date): Date {
  return new Date(at.getTime() + OFFSET);
}

/** The moment at which a wall in Hà Nội shows this. */
export function atWallClock(shown: Date): Date {
  return new Date(shown.getTime() - OFFSET);
}
