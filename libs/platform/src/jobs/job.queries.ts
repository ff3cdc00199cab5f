import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type RefusalDetail } from '#lib/kernel';
import { Database } from '../database/database.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { Refusals } from '../refusals/refusals.js';
import { type JobState } from './job.entity.js';

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly state: JobState;
  readonly phase: string | null;
  readonly progress: number | null;
  readonly failureCode: string | null;
  /** In the language of who asked. */
  readonly failureMessage: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelRequested: boolean;
  readonly canCancel: boolean;
}

/** How far a job is, to whoever asked for it. What came of it is read in the library that it belongs to. */
@Injectable()
export class JobQueries {
  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
  ) {}

  @Rereads('Job')
  async job(actor: Actor, id: string): Promise<JobRow | null> {
    const found = await this.database.first(sql<Omit<JobRow, 'failureMessage'> & { refusalDetail: RefusalDetail | null }>`
      select id, kind, subject_type as "subjectType", subject_id as "subjectId", state, phase, progress, refusal_code as "failureCode",
        refusal_detail as "refusalDetail", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt",
        cancel_requested_at is not null as "cancelRequested", finished_at is null and cancel_requested_at is null as "canCancel"
      from job where id = ${id} and requested_by = ${actor.id}`);
    if (!found) return null;
    const { refusalDetail, ...row } = found;
    const { failureCode } = row;
    return { ...row, failureMessage: failureCode === null ? null : this.refusals.message(failureCode, refusalDetail ?? {}, actor.locale) };
  }
}
