import { type RawBuilder, sql } from 'kysely';
import { type Needed, vietnamese } from '#lib/platform';

/**
 * Units `u` as they are called, in `u.by_name`, from one end or the other: what is listed by its unit walks them, and a page reads what belongs
 * to the units that fill it. What belongs to a unit is joined by `lateral`, with an offset.
 */
export const unitsByName = (needed: Needed | null): RawBuilder<unknown> =>
  needed
    ? sql`(select named.*, ${BY_NAME} as by_name from unit named order by by_name ${needed.backwards ? sql`desc` : sql``} offset 0) u`
    : sql`unit u`;

const BY_NAME = vietnamese(sql`named.name_vi`);
