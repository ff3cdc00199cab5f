import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads, byAge, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { ranksOf, shareOf, sumOf } from '../domain/index-points.js';
import { type IndexSheetState } from '../domain/index-states.js';
import { FIELDS, type IndexFieldRead, type IndexSchemeNamed, SCHEME_NAMED } from './index-scheme.queries.js';
import { sheetScope, unitsWith } from './index.scope.js';

/** A year in a list. */
export interface IndexYearListed {
  readonly id: string;
  readonly year: number;
  readonly host: UnitName;
  readonly scheme: IndexSchemeNamed;
  readonly selfDueOn: string;
  readonly units: number;
  readonly settled: number;
}

export interface IndexYearFilter extends PageArgs {
  readonly order?: AgeOrder | null;
}

export interface FieldPoints {
  readonly fieldId: string;
  readonly points: string;
  readonly sharePercent: string;
}

interface SheetRow {
  readonly id: string;
  readonly unit: UnitName;
  readonly state: IndexSheetState;
  readonly selfTotal: string | null;
  readonly assessedTotal: string | null;
  readonly finalTotal: string | null;
  /** Of the last step that is done; none while the unit scores itself. */
  readonly fields: readonly Omit<FieldPoints, 'sharePercent'>[];
}

export interface IndexRowRead extends Omit<SheetRow, 'fields'> {
  readonly fields: readonly FieldPoints[];
  readonly total: string | null;
  readonly sharePercent: string | null;
  readonly rank: number | null;
}

interface YearRow extends IndexYearListed {
  readonly fields: readonly IndexFieldRead[];
  readonly sheets: readonly SheetRow[];
}

export interface IndexYearRead extends IndexYearListed {
  readonly fields: readonly IndexFieldRead[];
  readonly rows: readonly IndexRowRead[];
}

/** One unit in one year, as settled. */
export interface UnitIndexRead {
  readonly id: string;
  readonly year: number;
  readonly scheme: IndexSchemeNamed;
  readonly total: string;
  readonly sharePercent: string;
}

/** The index by years and units: to everybody who is signed in what is settled, to the office and the unit what is not. */
@Injectable()
export class IndexYearQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  indexYears(actor: Actor, filter: IndexYearFilter): Promise<Page<IndexYearListed>> {
    return this.page(this.yearScope(actor), filter);
  }

  /** Those of some years that one reads. */
  named(actor: Actor, ids: readonly string[]): Promise<IndexYearListed[]> {
    return this.database.rows(
      sql<IndexYearListed>`select ${LISTED} from ${YEAR} where y.id = any(${[...ids]}::uuid[]) and ${this.yearScope(actor)}`,
    );
  }

  @Rereads('IndexYear')
  indexYear(actor: Actor, id: string): Promise<IndexYearRead | null> {
    return this.read(id, this.yearScope(actor), sheetScope(actor, this.today()));
  }

  /** Years in which every unit is settled, the newest first. */
  publicIndexYears(filter: IndexYearFilter): Promise<Page<IndexYearListed>> {
    return this.page(ALL_SETTLED, filter);
  }

  publicIndexYear(id: string): Promise<IndexYearRead | null> {
    return this.read(id, ALL_SETTLED, sql<boolean>`true`);
  }

  /** What was settled of a unit, the newest year first. */
  async unitIndex(unitId: string): Promise<UnitIndexRead[]> {
    const rows = await this.database.rows(sql<Omit<UnitIndexRead, 'sharePercent'>>`
      select sh.id, y.year, ${SCHEME_NAMED} as scheme, (${totalOf('final_points')})::text as total
      from index_sheet sh join index_year y on y.id = sh.year_id join index_scheme s on s.id = y.scheme_id
      where sh.unit_id = ${unitId} and sh.state = 'SETTLED' order by y.year desc, sh.id`);
    return rows.map((row) => ({ ...row, sharePercent: shareOf({ points: row.total, maximum: row.scheme.total }) }));
  }

  private page(scope: RawBuilder<boolean>, { order, ...args }: IndexYearFilter): Promise<Page<IndexYearListed>> {
    return this.database.page<IndexYearListed>(
      {
        from: sql`index_year y`,
        where: scope,
        order: byAge(NEWEST_FIRST, order),
        dress: { key: sql`y.id`, from: sql`index_year y on y.id = page.key ${OF_YEAR}` },
        columns: LISTED,
      },
      args,
    );
  }

  private async read(id: string, scope: RawBuilder<boolean>, sheets: RawBuilder<boolean>): Promise<IndexYearRead | null> {
    const found = await this.database.first(sql<YearRow>`
      select ${LISTED}, ${FIELDS} as fields, ${sheetsOf(sheets)} as sheets from ${YEAR} where y.id = ${id} and ${scope}`);
    return found && told(found);
  }

  /** A year of which one reads a sheet, or that one's office keeps or oversees. */
  private yearScope(actor: Actor): RawBuilder<boolean> {
    if (actor.isSystem) return sql<boolean>`true`;
    return sql<boolean>`(y.host_id = ${unitsWith(actor, 'index:read')}
      or exists (select 1 from index_sheet sh where sh.year_id = y.id and ${sheetScope(actor, this.today())}))`;
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const NEWEST_FIRST: readonly OrderKey<IndexYearListed>[] = [
  { column: sql`y.year`, key: 'year', type: 'integer', descending: true },
  { column: sql`y.id`, key: 'id', type: 'uuid', descending: true },
];

const OF_YEAR = sql`join index_scheme s on s.id = y.scheme_id join unit h on h.id = y.host_id cross join lateral (
  select count(*)::int as units, count(*) filter (where one.state = 'SETTLED')::int as settled from index_sheet one where one.year_id = y.id) counted`;
const YEAR = sql`index_year y ${OF_YEAR}`;
const LISTED = sql`y.id, y.year, ${unitName(sql`h`)} as host, ${SCHEME_NAMED} as scheme, y.self_due_on::text as "selfDueOn", counted.units, counted.settled`;
const ALL_SETTLED = sql<boolean>`(exists (select 1 from index_sheet one where one.year_id = y.id)
  and not exists (select 1 from index_sheet one where one.year_id = y.id and one.state <> 'SETTLED'))`;

const totalOf = (column: string): RawBuilder<unknown> =>
  sql`select sum(${sql.ref(`one.${column}`)}) from index_score one where one.sheet_id = sh.id`;

const sheetsOf = (scope: RawBuilder<boolean>): RawBuilder<unknown> => sql`(
  select coalesce(json_agg(json_build_object('id', sh.id, 'unit', ${unitName(sql`u`)}, 'state', sh.state,
    'selfTotal', case when sh.state <> 'OPEN' then (${totalOf('self_points')})::text end,
    'assessedTotal', case when sh.state in ('ASSESSED', 'SETTLED') then (${totalOf('assessed_points')})::text end,
    'finalTotal', case when sh.state = 'SETTLED' then (${totalOf('final_points')})::text end,
    'fields', ${fieldsOf}) order by ${vietnamese(sql`u.name_vi`)}, u.id), '[]')
  from index_sheet sh join unit u on u.id = sh.unit_id where sh.year_id = y.id and ${scope})`;

const fieldsOf = sql`(
  select coalesce(json_agg(json_build_object('fieldId', f.id, 'points', f.points::text) order by f.place), '[]') from (
    select g.id, g.place, sum(case sh.state when 'SUBMITTED' then e.self_points when 'ASSESSED' then e.assessed_points when 'SETTLED' then e.final_points end) as points
    from index_score e join index_criterion c on c.id = e.criterion_id join index_criterion g on g.id = c.group_id
    where e.sheet_id = sh.id and sh.state <> 'OPEN' group by g.id) f)`;

function told({ sheets, ...year }: YearRow): IndexYearRead {
  const ranks = year.settled === year.units ? ranksOf(sheets.map(({ finalTotal }) => finalTotal)) : [];
  const maxima = new Map(year.fields.map(({ id, maximum }) => [id, maximum]));
  const rows = sheets.map((sheet, at): IndexRowRead => {
    const fields = sheet.fields.map((one) => ({ ...one, sharePercent: shareOf({ ...one, maximum: maxima.get(one.fieldId) ?? '1' }) }));
    const total = sheet.state === 'OPEN' ? null : sumOf(fields.map(({ points }) => points));
    const sharePercent = total === null ? null : shareOf({ points: total, maximum: year.scheme.total });
    return { ...sheet, fields, total, sharePercent, rank: ranks[at] ?? null };
  });
  return { ...year, rows };
}
