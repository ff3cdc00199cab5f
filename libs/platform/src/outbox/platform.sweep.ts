import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';
import { Every } from '../worker/handlers.js';
import { Pieces } from '../worker/pieces.js';

const KEPT_MS = 30 * 86_400_000;

/** What is of no more use has an end: keys of mutations, events that were delivered or given up, and jobs that are over, go after 30 days. What nobody has looked at stays. */
@Injectable()
export class PlatformSweep {
  constructor(
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('platform.sweep', 3600)
  async sweep(signal?: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const gone: Readonly<Record<string, RawBuilder<unknown>>> = {
      keys: sql`delete from mutation_key where created_at < ${before}`,
      events: sql`
        with gone as (delete from outbox_event where done_at < ${before} or discarded_at < ${before} returning id), delivered as (
          delete from outbox_delivery d using gone where d.event_id = gone.id)
        select 1 from gone`,
      jobs: sql`delete from job where finished_at < ${before} and (state <> 'FAILED' or last_error is null or discarded_at is not null)`,
    };
    const pieces = Object.entries(gone).map(([what, statement]) => [what, (act: Act) => removeOld(act, what, statement)] as const);
    await this.pieces.each('platform.sweep', signal, pieces);
  }
}

async function removeOld({ em, record }: Act, what: string, statement: RawBuilder<unknown>): Promise<void> {
  const { numAffectedRows, rows } = await statement.execute(em.getKysely());
  const removed = Number(numAffectedRows ?? rows.length);
  if (removed > 0) record({ subject: { type: 'Sweep', id: 'platform' }, after: { [what]: removed } });
}
