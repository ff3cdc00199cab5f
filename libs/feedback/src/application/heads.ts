import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { RIGHTS } from '#domain/identity';
import { grantsOn } from '#lib/identity';
import { type Actor, ROLES } from '#lib/kernel';

const inOffice = (day: string): RawBuilder<boolean> =>
  sql<boolean>`o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)`;

/** The units that a person heads on a day. Rows `(unit_id)`. */
export const headedBy = (personId: string, day: string): RawBuilder<unknown> =>
  sql`select o.unit_id from position o where o.person_id = ${personId} and o.is_head and ${inOffice(day)}`;

export async function unitsHeaded(em: EntityManager, personId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ unit_id: string }>`${headedBy(personId, day)}`.execute(em.getKysely());
  return rows.map((row) => row.unit_id);
}

/** Whether a unit is one that the actor may read about by a role, or heads. */
export const isRead = (
  actor: Actor,
  { permission, unit, day }: { permission: string; unit: RawBuilder<unknown>; day: string },
): RawBuilder<boolean> => sql<boolean>`(${unit} = any(${actor.unitsFor(permission)}::uuid[]) or ${unit} in (${headedBy(actor.id, day)}))`;

/** Whose matter it is beside the head's: by which right, and of which unit and those above it. */
interface Office {
  readonly right: string;
  readonly unit: RawBuilder<unknown>;
}
const SETTLES: Office = { right: 'signal:settle', unit: sql`u.id` };

/** Who is told of what happens in unit `u`: its heads, the office, its leaders. Columns `heads`, `offices`, `leaders`. */
export const toldOf = (day: string, { right, unit }: Office = SETTLES): RawBuilder<unknown> => sql`
  array(select distinct o.person_id::text from position o where o.unit_id = u.id and o.is_head and ${inOffice(day)}) as heads,
  array(${grantedOn(day, unit, sql.join(ROLES.filter((role) => RIGHTS[role].includes(right))))}) as offices,
  array(${grantedOn(day, unit, sql`'LEADER'`)}) as leaders`;

const grantedOn = (day: string, unit: RawBuilder<unknown>, roles: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive above (id, parent_id) as (
    select a.id, a.parent_id from unit a where a.id = ${unit} union select a.id, a.parent_id from unit a join above on above.parent_id = a.id)
  select distinct g.person_id::text from ${grantsOn(day)} g join above on above.id = g.unit_id where g.role in (${roles})`;

export interface ToldOf {
  readonly heads: readonly string[];
  readonly offices: readonly string[];
  readonly leaders: readonly string[];
}
