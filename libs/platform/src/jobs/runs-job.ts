import { SetMetadata } from '@nestjs/common';
import { type Act } from '../database/unit-of-work.js';

/** One run of a job. */
export interface JobRun {
  readonly id: string;
  readonly requestedBy: string;
  readonly subjectId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Aborted where the job was cancelled, the server stops, or another worker has taken over: what runs ends as soon as it can. */
  readonly signal: AbortSignal;
  /** Says how far it is: steps done in this phase. */
  readonly progress: (phase: string, steps: number) => void;
}

/** Writes what came of a job, in the transaction in which the job is done: either both are there or neither. */
export type JobEffect = (act: Act) => Promise<void>;

/** Reckons, outside a transaction, and says how to write the outcome down. What a rule refuses ends the job; anything else is tried again. */
export type JobHandler = (run: JobRun) => Promise<JobEffect>;

export const RUNS_JOB = 'platform:runs-job';

/** Marks the `JobHandler` of a kind of job. */
export const RunsJob = (kind: string) => SetMetadata(RUNS_JOB, kind);
