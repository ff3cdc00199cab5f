import { createReadStream } from 'node:fs';
import { link, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Refused } from '#lib/kernel';
import { type DiskFiles, type Received, flushFolderOf, isMissing, isTaken, makeFolder, removeOld } from './disk-files.js';
import { type Part, type UploadTry, missingParts, partsOf } from './upload-parts.js';
import { nothingAt } from './key.js';

const TOKEN = 'folder';

/**
 * Uploads on disk: a folder for each, with a file for each part. Renaming the folder seals it: what is sent after that finds no place,
 * and nothing that is sent while the parts are put together is among them.
 */
export class DiskUploads {
  private readonly open: string;
  private readonly sealed: string;

  constructor(
    folder: string,
    private readonly files: DiskFiles,
  ) {
    this.open = join(folder, 'uploads');
    this.sealed = join(folder, 'sealed');
  }

  async prepare(): Promise<void> {
    await makeFolder(this.open);
    await makeFolder(this.sealed);
  }

  async begin(key: string): Promise<string> {
    await makeFolder(this.openAt(key));
    return TOKEN;
  }

  /** Takes the body of a signed part. Refuses `FILE_PART_FALSE` for another length, and `FILE_UPLOAD_OVER` where nothing is taken any more. */
  async receivePart(key: string, part: Part, body: Readable): Promise<Received> {
    const waiting = this.files.newTemporary();
    const wrong = () => new Refused('FILE_PART_FALSE', { offset: part.offset, size: part.size });
    const path = join(this.openAt(key), String(part.number));
    try {
      await stat(this.openAt(key));
      const received = await this.files.receive(body, waiting, { maxSize: part.size, tooMuch: wrong });
      if (received.size !== part.size) throw wrong();
      await rename(waiting, path);
      await flushFolderOf(path);
      return received;
    } catch (error) {
      throw isMissing(error) ? new Refused('FILE_UPLOAD_OVER') : error;
    } finally {
      await rm(waiting, { force: true });
    }
  }

  /** Null where there is no such folder; while it is sealed its parts are all there. */
  async arrived(upload: UploadTry): Promise<Pick<Part, 'number' | 'size'>[] | null> {
    for (const folder of [this.openAt(upload.key), this.sealedAt(upload.key)]) {
      const parts = await this.partsIn(folder).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (parts) return parts;
    }
    return null;
  }

  /** Puts the parts together in a file at `target`, which exists whole or not at all. Any number at once do the same. */
  async assemble(upload: UploadTry, target: string): Promise<void> {
    const isSealed = await this.seal(upload).catch((error: unknown) => this.othersDid(this.sealedAt(upload.key), error));
    const isDone = isSealed && (await this.join(upload, target).catch((error: unknown) => this.othersDid(target, error)));
    if (!isDone && !(await exists(target))) throw nothingAt(upload.key);
    await this.files.discard(this.sealedAt(upload.key));
  }

  /** What is missing was taken further by somebody else, if what they made of it is there. */
  private async othersDid(path: string, error: unknown): Promise<boolean> {
    if (!isMissing(error)) throw error;
    return exists(path);
  }

  async giveUp(key: string): Promise<void> {
    await this.files.discard(this.openAt(key));
    await this.files.discard(this.sealedAt(key));
  }

  async *sweep(olderThan: Date): AsyncIterable<boolean | Error> {
    for (const folder of [this.open, this.sealed]) yield* removeOld(folder, olderThan, (path) => this.files.discard(path));
  }

  private async seal(upload: UploadTry): Promise<true> {
    if (await exists(this.sealedAt(upload.key))) return true;
    const there = await this.partsIn(this.openAt(upload.key));
    if (there.length === 0) throw nothingAt(upload.key);
    const missing = missingParts(upload, there).length;
    if (missing > 0) throw new Refused('FILE_NOT_WHOLE', { missing });
    await rename(this.openAt(upload.key), this.sealedAt(upload.key));
    await flushFolderOf(this.sealedAt(upload.key));
    return true;
  }

  private async join(upload: UploadTry, target: string): Promise<true> {
    const waiting = this.files.newTemporary();
    try {
      const { size } = await this.files.receive(Readable.from(this.bytesOf(upload), { objectMode: false }), waiting);
      if (size !== upload.size) throw new Error(`${upload.key} was put together to ${String(size)} bytes`);
      await link(waiting, target);
      await flushFolderOf(target);
    } catch (error) {
      if (!isTaken(error)) throw error;
    } finally {
      await rm(waiting, { force: true });
    }
    return true;
  }

  private async *bytesOf(upload: UploadTry): AsyncGenerator<Buffer> {
    for (const { number } of partsOf(upload))
      yield* createReadStream(join(this.sealedAt(upload.key), String(number))) as AsyncIterable<Buffer>;
  }

  private async partsIn(folder: string): Promise<Pick<Part, 'number' | 'size'>[]> {
    const names = await readdir(folder);
    return Promise.all(names.map(async (name) => ({ number: Number(name), size: (await stat(join(folder, name))).size })));
  }

  private openAt(key: string): string {
    return join(this.open, Buffer.from(key, 'utf8').toString('hex'));
  }

  private sealedAt(key: string): string {
    return join(this.sealed, Buffer.from(key, 'utf8').toString('hex'));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
