import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, addDays, addMonths, localDate, newId } from '#lib/kernel';
import { type Act, Database, Every, Pieces } from '#lib/platform';
import { CalendarQueries } from '#lib/units';

/** Working days after a month in which what is held may still be decided on. */
const SETTLES_AFTER = 5;
const LOOKED_BACK_MONTHS = 6;

/** Publishes each month's ratings once, when it has settled. */
@Injectable()
export class PublicationJobs {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarQueries,
    private readonly pieces: Pieces,
    private readonly clock: Clock,
  ) {}

  @Every('feedback.publishMonths', 3600)
  async publish(signal?: AbortSignal): Promise<void> {
    const today = localDate(this.clock.now());
    const last = addMonths(`${today.slice(0, 7)}-01`, -1);
    const months = await this.database.rows(sql<{ month: string }>`
      select m.month::date::text as month from generate_series(${addMonths(last, 1 - LOOKED_BACK_MONTHS)}::date, ${last}::date, interval '1 month') m (month)
      where not exists (select 1 from rating_publication p where p.month = m.month::date)
        and exists (select 1 from counter c join rating r on r.counter_id = c.id and r.day between m.month::date and (m.month + interval '1 month')::date - 1)
      order by 1`);
    const pieces = months.map(({ month }) => [month, (act: Act) => this.publishMonth(act, month)] as const);
    await this.pieces.each('feedback.publishMonths', signal, pieces);
  }

  /** Not before what was held could be decided on, by the working calendar. */
  private async publishMonth({ em, at, record }: Act, month: string): Promise<void> {
    const lastDay = addDays(addMonths(month, 1), -1);
    const calendar = await this.calendars.calendar();
    const today = localDate(at);
    if (today <= calendar.lastDay(lastDay, { amount: SETTLES_AFTER, countedIn: 'WORKING_DAY' })) return;
    const id = newId();
    const { rows } = await sql<{ ratings: number }>`
      with given as (
        select c.unit_id, c.illustrative, r.field, r.tier, r.level, r.standing, r.rule
        from counter c join rating r on r.counter_id = c.id and r.day between ${month}::date and ${lastDay}::date),
      published as (
        insert into rating_publication (id, month, published_on, illustrative)
        select ${id}::uuid, ${month}::date, ${today}::date, bool_or(illustrative) from given),
      counted as (
        insert into published_rating (id, publication_id, unit_id, field, tier, level, rated, counted, held, excluded)
        select gen_random_uuid(), ${id}::uuid, unit_id, field, tier, level, count(*), count(*) filter (where standing = 'COUNTED'),
          count(*) filter (where rule is not null), count(*) filter (where standing = 'EXCLUDED')
        from given group by unit_id, field, tier, level)
      select count(*)::int as ratings from given`.execute(em.getKysely());
    record({ subject: { type: 'RatingPublication', id }, after: { month, ratings: rows[0]?.ratings ?? 0 } });
  }
}
