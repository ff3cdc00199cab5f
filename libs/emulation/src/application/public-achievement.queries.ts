import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Page, type PageArgs } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, byAge, rowById } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { KIND_NAMED, type TitleKindNamed } from './achievement.queries.js';

export interface PublicAchievementRead {
  readonly id: string;
  readonly fullName: string;
  readonly unitThen: UnitName;
  readonly kind: TitleKindNamed;
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
  readonly illustrative: boolean;
}

export interface PublicAchievementFilter {
  readonly year?: number | null;
  readonly kindId?: string | null;
  readonly order?: AgeOrder | null;
}

/** Those of records `a` that anyone may read. */
const PUBLISHED = sql<boolean>`a.state = 'CONFIRMED' and a.decision_number is not null and not a.without`;

const LATEST_YEAR: readonly OrderKey<PublicAchievementRead>[] = [
  { column: sql`a.year`, key: 'year', type: 'integer', descending: true },
  { column: sql`a.id`, key: 'id', type: 'uuid', descending: true },
];

const latest = (before: RawBuilder<boolean>): RawBuilder<unknown> =>
  sql`(select a.year from achievement a where ${PUBLISHED} and ${before} order by a.year desc limit 1)`;

/** What was decided, as it is public: whose title, of which unit, by which decision. What has no decision of its own is not there. */
@Injectable()
export class PublicAchievementQueries {
  constructor(private readonly database: Database) {}

  /** The years that there are any of, the latest first; from year to year by the index, however many there are of each. */
  async publicAchievementYears(): Promise<number[]> {
    const rows = await this.database.rows(sql<{ year: number }>`
      with recursive one (year) as (
        select ${latest(sql`true`)} union all select ${latest(sql`a.year < one.year`)} from one where one.year is not null)
      select year from one where year is not null order by year desc`);
    return rows.map(({ year }) => year);
  }

  /** The latest year first, or the earliest. */
  publicAchievements({ year, kindId, order, ...args }: PageArgs & PublicAchievementFilter): Promise<Page<PublicAchievementRead>> {
    const where = [PUBLISHED, ...(year ? [sql<boolean>`a.year = ${year}`] : []), ...(kindId ? [sql<boolean>`a.kind_id = ${kindId}`] : [])];
    const dress = {
      key: sql`a.id`,
      from: sql`${rowById('achievement', sql`page.key`)} a on true join title_kind k on k.id = a.kind_id join unit u on u.id = a.unit_then_id`,
    };
    const columns = sql`a.id, (select p.full_name from person p where p.id = a.person_id) as "fullName", ${KIND_NAMED} as kind, a.year,
      ${unitName(sql`u`)} as "unitThen",
      a.decision_number as "decisionNumber", a.decided_on::text as "decidedOn", a.issuer, a.illustrative`;
    return this.database.page<PublicAchievementRead>(
      { from: sql`achievement a`, where: sql.join(where, sql` and `), order: byAge(LATEST_YEAR, order), dress, columns },
      args,
    );
  }
}
