import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Actor, Refused } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { Contest } from '../domain/contest.entity.js';
import { tellOfSentPlan } from './sent-plan.js';

/** Which contest an act is about, and the version that was on the screen. Without one, an act of the system or of a later context. */
export interface ContestOrder {
  readonly contestId: string;
  readonly version?: number;
}

/**
 * A contest with its phases, locked as its rows are now. `for share` keeps its phase standing while something is done that
 * depends on it; `for update` is for what changes it. Refuses `NOT_FOUND`.
 */
export async function lockContest(em: EntityManager, contestId: string, lock: 'for share' | 'for update'): Promise<Contest> {
  const lockMode = lock === 'for share' ? LockMode.PESSIMISTIC_READ : LockMode.PESSIMISTIC_WRITE;
  const contest = await em.findOneOrFail(Contest, { id: contestId }, { lockMode, refresh: true });
  await em.populate(contest, ['phases'], { refresh: true });
  return contest;
}

/** The contest for an act that changes it. Refuses `NOT_FOUND` where the host is out of the actor's reach, `STALE` on an old version. */
export async function contestToChange(act: Act, order: ContestOrder, permission = 'contest:edit'): Promise<Contest> {
  const { em, actor, onVersion } = act;
  const contest = await lockContest(em, order.contestId, 'for update');
  refuseOutOfReach(actor, permission, contest.host.id);
  if (order.version !== undefined) onVersion(contest, order.version);
  if (permission === 'contest:edit') await tellOfSentPlan(act, contest);
  return contest;
}

/** Not found rather than forbidden: that it exists is not the actor's to know. */
export function refuseOutOfReach(actor: Actor, permission: string, unitId: string, path: string | null = null): void {
  if (!actor.covers(permission, unitId)) throw new Refused('NOT_FOUND', {}, path);
}
