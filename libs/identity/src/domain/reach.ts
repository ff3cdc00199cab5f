import { type Actor } from '#lib/kernel';

/** Where a person stands in the tree of administration. */
export interface Standing {
  /** Where they work, by their unit and by positions that have not ended, and the units for which they hold a role or are to hold one. */
  readonly unitIds: readonly string[];
  /** They work in no unit, as judges from outside do. */
  readonly outside: boolean;
  /** The roots of the tree: the host's. */
  readonly hostIds: readonly string[];
}

/**
 * Whether somebody may act on a person: whoever does must reach every place where the person stands. A head of two units is the business
 * of who is above both, since what is done to the person is done in both. Who works in no unit belongs to the host, which is the root of
 * the tree.
 */
export function reachesPerson(actor: Actor, permission: string, { unitIds, outside, hostIds }: Standing): boolean {
  const covered = (unitId: string) => actor.covers(permission, unitId);
  return actor.isSystem || (actor.can(permission) && unitIds.every(covered) && (!outside || hostIds.some(covered)));
}
