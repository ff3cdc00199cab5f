import { type RawBuilder, sql } from 'kysely';
import { recordsOf } from '#lib/identity';
import { type Actor } from '#lib/kernel';

export const records = (actor: Actor): RawBuilder<unknown> => sql`any(array${recordsOf(sql`${actor.id}::uuid`)})`;

/** The units that the actor heads on a day. Rows `(unit_id)`. */
export const headed = (actor: Actor, day: string): RawBuilder<unknown> => sql`
  select o.unit_id from position o where o.person_id = ${records(actor)} and o.is_head and o."from" <= ${day}::date
    and (o."to" is null or o."to" >= ${day}::date)`;

/** What is about oneself, or is confirmed by the head of a unit, or is of somebody who works in a unit that one heads. */
const near = (actor: Actor, day: string): RawBuilder<unknown> => sql`array(
  select one.id from achievement one where one.person_id = ${records(actor)}
  union select one.id from achievement one where one.unit_id in (${headed(actor, day)})
  union select one.id from person p join achievement one on one.person_id = p.id where p.unit_id in (${headed(actor, day)}))`;

/** The records `a` that the actor reads: their own, those of units that they head, and those of their office. */
export function readScope(actor: Actor, day: string): RawBuilder<boolean> {
  if (actor.isSystem) return sql<boolean>`true`;
  const units = actor.unitsFor('achievement:read');
  const isNear = sql<boolean>`a.id = any(${near(actor, day)})`;
  return units.length === 0 ? isNear : sql<boolean>`(a.unit_id = any(${units}::uuid[]) or ${isNear})`;
}

/** What the actor is to record `a`. */
export const standing = (actor: Actor, day: string): RawBuilder<unknown> => sql`
  (${actor.isSystem} or a.unit_id = any(${actor.unitsFor('achievement:manage')}::uuid[])) as manages,
  a.unit_id in (${headed(actor, day)}) as heads, a.person_id = ${records(actor)} as own,
  coalesce(a.declared_by_id = ${records(actor)}, false) as declared`;

/** The people `p` whose records the actor reads. */
export function readsPerson(actor: Actor, day: string): RawBuilder<boolean> {
  if (actor.isSystem) return sql<boolean>`true`;
  return sql<boolean>`(p.id = ${records(actor)} or p.unit_id in (${headed(actor, day)})
    or p.unit_id = any(${actor.unitsFor('achievement:read')}::uuid[]))`;
}
