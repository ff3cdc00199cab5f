import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, newId } from '#lib/kernel';
import { Database } from '../database/database.js';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { ContentHolds } from './content-holds.js';
import { FileAccess } from './file-access.js';
import { keptKey, newIncomingKey } from './key.js';
import { lost } from './file-links.js';
import { ObjectStore } from './object-store.js';
import { StoredFile } from './stored-file.entity.js';
import { PART_BYTES } from './upload-parts.js';
import { type RequestUpload, UploadsService } from './uploads.service.js';

/** A kept file as the library of its owner reads it. */
export interface KeptContent {
  readonly ownerId: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly read: () => Promise<Buffer>;
}

/** A content of the server's own making, which is known before it is written. */
export interface MadeContent {
  readonly contentType: string;
  readonly sha256: string;
  readonly size: number;
}

/** A content that lies where it is kept and waits for the act that says whose it is. */
export interface PutContent extends MadeContent {
  readonly holdId: string;
}

/** Whose a made file is, and under which name. */
export interface MadeFile {
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
}

/** Files that are kept: read, taken off their owner, put by the server itself. */
@Injectable()
export class FilesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly access: FileAccess,
    private readonly holds: ContentHolds,
    private readonly uploads: UploadsService,
  ) {}

  removeFile(actor: Actor, fileId: string): Promise<StoredFile> {
    return this.work.act(actor, 'removeFile', async (act) => {
      const file = await act.em.findOneOrFail(StoredFile, { id: fileId, keptAt: { $ne: null }, removedAt: null });
      const owner = this.access.of(file.ownerType, actor, 'WRITE');
      await owner.limitsFor(act, file.ownerId);
      file.removedAt = act.at;
      act.record({ subject: { type: 'StoredFile', id: file.id }, after: { removedAt: act.at } });
      await act.em.flush();
      await owner.changed?.(act, file.ownerId);
      return file;
    });
  }

  /** Puts a file from inside the server, e.g. of the demo season; held to the same rules as an upload. */
  async attach(actor: Actor, order: Omit<RequestUpload, 'size'>, content: Buffer): Promise<StoredFile> {
    const file = await this.uploads.requestUpload(actor, { ...order, size: content.length });
    await this.store.put(file.incomingKey, content, file.contentType);
    return this.uploads.confirmUpload(actor, file.id);
  }

  /** A kept file of an owner whose library reads it. Refuses `NOT_FOUND` as a download would; its size is what that library lets in. */
  async content(actor: Actor, { fileId, ownerType }: { fileId: string; ownerType: string }): Promise<KeptContent> {
    const file = await this.database.first(sql<
      Omit<KeptContent, 'read'>
    >`select owner_id as "ownerId", content_type as "contentType", sha256 from stored_file
      where id = ${fileId} and owner_type = ${ownerType} and kept_at is not null and removed_at is null`);
    if (!file || !(await this.access.of(ownerType, actor).mayRead(actor, file.ownerId))) throw new Refused('NOT_FOUND', {}, 'fileId');
    return { ...file, read: () => this.bytesOf(file.sha256) };
  }

  private async bytesOf(sha256: string): Promise<Buffer> {
    const key = keptKey(sha256);
    const bytes = await buffer(await this.store.open(key));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw lost(key);
    return bytes;
  }

  /** Puts a content that the server made where it is kept. Before the act that attaches it, since the store is not waited for inside one. */
  async putMade(actor: Actor, made: MadeContent, content: Readable | Buffer): Promise<PutContent> {
    const holdId = await this.holds.keep(actor, made.sha256);
    await this.store.put(keptKey(made.sha256), content, made.contentType);
    return { ...made, holdId };
  }

  /** Says whose a made content is, as part of the running act. */
  async attachMade(act: Act, { holdId, ...made }: PutContent, file: MadeFile): Promise<StoredFile> {
    const sending = { incomingKey: newIncomingKey(), uploadToken: null, declaredSha256: null, partSize: PART_BYTES };
    const kept = { uploadedBy: act.actor.id, createdAt: act.at, keptAt: act.at, removedAt: null };
    const row = act.em.create(StoredFile, { id: newId(), ...file, ...made, ...sending, ...kept });
    await this.holds.release(act, holdId);
    await act.em.flush();
    return row;
  }
}
