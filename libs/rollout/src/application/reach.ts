import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor } from '#lib/kernel';

/** The condition on a unit that the actor must hold the permission for; the system's reach is everywhere. */
export const reach = (actor: Actor, permission: string): { $in: string[] } | { $ne: null } =>
  actor.isSystem ? { $ne: null } : { $in: actor.unitsFor(permission) };

/** Whether the actor may read of the rollouts and periods of the unit `host`: for those who may read them in any unit below it, all of them. */
export const seesHost = (actor: Actor, host: RawBuilder<unknown>): RawBuilder<boolean> =>
  actor.isSystem
    ? sql<boolean>`true`
    : sql<boolean>`${host} in (
        with recursive above (id) as (
          select unnest(${actor.unitsFor('rollout:read')}::uuid[])
          union select u.parent_id from unit u join above on u.id = above.id where u.parent_id is not null)
        select id from above)`;

/** Who signs for an act; the system is nobody. */
export const personOf = (em: EntityManager, actor: Actor): Person | null => (actor.isSystem ? null : em.getReference(Person, actor.id));
