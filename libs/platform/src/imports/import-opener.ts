import { Readable } from 'node:stream';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Actor, Refused } from '#lib/kernel';
import { FilesService } from '../files/files.service.js';
import { ActorSource } from '../graphql/context.js';
import { type JobRun } from '../jobs/runs-job.js';
import { openFile } from '../opener/open-file.js';
import { type ImportKind, type ReadRow } from './import-kind.js';
import { Import } from './import.entity.js';
import { Imports } from './imports.js';
import { readSheet } from './read-sheet.js';

export const IMPORT_OWNER = 'import';

/** An import as a job runs it. */
export interface OpenedImport {
  readonly brought: Import;
  readonly kind: ImportKind;
  /** Who brings it in, with the rights that they have by now. */
  readonly actor: Actor;
}

/** What a job needs of an import: whose it is, and what stands in its sheet. */
@Injectable()
export class ImportOpener {
  constructor(
    private readonly em: EntityManager,
    private readonly files: FilesService,
    private readonly imports: Imports,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {}

  /** Refuses `FORBIDDEN` where who asked has no account by now, and `NOT_FOUND` where they may bring in nothing of the kind any more. */
  async open({ subjectId, requestedBy }: JobRun): Promise<OpenedImport> {
    const brought = await this.em.fork().findOneOrFail(Import, { id: subjectId, personId: requestedBy });
    const actor = await this.modules.get(ActorSource, { strict: false }).personNow(requestedBy, 'vi');
    if (!actor) throw new Refused('FORBIDDEN');
    const kind = this.imports.get(brought.kind, actor);
    if (!actor.covers(kind.permission, brought.unitId)) throw new Refused('NOT_FOUND', { what: 'Unit' }, 'unitId');
    return { brought, kind, actor };
  }

  /** In a process with limits; neither the store nor the opener is waited for inside an act. */
  async read({ actor, kind, brought }: OpenedImport, fileId: string): Promise<ReadRow[]> {
    const { ownerId, contentType, read } = await this.files.content(actor, { fileId, ownerType: IMPORT_OWNER });
    if (ownerId !== brought.id) throw new Refused('NOT_FOUND', {}, 'fileId');
    const content = async () => Readable.from([await read()]);
    const book = await openFile('workbook', { person: actor.id, order: { csv: contentType === 'text/csv' }, content });
    return kind.read ? kind.read(book) : readSheet(book, kind.columns);
  }
}
