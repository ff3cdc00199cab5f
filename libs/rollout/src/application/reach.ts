import { type EntityManager } from '@mikro-orm/postgresql';
import { Person } from '#domain/identity';
import { type Actor } from '#lib/kernel';

/** The condition on a unit that the actor must hold the permission for; the system's reach is everywhere. */
export const reach = (actor: Actor, permission: string): { $in: string[] } | { $ne: null } =>
  actor.isSystem ? { $ne: null } : { $in: actor.unitsFor(permission) };

/** Who signs for an act; the system is nobody. */
export const personOf = (em: EntityManager, actor: Actor): Person | null => (actor.isSystem ? null : em.getReference(Person, actor.id));
