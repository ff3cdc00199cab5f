import { type RawBuilder, sql } from 'kysely';

/** The grants in force on a day, as a table to select from. No other reads `role_grant` to see who may do what. */
export const grantsOn = (day: string): RawBuilder<unknown> => sql`(
  select * from role_grant held where held.state = 'IN_FORCE' and held.valid_from <= ${day}::date and (held.valid_to is null or held.valid_to >= ${day}::date))`;

/** The same with all that may come: confirmed and beginning later, or waiting for a second person. For what must not be done to somebody just before. */
export const grantsAhead = (day: string): RawBuilder<unknown> => sql`(
  select * from role_grant held where held.state in ('PROPOSED', 'IN_FORCE') and (held.valid_to is null or held.valid_to >= ${day}::date))`;

/** The same with those that are confirmed and begin later: who is to see the judging is held against its initiatives already. */
export const grantsFrom = (day: string): RawBuilder<unknown> => sql`(
  select * from role_grant held where held.state = 'IN_FORCE' and (held.valid_to is null or held.valid_to >= ${day}::date))`;
