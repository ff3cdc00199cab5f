import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { type Act, type AttachLimits, FileAccess, type FileOwner } from '#lib/platform';
import { OfflineSheet } from '../../domain/sheet/offline-sheet.entity.js';
import { SheetQueries } from './sheet.queries.js';

/** The workbook itself, and each time it comes back filled in. */
const LIMITS: AttachLimits = { maxFiles: 50, maxBytes: 3 * 1024 * 1024 };

/** The files of offline sheets: only their judge puts them there and reads them. */
@Injectable()
export class SheetFiles implements FileOwner, OnModuleInit {
  readonly type = 'offlineSheet';
  readonly called = 'An offline sheet of a judge.';
  readonly context = 'scoring';
  /** Marks stand in them. */
  readonly sealed = true;

  constructor(
    private readonly access: FileAccess,
    private readonly queries: SheetQueries,
  ) {}

  onModuleInit(): void {
    this.access.register(this);
  }

  async limitsFor({ em, actor }: Act, id: string): Promise<AttachLimits> {
    await em.findOneOrFail(OfflineSheet, { id, judge: actor.can('scorecard:sign') ? actor.id : null });
    return LIMITS;
  }

  async mayRead(actor: Actor, id: string): Promise<boolean> {
    return actor.can('scorecard:sign') && (await this.queries.offlineSheet(actor, id)) !== null;
  }
}
