import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';
import { Every } from '../worker/handlers.js';
import { Pieces, WHOLE } from '../worker/pieces.js';
import { EXPORT_OWNER } from './export-files.js';

/** Exports go when their day is over, with what was asked and the name of the file; the content itself goes with the sweep of files. */
@Injectable()
export class ExportsSweep {
  constructor(
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('exports.sweep', 3600)
  async sweep(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    await this.pieces.each('exports.sweep', signal, [[WHOLE, (act) => removeEnded(act, now)]]);
  }
}

/** One whose job still waits is made yet. */
async function removeEnded({ em, record }: Act, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with gone as (delete from export e where e.ends_at <= ${now}
        and not exists (select 1 from job j where j.id = e.id and j.finished_at is null) returning id),
      files as (delete from stored_file f using gone where f.owner_type = ${EXPORT_OWNER} and f.owner_id = gone.id)
    select id from gone`.execute(em.getKysely());
  if (rows.length > 0) record({ subject: { type: 'Sweep', id: 'exports' }, after: { exports: rows.length } });
}
