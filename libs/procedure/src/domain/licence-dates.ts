import { type Term, type WorkingCalendar } from '#domain/units';
import { Refused, addDays, addMonths } from '#lib/kernel';

/** What the days of a licence are reckoned by. */
export interface LicenceRule {
  /** Null: the licence has no end. */
  readonly term: Term | null;
  /** How long before the end the renewal is to be filed. */
  readonly fileBefore: Term;
  /** Days before the last day to file on which its holder is reminded, the furthest first. */
  readonly steps: readonly number[];
}

/**
 * The last day of a licence: months and years end on the same date, else on the month's last (Civil Code 2015, Article 147). It is what is printed on
 * the paper, so that a day off moves it no further.
 */
export function lastDayOf(issuedOn: string, { amount, countedIn }: Term): string {
  if (countedIn === 'DAY' || countedIn === 'WORKING_DAY') return addDays(issuedOn, amount);
  return addMonths(issuedOn, countedIn === 'YEAR' ? amount * 12 : amount);
}

/** The last day on which the renewal can be filed. Refuses `CALENDAR_MISSING` where it is counted in working days of a year without a list. */
export function fileBy(expiresOn: string, { amount, countedIn }: Term, calendar: WorkingCalendar): string {
  if (countedIn === 'DAY') return addDays(expiresOn, -amount);
  if (countedIn !== 'WORKING_DAY') return addMonths(expiresOn, countedIn === 'YEAR' ? amount * -12 : -amount);
  let day = expiresOn;
  for (let left = amount; left > 0; left -= calendar.isWorking(day) ? 1 : 0) day = addDays(day, -1);
  return day;
}

/** The last working day on which filing is still in time: no rule moves a limit on that is counted backwards. */
export const safeDay = (by: string, calendar: WorkingCalendar): string => calendar.workingUpTo(by);

export const LICENCE_STANDINGS = ['VALID', 'DUE', 'OVERDUE', 'EXPIRED'] as const;
/** How a licence stands towards its end; computed when it is read, and kept nowhere. */
export type LicenceStanding = (typeof LICENCE_STANDINGS)[number];

export const REMINDER_WORDINGS = ['BEFORE', 'OVERDUE', 'EXPIRED'] as const;
/** What a reminder says: file by a day; that the day is over; that the licence is. */
export type ReminderWording = (typeof REMINDER_WORDINGS)[number];

/** Which step a reminder is of: so many days before the last day to file, or one of these after it. */
export const AFTER_FILING = 0;
export const AFTER_EXPIRY = -1;

export interface PlannedStep {
  readonly step: number;
  readonly wording: ReminderWording;
  readonly nominalOn: string;
  readonly dueOn: string;
}

/**
 * When a holder is reminded: counted from the last day to file, since it is late filing that costs; each moved to the working day before it. After
 * that day and after the end there is one each, on the next working day. What falls into a year without a list is planned once there is one.
 */
export function plannedSteps(
  { expiresOn, by }: { expiresOn: string; by: string },
  steps: readonly number[],
  calendar: WorkingCalendar,
): PlannedStep[] {
  const before = steps.map((step) => {
    const nominalOn = addDays(by, -step);
    return known(() => ({ step, wording: 'BEFORE' as const, nominalOn, dueOn: calendar.workingUpTo(nominalOn) }));
  });
  const after = (step: number, wording: ReminderWording, day: string) => {
    const nominalOn = addDays(day, 1);
    return known(() => ({ step, wording, nominalOn, dueOn: calendar.workingFrom(nominalOn) }));
  };
  const planned = [...before, after(AFTER_FILING, 'OVERDUE', by), after(AFTER_EXPIRY, 'EXPIRED', expiresOn)];
  return planned.filter((step) => step !== null);
}

/** What the calendar says; null where its year has no list yet. */
export function known<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refused && error.code === 'CALENDAR_MISSING') return null;
    throw error;
  }
}

/**
 * Of the steps that were not made yet: what is made today, and what is left out for it. Whatever was due by today is taken, so that days on which
 * nothing ran lose none; of several the latest alone goes, and one of an earlier step that was put off beyond it does not come after it.
 */
export function goesToday<T extends Pick<PlannedStep, 'step' | 'dueOn'>>(
  open: readonly T[],
  today: string,
): { goes: T | null; leaves: readonly T[] } {
  const bySteps = open.toSorted((one, other) => other.step - one.step);
  const goes = bySteps.findLast(({ dueOn }) => dueOn <= today) ?? null;
  return { goes, leaves: goes ? bySteps.filter(({ step }) => step > goes.step) : [] };
}

/** What may be written as the end of a term: its last day, or the day before, where the day of issue was counted as the first. */
export function endOfTerm(issuedOn: string, term: Term): { readonly last: string; readonly dayBefore: string } {
  const last = lastDayOf(issuedOn, term);
  return { last, dayBefore: addDays(last, -1) };
}
