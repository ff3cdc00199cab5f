import { Injectable } from '@nestjs/common';
import { type ContestAct } from '#domain/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Initiative } from '../domain/initiative.entity.js';
import { InitiativeLink, type LinkVerdict, Screening, type ScreeningVerdict } from '../domain/initiative-parts.entity.js';
import { whyNotReason } from '../domain/policies.js';
import { subject } from './draft.service.js';
import { type InitiativeRow, InitiativeQueries } from './initiative.queries.js';
import { type VersionedOrder, initiativeForUpdate, signedBy } from './loading.js';
import { comparableScope, receivedScope } from './scope.js';

interface Judgement {
  readonly operation: string;
  readonly permits: ContestAct;
  readonly reason: string;
  readonly path?: string;
}

/** What the secretariat does with an initiative that was sent in. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InitiativeQueries,
  ) {}

  /** Gives it back for more, with a due date of its own, which may lie after the deadline. Done again, it moves the due date. */
  async returnInitiative(actor: Actor, order: VersionedOrder & { readonly dueAt: Date; readonly reason: string }): Promise<InitiativeRow> {
    const { dueAt, reason } = order;
    return this.judge(actor, order, { operation: 'returnInitiative', permits: 'SCREEN', reason }, (act, initiative) => {
      initiative.return(dueAt, act.at);
      this.say(act, initiative, { verdict: 'RETURNED', reasons: reason, dueAt });
      return 'initiative.returned';
    });
  }

  /** Finds it eligible or rejects it, with reasons. What was returned and never came back is rejected once its time has run out. */
  async screenInitiative(
    actor: Actor,
    order: VersionedOrder & { readonly verdict: 'ELIGIBLE' | 'REJECTED'; readonly reasons: string },
  ): Promise<InitiativeRow> {
    const { verdict, reasons } = order;
    return this.judge(
      actor,
      order,
      { operation: 'screenInitiative', permits: 'SCREEN', reason: reasons, path: 'reasons' },
      (act, initiative) => {
        if (verdict === 'ELIGIBLE') initiative.accept(act.at);
        else initiative.reject(act.at);
        this.say(act, initiative, { verdict, reasons, dueAt: null });
        return verdict === 'ELIGIBLE' ? 'initiative.eligible' : 'initiative.rejected';
      },
    );
  }

  /** Takes an eligible one out of the contest, with a reason. Its cards are kept. */
  async disqualifyInitiative(actor: Actor, order: VersionedOrder & { readonly reason: string }): Promise<InitiativeRow> {
    const { reason } = order;
    return this.judge(actor, order, { operation: 'disqualifyInitiative', permits: 'DISQUALIFY', reason }, (act, initiative) => {
      initiative.disqualify(reason, act.at);
      return 'initiative.disqualified';
    });
  }

  /** Says of it and another that was received whether it is new, improves on it or duplicates it; said again, the later word stands. */
  async linkSimilar(
    actor: Actor,
    order: { readonly initiativeId: string; readonly earlierId: string; readonly verdict: LinkVerdict; readonly reason?: string | null },
  ): Promise<InitiativeRow> {
    return this.work.act(actor, 'linkSimilar', async (act) => {
      const { em, at } = act;
      const { initiativeId, earlierId, verdict, reason = null } = order;
      await this.queries.refuseUnseen(initiativeId, receivedScope(actor, 'initiative:screen'));
      await this.queries.refuseUnseen(earlierId, comparableScope(actor), 'earlierId');
      if (earlierId === initiativeId) throw new Refused('LINK_NOT_EARLIER', {}, 'earlierId');
      const known = await em.findOne(InitiativeLink, { initiative: initiativeId, earlier: earlierId });
      const link = known ?? InitiativeLink.between(em.getReference(Initiative, initiativeId), em.getReference(Initiative, earlierId));
      const before = known && { verdict: known.verdict };
      link.judge({ verdict, reason, by: signedBy(em, actor), at });
      em.persist(link);
      await em.flush();
      act.record({ subject: subject({ id: initiativeId }), before, after: { earlier: earlierId, verdict }, reason });
      return this.queries.shown(actor, initiativeId);
    });
  }

  private async judge(
    actor: Actor,
    order: VersionedOrder,
    judgement: Judgement,
    decide: (act: Act, initiative: Initiative) => string,
  ): Promise<InitiativeRow> {
    const { operation, permits, reason, path } = judgement;
    return this.work.act(actor, operation, async (act) => {
      const { initiative, contest } = await initiativeForUpdate(act.em, receivedScope(actor, 'initiative:screen'), order);
      refuseIf(contest.whyNot(permits, act.at) ?? whyNotReason(reason, path));
      const before = { state: initiative.state, returnDueAt: initiative.returnDueAt };
      const event = decide(act, initiative);
      await act.em.flush();
      act.record({ subject: subject(initiative), before, after: { state: initiative.state, returnDueAt: initiative.returnDueAt }, reason });
      act.emit({ type: event, payload: { initiativeId: initiative.id, contestId: contest.id } });
      return this.queries.shown(actor, initiative.id);
    });
  }

  private say(
    { em, actor, at }: Act,
    initiative: Initiative,
    said: { verdict: ScreeningVerdict; reasons: string; dueAt: Date | null },
  ): void {
    em.persist(Screening.of(initiative, { ...said, by: signedBy(em, actor), at }));
  }
}
