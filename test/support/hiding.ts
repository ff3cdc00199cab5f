import { type RawBuilder, sql } from 'kysely';

type Statement = RawBuilder<unknown>;

/** What a hidden change goes by: which contests, whose records are not to be touched, and a number that picks. */
export interface Hiding {
  readonly contests: readonly string[];
  /** People who look on: what is their own is theirs to see. */
  readonly readers: readonly string[];
  readonly seed: number;
}

export const contest = ({ contests }: Hiding) => sql`any(${[...contests]}::uuid[])`;
export const rounds = (hiding: Hiding) => sql`(select id from round where contest_id = ${contest(hiding)})`;
export const openRounds = (hiding: Hiding) =>
  sql`(select id from round where contest_id = ${contest(hiding)} and state in ('OPEN', 'SETTLING'))`;
export const others = ({ readers }: Hiding, person: string) => sql`${sql.ref(person)} <> all(${[...readers]}::uuid[])`;
/** About one row in so many, by the number. */
export const some = ({ seed }: Hiding, of: number, id = 'id') =>
  sql`mod(hashtext(${sql.ref(id)}::text || ${String(seed)})::bigint + 2147483648, ${of}::bigint) = 0`;
export const judges = (
  hiding: Hiding,
) => sql`(select distinct s.person_id as id, s.contest_id from seat s where s.kind = 'JUDGE' and s.ended_at is null
  and s.contest_id = ${contest(hiding)} and ${others(hiding, 's.person_id')})`;
export const marks = (seed: number) =>
  sql`jsonb_build_array(${sql.join(
    ['novelty', 'applicability', 'effect'].map(
      (criterion, at) =>
        sql`jsonb_build_object('criterion', ${criterion}::text, 'points', ${String((seed + at) % 30)}::text, 'comment', ${`Lời ${String(seed)}`}::text)`,
    ),
  )})`;
/** A change that some must not notice, by the table it is in. */
export interface HiddenChange {
  readonly table: string;
  /** Readers who may notice it all the same. */
  readonly shownTo?: readonly string[];
  readonly statement: (hiding: Hiding) => Statement;
}

export const seal = (seed: number) => String(seed).padStart(64, '0');
