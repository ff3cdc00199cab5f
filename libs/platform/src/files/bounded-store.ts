import { type Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { Refused } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';
import { type ByteRange } from './byte-range.js';
import { type DownloadOrder, ObjectStore, type PartOrder, type StoredObject } from './object-store.js';
import { unstalled, whileTaken, within } from './stall.js';
import { type Part, type UploadTry } from './upload-parts.js';

/** How long the store is waited for, in milliseconds. */
export interface StoreLimits {
  /** For an answer. */
  readonly callMs: number;
  /** For the next bytes of a content, and for work on a whole content. */
  readonly stallMs: number;
}

/** What says that the store is away or full, and not that this program is wrong: as systems and as stores of S3 say it. */
const AWAY = new Set([
  ...'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH EROFS EIO EMFILE ENFILE'.split(' '),
  ...['InternalError', 'ServiceUnavailable', 'SlowDown', 'RequestTimeout'],
]);
const FULL = new Set(['ENOSPC', 'EDQUOT', 'XMinioStorageFull', 'InsufficientStorage', 'QuotaExceeded', 'StorageFull']);

/**
 * A store that is never waited for without end: what does not answer is refused with `STORE_BUSY`, what cannot be reached or written with
 * `STORE_UNAVAILABLE`, what has no room with `STORE_FULL`; all may be tried again. What stood in the way is in the log, as is a kept file that is not there.
 */
export class BoundedStore extends ObjectStore {
  private readonly logger = new Logger('Store');

  constructor(
    readonly inner: ObjectStore,
    private readonly limits: StoreLimits,
  ) {
    super();
  }

  prepare(): Promise<void> {
    return this.call('prepare', () => this.inner.prepare());
  }

  health(): Promise<void> {
    return within(this.limits.callMs, this.inner.health());
  }

  serve(fastify: FastifyInstance, refusals: Refusals): void {
    this.inner.serve(fastify, refusals);
  }

  begin(key: string, contentType: string): Promise<string> {
    return this.call(`begin ${key}`, () => this.inner.begin(key, contentType));
  }

  presignPart(order: PartOrder): Promise<string> {
    return this.call(`presignPart ${order.upload.key}`, () => this.inner.presignPart(order));
  }

  arrived(upload: UploadTry): Promise<readonly Pick<Part, 'number' | 'size'>[] | null> {
    return this.call(`arrived ${upload.key}`, () => this.inner.arrived(upload));
  }

  assemble(upload: UploadTry): Promise<void> {
    return this.call(`assemble ${upload.key}`, () => this.inner.assemble(upload), this.limits.stallMs);
  }

  giveUp(upload: UploadTry): Promise<void> {
    return this.call(`giveUp ${upload.key}`, () => this.inner.giveUp(upload));
  }

  presignDownload(order: DownloadOrder): Promise<string> {
    return this.call(`presignDownload ${order.key}`, () => this.inner.presignDownload(order));
  }

  put(key: string, content: Readable | Buffer, contentType: string): Promise<StoredObject> {
    const { stallMs } = this.limits;
    if (Buffer.isBuffer(content)) return this.call(`put ${key}`, () => this.inner.put(key, content, contentType), stallMs);
    return this.told(`put ${key}`, () => whileTaken(content, stallMs, (taken) => this.inner.put(key, taken, contentType)));
  }

  stat(key: string): Promise<StoredObject | null> {
    return this.call(`stat ${key}`, () => this.inner.stat(key));
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const content = await this.call(`open ${key}`, () => this.inner.open(key, range));
    return unstalled(content, { ms: this.limits.stallMs, told: (error) => this.say(`read ${key}`, error) });
  }

  copy(from: string, to: string): Promise<void> {
    return this.call(`copy ${from} to ${to}`, () => this.inner.copy(from, to), this.limits.stallMs);
  }

  remove(key: string): Promise<void> {
    return this.call(`remove ${key}`, () => this.inner.remove(key));
  }

  list(prefix: string): AsyncIterable<StoredObject> {
    return this.stepwise(`list ${prefix}`, () => this.inner.list(prefix));
  }

  sweepUnfinished(olderThan: Date): AsyncIterable<boolean | Error> {
    return this.stepwise('sweepUnfinished', () => this.inner.sweepUnfinished(olderThan));
  }

  /** Each step has its time, the whole has as much as it needs. */
  private async *stepwise<T>(what: string, begin: () => AsyncIterable<T>): AsyncGenerator<T> {
    const steps = begin()[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.call(what, () => steps.next());
      if (next.done === true) return;
      yield next.value;
    }
  }

  private call<T>(what: string, ask: () => Promise<T>, ms = this.limits.callMs): Promise<T> {
    return this.told(what, () => within(ms, ask()));
  }

  private async told<T>(what: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw this.say(what, error);
    }
  }

  private say(what: string, error: unknown): unknown {
    const refusal = storeRefusal(error) ?? error;
    if (refusal instanceof Refused && TOLD.has(refusal.code))
      this.logger.error('The file store did not do what was asked', { store: what, code: refusal.code, cause: String(error) });
    return refusal;
  }
}

const TOLD = new Set(['FILE_LOST', 'STORE_BUSY', 'STORE_FULL', 'STORE_UNAVAILABLE']);

/** What an error of a store is to whoever asked; null where the program itself is wrong. */
export function storeRefusal(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (FULL.has(String(code))) return new Refused('STORE_FULL');
  // The client of S3 says of an answer that asks to be tried again only this.
  const isAway = AWAY.has(String(code)) || /^Request failed after \d+ retries|socket hang up/.test(String(message));
  return isAway ? new Refused('STORE_UNAVAILABLE') : null;
}
