import { CONTEST_PHASE_WORDS } from '#domain/contest';
import { LockMode } from '@mikro-orm/core';
import { lockContest } from '#lib/contest';
import { Refused } from '#lib/kernel';
import { type Act, type Database } from '#lib/platform';
import { AwardDecision } from '../domain/award-decision.entity.js';
import { refuseShutOut } from './shut-out.js';

/**
 * A contest's list of awards for an act that changes it. Its contest is locked first, as by whoever makes another version of the
 * result: phase and standings stay until the act ends. Refuses `NOT_FOUND` beyond the actor's reach, and a contest that was cancelled.
 */
export async function lockDecision(
  { em, actor }: Pick<Act, 'em' | 'actor'>,
  database: Database,
  { where, permission }: { where: { id: string } | { contest: string }; permission: string },
): Promise<AwardDecision> {
  const host = { $in: actor.unitsFor(permission) };
  const seen = await em.findOneOrFail(
    AwardDecision,
    'id' in where ? { id: where.id, contest: { host } } : { contest: { id: where.contest, host } },
  );
  // Who signs the list sees it; who draws it up or publishes it may be shut out.
  if (permission !== 'award:approve') await refuseShutOut(database, actor, seen.contest.id);
  const { phase } = await lockContest(em, seen.contest.id, 'for share');
  if (phase === 'CANCELLED') throw new Refused('CONTEST_NOT_IN_DELIBERATION', { phase: CONTEST_PHASE_WORDS[phase] });
  return em.findOneOrFail(AwardDecision, { id: seen.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
