import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type CalendarOrder, whyNotList } from '../domain/calendar-policy.js';
import { CalendarYear } from '../domain/calendar-year.entity.js';

/** The working calendar, typed from each year's notice. */
@Injectable()
export class CalendarService {
  constructor(private readonly work: UnitOfWork) {}

  /** The list of a year that has none. Refuses `CALENDAR_ENTERED`, and as `whyNotList` says. */
  async enterWorkingCalendar(actor: Actor, order: CalendarOrder): Promise<CalendarYear> {
    return this.work.act(actor, 'enterWorkingCalendar', async ({ em, at, record }) => {
      refuseIf(whyNotList(order, at));
      if (await em.count(CalendarYear, { year: order.year })) throw new Refused('CALENDAR_ENTERED', {}, 'year');
      const calendar = CalendarYear.of(order, at);
      em.persist(calendar);
      await em.flush();
      await writeDays(em, calendar, order);
      record({ subject: { type: 'CalendarYear', id: calendar.id }, after: { ...order } });
      return calendar;
    });
  }

  /** The whole list anew, by a later notice or because it was mistyped; terms that were told already stand. Refuses `STALE`, and as `whyNotList` says. */
  async changeWorkingCalendar(
    actor: Actor,
    { calendarId, version, reason, ...given }: Omit<CalendarOrder, 'year'> & { calendarId: string; version: number; reason: string },
  ): Promise<CalendarYear> {
    return this.work.act(actor, 'changeWorkingCalendar', async ({ em, at, record, held }) => {
      const calendar = await held(await em.findOneOrFail(CalendarYear, { id: calendarId }), version);
      const order = { ...given, year: calendar.year };
      refuseIf(whyNotList(order, at));
      const { year, decisionNumber, issuer, decidedOn } = calendar;
      const before = { year, decisionNumber, issuer, decidedOn, ...(await daysOf(em, calendar)) };
      calendar.write(order, at);
      await em.flush();
      await writeDays(em, calendar, order);
      record({ subject: { type: 'CalendarYear', id: calendar.id }, before, after: { ...order }, reason });
      return calendar;
    });
  }
}

async function daysOf(em: EntityManager, { id }: CalendarYear): Promise<{ daysOff: string[]; daysWorked: string[] }> {
  const { rows } = await sql<{ on: string; kind: string }>`
    select "on"::text as "on", kind from calendar_day where calendar_id = ${id} order by "on"`.execute(em.getKysely());
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ on }) => on);
  return { daysOff: of('OFF'), daysWorked: of('WORK') };
}

async function writeDays(em: EntityManager, { id }: CalendarYear, { daysOff, daysWorked }: CalendarOrder): Promise<void> {
  await sql`delete from calendar_day where calendar_id = ${id}`.execute(em.getKysely());
  await sql`insert into calendar_day ("on", calendar_id, kind)
    select d, ${id}::uuid, 'OFF' from unnest(${[...daysOff]}::date[]) d union all select d, ${id}::uuid, 'WORK' from unnest(${[...daysWorked]}::date[]) d`.execute(
    em.getKysely(),
  );
}
