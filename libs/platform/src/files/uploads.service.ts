import { LockMode } from '@mikro-orm/core';
import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, type WhyNot, newId, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { ContentHolds } from './content-holds.js';
import { ContentReadings } from './content-readings.js';
import { FileAccess } from './file-access.js';
import { type InspectedFile, checkDeclared } from './inspect-file.js';
import { newIncomingKey } from './key.js';
import { ObjectStore } from './object-store.js';
import { StoredFile } from './stored-file.entity.js';
import { isRefusedForGood, keepContent, lookAtUpload } from './upload.js';
import { UPLOAD_LIFE_MS, countUploads, whyNotAnother } from './upload-limits.js';
import { PART_BYTES, type UploadTry } from './upload-parts.js';

export interface RequestUpload {
  readonly ownerType: string;
  readonly ownerId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  /** Of the content, where the client knows it: 64 hexadecimal digits. */
  readonly sha256?: string | null;
}

/** An upload whose content lies where it is to be kept, and what says so to the sweep. */
interface Taken {
  readonly upload: UploadTry;
  readonly looked: InspectedFile;
  readonly holdId: string;
}

/** Uploads: announced, sent in parts to signed addresses, looked at, kept; or given up. No act of theirs waits for the store. */
@Injectable()
export class UploadsService {
  private readonly logger = new Logger('Files');
  /** Of several confirmations of one upload at once in this process, one looks at it. */
  private readonly looking = new Map<string, Promise<Taken>>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
    private readonly access: FileAccess,
    private readonly holds: ContentHolds,
    private readonly readings: ContentReadings,
  ) {}

  /** Announces a file. Refuses what can be told from its name, type and size, and one more than may be kept or on its way (`FILE_TOO_MANY`, `UPLOADS_…`). */
  requestUpload(actor: Actor, order: RequestUpload): Promise<StoredFile> {
    return this.work.act(actor, 'requestUpload', async (act) => {
      const { ownerType, ownerId, size } = order;
      const owner = this.access.of(ownerType, actor, 'WRITE');
      const limits = await owner.limitsFor(act, ownerId);
      const { fileName, contentType } = checkDeclared({ ...order, maxSize: limits.maxBytes, csv: limits.csv ?? false }, size);
      refuseIf(whyNotAnother(await countUploads(act, order), limits, size));
      const row = { id: newId(), ownerType, ownerId, contentType, size, fileName, uploadedBy: actor.id, createdAt: act.at };
      const sending = { declaredSha256: order.sha256?.toLowerCase() ?? null, incomingKey: newIncomingKey(), uploadToken: null };
      const open = { partSize: PART_BYTES, sha256: null, keptAt: null, removedAt: null };
      const file = act.em.create(StoredFile, { ...row, ...sending, ...open });
      act.record({
        subject: { type: 'StoredFile', id: file.id },
        after: { ownerType, ownerId, contentType, ...(!owner.sealed && { size }) },
      });
      await act.em.flush();
      return file;
    });
  }

  /**
   * Looks at what was sent and keeps it, once, however often it is asked. The store is spoken to before and after the act, never in it:
   * what a breakdown in between leaves has no row and is swept. Content that is refused makes room for another try at the same place.
   */
  async confirmUpload(actor: Actor, fileId: string): Promise<StoredFile> {
    const { file, maxBytes } = await this.work.act(actor, 'files.lookAt', (act) => this.toConfirm(act, fileId));
    const taken = file.keptAt ? null : await this.takeOnce(actor, file, maxBytes);
    const kept = await this.work.act(actor, 'confirmUpload', (act) => this.keep(act, fileId, taken));
    if (taken) await this.forget(taken.upload);
    return kept;
  }

  /** Whoever announced a file may give it up until it is kept; its place is free at once. Given up already is no error. */
  async giveUpUpload(actor: Actor, fileId: string): Promise<StoredFile> {
    const file = await this.work.act(actor, 'giveUpUpload', async (act) => {
      const found = await this.own(act, fileId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
      this.access.of(found.ownerType, actor, 'WRITE');
      if (found.keptAt) throw new Refused('FILE_KEPT');
      if (found.removedAt) return found;
      found.removedAt = act.at;
      act.record({ subject: { type: 'StoredFile', id: found.id }, after: { givenUp: true } });
      await act.em.flush();
      return found;
    });
    await this.forget(file.sending());
    return file;
  }

  /** The file for a confirmation, with the right to it held; what was kept already is right as it is. */
  private async toConfirm(act: Act, fileId: string): Promise<{ file: StoredFile; maxBytes: number }> {
    const found = await this.own(act, fileId);
    refuseIf(whyNotThere(found));
    if (found.keptAt) return { file: found, maxBytes: found.size };
    const { maxBytes, maxFiles } = await this.access.of(found.ownerType, act.actor, 'WRITE').limitsFor(act, found.ownerId);
    // The owner is locked before the file, as by every other act on both.
    const file = await this.own(act, fileId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    refuseIf(whyNotThere(file));
    if (file.keptAt) return { file, maxBytes };
    if (file.createdAt.getTime() + UPLOAD_LIFE_MS <= act.at.getTime()) throw new Refused('FILE_NOT_UPLOADED');
    const { kept } = await countUploads(act, file);
    if (kept >= maxFiles) throw new Refused('FILE_TOO_MANY', { max: maxFiles, open: 0 });
    return { file, maxBytes };
  }

  private own({ em, actor }: Act, fileId: string, lock = {}): Promise<StoredFile> {
    return em.findOneOrFail(StoredFile, { id: fileId, uploadedBy: actor.id }, lock);
  }

  private async keep(act: Act, fileId: string, taken: Taken | null): Promise<StoredFile> {
    const { file } = await this.toConfirm(act, fileId);
    if (file.keptAt) return file;
    if (taken?.upload.key !== file.incomingKey) throw new Refused('FILE_NOT_UPLOADED');
    const { sha256, size, fileName, contentType } = taken.looked;
    Object.assign(file, { sha256, size, fileName, contentType, keptAt: act.at });
    await this.holds.release(act, taken.holdId);
    const { ownerType, ownerId } = file;
    const owner = this.access.of(ownerType, act.actor);
    const content = owner.sealed ? {} : { sha256, size };
    act.record({ subject: { type: 'StoredFile', id: file.id }, after: { ownerType, ownerId, ...content } });
    await act.em.flush();
    await this.readings.ask(act, { sha256, contentType });
    await owner.changed?.(act, ownerId);
    return file;
  }

  /** Null where it was kept meanwhile: what a confirmation that came before has cleared away is no fault of this one. */
  private async takeOnce(actor: Actor, file: StoredFile, maxBytes: number): Promise<Taken | null> {
    const { incomingKey: key } = file;
    const taking = this.looking.get(key) ?? this.take(actor, file, maxBytes).finally(() => this.looking.delete(key));
    this.looking.set(key, taking);
    try {
      return await taking;
    } catch (error) {
      const { keptAt } = await this.work.act(actor, 'files.lookAt', (act) => this.own(act, file.id));
      if (keptAt) return null;
      throw error;
    }
  }

  private async take(actor: Actor, file: StoredFile, maxSize: number): Promise<Taken> {
    const upload = file.sending();
    const { fileName, contentType, declaredSha256: sha256 } = file;
    try {
      const looked = await lookAtUpload(this.store, upload, { fileName, contentType, maxSize, sha256, person: actor.id });
      const holdId = await this.holds.keep(actor, looked.sha256);
      await keepContent(this.store, upload, looked);
      return { upload, looked, holdId };
    } catch (error) {
      if (isRefusedForGood(error)) await this.beginAnew(actor, file.id, upload);
      throw error;
    }
  }

  /** The next try has a key of its own, so that nothing of this one, sent or removed late, touches it. */
  private async beginAnew(actor: Actor, fileId: string, upload: UploadTry): Promise<void> {
    const renewed = await this.work.act(actor, 'files.beginAnew', ({ em }) =>
      sql`update stored_file set incoming_key = ${newIncomingKey()}, upload_token = null
        where id = ${fileId} and incoming_key = ${upload.key} and kept_at is null`.execute(em.getKysely()),
    );
    if (Number(renewed.numAffectedRows ?? 0) > 0) await this.forget(upload);
  }

  /** What cannot be removed now is swept. */
  private async forget(upload: UploadTry): Promise<void> {
    await this.store.giveUp(upload).catch((error: unknown) => {
      this.logger.warn('What an upload left is swept later', { key: upload.key, error: String(error) });
    });
  }
}

/** Taken off its owner or given up. */
function whyNotThere({ removedAt }: StoredFile): WhyNot {
  return removedAt ? new Refused('NOT_FOUND', { what: 'StoredFile' }) : null;
}
