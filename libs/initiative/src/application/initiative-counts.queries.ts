import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type CountBy, type Counted, Database } from '#lib/platform';

/** How many initiatives were sent in, and what became of them. */
export interface InitiativeCount extends Counted {
  readonly received: number;
  readonly toScreen: number;
  readonly returned: number;
  readonly eligible: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

const LINE: Readonly<Record<CountBy, { readonly columns: RawBuilder<unknown>; readonly order: RawBuilder<unknown> }>> = {
  YEAR: { columns: sql`c.year::text as key, c.year::text as "nameVi", c.year::text as "nameEn"`, order: sql`1 desc` },
  AREA: { columns: sql`a.id::text as key, a.name_vi as "nameVi", a.name_en as "nameEn"`, order: sql`received desc, 2, 1` },
  UNIT: { columns: sql`u.id::text as key, u.name_vi as "nameVi", u.name_en as "nameEn"`, order: sql`received desc, 2, 1` },
};
const MOST_LINES = 1000;

/** Counts of what was sent to contests, for those who screen or lead them. Nothing of the judging is among them. */
@Injectable()
export class InitiativeCountQueries {
  constructor(private readonly database: Database) {}

  initiativeCounts(actor: Actor, { by, year }: { readonly by: CountBy; readonly year?: number | null }): Promise<InitiativeCount[]> {
    const units = [...new Set([...actor.unitsFor('initiative:screen'), ...actor.unitsFor('contest:decide')])];
    const counted = (state: string) => sql`(count(*) filter (where i.state = ${state}))::int`;
    return this.database.rows(sql<InitiativeCount>`
      select ${LINE[by].columns}, count(*)::int as received, ${counted('SUBMITTED')} as "toScreen", ${counted('RETURNED')} as returned,
        ${counted('ELIGIBLE')} as eligible, ${counted('REJECTED')} as rejected, ${counted('WITHDRAWN')} as withdrawn
      from contest c join initiative i on i.contest_id = c.id and i.submitted_at is not null
      join reform_area a on a.id = i.area_id join unit u on u.id = i.owner_id
      where c.host_id = any(${units}::uuid[]) and ${typeof year === 'number' ? sql`c.year = ${year}` : sql`true`}
      group by 1, 2, 3 order by ${LINE[by].order} limit ${MOST_LINES}`);
  }
}
