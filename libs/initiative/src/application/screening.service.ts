import { Injectable } from '@nestjs/common';
import { type ContestAct } from '#domain/contest';
import { type Actor, Refused, allRefused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type Ask, problemsOfAsks } from '../domain/asks.js';
import { Initiative } from '../domain/initiative.entity.js';
import { InitiativeLink, type LinkVerdict, Screening, type ScreeningVerdict } from '../domain/initiative-parts.entity.js';
import { whyNotDueAt, whyNotReason, whyNotReject } from '../domain/policies.js';
import { type InitiativeAct, whyNotMove } from '../domain/states.js';
import { subject } from './draft.service.js';
import { type InitiativeRow, InitiativeQueries } from './initiative.queries.js';
import { type VersionedOrder, initiativeForUpdate, signedBy } from './loading.js';
import { comparableScope, receivedScope } from './scope.js';

interface Judgement {
  readonly operation: string;
  readonly permits: ContestAct;
  readonly moves: InitiativeAct;
  readonly reason: string;
  readonly path?: string;
  readonly dueAt?: Date;
  readonly asks?: readonly Ask[];
}

const standing = ({ state, version, returnDueAt }: Initiative) => ({ state, version, returnDueAt });

/** What the secretariat does with an initiative that was sent in. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InitiativeQueries,
  ) {}

  /** Gives it back for more, with a due date of its own, which may lie after the deadline, and what is asked at each part. Refuses `ASKED_TWICE`. */
  async returnInitiative(
    actor: Actor,
    order: VersionedOrder & { readonly dueAt: Date; readonly reason: string; readonly asks?: readonly Ask[] },
  ): Promise<InitiativeRow> {
    const { dueAt, reason, asks = [] } = order;
    return this.judge(
      actor,
      order,
      { operation: 'returnInitiative', permits: 'SCREEN', moves: 'return', reason, dueAt, asks },
      (act, initiative) => {
        initiative.return(dueAt, act.at);
        this.say(act, initiative, { verdict: 'RETURNED', reason, dueAt, asks });
        return 'initiative.returned';
      },
    );
  }

  /** Moves the day until which one that was returned may come back, with a reason; what is asked stands. */
  async moveReturnDue(actor: Actor, order: VersionedOrder & { readonly dueAt: Date; readonly reason: string }): Promise<InitiativeRow> {
    const { dueAt, reason } = order;
    const judgement = { operation: 'moveReturnDue', permits: 'SCREEN', moves: 'moveDue', reason, dueAt } as const;
    return this.judge(actor, order, judgement, (act, initiative) => {
      initiative.moveReturnDue(dueAt, act.at);
      this.say(act, initiative, { verdict: 'DUE_MOVED', reason, dueAt });
      return 'initiative.returnDueMoved';
    });
  }

  /** Finds it eligible or rejects it, with a reason; where it names one that it improves, also whether it does. Refuses `IMPROVES_NOT_NAMED`. What was returned and never came back is rejected once its time has run out. */
  async screenInitiative(
    actor: Actor,
    order: VersionedOrder & {
      readonly verdict: 'ELIGIBLE' | 'REJECTED';
      readonly reason: string;
      readonly improvesVerdict?: LinkVerdict | null;
    },
  ): Promise<InitiativeRow> {
    const { verdict, reason, improvesVerdict } = order;
    const moves = verdict === 'ELIGIBLE' ? 'accept' : 'reject';
    const judgement = { operation: 'screenInitiative', permits: 'SCREEN', moves, reason, path: 'reason' } as const;
    return this.judge(actor, order, judgement, async (act, initiative) => {
      if (improvesVerdict) await this.decideImproves(act, initiative, { verdict: improvesVerdict, reason });
      initiative[moves](act.at);
      this.say(act, initiative, { verdict, reason, dueAt: null });
      return verdict === 'ELIGIBLE' ? 'initiative.eligible' : 'initiative.rejected';
    });
  }

  /** Takes an eligible one out of the contest, with a reason. Its cards are kept. */
  async disqualifyInitiative(actor: Actor, order: VersionedOrder & { readonly reason: string }): Promise<InitiativeRow> {
    const { reason } = order;
    return this.judge(
      actor,
      order,
      { operation: 'disqualifyInitiative', permits: 'DISQUALIFY', moves: 'disqualify', reason },
      (act, initiative) => {
        initiative.disqualify(reason, act.at);
        return 'initiative.disqualified';
      },
    );
  }

  /** Says of it and another that was received whether it is new, improves on it or duplicates it; said again, the later word stands. */
  async linkSimilar(
    actor: Actor,
    order: { readonly initiativeId: string; readonly earlierId: string; readonly verdict: LinkVerdict; readonly reason?: string | null },
  ): Promise<InitiativeRow> {
    return this.work.act(actor, 'linkSimilar', async (act) => {
      const { initiativeId, earlierId, verdict, reason = null } = order;
      await this.queries.refuseUnseen(initiativeId, receivedScope(actor, 'initiative:screen'));
      await this.queries.refuseUnseen(earlierId, comparableScope(actor), 'earlierId');
      if (earlierId === initiativeId) throw new Refused('LINK_NOT_EARLIER', {}, 'earlierId');
      await this.link(act, { initiativeId, earlierId, verdict, reason });
      return this.queries.shown(actor, initiativeId);
    });
  }

  private async decideImproves(act: Act, { id, improves }: Initiative, said: { verdict: LinkVerdict; reason: string }): Promise<void> {
    if (!improves) throw new Refused('IMPROVES_NOT_NAMED', {}, 'improvesVerdict');
    await this.link(act, { initiativeId: id, earlierId: improves.id, ...said });
  }

  private async link(
    { em, actor, at, record }: Act,
    { initiativeId, earlierId, verdict, reason }: { initiativeId: string; earlierId: string; verdict: LinkVerdict; reason: string | null },
  ): Promise<void> {
    const known = await em.findOne(InitiativeLink, { initiative: initiativeId, earlier: earlierId });
    const link = known ?? InitiativeLink.between(em.getReference(Initiative, initiativeId), em.getReference(Initiative, earlierId));
    const before = known && { earlier: earlierId, verdict: known.verdict, reason: known.reason };
    if (!record({ subject: subject({ id: initiativeId }), before, after: { earlier: earlierId, verdict, reason }, reason })) return;
    link.judge({ verdict, reason, by: signedBy(em, actor), at });
    await em.persist(link).flush();
  }

  private async judge(
    actor: Actor,
    order: VersionedOrder,
    judgement: Judgement,
    decide: (act: Act, initiative: Initiative) => string | Promise<string>,
  ): Promise<InitiativeRow> {
    const { operation, permits, moves, reason, path, dueAt, asks = [] } = judgement;
    return this.work.act(actor, operation, async (act) => {
      const { initiative, contest } = await initiativeForUpdate(act, receivedScope(actor, 'initiative:screen'), order);
      refuseIf(whyNotMove(initiative.state, moves) ?? contest.whyNot(permits, act.at));
      if (moves === 'reject') refuseIf(whyNotReject(initiative, act.at));
      const problems = [whyNotReason(reason, path), dueAt === undefined ? null : whyNotDueAt(dueAt, act.at), ...problemsOfAsks(asks)];
      refuseIf(allRefused(problems.filter((problem) => problem !== null)));
      const before = standing(initiative);
      const event = await decide(act, initiative);
      await act.em.flush();
      act.record({ subject: subject(initiative), before, after: { ...standing(initiative), ...(asks.length > 0 && { asks }) }, reason });
      act.emit({ type: event, payload: { initiativeId: initiative.id, contestId: contest.id } });
      return this.queries.shown(actor, initiative.id);
    });
  }

  private say(
    { em, actor, at }: Act,
    initiative: Initiative,
    { asks = [], ...said }: { verdict: ScreeningVerdict; reason: string; dueAt: Date | null; asks?: readonly Ask[] },
  ): void {
    em.persist(Screening.of(initiative, { ...said, asks, by: signedBy(em, actor), at }));
  }
}
