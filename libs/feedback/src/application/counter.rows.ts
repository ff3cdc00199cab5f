import { type RawBuilder, sql } from 'kysely';
import { unitName } from '#lib/units';

export const COUNTERS = sql`counter c join unit u on u.id = c.unit_id`;
export const UNIT = unitName(sql`u`);

/** A counter closes with its unit. */
export const LAST = sql`least(c.open_to, u.valid_to)`;

export const isOpen = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(c.open_from <= ${today}::date and coalesce(${LAST} >= ${today}::date, true))`;
