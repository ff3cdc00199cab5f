import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, link, mkdir, open, opendir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Clock, Refused } from '#lib/kernel';
import { assertKey } from './key.js';
import { type DownloadOrder, ObjectStore, type SignedUpload, type StoredObject, type UploadOrder } from './object-store.js';
import { UrlSigner } from './url-signer.js';

export interface DiskStoreOptions {
  /** The folder that holds everything; made when missing. */
  readonly folder: string;
  /** What the addresses are signed with, 32 characters or more. All servers on the folder share it. */
  readonly secret: string;
  /** What stands before `/files/…` in an address, without a slash at the end; empty for addresses relative to the page. */
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** What the bytes of an upload turned out to be. */
export interface Received {
  readonly size: number;
  readonly sha256: string;
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/**
 * Files in a folder of this machine, with addresses signed by HMAC. An object appears under its key whole and on disk, or not at all:
 * it is streamed into a temporary file, flushed, and only then linked to its place.
 */
export class DiskStore extends ObjectStore {
  readonly signer: UrlSigner;
  private readonly objects: string;
  private readonly temporary: string;

  constructor(private readonly options: DiskStoreOptions) {
    super();
    this.signer = new UrlSigner(options.secret, options.clock);
    this.objects = join(options.folder, 'objects');
    this.temporary = join(options.folder, 'tmp');
  }

  async prepare(): Promise<void> {
    await mkdir(this.objects, { recursive: true, mode: 0o700 });
    await mkdir(this.temporary, { recursive: true, mode: 0o700 });
  }

  async health(): Promise<void> {
    const probe = this.newTemporary();
    try {
      await access(this.objects, constants.R_OK | constants.W_OK);
      await this.receive(Readable.from([Buffer.from('health')]), probe, Infinity);
      await rm(probe);
    } catch (error) {
      throw new Error(`the file store cannot write to ${this.options.folder}`, { cause: error });
    }
  }

  presignUpload(order: UploadOrder): Promise<SignedUpload> {
    assertKey(order.key);
    const query = this.signer.signUpload(order);
    return Promise.resolve({
      method: 'PUT',
      url: `${this.options.publicUrl}/files/u/${order.key}?${query}`,
      headers: { 'content-type': order.contentType },
      fields: {},
    });
  }

  presignDownload(order: DownloadOrder): Promise<string> {
    assertKey(order.key);
    return Promise.resolve(`${this.options.publicUrl}/files/d/${order.key}?${this.signer.signDownload(order)}`);
  }

  /**
   * Takes the body of a signed upload. An upload happens once: the same bytes again are taken for a retry,
   * others are refused with `FILE_ALREADY_UPLOADED`, so that what was looked at is what is kept.
   */
  async receiveUpload(key: string, body: Readable, maxSize: number): Promise<Received> {
    const path = await this.placeFor(key);
    const waiting = this.newTemporary();
    try {
      const received = await this.receive(body, waiting, maxSize);
      if (received.size === 0) throw new Refused('FILE_EMPTY');
      try {
        await link(waiting, path);
      } catch (error) {
        if (!isTaken(error)) throw error;
        if ((await this.hashOf(key)) !== received.sha256) throw new Refused('FILE_ALREADY_UPLOADED');
      }
      await this.flushFolder(path);
      return received;
    } finally {
      await rm(waiting, { force: true });
    }
  }

  async put(key: string, content: Readable | Buffer): Promise<StoredObject> {
    const path = await this.placeFor(key);
    const waiting = this.newTemporary();
    try {
      await this.receive(Buffer.isBuffer(content) ? Readable.from([content]) : content, waiting, Infinity);
      await rename(waiting, path);
      await this.flushFolder(path);
    } finally {
      await rm(waiting, { force: true });
    }
    const stored = await this.stat(key);
    if (!stored) throw new Error(`${key} vanished while it was written`);
    return stored;
  }

  async stat(key: string): Promise<StoredObject | null> {
    try {
      const { size, mtime } = await stat(this.pathOf(key));
      return { key, size, modifiedAt: mtime };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async open(key: string): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch((error: unknown) => {
      throw isMissing(error) ? new Refused('FILE_NOT_UPLOADED') : error;
    });
    return file.createReadStream();
  }

  async copy(from: string, to: string): Promise<void> {
    const source = this.pathOf(from);
    const path = await this.placeFor(to);
    const waiting = this.newTemporary();
    try {
      // The bytes of an object are never written again, so a second name for them is a copy.
      await link(source, waiting);
      await rename(waiting, path);
      const now = this.options.clock.now();
      await utimes(path, now, now);
      await this.flushFolder(path);
    } catch (error) {
      throw isMissing(error) ? new Refused('FILE_NOT_UPLOADED') : error;
    } finally {
      // Renaming one name of a file over another name of the same file does nothing and leaves both.
      await rm(waiting, { force: true });
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(prefix: string, olderThan: Date): AsyncIterable<StoredObject> {
    for await (const entry of await opendir(this.objects, { recursive: true })) {
      if (!entry.isFile()) continue;
      const key = Buffer.from(entry.name, 'hex').toString('utf8');
      if (!key.startsWith(prefix)) continue;
      const stored = await this.stat(key);
      if (stored && stored.modifiedAt < olderThan) yield stored;
    }
  }

  async sweepUnfinished(olderThan: Date): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.temporary)) {
      const path = join(this.temporary, name);
      const found = await stat(path).catch(() => null);
      if (!found || found.mtime >= olderThan) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  /** Two folders from the hash of the key, so that none grows large; the name is the key in hexadecimal, so that it can be read back. */
  private pathOf(key: string): string {
    assertKey(key);
    const hash = createHash('sha256').update(key).digest('hex');
    return join(this.objects, hash.slice(0, 2), hash.slice(2, 4), Buffer.from(key, 'utf8').toString('hex'));
  }

  private async placeFor(key: string): Promise<string> {
    const path = this.pathOf(key);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    return path;
  }

  private newTemporary(): string {
    return join(this.temporary, randomUUID());
  }

  /** Streams the body into the file through its size limit and hash, and has it on disk when it returns. */
  private async receive(body: Readable, path: string, maxSize: number): Promise<Received> {
    const hash = createHash('sha256');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > maxSize) {
          done(new Refused('FILE_TOO_LARGE', { max: maxSize }));
          return;
        }
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(body, meter, createWriteStream(path, { mode: 0o600, flush: true }));
    return { size, sha256: hash.digest('hex') };
  }

  private async hashOf(key: string): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(this.pathOf(key)), hash);
    return hash.digest('hex');
  }

  /** A new name is on disk only once its folder is. */
  private async flushFolder(path: string): Promise<void> {
    const folder = await open(join(path, '..'), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
