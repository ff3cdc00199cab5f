import { Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { type JobRow, JobsService, UnitOfWork } from '#lib/platform';
import { type ProposalWishes, optionsOf } from '../../domain/assignment/options.js';
import { AssignableRounds } from './assignable-rounds.js';
import { PROPOSE_ASSIGNMENT } from './assignment-solver.service.js';

/** What an organiser asks for: a proposal of who should judge what. */
@Injectable()
export class AssignmentProposalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: JobsService,
    private readonly rounds: AssignableRounds,
  ) {}

  /** Begins the job, by the conflicts that are known now; what it proposes has the job's id. Refuses a round that is settling or closed. */
  proposeAssignment(actor: Actor, { roundId, ...wishes }: ProposalWishes & { roundId: string }): Promise<JobRow> {
    return this.work.act(actor, 'proposeAssignment', async (act) => {
      const round = await this.rounds.share(act, roundId);
      const options = optionsOf(wishes);
      const job = await this.jobs.ask(act, { kind: PROPOSE_ASSIGNMENT, subject: { type: 'Round', id: round.id }, input: { ...options } });
      act.record({ subject: { type: 'Round', id: round.id }, after: { proposal: job.id, options } });
      return job;
    });
  }
}
