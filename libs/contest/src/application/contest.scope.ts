import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { OVER_PHASES } from '../domain/phases.js';

const TRUE = sql<boolean>`true`;

/** Whether the actor acts for the host of contest `c`, with this permission or one of these. */
export function onHostSide(actor: Actor, permissions: readonly string[] = ['contest:edit', 'contest:decide']): RawBuilder<boolean> {
  if (actor.isSystem) return TRUE;
  return sql<boolean>`c.host_id = any(${permissions.flatMap((permission) => actor.unitsFor(permission))}::uuid[])`;
}

/**
 * Whether the actor may know of contest `c`: the host's side and whoever has a seat always, the units of its roster once it is
 * announced. Reads and counts are scoped by this alone.
 */
export function seesContest(actor: Actor): RawBuilder<boolean> {
  if (actor.isSystem) return TRUE;
  const units = actor.unitsFor('contest:read');
  return sql<boolean>`(${onHostSide(actor)}
    or exists (select 1 from seat s where s.contest_id = c.id and s.person_id = ${actor.id} and s.ended_at is null)
    or (${isPublic} and (c.host_id = any(${units}::uuid[])
        or exists (select 1 from roster_unit ru where ru.roster_id = c.roster_id and ru.unit_id = any(${units}::uuid[])))))`;
}

/** Announced, or of a past year: what a citizen may read. */
export const isPublic = sql<boolean>`(c.announced_at is not null or c.recorded)`;

/** Whether contest `c` is over, as `Contest.isOver` says. */
export const contestOver = (c: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(${c}.phase = any(${OVER_PHASES}::text[]))`;
