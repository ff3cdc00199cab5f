import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Refused } from '#lib/kernel';

/** What a stream of bytes turned out to be. */
export interface Received {
  readonly size: number;
  readonly sha256: string;
}

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
export const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** How the disk store writes: into a file that nobody looks for, flushed, and only then given its name. */
export class DiskFiles {
  private readonly temporary: string;

  constructor(folder: string) {
    this.temporary = join(folder, 'tmp');
  }

  async prepare(): Promise<void> {
    await makeFolder(this.temporary);
  }

  newTemporary(): string {
    return join(this.temporary, randomUUID());
  }

  /** Streams the body into the file through its hash, and has it on disk when it returns. Throws what `tooMuch` says of more than `maxSize`. */
  async receive(body: Readable, path: string, limit?: { readonly maxSize: number; readonly tooMuch: () => Refused }): Promise<Received> {
    const hash = createHash('sha256');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (limit && size > limit.maxSize) {
          done(limit.tooMuch());
          return;
        }
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(body, meter, createWriteStream(path, { mode: 0o600, flush: true }));
    return { size, sha256: hash.digest('hex') };
  }

  /** Takes a file or folder away at once, whoever is about to write to it, and then removes it. Nothing there is no error. */
  async discard(path: string): Promise<void> {
    const aside = this.newTemporary();
    try {
      await rename(path, aside);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  }

  sweep(olderThan: Date): AsyncIterable<boolean | Error> {
    return removeOld(this.temporary, olderThan, (path) => rm(path, { recursive: true, force: true }));
  }
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** A new name is on disk only once its folder is. */
export async function flushFolderOf(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Removes what lies in the folder and was not changed since, as `ObjectStore.sweepUnfinished` says it. */
export async function* removeOld(folder: string, olderThan: Date, remove: (path: string) => Promise<void>): AsyncIterable<boolean | Error> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || found.mtime >= olderThan) yield false;
    else
      yield await remove(path).then(
        () => true,
        (error: unknown) => asError(error),
      );
  }
}
