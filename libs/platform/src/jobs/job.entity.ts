import { defineEntity, p } from '@mikro-orm/core';
import { Refused, SYSTEM, newId, type RefusalDetail, type Words } from '#lib/kernel';

export const JOB_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What people call the states of a job. */
export const JOB_STATE_WORDS: Readonly<Record<JobState, Words>> = {
  QUEUED: { vi: 'chờ thực hiện', en: 'waiting to run' },
  RUNNING: { vi: 'đang thực hiện', en: 'running' },
  DONE: { vi: 'đã hoàn thành', en: 'done' },
  FAILED: { vi: 'không thực hiện được', en: 'failed' },
  CANCELLED: { vi: 'đã dừng', en: 'stopped' },
};

const JobSchema = defineEntity({
  name: 'Job',
  tableName: 'job',
  indexes: [
    { name: 'job_due', expression: "create index job_due on job (created_at, id) where state in ('QUEUED', 'RUNNING')" },
    { name: 'job_of_person', expression: 'create index job_of_person on job (requested_by, created_at desc, id desc)' },
    {
      name: 'job_undone',
      expression:
        "create index job_undone on job (created_at desc, id desc) where discarded_at is null and state in ('FAILED', 'QUEUED', 'RUNNING')",
    },
    { name: 'job_finished', expression: 'create index job_finished on job (finished_at) where finished_at is not null' },
  ],
  checks: [
    { name: 'job_state', expression: `state in (${JOB_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'job_running_iff_leased', expression: "(state = 'RUNNING') = (leased_until is not null)" },
    { name: 'job_ended_iff_dated', expression: "(state in ('DONE', 'FAILED', 'CANCELLED')) = (finished_at is not null)" },
    {
      name: 'job_failed_iff_refused',
      expression: "(state = 'FAILED') = (refusal_code is not null) and (refusal_code is null) = (refusal_detail is null)",
    },
    { name: 'job_discarded_where_failed', expression: "discarded_at is null or state = 'FAILED'" },
  ],
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    requestedBy: p.uuid(),
    /** What it is about; the library of that name keeps what comes of it, and answers for who may read it. */
    subjectType: p.text(),
    subjectId: p.uuid(),
    input: p.json<Readonly<Record<string, unknown>>>(),
    state: p.text().$type<JobState>(),
    phase: p.text().strictNullable(),
    /** Steps done in the phase. */
    progress: p.integer().strictNullable(),
    refusalCode: p.text().strictNullable(),
    refusalDetail: p.json<RefusalDetail>().strictNullable(),
    createdAt: p.datetime(),
    startedAt: p.datetime().strictNullable(),
    finishedAt: p.datetime().strictNullable(),
    cancelRequestedAt: p.datetime().strictNullable(),
    leasedUntil: p.datetime().strictNullable(),
    /** How often it was begun; of two who hold themselves for its runner, the one with this number is. */
    attempts: p.integer(),
    /** Not before then, after an attempt that came to nothing. */
    nextAttemptAt: p.datetime().strictNullable(),
    /** Why the last attempt came to nothing, where no rule refused it. */
    lastError: p.text().strictNullable(),
    /** Given up by somebody, with a reason. */
    discardedAt: p.datetime().strictNullable(),
  },
});

/** How often a job is begun: what a person waits for is soon given up, what nobody waits for has time, about seven hours of it. */
export const MOST_ATTEMPTS = { ofPeople: 3, ofSystem: 12 } as const;

export const mostAttempts = (requestedBy: string): number => (requestedBy === SYSTEM.id ? MOST_ATTEMPTS.ofSystem : MOST_ATTEMPTS.ofPeople);

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** From an attempt that came to nothing to the next, in milliseconds: half a minute, then twice as long each time, an hour at most. */
export const pauseAfter = (attempts: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));

/** What a job is to do. */
export interface JobOrder {
  /** Where what comes of it is there before it, under the same id. */
  readonly id?: string;
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** Ids and options alone: it is kept as it stands, and nobody erases a name from it. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A long act that somebody asked for: it waits, runs beside everything else, and can be watched and cancelled. What comes of it bears its id. */
export class Job extends JobSchema.class {
  static ask({ id = newId(), kind, subject, input }: JobOrder, { requestedBy, at }: { requestedBy: string; at: Date }): Job {
    const job = new Job();
    Object.assign(job, { id, kind, requestedBy, subjectType: subject.type, subjectId: subject.id, input });
    Object.assign(job, { state: 'QUEUED', phase: null, progress: null, refusalCode: null, refusalDetail: null, attempts: 0 });
    Object.assign(job, { createdAt: at, startedAt: null, finishedAt: null, cancelRequestedAt: null, leasedUntil: null });
    Object.assign(job, { nextAttemptAt: null, lastError: null, discardedAt: null });
    return job;
  }

  /** One that waits is over at once; one that runs is told to stop, and its runner ends it. Refuses `JOB_FINISHED`. */
  cancel(at: Date): void {
    if (this.finishedAt) throw new Refused('JOB_FINISHED');
    this.cancelRequestedAt ??= at;
    if (this.state !== 'QUEUED') return;
    this.state = 'CANCELLED';
    this.finishedAt = at;
    this.nextAttemptAt = null;
  }

  /** From the beginning, at once. Refuses `ALREADY_DELIVERED` for one that is done or called off, and `ALREADY_DISCARDED`. */
  retry(at: Date): void {
    this.refuseWhereOver();
    if (this.state === 'FAILED')
      Object.assign(this, { state: 'QUEUED', attempts: 0, startedAt: null, finishedAt: null, refusalCode: null, refusalDetail: null });
    this.nextAttemptAt = at;
  }

  /** Nothing comes of it any more. Refuses as `retry` does, and one that runs or waits, which is cancelled by who asked for it. */
  discard(at: Date): void {
    this.refuseWhereOver();
    if (this.state !== 'FAILED') throw new Refused('JOB_NOT_OVER');
    this.discardedAt = at;
  }

  private refuseWhereOver(): void {
    if (this.state === 'DONE' || this.state === 'CANCELLED') throw new Refused('ALREADY_DELIVERED');
    if (this.discardedAt) throw new Refused('ALREADY_DISCARDED');
  }
}
JobSchema.setClass(Job);
