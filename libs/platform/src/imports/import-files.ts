import { LockMode } from '@mikro-orm/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';
import { type AttachLimits, FileAccess, type FileOwner } from '../files/file-access.js';
import { IMPORT_OWNER } from './import-opener.js';
import { ImportQueries } from './import.queries.js';
import { Import } from './import.entity.js';

/** A sheet, and each time it comes back put right. */
export const IMPORT_FILES: AttachLimits = { maxFiles: 50, maxBytes: 2 * 1024 * 1024, csv: true };

/** The sheets of an import: only who brings them in puts them there and reads them. */
@Injectable()
export class ImportFiles implements FileOwner, OnModuleInit {
  readonly type = IMPORT_OWNER;
  readonly called = 'A sheet that is brought in.';
  readonly context = 'jobs';

  constructor(
    private readonly access: FileAccess,
    private readonly queries: ImportQueries,
  ) {}

  onModuleInit(): void {
    this.access.register(this);
  }

  async limitsFor({ em, actor }: Act, id: string): Promise<AttachLimits> {
    const brought = await em.findOneOrFail(Import, { id, personId: actor.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    brought.refuseUnlessOpen();
    return IMPORT_FILES;
  }

  async mayRead(actor: Actor, id: string): Promise<boolean> {
    return (await this.queries.import(actor, id))?.own ?? false;
  }
}
