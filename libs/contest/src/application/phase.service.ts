import { Injectable } from '@nestjs/common';
import { type Actor, Refused, allRefused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { problemsToAnnounce } from '../domain/announce.js';
import { type Contest } from '../domain/contest.entity.js';
import { ContestDecision, type DecisionKind } from '../domain/contest-parts.entity.js';
import { type ContestPhase, DATED_PHASES, type PhaseDates, nextPhase, whyNotAdvance } from '../domain/phases.js';
import { planState } from '../domain/plan-approval.entity.js';
import { ContestPorts } from './contest.ports.js';
import { type ContestOrder, contestToChange } from './load-contest.js';
import { drawnPlan, lastSending } from './sent-plan.js';

export interface Decided {
  readonly decisionNumber: string;
  readonly reason: string;
}

/** How a contest goes through its year. */
@Injectable()
export class PhaseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: ContestPorts,
  ) {}

  /**
   * Sets the dates of the phases named. Once announced that takes a decision with number and reason (`DECISION_NEEDED`), and a phase
   * that is over or a moment gone by stands (`PHASE_OVER`, `PHASE_BEGUN`, `PHASE_DATE_PAST`).
   */
  async setPhaseDates(actor: Actor, order: ContestOrder & Partial<Decided> & { readonly phases: readonly PhaseDates[] }): Promise<Contest> {
    return this.work.act(actor, 'setPhaseDates', async (act) => {
      const { em, at, record, emit } = act;
      const contest = await contestToChange(act, order);
      const { phase: from } = contest;
      const before = contest.phases.getItems().map(dates).sort(byPhase);
      const decision = from === 'DRAFT' ? null : needed(order);
      const fresh = contest.setDates(order.phases, at);
      const after = [...contest.phases.getItems(), ...fresh].map(dates).sort(byPhase);
      const edit = { before: { phases: before }, after: { phases: after }, reason: order.reason };
      if (!record({ subject: { type: 'Contest', id: contest.id }, ...edit })) return contest;
      if (decision) this.decide(act, contest, 'DATES_MOVED', decision);
      contest.touch();
      await em.persist(fresh).flush();
      if (from !== 'DRAFT') emit({ type: 'contest.datesMoved', payload: { contestId: contest.id, decisionNumber: order.decisionNumber } });
      if (from !== contest.phase) emit(advanced(contest, from));
      return contest;
    });
  }

  /** Takes the contest into the next phase. Refuses what is missing for it, what is not due, and while it is held. */
  async advancePhase(actor: Actor, order: ContestOrder): Promise<Contest> {
    return this.work.act(actor, 'advancePhase', async (act) => {
      const contest = await contestToChange(act, order);
      refuseIf(whyNotAdvance(contest, act.at));
      const next = nextPhase(contest.phase);
      if (!next) throw new Refused('CONTEST_ENDED', { phase: contest.phase });
      await this.enter(act, contest, next);
      return contest;
    });
  }

  /** Into a phase, its preconditions asked first; for the acts here and for the clock's job. */
  async enter(act: Act, contest: Contest, next: ContestPhase): Promise<void> {
    const { phase: from } = contest;
    const announce = next === 'ANNOUNCED' ? await this.announcement(act, contest) : null;
    refuseIf(await this.ports.whyNotEnter(next, contest.id));
    if (announce) announce();
    else contest.enter(next, act.at);
    await act.em.flush();
    act.record({ subject: { type: 'Contest', id: contest.id }, before: { phase: from }, after: { phase: next } });
    act.emit(advanced(contest, from));
  }

  /** Keeps the contest from advancing. The deadline stands all the same: it is moved by decision only. */
  async holdPhase(actor: Actor, order: ContestOrder & { readonly reason: string }): Promise<Contest> {
    return this.work.act(actor, 'holdPhase', async (act) => {
      const contest = await contestToChange(act, order);
      contest.hold(order.reason, act.at);
      this.decide(act, contest, 'HELD', { reason: order.reason });
      await act.em.flush();
      act.record({ subject: { type: 'Contest', id: contest.id }, after: { held: true, phase: contest.phase }, reason: order.reason });
      return contest;
    });
  }

  async resumePhase(actor: Actor, order: ContestOrder & { readonly reason: string }): Promise<Contest> {
    return this.work.act(actor, 'resumePhase', async (act) => {
      const contest = await contestToChange(act, order);
      contest.resume();
      this.decide(act, contest, 'RESUMED', { reason: order.reason });
      await act.em.flush();
      act.record({ subject: { type: 'Contest', id: contest.id }, after: { held: false, phase: contest.phase }, reason: order.reason });
      return contest;
    });
  }

  /** The leader's to decide. Refuses `TRANSITION` once the results are published. */
  async cancelContest(actor: Actor, order: ContestOrder & Decided): Promise<Contest> {
    return this.work.act(actor, 'cancelContest', async (act) => {
      const contest = await contestToChange(act, order, 'contest:decide');
      const { phase: from } = contest;
      contest.cancel(order.reason, act.at);
      this.decide(act, contest, 'CANCELLED', order);
      await act.em.flush();
      act.record({
        subject: { type: 'Contest', id: contest.id },
        before: { phase: from },
        after: { phase: 'CANCELLED', decisionNumber: order.decisionNumber },
        reason: order.reason,
      });
      act.emit(advanced(contest, from));
      return contest;
    });
  }

  /** Refuses all that is missing before the announcement; else what makes it. */
  private async announcement({ em, at }: Act, contest: Contest): Promise<() => void> {
    const { leaderApproves, version } = contest;
    const sent = leaderApproves ? await lastSending(em, contest.id) : null;
    const facts = { ...(await drawnPlan(em, contest, at)), leaderApproves, plan: planState(sent, version) };
    refuseIf(allRefused(problemsToAnnounce(facts)));
    return () => {
      contest.announce(at, sent?.answeredAt ?? null);
    };
  }

  private decide(
    { em, actor, at }: Act,
    contest: Contest,
    kind: DecisionKind,
    { decisionNumber, reason }: Partial<Decided> & { reason: string },
  ): void {
    em.persist(ContestDecision.of(contest, kind, { number: decisionNumber ?? null, reason, at, by: actor.id }));
  }
}

function needed({ decisionNumber, reason }: Partial<Decided>): Decided {
  if (!decisionNumber?.trim()) throw new Refused('DECISION_NEEDED', {}, 'decisionNumber');
  if (!reason?.trim()) throw new Refused('DECISION_NEEDED', {}, 'reason');
  return { decisionNumber, reason };
}

function dates({ kind, startsAt, endsAt }: PhaseDates): PhaseDates {
  return { kind, startsAt, endsAt: endsAt ?? null };
}

const byPhase = (one: PhaseDates, other: PhaseDates): number => DATED_PHASES.indexOf(one.kind) - DATED_PHASES.indexOf(other.kind);

function advanced(contest: Contest, from: ContestPhase): { type: string; payload: Record<string, unknown> } {
  return { type: 'contest.phaseAdvanced', payload: { contestId: contest.id, from, to: contest.phase } };
}
