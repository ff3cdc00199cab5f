import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused } from '#lib/kernel';
import { Database } from '../database/database.js';
import { type FileLink, FileViews } from './file-views.js';
import { keptKey } from './key.js';
import { NamelessCopies } from './nameless-copies.js';
import { ObjectStore } from './object-store.js';

/** A file as its address needs it. */
export interface LinkedFile {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
  readonly contentType: string;
}

export { type FileLink };

const LINK_SECONDS = 5 * 60;
const logger = new Logger('Files');

/** Signed addresses of kept files. Whoever asks for one answers for the right to it. */
@Injectable()
export class FileLinks {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly views: FileViews,
    private readonly copies: NamelessCopies,
  ) {}

  /** Null where the file is not kept or was taken off. Nothing is logged. */
  async openLink(fileId: string): Promise<FileLink | null> {
    const file = await this.database.first(sql<LinkedFile>`
      select sha256, size::float8 as size, file_name as "fileName", content_type as "contentType" from stored_file
      where id = ${fileId} and kept_at is not null and removed_at is null`);
    return file && this.of(file);
  }

  /** Refuses `FILE_LOST` where the store does not have the file, or not all of it. */
  async of(file: LinkedFile): Promise<FileLink> {
    return this.download(await this.there(file), file);
  }

  /** The same for a copy without the names of who made it. */
  async ofCopy(actor: Actor, file: LinkedFile): Promise<FileLink> {
    return this.download(await this.copies.keyOf(actor, file), file);
  }

  /** For a content that the server made for who asks, and that no row names: it lies in the store until it is swept. */
  async ofPassing(content: Buffer, { fileName, contentType }: Pick<LinkedFile, 'fileName' | 'contentType'>): Promise<FileLink> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.store.put(keptKey(sha256), content, contentType);
    return this.download(keptKey(sha256), { sha256, size: content.length, fileName, contentType });
  }

  /** To look at it, on this server. Refuses as `of` does. */
  async viewOf(file: LinkedFile): Promise<FileLink> {
    return this.views.viewOf({ ...file, key: await this.there(file) });
  }

  async viewOfCopy(actor: Actor, file: LinkedFile): Promise<FileLink> {
    return this.views.viewOf({ ...file, key: await this.copies.keyOf(actor, file) });
  }

  thumbnail(fileId: string): string {
    return this.views.thumbnailOf(fileId);
  }

  private async there({ sha256, size }: LinkedFile): Promise<string> {
    const key = keptKey(sha256);
    if ((await this.store.stat(key))?.size !== size) throw lost(key);
    return key;
  }

  private async download(key: string, { fileName, contentType }: LinkedFile): Promise<FileLink> {
    const url = await this.store.presignDownload({ key, fileName, contentType, expiresInSeconds: LINK_SECONDS });
    return this.views.lasting(url, LINK_SECONDS);
  }
}

/** The refusal, once it is in the log for the administrator. */
export function lost(key: string): Refused {
  logger.error('A kept file is not in the store as it was kept: it must be restored from a backup', { key });
  return new Refused('FILE_LOST');
}
