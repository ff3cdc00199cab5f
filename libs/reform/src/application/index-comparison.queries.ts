import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type WhyNot } from '#lib/kernel';
import { Database, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type CommonShares, type Keyed, changeOf, commonOf, shareOf, sumOf, whyNotTotals } from '../domain/index-points.js';
import { type IndexYearListed, IndexYearQueries } from './index-year.queries.js';

interface CriterionOf extends Keyed {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

interface UnitRow {
  readonly unit: UnitName;
  readonly before: readonly CriterionOf[];
  readonly now: readonly CriterionOf[];
}

export interface ReachedRead {
  readonly points: string;
  readonly maximum: string;
  readonly sharePercent: string;
}

export interface ComparedUnit {
  readonly unit: UnitName;
  readonly before: ReachedRead;
  readonly now: ReachedRead;
  /** In points of a hundred. */
  readonly change: string;
  /** Of the whole totals; null where these are not comparable. */
  readonly totalChange: string | null;
}

export interface CommonCriterion {
  readonly criterionCode: string;
  readonly codeBefore: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string;
  readonly maximumBefore: string;
}

export interface IndexComparisonRead {
  readonly before: IndexYearListed;
  readonly now: IndexYearListed;
  readonly common: readonly CommonCriterion[];
  readonly units: readonly ComparedUnit[];
  readonly whyNotTotals: WhyNot;
}

/** Two years beside one another: across schemes only what both mean by the same criteria. */
@Injectable()
export class IndexComparisonQueries {
  constructor(
    private readonly database: Database,
    private readonly years: IndexYearQueries,
  ) {}

  /** Of units that are settled in both; null where one reads not both years. */
  async indexComparison(actor: Actor, { yearId, withId }: { yearId: string; withId: string }): Promise<IndexComparisonRead | null> {
    const years = await this.years.named(actor, [yearId, withId]);
    const [now, before] = [yearId, withId].map((id) => years.find((year) => year.id === id));
    if (!now || !before) return null;
    const rows = await this.database.rows(sql<UnitRow>`
      select ${unitName(sql`u`)} as unit, ${criteriaOf('b')} as before, ${criteriaOf('n')} as now
      from index_sheet n join index_sheet b on b.unit_id = n.unit_id and b.year_id = ${withId} and b.state = 'SETTLED' join unit u on u.id = n.unit_id
      where n.year_id = ${yearId} and n.state = 'SETTLED' order by ${vietnamese(sql`u.name_vi`)}, u.id`);
    const why = whyNotTotals(before.scheme.id, now.scheme.id);
    return {
      ...{ before, now, whyNotTotals: why },
      common: commonCriteria(rows[0]),
      units: rows.flatMap((row) => compared(row, why === null)),
    };
  }
}

/** The settled points of sheet `sh`, by criterion. */
const criteriaOf = (sh: string): RawBuilder<unknown> => sql`(
  select coalesce(json_agg(json_build_object('key', c.comparable_key, 'code', c.code, 'nameVi', c.name_vi, 'nameEn', c.name_en,
    'points', e.final_points::text, 'maximum', e.maximum::text) order by c.place), '[]')
  from index_score e join index_criterion c on c.id = e.criterion_id where e.sheet_id = ${sql.ref(`${sh}.id`)})`;

function commonCriteria(row: UnitRow | undefined): CommonCriterion[] {
  return (row?.now ?? []).flatMap(({ key, code, nameVi, nameEn, maximum }) => {
    const older = row?.before.find((one) => one.key === key);
    return older ? [{ criterionCode: code, codeBefore: older.code, nameVi, nameEn, maximum, maximumBefore: older.maximum }] : [];
  });
}

function compared({ unit, before, now }: UnitRow, totals: boolean): ComparedUnit[] {
  const common = commonOf(before, now);
  return common ? [{ unit, ...told(common), totalChange: totals ? changeOf(wholeOf(before), wholeOf(now)) : null }] : [];
}

const told = ({ before, now, change }: CommonShares): Pick<ComparedUnit, 'before' | 'now' | 'change'> => ({
  before: { points: before.points, maximum: before.maximum, sharePercent: before.share },
  now: { points: now.points, maximum: now.maximum, sharePercent: now.share },
  change,
});

const wholeOf = (all: readonly Keyed[]): string =>
  shareOf({ points: sumOf(all.map(({ points }) => points)), maximum: sumOf(all.map(({ maximum }) => maximum)) });
