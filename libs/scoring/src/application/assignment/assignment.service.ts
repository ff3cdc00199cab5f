import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type AssignmentChange } from '../../domain/assignment/assignment-problem.js';
import { whyNotAssign } from '../../domain/card/policies.js';
import { type Round } from '../../domain/round/round.entity.js';
import { AssignmentProposalService, type ShortInitiative } from './assignment-proposal.service.js';
import { addCards } from '../card/cards.writer.js';
import { ConflictDetectionService } from '../conflict/conflict-detection.service.js';
import { RoundLocks } from '../round/round-locks.js';
import { RoundQueries, type RoundRow } from '../round/round.queries.js';

/** Who judges what in a round, as the solver proposes. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: RoundLocks,
    private readonly proposals: AssignmentProposalService,
    private readonly detection: ConflictDetectionService,
    private readonly rounds: RoundQueries,
  ) {}

  /**
   * Gives every initiative of the round its judges, as the solver proposes, in one act. Cards that were saved or signed stay.
   * Refuses where an initiative cannot have them, naming which; `evenIfShort` gives what can be given.
   */
  assignRound(actor: Actor, order: { roundId: string; evenIfShort?: boolean | null }): Promise<RoundRow> {
    return this.work.act(actor, 'assignRound', async (act) => {
      const round = await this.locks.update(act, order.roundId, 'assignment:manage');
      refuseIf(whyNotAssign(round.state));
      await this.detection.detect(actor, round.contest.id);
      const { change, proposal } = await this.proposals.propose(round.id, round.rule.judgesPerInitiative);
      if (proposal.short.length > 0 && !order.evenIfShort) throw shortOf(proposal.short);
      await apply(act, round, change);
      return this.rounds.reread(actor, round.id);
    });
  }
}

/** Names the initiatives, so that a person knows for which to find judges; the proposal says why. */
function shortOf(short: readonly ShortInitiative[]): Refused {
  const named = short.slice(0, 20).map(({ code, missing }) => `${code} (${String(missing)})`);
  return new Refused('ASSIGNMENT_SHORT', { count: short.length, initiatives: `${named.join(', ')}${short.length > 20 ? ', …' : ''}` });
}

async function apply(act: Act, round: Round, { added, dropped, released }: AssignmentChange): Promise<void> {
  const db = act.em.getKysely();
  if (dropped.length > 0)
    await sql`delete from scorecard where id = any(${dropped}::uuid[]) and version = 1 and state = 'DRAFT'`.execute(db);
  if (released.length > 0) {
    const reason = 'Phát hiện xung đột lợi ích';
    await sql`update scorecard set state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${reason}, version = version + 1
      where id = any(${released}::uuid[]) and state = 'DRAFT'`.execute(db);
  }
  await addCards(act, round, { pairs: added, extra: false });
  act.record({ subject: { type: 'Round', id: round.id }, after: { assigned: added, dropped, released } });
}
