import { type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, Refused, newId } from '#lib/kernel';
import { Database } from '../database/database.js';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { type Delivered, Every, OnEvent } from '../worker/handlers.js';
import { FileAccess } from './file-access.js';
import { checkDeclared } from './inspect-file.js';
import { keptKey, newIncomingKey } from './key.js';
import { ObjectStore } from './object-store.js';
import { StoredFile } from './stored-file.entity.js';
import { examineUpload, keepUpload, sweepFiles } from './upload.js';

export interface RequestUpload {
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

/** A kept file as the library of its owner reads it. */
export interface KeptContent {
  readonly ownerId: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** A file of the server's own making, whose content is known before it is written. */
export interface MadeFile extends RequestUpload {
  readonly sha256: string;
}

const LINK_SECONDS = 5 * 60;
const SWEEP_AFTER_MS = 24 * 60 * 60 * 1000;

/** Files of the platform: announced, uploaded by a signed address, looked at, kept. */
@Injectable()
export class FilesService {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly access: FileAccess,
    private readonly clock: Clock,
  ) {}

  /** Announces a file. Refuses what can be told from its name, type and size, and one more than the owner may have (`FILE_TOO_MANY`). */
  requestUpload(actor: Actor, order: RequestUpload): Promise<StoredFile> {
    return this.work.act(actor, 'requestUpload', async (act) => {
      const owner = this.access.of(order.ownerType);
      const limits = await owner.limitsFor(act, order.ownerId);
      const { fileName, contentType } = checkDeclared({ ...order, maxSize: limits.maxBytes }, order.size);
      const { ownerType, ownerId, size } = order;
      const there = await act.em.count(StoredFile, { ownerType, ownerId, keptAt: { $ne: null }, removedAt: null });
      if (there >= limits.maxFiles) throw new Refused('FILE_TOO_MANY', { max: limits.maxFiles });
      const row = { id: newId(), ownerType, ownerId, contentType, size, fileName, uploadedBy: actor.id, createdAt: act.at };
      const file = act.em.create(StoredFile, { ...row, incomingKey: newIncomingKey(), sha256: null, keptAt: null, removedAt: null });
      act.record({
        subject: { type: 'StoredFile', id: file.id },
        after: { ownerType, ownerId, contentType, ...(!owner.sealed && { size }) },
      });
      await act.em.flush();
      return file;
    });
  }

  /**
   * Looks at what was uploaded and keeps it. The upload itself is removed by an event, after the commit, so that an act that is
   * rolled back finds it again; what a crash leaves has no row and is swept.
   */
  confirmUpload(actor: Actor, fileId: string): Promise<StoredFile> {
    return this.work.act(actor, 'confirmUpload', async (act) => {
      const file = await act.em.findOneOrFail(StoredFile, { id: fileId, uploadedBy: actor.id, removedAt: null });
      if (file.keptAt) return file;
      const owner = this.access.of(file.ownerType);
      const limits = await owner.limitsFor(act, file.ownerId);
      const { fileName, contentType, ownerType, ownerId } = file;
      const upload = await examineUpload(this.store, file.incomingKey, {
        fileName,
        contentType,
        maxSize: Math.min(limits.maxBytes, file.size),
        person: actor.id,
      });
      const there = await act.em.count(StoredFile, { ownerType, ownerId, keptAt: { $ne: null }, removedAt: null });
      if (there >= limits.maxFiles) throw new Refused('FILE_TOO_MANY', { max: limits.maxFiles });
      await sql`select pg_advisory_xact_lock(hashtextextended(${upload.key}, 0))`.execute(act.em.getKysely());
      await keepUpload(this.store, upload);
      const { sha256, size } = upload;
      Object.assign(file, { fileName: upload.fileName, contentType: upload.contentType, sha256, size, keptAt: act.at });
      const content = owner.sealed ? {} : { sha256, size };
      act.record({ subject: { type: 'StoredFile', id: file.id }, after: { ownerType, ownerId, ...content } });
      act.emit({ type: 'file.kept', payload: { keys: [upload.checkingKey, upload.incomingKey] } });
      await act.em.flush();
      return file;
    });
  }

  removeFile(actor: Actor, fileId: string): Promise<StoredFile> {
    return this.work.act(actor, 'removeFile', async (act) => {
      const file = await act.em.findOneOrFail(StoredFile, { id: fileId, removedAt: null });
      await this.access.of(file.ownerType).limitsFor(act, file.ownerId);
      file.removedAt = act.at;
      act.record({ subject: { type: 'StoredFile', id: file.id }, after: { removedAt: act.at } });
      await act.em.flush();
      return file;
    });
  }

  /** Puts a file from inside the server, e.g. of the demo season; held to the same rules as an upload. */
  async attach(actor: Actor, order: Omit<RequestUpload, 'size'>, content: Buffer): Promise<StoredFile> {
    const file = await this.requestUpload(actor, { ...order, size: content.length });
    await this.store.put(file.incomingKey, content, file.contentType);
    return this.confirmUpload(actor, file.id);
  }

  /** A kept file of an owner whose library reads it. Refuses `NOT_FOUND` as a download would; its size is what that library lets in. */
  async content(actor: Actor, { fileId, ownerType }: { fileId: string; ownerType: string }): Promise<KeptContent> {
    const file = await this.database.first(sql<Omit<KeptContent, 'bytes'>>`select owner_id as "ownerId", sha256 from stored_file
      where id = ${fileId} and owner_type = ${ownerType} and kept_at is not null and removed_at is null`);
    if (!file || !(await this.access.of(ownerType).mayRead(actor, file.ownerId))) throw new Refused('NOT_FOUND', {}, 'fileId');
    return { ...file, bytes: await buffer(await this.store.open(keptKey(file.sha256))) };
  }

  /** Keeps a file that the server made, as part of the running act. The content is streamed, and the same content is one object. */
  async keepMade(act: Act, order: MadeFile, content: Readable): Promise<StoredFile> {
    const { sha256, size, ...owned } = order;
    const incomingKey = newIncomingKey();
    await this.store.put(incomingKey, content, order.contentType);
    await sql`select pg_advisory_xact_lock(hashtextextended(${keptKey(sha256)}, 0))`.execute(act.em.getKysely());
    await this.store.copy(incomingKey, keptKey(sha256));
    const made = { uploadedBy: act.actor.id, createdAt: act.at, keptAt: act.at, removedAt: null };
    const file = act.em.create(StoredFile, { id: newId(), ...owned, sha256, size, incomingKey, ...made });
    act.emit({ type: 'file.kept', payload: { keys: [incomingKey] } });
    await act.em.flush();
    return file;
  }

  /** A signed address of a kept file, for which the caller answers: nobody's right to it is asked, and nothing is logged. */
  async openLink(fileId: string): Promise<{ url: string; expiresAt: Date } | null> {
    const file = await this.database.first(sql<{ sha256: string; fileName: string; contentType: string }>`
      select sha256, file_name as "fileName", content_type as "contentType" from stored_file
      where id = ${fileId} and kept_at is not null and removed_at is null`);
    if (!file) return null;
    const { sha256, fileName, contentType } = file;
    const url = await this.store.presignDownload({ key: keptKey(sha256), fileName, contentType, expiresInSeconds: LINK_SECONDS });
    return { url, expiresAt: new Date(this.clock.now().getTime() + LINK_SECONDS * 1000) };
  }

  @OnEvent('files.discardUpload', 'file.kept')
  async discardUpload({ payload }: Delivered): Promise<void> {
    for (const key of payload.keys as string[]) await this.store.remove(key);
  }

  @Every('files.sweep', 3600)
  async sweep(): Promise<void> {
    const swept = await sweepFiles(this.store, {
      olderThan: new Date(this.clock.now().getTime() - SWEEP_AFTER_MS),
      rowsFor: async (keys) => {
        const named = await this.database.rows(sql<{ sha256: string }>`select distinct sha256 from stored_file
          where 'files/' || sha256 = any(${[...keys]}::text[])`);
        return new Set(named.map(({ sha256 }) => keptKey(sha256)));
      },
      exclusively: async (key, act) => {
        await this.database.exclusively(key, act);
      },
    });
    this.logger.log(swept);
  }
}
