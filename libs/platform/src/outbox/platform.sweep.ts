import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Every } from '../worker/handlers.js';

const KEPT_MS = 30 * 86_400_000;

/** What is of no more use has an end: keys of mutations, events that were delivered, and jobs that are over, go after 30 days. */
@Injectable()
export class PlatformSweep {
  constructor(private readonly work: UnitOfWork) {}

  @Every('platform.sweep', 3600)
  async sweep(): Promise<void> {
    await this.work.act(SYSTEM, 'job:platform.sweep', async ({ em, at, record }) => {
      const db = em.getKysely();
      const before = new Date(at.getTime() - KEPT_MS);
      const removed = async (statement: ReturnType<typeof sql>) => Number((await statement.execute(db)).numAffectedRows ?? 0);
      const keys = await removed(sql`delete from mutation_key where created_at < ${before}`);
      const events = await removed(sql`
        with gone as (delete from outbox_event where done_at < ${before} returning id), delivered as (
          delete from outbox_delivery d using gone where d.event_id = gone.id)
        select 1 from gone`);
      const jobs = await removed(sql`delete from job where finished_at < ${before}`);
      if (keys + events + jobs > 0) record({ subject: { type: 'Sweep', id: 'platform' }, after: { keys, events, jobs } });
    });
  }
}
