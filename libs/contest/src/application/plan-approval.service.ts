import { Injectable } from '@nestjs/common';
import { Person } from '#domain/identity';
import { type Actor, type WhyNot, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { problemsOfPlan } from '../domain/announce.js';
import { type Contest } from '../domain/contest.entity.js';
import {
  PlanApproval,
  type PlanFacts,
  planState,
  whyNotApprovePlan,
  whyNotReturnPlan,
  whyNotSetPlanApproval,
  whyNotSubmitPlan,
} from '../domain/plan-approval.entity.js';
import { drawnPlan, lastSending } from './sent-plan.js';
import { type ContestOrder, contestToChange } from './load-contest.js';

interface Answer {
  readonly verb: 'approvePlan' | 'returnPlan';
  readonly whyNot: (facts: PlanFacts) => WhyNot;
  readonly give: (sent: PlanApproval, by: Person, at: Date) => void;
  readonly event: string;
  readonly reason?: string;
}

/** The plan of a contest on its way to the leader and back, before the announcement. */
@Injectable()
export class PlanApprovalService {
  constructor(private readonly work: UnitOfWork) {}

  /** Sends the plan as it is now. Refuses `PLAN_APPROVAL_NOT_ASKED`, `PLAN_SENT` where it waits or is approved, and all that the plan lacks. */
  async submitPlan(actor: Actor, order: ContestOrder): Promise<Contest> {
    return this.work.act(actor, 'submitPlan', async (act) => {
      const { em, at, record, emit } = act;
      const contest = await contestToChange(act, order);
      const facts = factsOf(contest, await lastSending(em, contest.id));
      refuseIf(whyNotSubmitPlan(facts, problemsOfPlan(await drawnPlan(em, contest, at))));
      const sent = PlanApproval.send(contest, em.getReference(Person, actor.id), at);
      await em.persist(sent).flush();
      record({ subject: { type: 'Contest', id: contest.id }, before: { plan: facts.plan }, after: { plan: sent.state, sent: sent.id } });
      emit({ type: 'contest.planSubmitted', payload: { contestId: contest.id, approvalId: sent.id } });
      return contest;
    });
  }

  /** By the leader, of the version that was on the screen: only that is announced. Refuses `PLAN_NOT_SENT` where none waits. */
  async approvePlan(actor: Actor, order: ContestOrder): Promise<Contest> {
    return this.answer(actor, order, {
      verb: 'approvePlan',
      whyNot: whyNotApprovePlan,
      give: (sent, by, at) => {
        sent.approve(by, at);
      },
      event: 'contest.planApproved',
    });
  }

  /** By the leader, with what is to be changed; before the announcement an approval is taken back in the same way. Refuses `PLAN_NOT_SENT`. */
  async returnPlan(actor: Actor, order: ContestOrder & { readonly reason: string }): Promise<Contest> {
    return this.answer(actor, order, {
      verb: 'returnPlan',
      whyNot: whyNotReturnPlan,
      give: (sent, by, at) => {
        sent.return(order.reason, by, at);
      },
      event: 'contest.planReturned',
      reason: order.reason,
    });
  }

  /** The leader says whether they are asked. Refuses `CONTEST_ANNOUNCED` once they can no longer be. */
  async setPlanApproval(actor: Actor, order: ContestOrder & { readonly asked: boolean }): Promise<Contest> {
    return this.work.act(actor, 'setPlanApproval', async (act) => {
      const contest = await contestToChange(act, order, 'contest:decide');
      refuseIf(whyNotSetPlanApproval(contest));
      const before = { leaderApproves: contest.leaderApproves };
      contest.leaderApproves = order.asked;
      await act.em.flush();
      act.record({ subject: { type: 'Contest', id: contest.id }, before, after: { leaderApproves: order.asked } });
      return contest;
    });
  }

  private async answer(actor: Actor, order: ContestOrder, { verb, whyNot, give, event, reason }: Answer): Promise<Contest> {
    return this.work.act(actor, verb, async (act) => {
      const { em, at, record, emit } = act;
      const contest = await contestToChange(act, order, 'contest:decide');
      const sent = await lastSending(em, contest.id);
      const facts = factsOf(contest, sent);
      refuseIf(whyNot(facts));
      if (!sent) return contest;
      give(sent, em.getReference(Person, actor.id), at);
      await em.flush();
      const about = { before: { plan: facts.plan }, after: { plan: sent.state, sent: sent.id }, ...(reason !== undefined && { reason }) };
      record({ subject: { type: 'Contest', id: contest.id }, ...about });
      emit({ type: event, payload: { contestId: contest.id, approvalId: sent.id } });
      return contest;
    });
  }
}

function factsOf({ phase, leaderApproves, version }: Contest, sent: PlanApproval | null): PlanFacts {
  return { phase, leaderApproves, plan: planState(sent, version) };
}
