import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { Unit } from '#domain/units';
import { type Actor, Refused, localDate } from '#lib/kernel';
import { type Act, isThere } from '#lib/platform';
import { Person } from '../domain/person.entity.js';
import { type Standing, reachesPerson } from '../domain/reach.js';
import { CHECKS_ADMINISTRATORS } from '../domain/second-person.js';
import { grantsAhead, grantsOn } from './grant.scope.js';

/** Positions that have not ended; one to come counts, since its holder knows of it. */
const HELD = (day: string): RawBuilder<unknown> => sql`(o."to" is null or o."to" >= ${day}::date)`;

/** Where person `p` stands, as the policy of reach takes it. */
export const standingOf = (day: string): RawBuilder<Standing> => sql<Standing>`json_build_object(
  'unitIds', (select coalesce(json_agg(place.unit_id), '[]') from (
    select p.unit_id where p.unit_id is not null
    union select o.unit_id from position o where o.person_id = p.id and ${HELD(day)}
    union select g.unit_id from role_grant g where g.person_id = p.id and g.state in ('PROPOSED', 'IN_FORCE', 'RESTING')
      and (g.valid_to is null or g.valid_to >= ${day}::date)) place),
  'outside', p.unit_id is null and not ${isThere(sql`select 1 from position o where o.person_id = p.id and ${HELD(day)}`)},
  'hostIds', (select coalesce(json_agg(u.id), '[]') from unit u where u.parent_id is null))`;

/**
 * The person of an act, held to its end, so that nobody moves them meanwhile. Refuses `NOT_FOUND` where they are out of reach: that they
 * exist is not the actor's to know.
 */
export async function recordWithin({ em, actor, at }: Act, permission: string, personId: string, path = 'personId'): Promise<Person> {
  await hold(em, personId);
  const { rows } = await sql<{ standing: Standing }>`
    select ${standingOf(localDate(at))} as standing from person p where p.id = ${personId}`.execute(em.getKysely());
  const standing = rows[0]?.standing;
  if (!standing || !reachesPerson(actor, permission, standing)) throw new Refused('NOT_FOUND', { what: 'Person' }, path);
  return em.findOneOrFail(Person, { id: personId });
}

/** The same of a person who is to be acted on. Refuses `PERSON_MERGED` for a record that another goes on in place of. */
export async function personWithin(act: Act, permission: string, personId: string, path = 'personId'): Promise<Person> {
  const person = await recordWithin(act, permission, personId, path);
  if (person.mergedInto) throw new Refused('PERSON_MERGED', {}, path);
  return person;
}

/** Refuses `PERSON_LEADS`: by one person nobody is shut out who leads or is to lead, and so is the check on whoever would. Their role has to end first. */
export async function refuseIfLeads({ em, actor, at }: Act, personId: string): Promise<void> {
  if (actor.isSystem || actor.id === personId) return;
  const { rows } = await sql`
    select 1 from ${grantsAhead(localDate(at))} g where g.person_id = ${personId} and g.role = ${CHECKS_ADMINISTRATORS} limit 1`.execute(
    em.getKysely(),
  );
  if (rows.length > 0) throw new Refused('PERSON_LEADS', {}, 'personId');
}

/**
 * Refuses `POSITION_SHUTS_OUT`: a position in a unit that is not theirs yet may bring conflicts, and with them shut out of the judging who
 * organises or leads, or is to. At the root of the tree it brings none. Their role ends first, and is given again with a second person.
 */
export async function refuseToShutOut({ em, actor, at }: Act, personId: string, unitId: string): Promise<void> {
  if (actor.isSystem || actor.id === personId) return;
  const day = localDate(at);
  const { rows } = await sql`
    select 1 from ${grantsAhead(day)} g where g.person_id = ${personId} and g.role in ('ORGANISER', ${CHECKS_ADMINISTRATORS})
      and not exists (select 1 from unit u where u.id = ${unitId} and u.parent_id is null)
      and not exists (select 1 from person p where p.id = ${personId} and p.unit_id = ${unitId})
      and not exists (select 1 from position o where o.person_id = ${personId} and o.unit_id = ${unitId} and ${HELD(day)}) limit 1`.execute(
    em.getKysely(),
  );
  if (rows.length > 0) throw new Refused('POSITION_SHUTS_OUT', {}, 'personId');
}

/** Rows that point to the person may still be written: a seat given at the same moment does not wait. */
export async function hold(em: EntityManager, personId: string): Promise<void> {
  await sql`select 1 from person where id = ${personId} for no key update`.execute(em.getKysely());
}

/** Refuses `FORBIDDEN` to who does not act for the host: whose right reaches no root of the tree. */
export async function refuseUnlessHost({ em, actor }: Act, permission: string): Promise<void> {
  const roots = await em.find(Unit, { parent: null }, { fields: ['id'] });
  if (!actor.isSystem && !roots.some(({ id }) => actor.covers(permission, id))) throw new Refused('FORBIDDEN', {}, 'unitId');
}

/** The people whom somebody may read of: those of their units, and of those who work in none whoever has a role there; the host's reads of all of these. */
export function readablePerson(actor: Actor, permission: string): RawBuilder<boolean> {
  const units = sql`any(${actor.unitsFor(permission)}::uuid[])`;
  return sql<boolean>`(p.unit_id = ${units} or (p.unit_id is null and (
    exists (select 1 from unit u where u.parent_id is null and u.id = ${units})
    or exists (select 1 from role_grant g where g.person_id = p.id and g.state in ('PROPOSED', 'IN_FORCE') and g.unit_id = ${units}))))`;
}

/** The people `p` all of whose places the actor reaches, as `reachesPerson` says of one: those whom they may act on. */
export function reachablePerson(actor: Actor, permission: string, day: string): RawBuilder<boolean> {
  const units = sql`any(${actor.unitsFor(permission)}::uuid[])`;
  return sql<boolean>`((p.unit_id = ${units} or (p.unit_id is null and exists (select 1 from unit u where u.parent_id is null and u.id = ${units})))
    and not exists (select 1 from position o where o.person_id = p.id and ${HELD(day)} and not o.unit_id = ${units})
    and not exists (select 1 from role_grant g where g.person_id = p.id and g.state in ('PROPOSED', 'IN_FORCE', 'RESTING')
      and (g.valid_to is null or g.valid_to >= ${day}::date) and not g.unit_id = ${units}))`;
}

/**
 * Whether person `p` may be named in a contest of unit `hostId`: they work in the actor's units, or hold a role there, or one that reaches
 * down to the host, as a leader of the city does.
 */
export function nameablePerson(
  actor: Actor,
  permission: string,
  { hostId, day }: { hostId: RawBuilder<unknown>; day: string },
): RawBuilder<boolean> {
  if (actor.isSystem) return sql<boolean>`true`;
  const units = sql`any(${actor.unitsFor(permission)}::uuid[])`;
  return sql<boolean>`(p.merged_into_id is null and (p.unit_id = ${units}
    or exists (select 1 from position o where o.person_id = p.id and o.unit_id = ${units} and ${HELD(day)})
    or exists (select 1 from ${grantsOn(day)} g where g.person_id = p.id and (g.unit_id = ${units} or g.unit_id in (
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u where u.id = ${hostId} union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select id from above)))))`;
}

/** All records of one person: their own, and those that were merged into it. What was done under them was done by the person. */
export const recordsOf = (personId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select one.id from person one where one.id = ${personId} or one.merged_into_id = ${personId})`;

/** The record that goes on of person `p`. */
export const goesOn = (p: string): RawBuilder<string> => sql<string>`coalesce(${sql.ref(`${p}.merged_into_id`)}, ${sql.ref(`${p}.id`)})`;
