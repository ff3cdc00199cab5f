import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { contestScope, judgingScope } from '#lib/jury';

/** The papers `w` of the actor's units; those about a contest only while its judging is open to them, and its cards to who reads standings. */
export function seesPaper(actor: Actor, permission: 'paper:read' | 'paper:manage'): RawBuilder<boolean> {
  return sql<boolean>`(w.unit_id = any(${actor.unitsFor(permission)}::uuid[])
    and (w.contest_id is null or exists (select 1 from contest ct where ct.id = w.contest_id and ${judgingScope(actor, permission)}
      and (w.kind <> 'ROUND_SCORECARDS' or ${contestScope(actor, 'standings:read')}))))`;
}
