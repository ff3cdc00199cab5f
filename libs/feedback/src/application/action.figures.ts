import { type RawBuilder, sql } from 'kysely';
import { LOW_UP_TO } from '../domain/rating-words.js';
import { FEWEST_READ } from '../domain/suppression.js';

interface Weeks {
  readonly unit: RawBuilder<unknown>;
  /** A Monday; nothing where it is null. */
  readonly from: RawBuilder<unknown>;
  readonly today: string;
}

/** What citizens said at a unit's counters in the four weeks from a Monday, as they are over; nothing where fewer rated than are read of. */
export const fourWeeks = ({ unit, from, today }: Weeks): RawBuilder<unknown> => sql`
  (select json_build_object('from', (${from})::text, 'to', (${from} + 27)::text, 'ratings', count(*)::int, 'lowRatings', (count(*) filter (where r.level <= ${sql.lit(LOW_UP_TO)}))::int)
    from counter fc join rating r on r.counter_id = fc.id and r.standing = 'COUNTED' and r.day between ${from} and ${from} + 27
    where fc.unit_id = ${unit} and ${from} + 28 <= ${today}::date having count(*) >= ${sql.lit(FEWEST_READ)})`;

const FROM = sql`(a.opened_on - extract(isodow from a.opened_on)::int - 27)`;

/** The four weeks before an action was opened, as they stood then: what was decided on ratings since changes nothing. */
export const BEFORE = sql`case when a.before_ratings is not null then json_build_object('from', (${FROM})::text, 'to', (${FROM} + 27)::text,
  'ratings', a.before_ratings, 'lowRatings', a.before_low) end`;

/** The Monday of the first of the four weeks after it was seen to be done. */
export const AFTER = sql`(a.verified_on + (8 - extract(isodow from a.verified_on)::int) % 7)`;
export const EFFECT_FROM = sql`(${AFTER} + 28)`;
