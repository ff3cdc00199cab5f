import { type RawBuilder, sql } from 'kysely';
import { grantsAhead, recordsOf } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { rowById } from '#lib/platform';

/** The judging of contest `ct` is no longer anybody's secret. */
export const isPublished = sql<boolean>`ct.phase in ('PUBLISHED', 'ARCHIVED')`;

/** The initiatives `i` that are held against people: sent in and not out again, or with cards, which are kept whatever became of them. */
export const TAKES_PART = sql<boolean>`(i.state in ('SUBMITTED', 'RETURNED', 'ELIGIBLE') or exists (select 1 from scorecard kept where kept.initiative_id = i.id))`;

/** The contests of the actor's units; the contest is `ct`. */
export function contestScope(actor: Actor, permission: string): RawBuilder<boolean> {
  return sql<boolean>`ct.host_id = any(${actor.unitsFor(permission)}::uuid[])`;
}

/** Whether a person may see nothing of the judging of contest `ct`: they are somebody's author in it, or in conflict with an initiative. */
export function shutOut(personId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(exists (
      select 1 from conflict shut where shut.contest_id = ct.id and shut.person_id = ${personId} and shut.active)
    or exists (
      select 1 from initiative_author own join initiative i on i.id = own.initiative_id
      where own.person_id in ${recordsOf(personId)} and i.contest_id = ct.id and ${TAKES_PART}))`;
}

/** Whether there is a contest, not published yet, of whose judging `shutOut` lets a person see nothing: told from the person's side, whatever else is held. */
export function shutOutSomewhere(personId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from (
      select shut.contest_id from conflict shut where shut.person_id = ${personId} and shut.active
      union all select i.contest_id from initiative_author own join initiative i on i.id = own.initiative_id
        where own.person_id = ${personId} and ${TAKES_PART}) held
    join ${rowById('contest', sql`held.contest_id`)} ct on true where not ${isPublished})`;
}

/** Whether somebody has a say in the judging of contest `ct`, or is to have: by a role for its host or above, one that waits too, or by a seat that is not a judge's. */
export function oversees(personId: RawBuilder<unknown>, day: string): RawBuilder<boolean> {
  return sql<boolean>`(exists (select 1 from seat o where o.contest_id = ct.id and o.person_id = ${personId} and o.kind <> 'JUDGE' and o.ended_at is null)
    or exists (select 1 from ${grantsAhead(day)} g where g.person_id = ${personId} and g.role in ('ORGANISER', 'LEADER') and g.unit_id in (
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u where u.id = ct.host_id union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select id from above)))`;
}

/**
 * The contests whose judging the actor may see, the contest being `ct`: those of their units in which they are nobody's author
 * and have no conflict with any initiative. Until the result is published, either shuts out of all judging data of that contest.
 */
export function judgingScope(actor: Actor, permission: string): RawBuilder<boolean> {
  return sql<boolean>`${contestScope(actor, permission)} and (${isPublished} or not ${shutOut(sql`${actor.id}::uuid`)})`;
}

/** As `judgingScope`, for acts on a result: who is shut out of the judging stays out of them when it is public. */
export function correctingScope(actor: Actor, permission: string): RawBuilder<boolean> {
  return sql<boolean>`${contestScope(actor, permission)} and not ${shutOut(sql`${actor.id}::uuid`)}`;
}
