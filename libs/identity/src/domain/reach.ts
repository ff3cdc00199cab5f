import { type Actor } from '#lib/kernel';
import { type Person } from './person.entity.js';

/** A permission reaches the people of its units, and those of no unit, as judges from outside are. */
export function reachesPerson(actor: Actor, permission: string, person: Person): boolean {
  const unitId = person.unit?.id;
  return unitId === undefined ? actor.can(permission) : actor.covers(permission, unitId);
}
