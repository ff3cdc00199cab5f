import { Injectable } from '@nestjs/common';
import { Clock, Refused, localDate } from '#lib/kernel';
import { type JobEffect, type JobRun, RunsJob } from '#lib/platform';
import { type Assignment, type AssignmentProblem, type AssignmentProgress, NotComputable, assignInWorker } from '#lib/statistics';
import { problemOf } from '../../domain/assignment/assignment-problem.js';
import { type ProposalOptions, optionsOf } from '../../domain/assignment/options.js';
import { FieldQueries } from '../common/field.queries.js';
import { type Solved, keepProposal } from './proposals.writer.js';

export const PROPOSE_ASSIGNMENT = 'scoring.proposeAssignment';
const TIME_LIMIT_MS = 15_000;

interface Watching {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AssignmentProgress) => void;
}

/** Has the solver say, in a thread of its own, who should judge what. */
@Injectable()
export class AssignmentSolverService {
  constructor(
    private readonly field: FieldQueries,
    private readonly clock: Clock,
  ) {}

  @RunsJob(PROPOSE_ASSIGNMENT)
  async propose({ id, subjectId, input, signal, progress }: JobRun): Promise<JobEffect> {
    const onProgress = ({ phase, round }: AssignmentProgress) => {
      progress(phase, round);
    };
    const solved = await this.solve(subjectId, optionsOf(input), { signal, onProgress });
    return async (act) => {
      await keepProposal(act, id, solved);
    };
  }

  /** For the table as it stands at this moment. Refuses a round without initiatives. */
  async solve(roundId: string, options: ProposalOptions, watching: Watching = {}): Promise<Solved> {
    const table = await this.field.assignmentTable(roundId, localDate(this.clock.now()));
    if (table.initiatives.length === 0) throw new Refused('ROUND_EMPTY');
    const { objective, loads, keep } = options;
    const assignment = await solution(problemOf(table, options), { objective, loads, keep, timeLimitMs: TIME_LIMIT_MS, ...watching });
    return { roundId, options, table, assignment };
  }
}

/** What cannot be computed once cannot be computed again: a refusal, not a breakdown. */
async function solution(problem: AssignmentProblem, options: Parameters<typeof assignInWorker>[1]): Promise<Assignment> {
  try {
    return await assignInWorker(problem, options);
  } catch (error) {
    if (error instanceof NotComputable) throw new Refused('ASSIGNMENT_NOT_COMPUTABLE');
    throw error;
  }
}
