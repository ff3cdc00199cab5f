import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { Job, type JobOrder } from './job.entity.js';
import { JobQueries, type JobRow } from './job.queries.js';

/** Long acts: asked for in an act, done later by a worker. */
@Injectable()
export class JobsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: JobQueries,
  ) {}

  /** Puts a job in the queue, in the act it is called in, which has held the right to it. Its id is also that of what comes of it. */
  async ask({ em, actor, at }: Act, order: JobOrder): Promise<JobRow> {
    const job = Job.ask(order, { requestedBy: actor.id, at });
    await em.persist(job).flush();
    return this.read(actor, job.id);
  }

  /** Whoever asked for a job may call it off; a running one stops within a second or so. Refuses `JOB_FINISHED`. */
  cancelJob(actor: Actor, { jobId }: { jobId: string }): Promise<JobRow> {
    return this.work.act(actor, 'cancelJob', async ({ em, at, record }) => {
      const job = await em.findOneOrFail(Job, { id: jobId, requestedBy: actor.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = job.state;
      job.cancel(at);
      record({ subject: { type: 'Job', id: job.id }, before: { state: before }, after: { kind: job.kind, cancelRequested: true } });
      await em.flush();
      return this.read(actor, jobId);
    });
  }

  private async read(actor: Actor, id: string): Promise<JobRow> {
    const row = await this.jobs.job(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Job' });
    return row;
  }
}
