import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { addMonths, Clock, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { CHECK_MONTHS, DECAY_MONTHS, FRESH_MONTHS } from '../domain/sustained.js';

/** An adoption that is or was sustained, what shows it on which days, and the officers who are asked. */
export interface Sustained {
  readonly id: string;
  readonly since: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly evidenceOn: readonly string[];
  readonly people: readonly string[];
}

/** Adoptions as the checks of sustained use look at them. */
@Injectable()
export class SustainedQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those sustained whose first check has come near, and the day that it is. */
  async near(): Promise<{ today: string; rows: Sustained[] }> {
    const today = localDate(this.clock.now());
    const latest = addMonths(today, FRESH_MONTHS);
    const [first] = CHECK_MONTHS;
    const which = sql`a.state = 'SUSTAINED' and a.basis <> 'EXEMPT' and (a.since + make_interval(months => ${first}))::date <= ${latest}::date`;
    return { today, rows: await this.database.rows(sustained(today, which)) };
  }

  /** One that is in use. */
  inUse(id: string): Promise<Sustained | null> {
    return this.database.first(sustained(localDate(this.clock.now()), sql`a.id = ${id} and a.state = 'IN_USE'`));
  }
}

function sustained(today: string, which: RawBuilder<unknown>) {
  return sql<Sustained>`
    select a.id, a.since::text as since, r.title_vi as "titleVi", r.title_en as "titleEn",
      array(select e.given_on::text from adoption_evidence e where e.adoption_id = a.id) as "evidenceOn",
      array(select distinct g.person_id::text from ${grantsOn(today)} g where g.unit_id = a.unit_id and g.role = 'COMMUNE_OFFICER') as people
    from adoption a join rollout r on r.id = a.rollout_id where ${which} order by a.id`;
}

/** The rule of `checkUnderWay` for adoptions `a`, as rows `(asked_from date, asked_until date)`; a test holds the two against each other. */
export const checksUnderWay = (day: string): RawBuilder<unknown> => sql`(
  select span.asked_from, span.asked_until
  from (values ${sql.join(CHECK_MONTHS.map((months) => sql`(${months}::int)`))}) asked (months)
  cross join lateral (select (a.since + make_interval(months => asked.months))::date as due) check_of
  cross join lateral (select (check_of.due - make_interval(months => ${FRESH_MONTHS}))::date as asked_from,
    (check_of.due + make_interval(months => ${DECAY_MONTHS}))::date as asked_until) span
  where a.state = 'SUSTAINED' and a.basis <> 'EXEMPT' and span.asked_from <= ${day}::date and ${day}::date < span.asked_until
    and not exists (select 1 from adoption_evidence e where e.adoption_id = a.id and e.given_on between span.asked_from and ${day}::date)
  order by span.asked_from limit 1)`;
