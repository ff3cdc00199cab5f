import { type Reason } from '../graphql/why-not.js';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type Way } from '#lib/kernel';
import { Database } from '../database/database.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { FileAccess } from './file-access.js';
import { newIncomingKey } from './key.js';
import { ObjectStore } from './object-store.js';
import { UPLOAD_LIFE_MS, onItsWay } from './upload-limits.js';
import { type Part, type UploadTry, missingParts, partsOf } from './upload-parts.js';

export interface FileUploadRow {
  readonly id: string;
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly partSize: number;
  readonly partCount: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly keptAt: string | null;
  readonly givenUpAt: string | null;
  readonly canGiveUp: boolean;
  readonly whyNotGiveUp: Reason;
}

export interface UploadPartRow extends Part {
  readonly url: string;
}

export interface UploadProgressRow extends FileUploadRow {
  readonly arrived: readonly number[];
  readonly missing: number;
  readonly parts: readonly UploadPartRow[];
  readonly canConfirm: boolean;
  readonly whyNotConfirm: Reason;
}

interface Sending {
  readonly key: string;
  readonly token: string | null;
}

const COLUMNS = sql`f.id, f.owner_type as "ownerType", f.owner_id as "ownerId", f.file_name as "fileName", f.content_type as "contentType",
  f.size::float8 as size, f.part_size as "partSize", ceil(f.size::numeric / f.part_size)::int as "partCount", f.created_at as "createdAt",
  f.created_at + ${UPLOAD_LIFE_MS / 1000} * interval '1 second' as "expiresAt", f.kept_at as "keptAt",
  case when f.kept_at is null then f.removed_at end as "givenUpAt", f.kept_at is null and f.removed_at is null as "canGiveUp",
  case when f.kept_at is not null then 'FILE_KEPT' end as "whyNotGiveUp"`;
const ADDRESS_SECONDS = 15 * 60;

/** Files on their way, to whoever announced them and to nobody else. */
@Injectable()
export class UploadQueries {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly access: FileAccess,
  ) {}

  /** An upload as it was announced, whatever became of it. */
  @Rereads('FileUpload')
  fileUpload(actor: Actor, id: string): Promise<FileUploadRow | null> {
    return this.database.first(sql<FileUploadRow>`select ${COLUMNS} from stored_file f where f.id = ${id} and f.uploaded_by = ${actor.id}`);
  }

  uploads(actor: Actor, args: PageArgs): Promise<Page<FileUploadRow>> {
    return this.database.page<FileUploadRow>(
      {
        columns: COLUMNS,
        from: sql`stored_file f`,
        where: this.own(actor, 'READ'),
        order: [{ column: sql`f.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
  }

  /** Which parts of an upload are there, and addresses for the next `first` that are not; null once it is kept, given up or too old. */
  async upload(actor: Actor, id: string, first: number): Promise<UploadProgressRow | null> {
    const row = await this.database.first(sql<FileUploadRow & Sending>`
      select ${COLUMNS}, f.incoming_key as key, f.upload_token as token from stored_file f
      where f.id = ${id} and ${this.own(actor, 'WRITE')}`);
    if (!row) return null;
    const { upload, there } = await this.sending(row);
    const missing = missingParts(upload, there);
    const absent = new Set(missing.map(({ number }) => number));
    return {
      ...row,
      arrived: partsOf(upload).flatMap(({ number }) => (absent.has(number) ? [] : [number])),
      missing: missing.length,
      parts: await Promise.all(
        missing.slice(0, first).map(async (part) => {
          const url = await this.store.presignPart({ upload, part, expiresInSeconds: ADDRESS_SECONDS });
          return { ...part, url };
        }),
      ),
      canConfirm: missing.length === 0,
      whyNotConfirm: missing.length === 0 ? null : there.length === 0 ? 'FILE_NOT_UPLOADED' : 'FILE_NOT_WHOLE',
    };
  }

  private own(actor: Actor, way: Way): RawBuilder<boolean> {
    return sql`f.uploaded_by = ${actor.id} and ${onItsWay(this.clock.now())} and ${this.access.reached(actor, sql`f.owner_type`, way)}`;
  }

  private async sending(row: FileUploadRow & Sending): Promise<{ upload: UploadTry; there: readonly Pick<Part, 'number' | 'size'>[] }> {
    const { size, partSize, token, key } = row;
    const upload = { key, token, size, partSize };
    const there = token === null ? null : await this.store.arrived(upload);
    return there ? { upload, there } : { upload: { ...upload, ...(await this.begin(row)) }, there: [] };
  }

  /**
   * Begins a try under a key of its own: the first, or another where the store knows nothing of the one before. Of two who do so at once
   * one counts, and the place that the other made is swept.
   */
  private async begin(row: FileUploadRow & Sending): Promise<Sending> {
    const key = newIncomingKey();
    const token = await this.store.begin(key, row.contentType);
    const before = sql`incoming_key = ${row.key} and upload_token is not distinct from ${row.token}`;
    await this.database.rows(sql`update stored_file set incoming_key = ${key}, upload_token = ${token}
      where id = ${row.id} and kept_at is null and removed_at is null and ${before}`);
    const begun = await this.database.first(
      sql<Sending>`select incoming_key as key, upload_token as token from stored_file where id = ${row.id}`,
    );
    return begun ?? { key, token };
  }
}
