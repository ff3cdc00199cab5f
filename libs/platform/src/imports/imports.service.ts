import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, newId } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { ExportsService } from '../exports/index.js';
import { StoredFile } from '../files/stored-file.entity.js';
import { Job, type JobRow, JobsService } from '../jobs/index.js';
import { APPLY_IMPORT, CHECK_IMPORT } from './import-jobs.js';
import { IMPORT_OWNER } from './import-opener.js';
import { IMPORT_TEMPLATE } from './import-template.js';
import { Import } from './import.entity.js';
import { Imports } from './imports.js';

/** Bringing in many things by a sheet: begun, checked by a job, looked at, applied by another. Each is only for who began it. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: Imports,
    private readonly jobs: JobsService,
    private readonly exports: ExportsService,
  ) {}

  /** Refuses `NOT_FOUND` for a kind or a unit out of the actor's reach. */
  beginImport(actor: Actor, order: { readonly kind: string; readonly unitId: string }): Promise<Import> {
    return this.work.act(actor, 'beginImport', async ({ em, at, record }) => {
      const { name, permission } = this.imports.get(order.kind, actor);
      if (!actor.covers(permission, order.unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
      const begun = Import.begin({ kind: name, personId: actor.id, unitId: order.unitId }, at);
      await em.persist(begun).flush();
      record({ subject: { type: 'Import', id: begun.id }, after: { kind: name, unit: order.unitId } });
      return begun;
    });
  }

  /** Has a job read a sheet that was uploaded, and try its rows; again, with another sheet or the same. Refuses `IMPORT_RUNNING`, and what is over. */
  checkImport(actor: Actor, order: { readonly importId: string; readonly fileId: string }): Promise<Import> {
    return this.work.act(actor, 'checkImport', async (act) => {
      const brought = await this.own(act, order.importId);
      brought.refuseUnlessOpen();
      const kept = { ownerType: IMPORT_OWNER, ownerId: brought.id, keptAt: { $ne: null }, removedAt: null };
      const file = await act.em.findOne(StoredFile, { id: order.fileId, ...kept });
      if (!file) throw new Refused('NOT_FOUND', { what: 'StoredFile' }, 'fileId');
      Object.assign(brought, { fileId: file.id, fileName: file.fileName });
      return this.ask(act, brought, CHECK_IMPORT);
    });
  }

  /** Has a job write what was looked at. Refuses `STALE`, what has problems or changes nothing, `IMPORT_RUNNING`, and what is over. */
  applyImport(actor: Actor, order: { readonly importId: string; readonly version: number }): Promise<Import> {
    return this.work.act(actor, 'applyImport', async (act) => {
      const brought = await this.own(act, order.importId);
      act.onVersion(brought, order.version);
      brought.refuseUnlessApplicable();
      return this.ask(act, brought, APPLY_IMPORT);
    });
  }

  /** Its rows and its sheets go; that there was one stays. Refuses `IMPORT_RUNNING`, and what is over. */
  giveUpImport(actor: Actor, order: { readonly importId: string }): Promise<Import> {
    return this.work.act(actor, 'giveUpImport', async (act) => {
      const { em, at, record } = act;
      const brought = await this.own(act, order.importId);
      brought.giveUp(at);
      await sql`delete from import_row where import_id = ${brought.id}`.execute(em.getKysely());
      record({ subject: { type: 'Import', id: brought.id }, after: { state: brought.state } });
      await em.flush();
      return brought;
    });
  }

  /** An empty sheet with its columns, and a page that explains them. */
  makeImportTemplate(actor: Actor, { kind }: { readonly kind: string }): Promise<JobRow> {
    return this.exports.exportWorkbook(actor, 'makeImportTemplate', { name: IMPORT_TEMPLATE, args: { kind } });
  }

  private async own({ em, actor }: Act, id: string): Promise<Import> {
    const brought = await em.findOneOrFail(Import, { id, personId: actor.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    this.imports.get(brought.kind, actor);
    const running = brought.jobId === null ? 0 : await em.count(Job, { id: brought.jobId, finishedAt: null });
    if (running > 0) throw new Refused('IMPORT_RUNNING');
    return brought;
  }

  private async ask(act: Act, brought: Import, kind: string): Promise<Import> {
    brought.jobId = newId();
    act.record({ subject: { type: 'Import', id: brought.id }, after: { job: brought.jobId, fileId: brought.fileId } });
    await act.em.flush();
    const subject = { type: 'import', id: brought.id };
    await this.jobs.ask(act, { id: brought.jobId, kind, subject, input: { fileId: brought.fileId } });
    return brought;
  }
}
