import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '#lib/kernel';
import { Database } from '../database/database.js';
import { Every } from '../worker/handlers.js';
import { ContentHolds } from './content-holds.js';
import { keptKey } from './key.js';
import { ObjectStore } from './object-store.js';
import { sweepFiles } from './sweep.js';
import { UPLOAD_LIFE_MS } from './upload-limits.js';

/** Later than any upload may be confirmed. */
const SWEEP_AFTER_MS = UPLOAD_LIFE_MS + 60 * 60 * 1000;

/** Removes from the store what nothing in the database stands for. */
@Injectable()
export class FileSweep {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly holds: ContentHolds,
    private readonly clock: Clock,
  ) {}

  @Every('files.sweep', 3600)
  async sweep(signal?: AbortSignal): Promise<void> {
    for (const { id, sha256 } of await this.holds.unfinished()) {
      if (signal?.aborted) return;
      await this.holds.finish(id, () => this.store.remove(keptKey(sha256)));
    }
    const swept = await sweepFiles(this.store, {
      olderThan: new Date(this.clock.now().getTime() - SWEEP_AFTER_MS),
      signal,
      rowsFor: async (keys) => {
        const named = await this.database.rows(sql<{ sha256: string }>`select distinct sha256 from stored_file
          where 'files/' || sha256 = any(${[...keys]}::text[])`);
        return new Set(named.map(({ sha256 }) => keptKey(sha256)));
      },
      removing: (sha256, remove) => this.holds.removing(sha256, remove),
    });
    const { failed, ...removed } = swept;
    this.logger.log(removed);
    if (failed.length > 0) throw new AggregateError(failed, `${String(failed.length)} could not be removed: ${String(failed[0])}`);
  }
}
