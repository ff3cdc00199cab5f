import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, link, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type FastifyInstance } from 'fastify';
import { type Clock } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';
import { DiskFiles, type Received, flushFolderOf, isMissing, makeFolder } from './disk-files.js';
import { type ByteRange } from './byte-range.js';
import { registerDiskStoreRoutes } from './disk-routes.js';
import { DiskUploads } from './disk-uploads.js';
import { assertKey, nothingAt } from './key.js';
import { type DownloadOrder, ObjectStore, type PartOrder, type StoredObject } from './object-store.js';
import { type Part, type UploadTry, partsOf } from './upload-parts.js';
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

/** Files in a folder of this machine, with addresses signed by HMAC. An object appears under its key whole and on disk, or not at all. */
export class DiskStore extends ObjectStore {
  readonly signer: UrlSigner;
  private readonly objects: string;
  private readonly files: DiskFiles;
  private readonly uploads: DiskUploads;

  constructor(private readonly options: DiskStoreOptions) {
    super();
    this.signer = new UrlSigner(options.secret, options.clock);
    this.objects = join(options.folder, 'objects');
    this.files = new DiskFiles(options.folder);
    this.uploads = new DiskUploads(options.folder, this.files);
  }

  async prepare(): Promise<void> {
    await makeFolder(this.objects);
    await this.files.prepare();
    await this.uploads.prepare();
  }

  async health(): Promise<void> {
    const probe = this.files.newTemporary();
    try {
      await access(this.objects, constants.R_OK | constants.W_OK);
      await this.files.receive(Readable.from([Buffer.from('health')]), probe);
      await rm(probe);
    } catch (error) {
      throw new Error(`the file store cannot write to ${this.options.folder}`, { cause: error });
    }
  }

  serve(fastify: FastifyInstance, refusals: Refusals): void {
    registerDiskStoreRoutes(fastify, this, refusals);
  }

  async begin(key: string): Promise<string> {
    assertKey(key);
    return this.uploads.begin(key);
  }

  presignPart({ upload, part, expiresInSeconds }: PartOrder): Promise<string> {
    assertKey(upload.key);
    const query = this.signer.signPart(upload.key, { part, whole: upload.size }, expiresInSeconds);
    return Promise.resolve(`${this.options.publicUrl}/files/u/${upload.key}?${query}`);
  }

  receivePart(key: string, part: Part, body: Readable): Promise<Received> {
    assertKey(key);
    return this.uploads.receivePart(key, part, body);
  }

  async arrived(upload: UploadTry): Promise<readonly Pick<Part, 'number' | 'size'>[] | null> {
    return (await this.stat(upload.key)) ? partsOf(upload) : this.uploads.arrived(upload);
  }

  async assemble(upload: UploadTry): Promise<void> {
    if (await this.stat(upload.key)) return;
    await this.uploads.assemble(upload, await this.placeFor(upload.key));
  }

  async giveUp({ key }: UploadTry): Promise<void> {
    assertKey(key);
    await this.uploads.giveUp(key);
    await this.remove(key);
  }

  presignDownload(order: DownloadOrder): Promise<string> {
    assertKey(order.key);
    return Promise.resolve(`${this.options.publicUrl}/files/d/${order.key}?${this.signer.signDownload(order)}`);
  }

  async put(key: string, content: Readable | Buffer): Promise<StoredObject> {
    const path = await this.placeFor(key);
    const waiting = this.files.newTemporary();
    try {
      await this.files.receive(Buffer.isBuffer(content) ? Readable.from([content]) : content, waiting);
      await rename(waiting, path);
      await flushFolderOf(path);
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

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch((error: unknown) => {
      throw isMissing(error) ? nothingAt(key) : error;
    });
    return file.createReadStream(range);
  }

  async copy(from: string, to: string): Promise<void> {
    const source = this.pathOf(from);
    const path = await this.placeFor(to);
    const waiting = this.files.newTemporary();
    try {
      // The bytes of an object are never written again, so a second name for them is a copy.
      await link(source, waiting);
      await rename(waiting, path);
      const now = this.options.clock.now();
      await utimes(path, now, now);
      await flushFolderOf(path);
    } catch (error) {
      throw isMissing(error) ? nothingAt(from) : error;
    } finally {
      // Renaming one name of a file over another name of the same file does nothing and leaves both.
      await rm(waiting, { force: true });
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    for await (const entry of await opendir(this.objects, { recursive: true })) {
      if (!entry.isFile()) continue;
      const key = Buffer.from(entry.name, 'hex').toString('utf8');
      if (!key.startsWith(prefix)) continue;
      const stored = await this.stat(key);
      if (stored) yield stored;
    }
  }

  async *sweepUnfinished(olderThan: Date): AsyncIterable<boolean | Error> {
    yield* this.files.sweep(olderThan);
    yield* this.uploads.sweep(olderThan);
  }

  /** Two folders from the hash of the key, so that none grows large; the name is the key in hexadecimal, so that it can be read back. */
  private pathOf(key: string): string {
    assertKey(key);
    const hash = createHash('sha256').update(key).digest('hex');
    return join(this.objects, hash.slice(0, 2), hash.slice(2, 4), Buffer.from(key, 'utf8').toString('hex'));
  }

  private async placeFor(key: string): Promise<string> {
    const path = this.pathOf(key);
    await makeFolder(dirname(path));
    return path;
  }
}
