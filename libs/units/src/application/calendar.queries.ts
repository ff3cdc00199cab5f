import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type CalendarOrder } from '../domain/calendar-policy.js';
import { type Term, WorkingCalendar, type YearOfWork } from '../domain/working-calendar.js';

export interface CalendarRead extends CalendarOrder {
  readonly id: string;
  readonly savedAt: Date;
  readonly version: number;
  readonly canChange: boolean;
}

/** When a term ends. */
export interface TermEnd {
  readonly lastDay: string;
  readonly workingDays: number;
}

/** The working calendar is public: it is of published notices. */
@Injectable()
export class CalendarQueries {
  constructor(private readonly database: Database) {}

  /** All years that have a list, the latest first: a row a year. */
  workingCalendars(actor: Actor | null): Promise<CalendarRead[]> {
    return this.database.rows(sql<CalendarRead>`select ${columns(actor)} from calendar_year c order by c.year desc`);
  }

  @Rereads('WorkingCalendar')
  workingCalendar(actor: Actor, id: string): Promise<CalendarRead | null> {
    return this.database.first(sql<CalendarRead>`select ${columns(actor)} from calendar_year c where c.id = ${id}`);
  }

  /** The calendar as it is known now. */
  async calendar(): Promise<WorkingCalendar> {
    return new WorkingCalendar(await this.database.rows(sql<YearOfWork>`select c.year, ${DAYS} from calendar_year c`));
  }

  /** The last day of a term, and how many days are worked in it. Refuses `CALENDAR_MISSING`. */
  async termEnd(from: string, term: Term): Promise<TermEnd> {
    const calendar = await this.calendar();
    const lastDay = calendar.lastDay(from, term);
    return { lastDay, workingDays: calendar.workingDays(from, lastDay) };
  }
}

const daysOf = (kind: string): RawBuilder<unknown> =>
  sql`coalesce((select json_agg(d."on" order by d."on") from calendar_day d where d.calendar_id = c.id and d.kind = ${kind}), '[]')`;

const DAYS = sql`${daysOf('OFF')} as "daysOff", ${daysOf('WORK')} as "daysWorked"`;

const columns = (
  actor: Actor | null,
): RawBuilder<unknown> => sql`c.id, c.year, c.decision_number as "decisionNumber", c.issuer, c.decided_on::text as "decidedOn", c.saved_at as "savedAt", c.version, ${DAYS},
  ${actor?.can('calendar:edit') ?? false}::boolean as "canChange"`;
