import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs, Refused } from '#lib/kernel';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { FileAccess } from './file-access.js';
import { type FileLink, FileLinks } from './file-links.js';

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

const COLUMNS = sql`f.id, f.owner_type as "ownerType", f.owner_id as "ownerId", f.file_name as "fileName", f.content_type as "contentType",
  f.size::float8 as size, f.sha256, f.kept_at as "keptAt"`;

/** Reads of files; every one asks the library of the owner first. */
@Injectable()
export class FileQueries {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly links: FileLinks,
    private readonly access: FileAccess,
  ) {}

  @Rereads('StoredFile')
  async file(actor: Actor, id: string): Promise<FileRow | null> {
    const row = await this.database.first(sql<FileRow>`select ${COLUMNS} from stored_file f where f.id = ${id}`);
    if (!row) return null;
    return (await this.access.of(row.ownerType, actor).mayRead(actor, row.ownerId)) ? row : null;
  }

  /** The kept files of an owner that have not been taken off it. Refuses `NOT_FOUND` without the right to the owner. */
  async filesOf(actor: Actor, owner: { ownerType: string; ownerId: string }, args: PageArgs): Promise<Page<FileRow>> {
    if (!(await this.access.of(owner.ownerType, actor, 'READ').mayRead(actor, owner.ownerId))) throw new Refused('NOT_FOUND');
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

  /** A signed address to read a file with; that it was asked for is logged. Refuses `FILE_LOST` where the store does not have it whole. */
  async downloadUrl(actor: Actor, id: string): Promise<FileLink> {
    const row = await this.file(actor, id);
    if (!row?.sha256) throw new Refused('NOT_FOUND');
    this.access.of(row.ownerType, actor, 'READ');
    const link = await this.links.of({ ...row, sha256: row.sha256 });
    return this.work.act(actor, 'fileDownload', ({ record }) => {
      record({ subject: { type: 'StoredFile', id }, after: { downloaded: true } });
      return Promise.resolve(link);
    });
  }
}
