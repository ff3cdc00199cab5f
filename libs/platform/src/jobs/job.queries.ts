import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type RefusalDetail, pageAs } from '#lib/kernel';
import { Database } from '../database/database.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { Refusals } from '../refusals/refusals.js';
import { type JobState } from './job.entity.js';

/** The file that a job makes. */
export interface JobExport {
  readonly title: string;
  readonly format: 'XLSX' | 'CSV' | 'JSON' | 'PDF' | 'ZIP';
  readonly fileName: string;
  readonly rows: number | null;
  readonly fileId: string | null;
  readonly size: number | null;
  readonly endsAt: string | null;
}

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
  readonly export: JobExport | null;
}

/** How far a job is, to whoever asked for it. What came of it is read in the library that it belongs to. */
@Injectable()
export class JobQueries {
  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
    private readonly clock: Clock,
  ) {}

  @Rereads('Job')
  async job(actor: Actor, id: string): Promise<JobRow | null> {
    const found = await this.database.first(
      sql<JobRead>`select ${columns(this.clock.now())} from job j where j.id = ${id} and j.requested_by = ${actor.id}`,
    );
    return found && this.worded(actor, found);
  }

  /** Of the person alone, the newest first. */
  async myJobs(actor: Actor, { kinds, ...args }: PageArgs & { readonly kinds?: readonly string[] | null }): Promise<Page<JobRow>> {
    const page = await this.database.page<JobRead>(
      {
        columns: columns(this.clock.now()),
        from: sql`job j`,
        where: kinds ? sql`j.requested_by = ${actor.id} and j.kind = any(${kinds}::text[])` : sql`j.requested_by = ${actor.id}`,
        order: [
          { column: sql`j.created_at`, key: 'createdAt', type: 'timestamptz', descending: true },
          { column: sql`j.id`, key: 'id', type: 'uuid', descending: true },
        ],
      },
      args,
    );
    return pageAs(page, (node) => this.worded(actor, node));
  }

  private worded(actor: Actor, { refusalDetail, ...row }: JobRead): JobRow {
    const { failureCode } = row;
    const failureMessage = failureCode === null ? null : this.refusals.message(failureCode, refusalDetail ?? {}, actor.locale);
    return { ...row, failureCode: this.refusals.known(failureCode), failureMessage };
  }
}

type JobRead = Omit<JobRow, 'failureMessage'> & { readonly refusalDetail: RefusalDetail | null };

const columns = (now: Date) => sql`j.id, j.kind, j.subject_type as "subjectType", j.subject_id as "subjectId", j.state, j.phase, j.progress,
  j.refusal_code as "failureCode", j.refusal_detail as "refusalDetail", j.created_at as "createdAt", j.started_at as "startedAt",
  j.finished_at as "finishedAt", j.cancel_requested_at is not null as "cancelRequested",
  j.finished_at is null and j.cancel_requested_at is null as "canCancel",
  (select json_build_object('title', e.title, 'format', e.format, 'fileName', e.file_name, 'rows', e.row_count, 'fileId', f.id, 'size', f.size,
      'endsAt', case when f.id is not null then e.ends_at end)
     from export e left join stored_file f on f.owner_type = 'export' and f.owner_id = e.id and f.removed_at is null
     where e.id = j.id and e.ends_at > ${now}) as export`;
