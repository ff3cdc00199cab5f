import { type RawBuilder, sql } from 'kysely';

/** Somebody as others name them. */
export interface PersonName {
  readonly id: string;
  readonly fullName: string;
}

/** Row `p` of people as others name them, as JSON. */
export const personName = (p: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${p}.id, 'fullName', ${p}.full_name)`;
