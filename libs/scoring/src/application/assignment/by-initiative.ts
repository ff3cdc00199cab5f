import { type RawBuilder, sql } from 'kysely';
import { type Needed, isThere } from '#lib/platform';

/** Rows `c` of a round, each of an initiative, and what is asked of them. */
interface OfInitiatives {
  readonly rows: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly round: RawBuilder<unknown>;
}

/**
 * What a list by the code of its initiatives is found in: the contest's initiatives in that order, as far as a page reaches, with what
 * they have. A round has tens of thousands of cards, and nothing of their own has the order. Each initiative is sought from the one before,
 * since PostgreSQL does not know how large the contest of a round is and reads all of it for a page where it takes it for small.
 */
export const byInitiative =
  ({ rows, where, round }: OfInitiatives) =>
  (needed: Needed | null): RawBuilder<unknown> => {
    if (!needed) return rows;
    const [order, beyond] = needed.backwards ? [sql`i.code desc, i.id desc`, sql`<`] : [sql`i.code, i.id`, sql`>`];
    const first = (from: RawBuilder<boolean>) => sql`select i.id, i.code from initiative i
      where i.contest_id = (select its.contest_id from round its where its.id = ${round}) and ${from}
        and ${isThere(sql`select 1 from ${rows} where ${where} and c.initiative_id = i.id`)} order by ${order} limit 1`;
    return sql`(with recursive walked as ((${first(needed.reached)}) union all
        select next.id, next.code from walked cross join lateral (${first(sql`(i.code, i.id) ${beyond} (walked.code, walked.id)`)}) next)
      select * from walked limit ${needed.enough}) i
      cross join lateral (select c.* from ${rows} where ${where} and c.initiative_id = i.id offset 0) c`;
  };
