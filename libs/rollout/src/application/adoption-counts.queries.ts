import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { type CountBy, type Counted, Database } from '#lib/platform';
import { type AdoptionCounted, adoptionsAsOf, countsAs, coverageOf } from './adoptions-as-of.js';
import { seesHost } from './reach.js';

/** How far adopted initiatives are, today. */
export interface AdoptionCount extends Counted {
  readonly rollouts: number;
  readonly expected: number;
  readonly inUse: number;
  readonly overdue: number;
  /** In per cent of the expected, to one decimal. */
  readonly coverage: string | null;
}

const LINE: Readonly<Record<CountBy, { readonly columns: RawBuilder<unknown>; readonly order: RawBuilder<unknown> }>> = {
  YEAR: { columns: sql`c.year::text as key, c.year::text as "nameVi", c.year::text as "nameEn"`, order: sql`1 desc` },
  AREA: { columns: sql`area.id::text as key, area.name_vi as "nameVi", area.name_en as "nameEn"`, order: sql`expected desc, 2, 1` },
  UNIT: { columns: sql`u.id::text as key, u.name_vi as "nameVi", u.name_en as "nameEn"`, order: sql`2, 1` },
};
const MOST_LINES = 1000;

/** Counts over all roll-outs that somebody may see. */
@Injectable()
export class AdoptionCountQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  adoptionCounts(actor: Actor, { by, year }: { readonly by: CountBy; readonly year?: number | null }): Promise<AdoptionCount[]> {
    const today = localDate(this.clock.now());
    const counted = (as: AdoptionCounted) => sql`(count(*) filter (where ${countsAs(as, today)}))`;
    const [used, expected] = [counted('IN_USE'), counted('EXPECTED')];
    return this.database.rows(sql<AdoptionCount>`
      select ${LINE[by].columns}, count(distinct r.id)::int as rollouts, ${expected}::int as expected, ${used}::int as "inUse",
        ${counted('OVERDUE')}::int as overdue, ${coverageOf(used, expected)} as coverage
      from rollout r join roster on roster.id = r.roster_id join initiative i on i.id = r.initiative_id join contest c on c.id = i.contest_id
      join reform_area area on area.id = i.area_id left join ${adoptionsAsOf(today)} s on s.rollout_id = r.id left join unit u on u.id = s.unit_id
      where ${by === 'UNIT' ? sql`u.id is not null` : sql`true`} and ${seesHost(actor, sql`roster.host_id`)} and ${typeof year === 'number' ? sql`c.year = ${year}` : sql`true`}
      group by 1, 2, 3 order by ${LINE[by].order} limit ${MOST_LINES}`);
  }
}
