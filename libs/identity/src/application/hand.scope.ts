import { type RawBuilder, sql } from 'kysely';
import { grantsOn } from './grant.scope.js';

/** The ids of a person with everybody behind them, up to who came from nobody: who made the account, or proposed them as administrator; and the other records of the same person. */
export const handOf = (personId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  with recursive hand (id) as (
    select ${personId}::uuid
    union select made.by from hand cross join lateral (
      select p.created_by as by from person p where p.id = hand.id and p.created_by is not null
      union all select p.merged_into_id from person p where p.id = hand.id and p.merged_into_id is not null
      union all select p.id from person p where p.merged_into_id = hand.id
      union all select g.proposed_by from role_grant g
        where g.person_id = hand.id and g.role = 'ADMIN' and g.state = 'IN_FORCE' and g.proposed_by is not null) made)
  select id from hand)`;

/** The roles of leaders on a day that a second person has confirmed, or a decision with its number has. */
export const decidedLeaders = (day: string): RawBuilder<unknown> => sql`(
  select g.person_id, g.unit_id from ${grantsOn(day)} g
  where g.role = 'LEADER' and (g.founding or g.decided_by is not null or (g.proposed_by is null and g.decision_number is not null)))`;

/** Whether somebody leads a unit, or one above it, by a role that was decided. */
export const leadsUnit = (personId: RawBuilder<unknown>, unitId: RawBuilder<unknown>, day: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from ${decidedLeaders(day)} led where led.person_id = ${personId} and led.unit_id in (
    with recursive above (id, parent_id) as (
      select u.id, u.parent_id from unit u where u.id = ${unitId} union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
    select id from above))`;

/** The units that somebody leads by a role that was decided, and those below: the same asked once for all of a list. */
export const unitsLedBy = (personId: RawBuilder<unknown>, day: string): RawBuilder<unknown> => sql`(
  with recursive below (id) as (
    select led.unit_id from ${decidedLeaders(day)} led where led.person_id = ${personId}
    union select u.id from unit u join below on u.parent_id = below.id)
  select id from below)`;

/** Two people of an act of the judging for a unit: ids, as they stand in the statement. */
export interface TwoOfJudging {
  readonly first: RawBuilder<unknown>;
  readonly decider: RawBuilder<unknown>;
  readonly unitId: RawBuilder<unknown>;
}

/**
 * Whether one of the two made the other. That both were made by a third ties them for roles alone: each has been confirmed by a second
 * person since, and often one administrator has made all the accounts there are. A leader of the unit stands for themselves.
 */
export function areOfOneHand({ first, decider, unitId }: TwoOfJudging, day: string): RawBuilder<boolean> {
  const leads = leadsUnit(decider, unitId, day);
  return sql<boolean>`(${first} <> ${decider} and (${decider} in ${handOf(first)} or (${first} in ${handOf(decider)} and not ${leads})))`;
}
