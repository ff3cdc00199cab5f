import { type RawBuilder, sql } from 'kysely';

/** A unit as others name it. */
export interface UnitName {
  readonly id: string;
  /** Of the statistics office; null where it has none. */
  readonly statisticsCode: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Row `u` of units as others name it, as JSON. */
export const unitName = (u: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${u}.id, 'statisticsCode', ${u}.code, 'nameVi', ${u}.name_vi, 'nameEn', ${u}.name_en)`;
