import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type CountBy, type Counted, Database } from '#lib/platform';

/** How many prizes were published. */
export interface PrizeCount extends Counted {
  readonly prizes: number;
  readonly revoked: number;
  readonly money: number;
}

const LINE: Readonly<Record<CountBy, { readonly columns: RawBuilder<unknown>; readonly order: RawBuilder<unknown> }>> = {
  YEAR: { columns: sql`c.year::text as key, c.year::text as "nameVi", c.year::text as "nameEn"`, order: sql`1 desc` },
  AREA: { columns: sql`a.id::text as key, a.name_vi as "nameVi", a.name_en as "nameEn"`, order: sql`prizes desc, 2, 1` },
  UNIT: { columns: sql`u.id::text as key, u.name_vi as "nameVi", u.name_en as "nameEn"`, order: sql`prizes desc, 2, 1` },
};
const MOST_LINES = 1000;

/** Counts of what everybody may read. */
@Injectable()
export class PrizeCountQueries {
  constructor(private readonly database: Database) {}

  prizeCounts({ by, year }: { readonly by: CountBy; readonly year?: number | null }): Promise<PrizeCount[]> {
    return this.database.rows(sql<PrizeCount>`
      select ${LINE[by].columns}, (count(*) filter (where w.revoked_at is null))::int as prizes,
        (count(*) filter (where w.revoked_at is not null))::int as revoked, coalesce(sum(w.amount) filter (where w.revoked_at is null), 0)::float8 as money
      from award w join award_decision d on d.id = w.decision_id and d.state = 'PUBLISHED' join contest c on c.id = d.contest_id
      join initiative i on i.id = w.initiative_id join reform_area a on a.id = i.area_id join unit u on u.id = i.owner_id
      where ${typeof year === 'number' ? sql`c.year = ${year}` : sql`true`}
      group by 1, 2, 3 order by ${LINE[by].order} limit ${MOST_LINES}`);
  }
}
