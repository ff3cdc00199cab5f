import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Clock, Refused } from '#lib/kernel';
import { type AttachLimits, FileAccess, type FileOwner } from '../files/file-access.js';
import { ExportOrders } from './export-orders.js';

export const EXPORT_OWNER = 'export';

/** Answers for who may fetch the file of an export. */
@Injectable()
export class ExportFiles implements FileOwner, OnModuleInit {
  readonly type = EXPORT_OWNER;
  readonly called = 'A list or a record as a file.';
  readonly context = 'jobs';

  constructor(
    private readonly orders: ExportOrders,
    private readonly access: FileAccess,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.access.register(this);
  }

  /** Nobody attaches anything to it. */
  limitsFor(): Promise<AttachLimits> {
    return Promise.reject(new Refused('NOT_FOUND'));
  }

  mayRead(actor: Actor, exportId: string): Promise<boolean> {
    return this.orders.mayRead(actor, exportId, this.clock.now());
  }
}
