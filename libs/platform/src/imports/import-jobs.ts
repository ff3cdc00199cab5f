import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { patiently } from '../database/waits.js';
import { type JobEffect, type JobRun, RunsJob } from '../jobs/runs-job.js';
import { ImportOpener, type OpenedImport } from './import-opener.js';
import { ImportRunner, isSameOutcome } from './import-runner.js';
import { ImportStore, asRead } from './import-store.js';
import { Import } from './import.entity.js';

export const CHECK_IMPORT = 'platform.checkImport';
export const APPLY_IMPORT = 'platform.applyImport';

/** Reads and tries a sheet, and brings it in: as who asked for it, with the rights that they have by then. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opener: ImportOpener,
    private readonly runner: ImportRunner,
    private readonly store: ImportStore,
  ) {}

  /** What is wrong with the rows is what comes of it; refuses what cannot be read as a sheet at all. */
  @RunsJob(CHECK_IMPORT)
  async check(run: JobRun): Promise<JobEffect> {
    const opened = await this.opener.open(run);
    const rows = await this.opener.read(opened, String(run.input.fileId));
    const tried = await this.runner.rehearse({ ...this.orderOf(opened, run), rows });
    return async (act) => {
      const brought = await act.em.findOneOrFail(Import, { id: run.subjectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      brought.refuseUnlessOpen();
      await this.store.keepRows(act, brought, tried);
    };
  }

  /**
   * All rows or none, in one act of who asked for it. Where something else would become of them than was looked at, nothing is written, and what
   * was found takes the place of what was shown. It is not the transaction that ends the job, which could neither be watched nor called off.
   */
  @RunsJob(APPLY_IMPORT)
  async apply(run: JobRun): Promise<JobEffect> {
    const opened = await this.opener.open(run);
    const found = await this.applyWhole(opened, run);
    return async (act) => {
      if (!found) return;
      const brought = await act.em.findOneOrFail(Import, { id: run.subjectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (brought.state !== 'APPLIED') await this.store.keepRows(act, brought, found);
    };
  }

  /** Null where they were brought in, now or by a run that broke off after it. */
  private async applyWhole(opened: OpenedImport, run: JobRun): Promise<Different['rows'] | null> {
    try {
      await patiently(() =>
        this.work.act(opened.actor, 'applyImport', async (act) => {
          const brought = await act.em.findOneOrFail(
            Import,
            { id: run.subjectId },
            { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
          );
          if (brought.state === 'APPLIED') return;
          brought.refuseUnlessApplicable();
          const shown = await this.store.rowsOf(act, brought.id);
          const done = await this.runner.run(act, { ...this.orderOf(opened, run), rows: shown.map(asRead) });
          if (!isSameOutcome(shown, done)) throw new Different(done);
          brought.applied(act.at);
          const { makeCount: make, changeCount: change, leaveCount: leave } = brought;
          act.record({ subject: { type: 'Import', id: brought.id }, after: { state: brought.state, make, change, leave } });
          await act.em.flush();
        }),
      );
      return null;
    } catch (error) {
      if (error instanceof Different) return error.rows;
      throw error;
    }
  }

  private orderOf({ actor, kind, brought }: OpenedImport, { signal, progress }: JobRun) {
    const tell = (rows: number): void => {
      signal.throwIfAborted();
      progress('ROWS', rows);
    };
    return { actor, kind, unitId: brought.unitId, tell };
  }
}

/** Rolls back what would not be what was looked at. */
class Different extends Error {
  constructor(readonly rows: Awaited<ReturnType<ImportRunner['run']>>) {
    super('Something else would become of the rows than was looked at');
  }
}
