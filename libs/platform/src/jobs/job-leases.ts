import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock, Refused, SYSTEM } from '#lib/kernel';
import { describeError } from '../worker/describe-error.js';
import { MOST_ATTEMPTS, mostAttempts, pauseAfter } from './job.entity.js';
import { type JobRun } from './runs-job.js';

const LEASE_MS = 30_000;

/** A job that this worker runs, and which attempt at it this is. */
export interface LeasedJob extends Pick<JobRun, 'id' | 'requestedBy' | 'subjectId' | 'input'> {
  readonly kind: string;
  readonly attempts: number;
  readonly startedAt: Date;
}

/** How far a run is. */
export interface Progress {
  readonly phase: string | null;
  readonly steps: number | null;
}

/**
 * Who runs which job. A job is leased with `for update skip locked` and held by the number of the attempt: a worker that lost its lease
 * writes nothing more. Each is one statement of its own, beside all acts.
 */
@Injectable()
export class JobLeases {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The oldest job that waits, or whose runner was not heard of until its lease was over. */
  async lease(kinds: readonly string[]): Promise<LeasedJob | null> {
    const now = this.clock.now();
    const [job] = await this.rows(sql<LeasedJob>`
      update job set state = 'RUNNING', attempts = attempts + 1, leased_until = ${this.leaseEnd()}, started_at = coalesce(started_at, ${now}::timestamptz),
        phase = null, progress = null, next_attempt_at = null
      where id = (select id from job where kind = any(${kinds}::text[]) and (state = 'QUEUED' and coalesce(next_attempt_at <= ${now}, true) or state = 'RUNNING' and leased_until <= ${now})
                  order by created_at, id limit 1 for update skip locked)
      returning id, kind, requested_by as "requestedBy", subject_id as "subjectId", input, attempts, started_at as "startedAt"`);
    return job ?? null;
  }

  /** Ends what broke off too often, or was cancelled while nobody ran it. */
  async giveUp(): Promise<void> {
    const now = this.clock.now();
    await this.rows(sql`
      update job set finished_at = ${now}, leased_until = null, state = case when cancel_requested_at is null then 'FAILED' else 'CANCELLED' end,
        refusal_code = case when cancel_requested_at is null then 'JOB_INTERRUPTED' end,
        refusal_detail = case when cancel_requested_at is null then jsonb_build_object('attempts', attempts) end,
        last_error = coalesce(last_error, ${ENDED_WITHOUT_A_WORD})
      where state = 'RUNNING' and leased_until <= ${now} and (attempts >= ${mostOfEach} or cancel_requested_at is not null)`);
  }

  /** Holds the job on, and says how far it is. Null where it is another's by now. */
  async renew(job: LeasedJob, { phase, steps }: Progress): Promise<{ cancelled: boolean } | null> {
    const [held] = await this.rows(sql<{ cancelled: boolean }>`
      update job set leased_until = ${this.leaseEnd()}, phase = ${phase}, progress = ${steps}
      where ${mine(job)} returning cancel_requested_at is not null as cancelled`);
    return held ?? null;
  }

  /** As `DONE`, in the transaction of what came of it; false where it was cancelled or is another's. */
  async complete(em: EntityManager, job: LeasedJob): Promise<boolean> {
    const { rows } = await sql`update job set state = 'DONE', finished_at = ${this.clock.now()}, leased_until = null, last_error = null
      where ${mine(job)} and cancel_requested_at is null returning id`.execute(em.getKysely());
    return rows.length > 0;
  }

  async cancel(job: LeasedJob): Promise<void> {
    await this.rows(sql`update job set state = 'CANCELLED', finished_at = ${this.clock.now()}, leased_until = null where ${mine(job)}`);
  }

  async fail(job: LeasedJob, { code, detail }: Pick<Refused, 'code' | 'detail'>, lastError: string | null = null): Promise<void> {
    await this.rows(sql`update job set state = 'FAILED', finished_at = ${this.clock.now()}, leased_until = null,
      refusal_code = ${code}, refusal_detail = ${JSON.stringify(detail)}::jsonb, last_error = ${lastError} where ${mine(job)}`);
  }

  /** Tried again after a pause; after the last of the tries it is given up, with the refusal or as interrupted, and the error is kept. */
  async failForNow(job: LeasedJob, error: unknown): Promise<void> {
    const fault = error instanceof Refused ? error.code : describeError(error);
    if (job.attempts >= mostAttempts(job.requestedBy))
      return this.fail(job, error instanceof Refused ? error : new Refused('JOB_INTERRUPTED', { attempts: job.attempts }), fault);
    const next = new Date(this.clock.now().getTime() + pauseAfter(job.attempts));
    await this.rows(
      sql`update job set state = 'QUEUED', leased_until = null, next_attempt_at = ${next}, last_error = ${fault} where ${mine(job)}`,
    );
  }

  /** For whoever comes next, at once; that this worker stops is not held against the job. */
  async release(job: LeasedJob): Promise<void> {
    await this.rows(
      sql`update job set state = 'QUEUED', leased_until = null, attempts = attempts - 1, phase = null, progress = null where ${mine(job)}`,
    );
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }

  private async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}

const mostOfEach = sql`case when requested_by = ${SYSTEM.id} then ${MOST_ATTEMPTS.ofSystem}::int else ${MOST_ATTEMPTS.ofPeople}::int end`;

/** A process that ends in the middle says nothing. */
const ENDED_WITHOUT_A_WORD = 'JOB_INTERRUPTED';

/** Whoever has it tried again from the beginning begins with the first attempt: its start tells the two apart. */
const mine = ({ id, attempts, startedAt }: LeasedJob) =>
  sql`id = ${id} and attempts = ${attempts} and started_at = ${startedAt} and state = 'RUNNING'`;
