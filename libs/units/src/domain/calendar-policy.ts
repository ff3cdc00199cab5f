import { Refused, type WhyNot, allRefused, localDate, whyNotDate } from '#lib/kernel';
import { type YearOfWork, isWeekend } from './working-calendar.js';

/** What is written of a year, from its notice. */
export interface CalendarOrder extends YearOfWork {
  readonly decisionNumber: string;
  readonly issuer: string;
  readonly decidedOn: string;
}

/**
 * Why a list of days cannot stand: a day outside its year, named twice or both off and worked, a weekday that would be worked in exchange, or a
 * notice dated after today. All at once.
 */
export function whyNotList({ year, daysOff, daysWorked, decidedOn }: CalendarOrder, at: Date): WhyNot {
  const named = new Set<string>();
  const faults: Refused[] = [];
  for (const [field, days] of Object.entries({ daysOff, daysWorked })) {
    for (const [place, on] of days.entries()) {
      const path = `${field}.${String(place)}`;
      if (!on.startsWith(`${String(year)}-`)) faults.push(new Refused('CALENDAR_OTHER_YEAR', { on, year: String(year) }, path));
      if (named.has(on)) faults.push(new Refused('CALENDAR_DAY_TWICE', { on }, path));
      if (field === 'daysWorked' && !isWeekend(on)) faults.push(new Refused('CALENDAR_DAY_ORDINARY', { on }, path));
      named.add(on);
    }
  }
  const ahead = whyNotDate('DECISION', decidedOn, { now: localDate(at), path: 'decidedOn' });
  return allRefused([...(ahead ? [ahead] : []), ...faults]);
}
