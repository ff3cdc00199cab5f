import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { isThere } from '#lib/platform';
import { records } from './achievement.scope.js';

/** Whether an actor may read of holds at all. */
export const seesHolds = (actor: Actor): RawBuilder<boolean> => sql<boolean>`${actor.can('hold:read')}`;

/** The holds `h` that the actor reads: of people of their office's units, and none of their own. */
export function holdScope(actor: Actor, permission: string): RawBuilder<boolean> {
  if (actor.isSystem) return sql<boolean>`true`;
  return sql<boolean>`(not h.subject_id = ${records(actor)}
    and ${isThere(sql`select 1 from person p where p.id = h.subject_id and p.unit_id = any(${actor.unitsFor(permission)}::uuid[])`)})`;
}
