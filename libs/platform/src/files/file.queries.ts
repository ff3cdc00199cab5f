import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { FileAccess } from './file-access.js';
import { keptKey } from './key.js';
import { ObjectStore } from './object-store.js';

export interface FileRow {
  readonly id: string;
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly keptAt: string | null;
}

export interface FileUploadRow {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

const COLUMNS = sql`f.id, f.owner_type as "ownerType", f.owner_id as "ownerId", f.file_name as "fileName", f.content_type as "contentType",
  f.size::float8 as size, f.sha256, f.kept_at as "keptAt"`;
const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 5 * 60;

const pairs = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([name, value]) => ({ name, value }));

/** Reads of files; every one asks the library of the owner first. */
@Injectable()
export class FileQueries {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
    private readonly access: FileAccess,
  ) {}

  @Rereads('StoredFile')
  async file(actor: Actor, id: string): Promise<FileRow | null> {
    const row = await this.database.first(sql<FileRow>`select ${COLUMNS} from stored_file f where f.id = ${id}`);
    if (!row) return null;
    return (await this.access.of(row.ownerType).mayRead(actor, row.ownerId)) ? row : null;
  }

  /** Where an announced file is to be sent; only to who announced it, until it is kept. */
  @Rereads('FileUpload')
  async upload(actor: Actor, id: string): Promise<FileUploadRow | null> {
    const row = await this.database.first(sql<{ key: string; contentType: string; size: string }>`
      select incoming_key as key, content_type as "contentType", size from stored_file
      where id = ${id} and uploaded_by = ${actor.id} and removed_at is null`);
    if (!row) return null;
    const signed = await this.store.presignUpload({
      key: row.key,
      contentType: row.contentType,
      maxSize: Number(row.size),
      expiresInSeconds: UPLOAD_SECONDS,
    });
    return { id, url: signed.url, method: signed.method, headers: pairs(signed.headers), fields: pairs(signed.fields) };
  }

  /** The kept files of an owner that have not been taken off it. Refuses `NOT_FOUND` without the right to the owner. */
  async filesOf(actor: Actor, owner: { ownerType: string; ownerId: string }, args: PageArgs): Promise<Page<FileRow>> {
    if (!(await this.access.of(owner.ownerType).mayRead(actor, owner.ownerId))) throw new Refused('NOT_FOUND');
    return this.database.page<FileRow>(
      {
        columns: COLUMNS,
        from: sql`stored_file f`,
        where: sql`f.owner_type = ${owner.ownerType} and f.owner_id = ${owner.ownerId} and f.kept_at is not null and f.removed_at is null`,
        order: [{ column: sql`f.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
  }

  /** A signed address to read a file with; that it was asked for is logged. */
  async downloadUrl(actor: Actor, id: string): Promise<{ url: string; expiresAt: Date }> {
    const row = await this.file(actor, id);
    if (!row?.sha256) throw new Refused('NOT_FOUND');
    const { sha256, fileName, contentType } = row;
    return this.work.act(actor, 'fileDownload', async ({ record, at }) => {
      record({ subject: { type: 'StoredFile', id }, after: { downloaded: true } });
      const url = await this.store.presignDownload({ key: keptKey(sha256), fileName, contentType, expiresInSeconds: DOWNLOAD_SECONDS });
      return { url, expiresAt: new Date(at.getTime() + DOWNLOAD_SECONDS * 1000) };
    });
  }
}
