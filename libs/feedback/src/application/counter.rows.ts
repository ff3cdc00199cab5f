import { type RawBuilder, sql } from 'kysely';

export const COUNTERS = sql`counter c join unit u on u.id = c.unit_id`;
export const UNIT = sql`json_build_object('id', u.id, 'statisticsCode', u.code, 'nameVi', u.name_vi, 'nameEn', u.name_en)`;

/** A counter closes with its unit. */
export const LAST = sql`least(c.open_to, u.valid_to)`;

export const isOpen = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(c.open_from <= ${today}::date and coalesce(${LAST} >= ${today}::date, true))`;
