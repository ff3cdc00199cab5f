import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, localDate, newId } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type CardFate } from '../../domain/assignment/assignment-problem.js';
import { AssignmentProposal } from '../../domain/assignment/assignment-proposal.entity.js';
import { fingerprintOf } from '../../domain/assignment/fingerprint.js';
import { optionsOf } from '../../domain/assignment/options.js';
import { type Round } from '../../domain/round/round.entity.js';
import { addCards } from '../card/cards.writer.js';
import { FieldQueries } from '../field.queries.js';
import { RoundQueries, type RoundRow } from '../round/round.queries.js';
import { BEGUN } from '../scope.js';
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
    if (proposal.shortCount > 0 && !order.evenIfShort) throw shortOf(proposal);
    await act.em.flush();
    const assigned = await pairsOf(act, proposal.id, 'NEW');
    const dropped = await drop(act, proposal);
    const released = await release(act, proposal, order.reason ?? null);
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
  const named = short.slice(0, SHORT_NAMED).map(({ code, missing }) => `${code} (${String(missing)})`);
  return new Refused('ASSIGNMENT_SHORT', {
    count: shortCount,
    initiatives: `${named.join(', ')}${shortCount > SHORT_NAMED ? ', …' : ''}`,
  });
}

type JudgedPair = Readonly<Record<'initiativeId' | 'judgeId', string>>;

async function pairsOf({ em }: Act, proposalId: string, fate: CardFate): Promise<JudgedPair[]> {
  const { rows } = await sql<JudgedPair>`select initiative_id as "initiativeId", judge_id as "judgeId" from proposed_card
    where proposal_id = ${proposalId} and fate = ${fate} order by initiative_id, judge_id`.execute(em.getKysely());
  return rows;
}

/** The cards of the proposal that share a fate. */
const ofFate = ({ id, round }: AssignmentProposal, fate: CardFate) => sql`c.round_id = ${round.id} and (c.initiative_id, c.judge_id) in (
  select p.initiative_id, p.judge_id from proposed_card p where p.proposal_id = ${id} and p.fate = ${fate})`;

/** Cards that nobody has begun. One that was begun since is not taken. */
async function drop(act: Act, proposal: AssignmentProposal): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`delete from scorecard c where ${ofFate(proposal, 'DROPPED')} and not ${BEGUN} and c.state = 'DRAFT'
    returning c.id`.execute(act.em.getKysely());
  if (rows.length < (await pairsOf(act, proposal.id, 'DROPPED')).length) throw new Refused('PROPOSAL_OUTDATED');
  return rows.map(({ id }) => id);
}

/** Cards that were begun: excused, and kept. One that was signed since is not taken. */
async function release(act: Act, proposal: AssignmentProposal, reason: string | null): Promise<string[]> {
  const planned = await pairsOf(act, proposal.id, 'RELEASED');
  if (planned.length === 0) return [];
  if (reason === null) throw new Refused('REASON_MISSING', {}, 'reason');
  const { rows } = await sql<{ id: string }>`
    update scorecard c set state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${reason}, version = c.version + 1
    where ${ofFate(proposal, 'RELEASED')} and c.state = 'DRAFT' returning c.id`.execute(act.em.getKysely());
  if (rows.length < planned.length) throw new Refused('PROPOSAL_OUTDATED');
  return rows.map(({ id }) => id);
}
