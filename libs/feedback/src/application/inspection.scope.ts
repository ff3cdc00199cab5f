import { type RawBuilder, sql } from 'kysely';
import { recordsOf } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { headedBy } from './heads.js';
import { unitsOf } from './reviewer.js';

const records = (actor: Actor): RawBuilder<unknown> => sql`any(array${recordsOf(sql`${actor.id}::uuid`)})`;

/** That an inspection is a surprise that has not begun: to all but a few there is none. */
export const isHidden = (i: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${i}.kind`)} = 'SURPRISE' and ${sql.ref(`${i}.state`)} = 'ORDERED')`;

/** The actor's place in the team of inspection `i`: whether they lead it; null where they are not in it. */
export const teamPlace = (actor: Actor): RawBuilder<boolean | null> => sql<boolean | null>`(
  select bool_or(m.leads) from inspection_member m where m.inspection_id = i.id and m.person_id = ${records(actor)})`;

/** The few that are one's own: of whose team one is, that one ordered, about the unit that one heads, and surprises to come that one oversees. */
const own = (actor: Actor, day: string): RawBuilder<unknown> => sql`array(
  select m.inspection_id from inspection_member m where m.person_id = ${records(actor)}
  union select o.id from inspection o where o.ordered_by_id = ${records(actor)}
  union select h.id from inspection h where h.unit_id in (${headedBy(actor.id, day)}) and not ${isHidden('h')}
  union select w.id from inspection w where w.unit_id = any(${actor.unitsFor('inspection:oversee')}::uuid[]) and ${isHidden('w')})`;

/**
 * The inspections `i` that the actor reads. A surprise that has not begun is read by its team, by who ordered it and by the Chair; by nobody
 * of the unit, whoever they have become since.
 */
export function inspectionScope(actor: Actor, day: string): RawBuilder<boolean> {
  if (actor.isSystem) return sql<boolean>`true`;
  const offices = sql`(i.unit_id = any(${actor.unitsFor('inspection:read')}::uuid[]) and not ${isHidden('i')})`;
  return sql<boolean>`((${offices} or i.id = any(${own(actor, day)})) and not (${isHidden('i')} and i.unit_id in (${unitsOf(actor.id, day)})))`;
}

/** What the actor is to inspection `i`, as its policy takes it. */
export const inspectionStanding = (actor: Actor, day: string): RawBuilder<unknown> => sql`
  (${actor.isSystem} or i.unit_id = any(${actor.unitsFor('inspection:order')}::uuid[]) and i.unit_id not in (${unitsOf(actor.id, day)})) as orders,
  (${actor.isSystem} or ${teamPlace(actor)} is not null) as "inTeam", (${actor.isSystem} or coalesce(${teamPlace(actor)}, false)) as leads,
  i.unit_id in (${headedBy(actor.id, day)}) as heads`;

/** People of a unit on a day among some: who work there, have a position or a role in it. Rows `(id)`. */
export const peopleOfUnit = (people: readonly string[], unitId: string, day: string): RawBuilder<unknown> => sql`
  select p.id from person p where p.id = any(${[...people]}::uuid[]) and ${unitId}::uuid in (
    select p.unit_id where p.unit_id is not null
    union select o.unit_id from position o where o.person_id = p.id and (o."to" is null or o."to" >= ${day}::date)
    union select g.unit_id from role_grant g where g.person_id = p.id and g.state = 'IN_FORCE' and (g.valid_to is null or g.valid_to >= ${day}::date))`;
