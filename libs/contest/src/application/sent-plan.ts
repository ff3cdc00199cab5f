import { type EntityManager } from '@mikro-orm/postgresql';
import { localDate } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type DrawnPlan } from '../domain/announce.js';
import { type Contest } from '../domain/contest.entity.js';
import { ContestArea, ContestDocument, PrizeTier } from '../domain/contest-parts.entity.js';
import { PlanApproval, planState } from '../domain/plan-approval.entity.js';
import { RuleBook } from '../domain/rule-book.entity.js';

/** The plan of a contest as it is drawn up by now. */
export async function drawnPlan(em: EntityManager, contest: Contest, at: Date): Promise<DrawnPlan> {
  const of = { contest: contest.id };
  const book = await em.findOne(RuleBook, of, { orderBy: { number: 'desc' } });
  return {
    documents: await em.find(ContestDocument, of),
    areas: await em.count(ContestArea, of),
    prizes: await em.count(PrizeTier, of),
    ruleBook: book?.content ?? null,
    phases: contest.phases.getItems(),
    today: localDate(at),
  };
}

/** The last time that the plan was sent to the leader. */
export function lastSending(em: EntityManager, contestId: string): Promise<PlanApproval | null> {
  return em.findOne(PlanApproval, { contest: contestId }, { orderBy: { id: 'desc' }, refresh: true });
}

/** Says that the contest is about to change which a plan was sent or approved of; whether it did is seen afterwards. */
export async function tellOfSentPlan({ em, emit }: Act, { id, phase, leaderApproves, version }: Contest): Promise<void> {
  if (phase !== 'DRAFT' || !leaderApproves) return;
  const sent = await lastSending(em, id);
  const plan = planState(sent, version);
  if (sent && (plan === 'SENT' || plan === 'APPROVED'))
    emit({ type: 'contest.planTouched', payload: { contestId: id, approvalId: sent.id } });
}
