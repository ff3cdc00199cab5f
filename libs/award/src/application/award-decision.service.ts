import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { ContestResult } from '#domain/result';
import { PhaseService } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { AwardDecision, type DecisionState, whyNotMove } from '../domain/award-decision.entity.js';
import { correctionWaits } from './award.queries.js';
import { ListChecks } from './list-checks.js';
import { lockDecision } from './lock-decision.js';

interface OnDecision {
  readonly decisionId: string;
  readonly version: number;
}

interface Step {
  readonly verb: string;
  readonly to: DecisionState;
  readonly permission: string;
  readonly order: OnDecision & { readonly reason?: string };
}

/** The way of a result: submitted to the leader, signed with number and date or returned, published. */
@Injectable()
export class AwardDecisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly phases: PhaseService,
    private readonly database: Database,
    private readonly follows: ListChecks,
  ) {}

  submitAwards(actor: Actor, order: OnDecision): Promise<AwardDecision> {
    return this.step(
      actor,
      { verb: 'submitAwards', to: 'SUBMITTED', permission: 'award:propose', order },
      async (decision, { em, emit }) => {
        await this.refuseOutdated(decision, em);
        refuseIf(await this.follows.whyNotFollows(em, decision));
        decision.submit();
        emit({ type: 'award.submitted', payload: { decisionId: decision.id } });
      },
    );
  }

  returnAwards(actor: Actor, order: OnDecision & { reason: string }): Promise<AwardDecision> {
    return this.step(actor, { verb: 'returnAwards', to: 'DRAFT', permission: 'award:approve', order }, (decision, { emit }) => {
      decision.return(order.reason);
      emit({ type: 'award.returned', payload: { decisionId: decision.id } });
    });
  }

  /** `decidedOn` is the day of the decision, `YYYY-MM-DD`. Refuses while a correction waits: once signed for, the result stands. */
  approveAwards(actor: Actor, order: OnDecision & { decisionNumber: string; decidedOn: string }): Promise<AwardDecision> {
    return this.step(
      actor,
      { verb: 'approveAwards', to: 'APPROVED', permission: 'award:approve', order },
      async (decision, { em, at, emit }) => {
        await this.refuseOutdated(decision, em);
        await this.refuseUncorrected(decision);
        refuseIf(await this.follows.whyNotFollows(em, decision));
        const leftOut = await this.follows.leftOut(decision);
        decision.approve({ number: order.decisionNumber, decidedOn: order.decidedOn, by: em.getReference(Person, actor.id), at, leftOut });
        emit({ type: 'award.approved', payload: { decisionId: decision.id } });
      },
    );
  }

  /**
   * Publishes what was approved, and with it the contest: its people are told, and anyone may read it. Refuses a list that does not follow from
   * the standings in force, or leaves equals undecided; it can be returned.
   */
  publishAwards(actor: Actor, order: OnDecision): Promise<AwardDecision> {
    return this.step(
      actor,
      { verb: 'publishAwards', to: 'PUBLISHED', permission: 'award:publish', order },
      async (decision, { em, at, emit }) => {
        await this.refuseOutdated(decision, em);
        refuseIf(await this.follows.whyNotFollows(em, decision));
        decision.publish(at);
        await em.flush();
        const contest = await em.findOneOrFail(Contest, decision.contest.id);
        await this.phases.advancePhase(actor, { contestId: contest.id, version: contest.version });
        emit({ type: 'award.published', payload: { contestId: contest.id } });
      },
    );
  }

  /** Refuses a list that follows other standings than those in force, or has somebody on it who is out. */
  private async refuseOutdated(decision: AwardDecision, em: EntityManager): Promise<void> {
    const follows = await em.count(ContestResult, { id: decision.drawnFrom?.id ?? null, supersededAt: null });
    if (follows === 0) throw new Refused('AWARD_STANDINGS_CHANGED');
    await this.refuseOut(decision);
  }

  private async refuseUncorrected({ contest: { id } }: AwardDecision): Promise<void> {
    if (await this.database.first(sql`select 1 where ${correctionWaits(sql`${id}::uuid`)}`)) throw new Refused('CORRECTION_WAITS');
  }

  /** Refuses a list with an initiative that was withdrawn or disqualified since it was drawn up; none is until the act ends. */
  private async refuseOut({ id }: AwardDecision): Promise<void> {
    const listed = await this.database.rows(sql<{ code: string; state: string }>`
      select i.code, i.state from initiative i where i.id in (select w.initiative_id from award w where w.decision_id = ${id}) order by i.id for share of i`);
    const out = listed.filter(({ state }) => state !== 'ELIGIBLE').map(({ code }) => code);
    if (out.length > 0) throw new Refused('AWARD_INITIATIVE_OUT', { initiatives: out.join(', ') });
  }

  private step(
    actor: Actor,
    { verb, to, permission, order }: Step,
    change: (decision: AwardDecision, act: Act) => void | Promise<void>,
  ): Promise<AwardDecision> {
    return this.work.act(actor, verb, async (act) => {
      const decision = await lockDecision(act, this.database, { where: { id: order.decisionId }, permission });
      refuseIf(whyNotMove(decision.state, to));
      const before = { state: decision.state };
      act.onVersion(decision, order.version);
      await change(decision, act);
      const { state, number, decidedOn } = decision;
      act.record({
        subject: { type: 'AwardDecision', id: decision.id },
        before,
        after: { state, number, decidedOn },
        reason: order.reason ?? null,
      });
      await act.em.flush();
      return decision;
    });
  }
}
