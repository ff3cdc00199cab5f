import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';
import { Every } from '../worker/handlers.js';
import { Pieces, WHOLE } from '../worker/pieces.js';
import { IMPORT_OWNER } from './import-opener.js';

/** The rows and the sheets of an import go a month after the last that was done with it; that there was one, and how many rows, stays. */
@Injectable()
export class ImportsSweep {
  constructor(
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('imports.sweep', 3600)
  async sweep(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    await this.pieces.each('imports.sweep', signal, [[WHOLE, (act) => removeRows(act, now)]]);
  }
}

async function removeRows({ em, record }: Act, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with gone as (update import i set rows_removed = true, file_name = null, version = version + 1,
          state = case when state in ('OPEN', 'CHECKED') then 'GIVEN_UP' else state end
        where i.ends_at <= ${now} and not i.rows_removed
          and not exists (select 1 from job j where j.id = i.job_id and j.finished_at is null) returning i.id),
      emptied as (delete from import_row r using gone where r.import_id = gone.id),
      files as (delete from stored_file f using gone where f.owner_type = ${IMPORT_OWNER} and f.owner_id = gone.id)
    select id from gone`.execute(em.getKysely());
  if (rows.length > 0) record({ subject: { type: 'Sweep', id: 'imports' }, after: { imports: rows.length } });
}
