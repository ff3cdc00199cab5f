import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Refused } from '#lib/kernel';
import { Database } from '../database/database.js';
import { keptKey } from './key.js';
import { ObjectStore } from './object-store.js';

/** A file as its address needs it. */
export interface LinkedFile {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
  readonly contentType: string;
}

export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const LINK_SECONDS = 5 * 60;
const logger = new Logger('Files');

/** Signed addresses of kept files. Whoever asks for one answers for the right to it. */
@Injectable()
export class FileLinks {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /** Null where the file is not kept or was taken off. Nothing is logged. */
  async openLink(fileId: string): Promise<FileLink | null> {
    const file = await this.database.first(sql<LinkedFile>`
      select sha256, size::float8 as size, file_name as "fileName", content_type as "contentType" from stored_file
      where id = ${fileId} and kept_at is not null and removed_at is null`);
    return file && this.of(file);
  }

  /** Refuses `FILE_LOST` where the store does not have the file, or not all of it. */
  async of({ sha256, size, fileName, contentType }: LinkedFile): Promise<FileLink> {
    const key = keptKey(sha256);
    if ((await this.store.stat(key))?.size !== size) throw lost(key);
    const url = await this.store.presignDownload({ key, fileName, contentType, expiresInSeconds: LINK_SECONDS });
    return { url, expiresAt: new Date(this.clock.now().getTime() + LINK_SECONDS * 1000) };
  }
}

/** The refusal, once it is in the log for the administrator. */
export function lost(key: string): Refused {
  logger.error('A kept file is not in the store as it was kept: it must be restored from a backup', { key });
  return new Refused('FILE_LOST');
}
