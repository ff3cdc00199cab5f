import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs, Refused, pageAs } from '#lib/kernel';
import { Database } from '../database/database.js';
import { isThere } from '../database/listing.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Rereads } from '../mutation/mutation-keys.js';
import { FileAccess, type FileOwner } from './file-access.js';
import { VIEWABLE_TYPES } from './file-kinds.js';
import { type FileLink, FileLinks } from './file-links.js';
import { namelessName } from './nameless-copies.js';
import { READ_MOST } from './read-content.js';

export interface FileRow {
  readonly id: string;
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly keptAt: string | null;
  readonly canView: boolean;
  readonly hasText: boolean;
  readonly thumbnailUrl: string | null;
}

export interface FileTextRow {
  readonly fileId: string;
  readonly text: string;
  readonly truncated: boolean;
}

interface FoundFile extends Omit<FileRow, 'thumbnailUrl'> {
  readonly hasThumbnail: boolean;
  /** Among all that its owner ever had, from 1. */
  readonly position: number;
}

/** A file that is kept, as its reader may have it. */
interface Read {
  readonly found: FoundFile & { readonly sha256: string };
  readonly nameless: boolean;
}

/** What can be told of the content of a kept file `f` by what was read of it. */
export const LOOKS = sql`f.content_type = any(${[...VIEWABLE_TYPES]}::text[]) as "canView",
  ${isThere(sql`select 1 from content_reading r where r.sha256 = f.sha256 and r.text is not null`)} as "hasText",
  ${isThere(sql`select 1 from content_reading r where r.sha256 = f.sha256 and r.thumbnail is not null`)} as "hasThumbnail"`;

const COLUMNS = sql`f.id, f.owner_type as "ownerType", f.owner_id as "ownerId", f.file_name as "fileName", f.content_type as "contentType",
  f.size::float8 as size, f.sha256, f.kept_at as "keptAt", ${LOOKS},
  (select count(*)::int from stored_file o where o.owner_type = f.owner_type and o.owner_id = f.owner_id and o.kept_at is not null and o.id <= f.id) as position`;

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
    const row = await this.database.first(sql<FoundFile>`select ${COLUMNS} from stored_file f where f.id = ${id}`);
    if (!row) return null;
    const owner = this.access.of(row.ownerType, actor);
    if (!(await mayRead(owner, actor, row))) return null;
    return this.shown(actor, row, (await owner.nameless?.(actor, row.ownerId)) ?? false);
  }

  /** The kept files of an owner that have not been taken off it. Refuses `NOT_FOUND` without the right to the owner. */
  async filesOf(actor: Actor, owner: { ownerType: string; ownerId: string }, args: PageArgs): Promise<Page<FileRow>> {
    const rights = this.access.of(owner.ownerType, actor, 'READ');
    if (!(await rights.mayRead(actor, owner.ownerId))) throw new Refused('NOT_FOUND');
    const nameless = (await rights.nameless?.(actor, owner.ownerId)) ?? false;
    const withheld = (await rights.withheld?.(actor, owner.ownerId)) ?? [];
    const page = await this.database.page<FoundFile>(
      {
        columns: COLUMNS,
        from: sql`stored_file f`,
        where: sql`f.owner_type = ${owner.ownerType} and f.owner_id = ${owner.ownerId} and f.kept_at is not null and f.removed_at is null
          and f.id <> all(${[...withheld]}::uuid[])`,
        order: [{ column: sql`f.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
    return pageAs(page, (node) => this.shown(actor, node, nameless));
  }

  /** A signed address to read a file with; that it was asked for is logged. Refuses `FILE_LOST` where the store does not have it whole. */
  async downloadUrl(actor: Actor, id: string): Promise<FileLink> {
    const read = await this.toRead(actor, id);
    const link = read.nameless ? await this.links.ofCopy(actor, this.renamed(actor, read.found)) : await this.links.of(read.found);
    return this.logged(actor, id, { operation: 'fileDownload', after: { downloaded: true } }, link);
  }

  /** A signed address to look at a file with, on this server; that it was asked for is logged. Refuses `FILE_NOT_VIEWABLE`. */
  async viewUrl(actor: Actor, id: string): Promise<FileLink> {
    const read = await this.toRead(actor, id);
    if (!read.found.canView) throw new Refused('FILE_NOT_VIEWABLE');
    const link = read.nameless ? await this.links.viewOfCopy(actor, this.renamed(actor, read.found)) : await this.links.viewOf(read.found);
    return this.logged(actor, id, { operation: 'fileView', after: { viewed: true } }, link);
  }

  /** What a file says, as text; null where it says nothing that could be read, or was not read yet. That it was read is logged. */
  async text(actor: Actor, id: string): Promise<FileTextRow | null> {
    const { found } = await this.toRead(actor, id);
    const row = await this.database.first(sql<{ text: string }>`
      select text from content_reading where sha256 = ${found.sha256} and text is not null`);
    if (!row) return null;
    const text = { fileId: id, text: row.text, truncated: Array.from(row.text).length >= READ_MOST };
    return this.logged(actor, id, { operation: 'fileText', after: { read: true } }, text);
  }

  private async toRead(actor: Actor, id: string): Promise<Read> {
    const found = await this.database.first(
      sql<Read['found']>`select ${COLUMNS} from stored_file f where f.id = ${id} and f.sha256 is not null`,
    );
    if (!found) throw new Refused('NOT_FOUND');
    const owner = this.access.of(found.ownerType, actor, 'READ');
    if (!(await mayRead(owner, actor, found))) throw new Refused('NOT_FOUND');
    return { found, nameless: (await owner.nameless?.(actor, found.ownerId)) ?? false };
  }

  private logged<T>(actor: Actor, id: string, { operation, after }: { operation: string; after: object }, value: T): Promise<T> {
    return this.work.act(actor, operation, ({ record }) => {
      record({ subject: { type: 'StoredFile', id }, after });
      return Promise.resolve(value);
    });
  }

  private renamed<F extends FoundFile>({ locale }: Actor, found: F): F {
    return { ...found, fileName: namelessName(found, locale) };
  }

  private shown(actor: Actor, { hasThumbnail, position, ...file }: FoundFile, nameless: boolean): FileRow {
    const thumbnailUrl = hasThumbnail ? this.links.thumbnail(file.id) : null;
    return nameless
      ? { ...file, thumbnailUrl, fileName: namelessName({ ...file, position }, actor.locale), sha256: null }
      : { ...file, thumbnailUrl };
  }
}

async function mayRead(owner: FileOwner, actor: Actor, file: { readonly id: string; readonly ownerId: string }): Promise<boolean> {
  if (!(await owner.mayRead(actor, file.ownerId))) return false;
  return !(await owner.withheld?.(actor, file.ownerId))?.includes(file.id);
}
