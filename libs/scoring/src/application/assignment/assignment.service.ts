import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, allRefused, localDate, newId, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type CardFate } from '../../domain/assignment/assignment-problem.js';
import { AssignmentProposal } from '../../domain/assignment/assignment-proposal.entity.js';
import { fingerprintOf } from '../../domain/assignment/fingerprint.js';
import { optionsOf } from '../../domain/assignment/options.js';
import { type Round } from '../../domain/round/round.entity.js';
import { addCards } from '../card/cards.writer.js';
import { FieldQueries } from '../common/field.queries.js';
import { RoundQueries, type RoundRow } from '../round/round.queries.js';
import { BEGUN } from '../common/scope.js';
import { AssignableRounds } from './assignable-rounds.js';
import { AssignmentProposalQueries, type AssignmentProposalRow } from './assignment-proposal.queries.js';
import { AssignmentSolverService } from './assignment-solver.service.js';
import { keepProposal } from './proposals.writer.js';

const SHORT_NAMED = 20;

export interface ApplyOrder {
  /** Give what can be given, though some initiatives get fewer judges. */
  readonly evenIfShort?: boolean | null;
  /** Why cards that were begun go to other judges; due where there are any. */
  readonly reason?: string | null;
}

/** Who judges what in a round, as the solver proposed. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly assignable: AssignableRounds,
    private readonly solver: AssignmentSolverService,
    private readonly field: FieldQueries,
    private readonly proposals: AssignmentProposalQueries,
    private readonly rounds: RoundQueries,
  ) {}

  /**
   * Writes a proposal that was looked at, in one act. Refuses `PROPOSAL_OUTDATED` where conflicts, jury, cards or initiatives have changed since,
   * `PROPOSAL_APPLIED` a second time, and `ASSIGNMENT_SHORT` where an initiative cannot have its judges.
   */
  applyAssignment(actor: Actor, { proposalId, ...order }: ApplyOrder & { proposalId: string }): Promise<AssignmentProposalRow> {
    return this.work.act(actor, 'applyAssignment', async (act) => {
      const { roundId } = await this.read(actor, proposalId);
      const round = await this.assignable.update(act, roundId);
      await this.apply(act, round, { ...order, proposalId });
      return this.read(actor, proposalId);
    });
  }

  /** Proposes and applies in one act, which holds the round for as long as it takes: the short way for what nobody needs to look at first. */
  assignRound(actor: Actor, { roundId, ...order }: ApplyOrder & { roundId: string }): Promise<RoundRow> {
    return this.work.act(actor, 'assignRound', async (act) => {
      const round = await this.assignable.update(act, roundId);
      const proposalId = newId();
      await keepProposal(act, proposalId, await this.solver.solve(round.id, optionsOf({})));
      await this.apply(act, round, { ...order, proposalId });
      return this.rounds.reread(actor, round.id);
    });
  }

  private async apply(act: Act, round: Round, order: ApplyOrder & { proposalId: string }): Promise<void> {
    const proposal = await act.em.findOneOrFail(AssignmentProposal, { id: order.proposalId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    proposal.apply(fingerprintOf(await this.field.assignmentTable(round.id, localDate(act.at))), act.at);
    const { dropped, released } = await cardsItTakes(act, proposal);
    refuseIf(allRefused(problemsOf(order, proposal, released)));
    await act.em.flush();
    const assigned = await pairsOf(act, proposal.id);
    await drop(act, dropped);
    await release(act, released, order.reason ?? null);
    await addCards(act, round, { pairs: assigned, extra: false });
    act.record({
      subject: { type: 'Round', id: round.id },
      after: { proposal: proposal.id, assigned, dropped, released },
      ...(order.reason ? { reason: order.reason } : {}),
    });
  }

  private async read(actor: Actor, id: string): Promise<AssignmentProposalRow> {
    const row = await this.proposals.assignmentProposal(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'AssignmentProposal' });
    return row;
  }
}

/** Names the initiatives, so that a person knows for which to find judges; the proposal says why. */
function shortOf({ short, shortCount }: AssignmentProposal): Refused {
  const named = short.slice(0, SHORT_NAMED).map(({ receiptNumber: code, missing }) => `${code} (${String(missing)})`);
  return new Refused('ASSIGNMENT_SHORT', {
    count: shortCount,
    initiatives: `${named.join(', ')}${shortCount > SHORT_NAMED ? ', …' : ''}`,
  });
}

/** All that is asked of who applies it: that some get fewer judges, and why cards that were begun go to others. */
function problemsOf({ evenIfShort, reason }: ApplyOrder, proposal: AssignmentProposal, released: readonly string[]): Refused[] {
  return [
    ...(proposal.shortCount > 0 && !evenIfShort ? [shortOf(proposal)] : []),
    ...(released.length > 0 && !reason?.trim() ? [new Refused('REASON_MISSING', {}, 'reason')] : []),
  ];
}

type JudgedPair = Readonly<Record<'initiativeId' | 'judgeId', string>>;

async function pairsOf({ em }: Act, proposalId: string): Promise<JudgedPair[]> {
  const { rows } = await sql<JudgedPair>`select initiative_id as "initiativeId", judge_id as "judgeId" from proposed_card
    where proposal_id = ${proposalId} and fate = 'NEW' order by initiative_id, judge_id`.execute(em.getKysely());
  return rows;
}

/** The cards that it takes from their judges: those that nobody has begun, and those that were. Refuses where one was begun or signed since. */
async function cardsItTakes({ em }: Act, { id, round }: AssignmentProposal): Promise<{ dropped: string[]; released: string[] }> {
  const { rows } = await sql<{ id: string | null; fate: CardFate }>`
    select c.id, p.fate from proposed_card p
    left join scorecard c on c.round_id = ${round.id} and c.initiative_id = p.initiative_id and c.judge_id = p.judge_id
      and c.state = 'DRAFT' and (p.fate = 'RELEASED' or not ${BEGUN})
    where p.proposal_id = ${id} and p.fate in ('DROPPED', 'RELEASED') order by p.id`.execute(em.getKysely());
  const taken = (fate: CardFate) => rows.flatMap((row) => (row.fate === fate && row.id !== null ? [row.id] : []));
  if (rows.some((row) => row.id === null)) throw new Refused('PROPOSAL_OUTDATED');
  return { dropped: taken('DROPPED'), released: taken('RELEASED') };
}

/** Cards that nobody has begun; the round is held, so that nobody begins on one meanwhile. */
async function drop({ em }: Act, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from scorecard where id = any(${ids}::uuid[])`.execute(em.getKysely());
}

/** Cards that were begun: excused, and kept. */
async function release({ em, at }: Act, ids: readonly string[], reason: string | null): Promise<void> {
  if (ids.length === 0) return;
  await sql`update scorecard set state = 'EXCUSED', excused_at = ${at}, excuse_reason = ${reason}, version = version + 1
    where id = any(${ids}::uuid[])`.execute(em.getKysely());
}
