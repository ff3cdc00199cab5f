import { Refused, addDays, addMonths } from '#lib/kernel';

/** The days of one year that differ from an ordinary week, each `YYYY-MM-DD`. */
export interface YearOfWork {
  readonly year: number;
  /** Holidays, and days given in exchange for a worked weekend. */
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays on which offices work in exchange. */
  readonly daysWorked: readonly string[];
}

export const TERM_UNITS = ['WORKING_DAY', 'DAY', 'MONTH', 'YEAR'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

/** How long somebody has. */
export interface Term {
  readonly amount: number;
  readonly countedIn: TermUnit;
}

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/**
 * Which days offices work. The list of a year comes from that year's notice and from nowhere else: of a year without one nothing is known, and
 * whatever needs it refuses `CALENDAR_MISSING`.
 */
export class WorkingCalendar {
  private readonly off: ReadonlySet<string>;
  private readonly worked: ReadonlySet<string>;
  private readonly known: ReadonlySet<number>;

  constructor(years: readonly YearOfWork[]) {
    this.known = new Set(years.map(({ year }) => year));
    this.off = new Set(years.flatMap(({ daysOff }) => daysOff));
    this.worked = new Set(years.flatMap(({ daysWorked }) => daysWorked));
  }

  isWorking(day: string): boolean {
    const year = Number(day.slice(0, 4));
    if (!this.known.has(year)) throw new Refused('CALENDAR_MISSING', { year: String(year) });
    return this.worked.has(day) || !(isWeekend(day) || this.off.has(day));
  }

  /** The day itself where it is worked, else the next that is. */
  workingFrom(day: string): string {
    return this.isWorking(day) ? day : this.workingFrom(addDays(day, 1));
  }

  /** The day itself where it is worked, else the last before it: for a limit that is counted backwards, which no rule moves on. */
  workingUpTo(day: string): string {
    return this.isWorking(day) ? day : this.workingUpTo(addDays(day, -1));
  }

  /** How many days are worked after `from`, up to and with `to`. */
  workingDays(from: string, to: string): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (this.isWorking(day)) count += 1;
    return count;
  }

  /**
   * The last day of a term that begins with an event on `from`. The day of the event is not counted; months and years end on the same date, else on
   * the month's last day; a last day that is not worked moves to the next that is (Civil Code 2015, Articles 147 and 148).
   */
  lastDay(from: string, { amount, countedIn }: Term): string {
    if (countedIn === 'WORKING_DAY') return this.workingDayAfter(from, amount);
    if (countedIn === 'DAY') return this.workingFrom(addDays(from, amount));
    return this.workingFrom(addMonths(from, countedIn === 'YEAR' ? amount * 12 : amount));
  }

  private workingDayAfter(from: string, count: number): string {
    let day = from;
    for (let left = count; left > 0; left -= this.isWorking(day) ? 1 : 0) day = addDays(day, 1);
    return day;
  }
}
