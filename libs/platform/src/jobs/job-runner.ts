import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { patiently } from '../database/waits.js';
import { Handlers } from '../worker/handlers.js';
import { Refusals } from '../refusals/refusals.js';
import { isPassing } from '../refusals/passing.js';
import { JobLeases, type LeasedJob, type Progress } from './job-leases.js';
import { type JobHandler } from './runs-job.js';

const LANES = 2;
const IDLE_MS = 500;
const BEAT_MS = 500;

/** Why a run is over before its end. */
class Stopped extends Error {
  constructor(readonly why: 'CANCELLED' | 'LOST' | 'SHUTDOWN') {
    super(`The job's run is over: ${why}`);
  }
}

/**
 * Runs the jobs that people asked for, beside the delivery of events, two at a time. What it does is outside any transaction; what comes of it
 * is written in the one that ends the job. A worker that dies lets its lease end, and another begins anew; there is an end to that.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('JobRunner');
  private readonly running = new Set<AbortController>();
  private stopping = false;
  private lanes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly leases: JobLeases,
    private readonly handlers: Handlers,
    private readonly work: UnitOfWork,
    private readonly refusals: Refusals,
  ) {}

  start(): void {
    this.lanes = Promise.all(Array.from({ length: LANES }, () => this.lane()));
  }

  /** Breaks off what runs, and gives it back to be run by another. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const run of this.running) run.abort(new Stopped('SHUTDOWN'));
    await this.lanes;
  }

  /** Runs what waits until nothing does; returns how many runs that were. */
  async drain(): Promise<number> {
    for (let runs = 0; ; runs += 1) {
      if (this.stopping) return runs;
      await this.leases.giveUp();
      const job = await this.leases.lease([...this.handlers.jobs.keys()]);
      const handler = this.handlers.jobs.get(job?.kind ?? '');
      if (!job || !handler) return runs;
      await this.run(job, handler);
    }
  }

  private async lane(): Promise<void> {
    while (!this.stopping) {
      await this.drain().catch((error: unknown) => {
        this.logger.error(error);
      });
      await pause(IDLE_MS);
    }
  }

  private async run(job: LeasedJob, handler: JobHandler): Promise<void> {
    const abort = new AbortController();
    const over = new AbortController();
    let told: Progress = { phase: null, steps: null };
    this.running.add(abort);
    const beating = this.beat(job, { abort, over: over.signal, told: () => told });
    try {
      const { id, requestedBy, subjectId, input } = job;
      const progress = (phase: string, steps: number) => {
        told = { phase, steps };
      };
      const effect = await handler({ id, requestedBy, subjectId, input, signal: abort.signal, progress });
      abort.signal.throwIfAborted();
      await patiently(() =>
        this.work.act(SYSTEM, `job:${job.kind}`, async (act) => {
          if (!(await this.leases.complete(act.em, job))) throw new Stopped('CANCELLED');
          await effect(act);
        }),
      );
    } catch (error) {
      await this.breakOff(job, abort.signal.aborted ? abort.signal.reason : error);
    } finally {
      this.running.delete(abort);
      over.abort();
      await beating;
    }
  }

  /** While a job runs: keeps it, tells how far it is, and hears whether it was cancelled. */
  private async beat(
    job: LeasedJob,
    { abort, over, told }: { abort: AbortController; over: AbortSignal; told: () => Progress },
  ): Promise<void> {
    for (;;) {
      if (await pause(BEAT_MS, false, { signal: over }).catch(() => true)) return;
      try {
        const held = await this.leases.renew(job, told());
        if (!held) abort.abort(new Stopped('LOST'));
        else if (held.cancelled) abort.abort(new Stopped('CANCELLED'));
      } catch (error) {
        this.logger.error({ job: job.id, error: String(error) }, 'The lease of a job could not be renewed');
      }
    }
  }

  /** What no rule refuses, and what says something of the moment only, may go better the next time. */
  private async breakOff(job: LeasedJob, error: unknown): Promise<void> {
    if (error instanceof Stopped) {
      if (error.why === 'CANCELLED') await this.leases.cancel(job);
      if (error.why === 'SHUTDOWN') await this.leases.release(job);
      return;
    }
    const refused = this.refusals.of(error);
    if (refused && !isPassing(refused)) {
      await this.leases.fail(job, refused);
      return;
    }
    this.logger.error({ job: job.id, kind: job.kind, attempt: job.attempts, error: String(error) }, 'A job broke off');
    await this.leases.failForNow(job, refused ?? error);
  }
}
