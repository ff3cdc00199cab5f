import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor } from '#lib/kernel';
import { goesOn } from '#lib/units';

/** The condition on a unit that the actor must hold the permission for; the system's reach is everywhere. */
export const reach = (actor: Actor, permission: string): { $in: string[] } | { $ne: null } =>
  actor.isSystem ? { $ne: null } : { $in: actor.unitsFor(permission) };

/** Whether the actor may read of the rollouts and periods of the unit `host`: for those who may read them in any unit below it, or in one that succeeded such a unit, all of them. */
export const seesHost = (actor: Actor, host: RawBuilder<unknown>, permission = 'rollout:read'): RawBuilder<boolean> =>
  actor.isSystem
    ? sql<boolean>`true`
    : sql<boolean>`${host} = any(array(
        with recursive above (id) as (
          select unnest(${actor.unitsFor(permission)}::uuid[])
          union select x.id from above cross join lateral (
            select u.parent_id as id from unit u where u.id = above.id and u.parent_id is not null
            union all select l.from_id from unit_lineage l where l.to_id = above.id and ${goesOn(sql`l`)}) x)
        select id from above))`;

/** Where a report or a figure belongs: the commune that it is of, and the host that it is given to. */
export interface Belongs {
  readonly unit: RawBuilder<unknown>;
  readonly host: RawBuilder<unknown>;
}

/** Whether the actor has the permission for the commune or for the host: after a reorganisation one is not below the other. */
export const holdsFor = (actor: Actor, permission: string, { unit, host }: Belongs): RawBuilder<boolean> =>
  sql<boolean>`(${unit} = any(${actor.unitsFor(permission)}::uuid[]) or ${host} = any(${actor.unitsFor(permission)}::uuid[]))`;

/**
 * Whether the actor, who may read of the commune, reads figures of a report in this state (null: of no report): what is approved everybody,
 * what is submitted the office that approves it, what is a draft or was returned nobody; its own commune reads all of it.
 */
export const seesFigures = (actor: Actor, state: RawBuilder<unknown>, belongs: Belongs): RawBuilder<boolean> =>
  sql<boolean>`(coalesce(${state}, 'APPROVED') = 'APPROVED' or ${isOwn(actor, belongs)} or ${state} = 'SUBMITTED' and ${holdsFor(actor, 'report:approve', belongs)})`;

/** Whether the actor reads what the commune has submitted before it is approved: the commune itself, and the office that approves it. */
export const seesSubmitted = (actor: Actor, belongs: Belongs): RawBuilder<boolean> =>
  sql<boolean>`(${isOwn(actor, belongs)} or ${holdsFor(actor, 'report:approve', belongs)})`;

const isOwn = (actor: Actor, { unit }: Belongs): RawBuilder<boolean> =>
  sql<boolean>`${unit} = any(${actor.unitsFor('adoption:report')}::uuid[])`;

/** Who signs for an act; the system is nobody. */
export const personOf = (em: EntityManager, actor: Actor): Person | null => (actor.isSystem ? null : em.getReference(Person, actor.id));
