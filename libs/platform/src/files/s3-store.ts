import { type Readable } from 'node:stream';
import { type BucketItem, S3Error } from 'minio';
import { type Clock, Refused } from '#lib/kernel';
import { type ByteRange } from './byte-range.js';
import { attachment } from './content-disposition.js';
import { asError } from './disk-files.js';
import { assertKey, nothingAt } from './key.js';
import { type DownloadOrder, ObjectStore, type PartOrder, type StoredObject } from './object-store.js';
import { type S3Access, type S3Client, clientFor, signPartAddress } from './s3-client.js';
import { type Part, type UploadTry, missingParts, partsOf } from './upload-parts.js';

export interface S3StoreOptions extends S3Access {
  /** Where this server reaches the store, e.g. `http://s3:9000`. */
  readonly endpoint: string;
  /** Where browsers reach it; signed addresses name this host. The endpoint itself when not given. */
  readonly publicEndpoint?: string;
  readonly bucket: string;
  readonly clock: Clock;
  /** How long the store may say nothing before a connection to it is cut, in milliseconds. */
  readonly silentMs: number;
}

/** The Ceph gateway says of an upload that is over now one, now the other. */
const MISSING = new Set(['NotFound', 'NoSuchKey', 'NoSuchUpload']);

const codeOf = (error: unknown): string => (error instanceof S3Error ? (error.code ?? '') : '');

/** Files in a bucket of any S3-compatible store. */
export class S3Store extends ObjectStore {
  private readonly client: S3Client;
  /** Signs only and never connects: the region is given, so it need not ask. */
  private readonly signing: S3Client;
  private readonly bucket: string;

  constructor(private readonly options: S3StoreOptions) {
    super();
    this.bucket = options.bucket;
    this.client = clientFor(options.endpoint, accessOf(options), options.silentMs);
    this.signing = clientFor(options.publicEndpoint ?? options.endpoint, accessOf(options), options.silentMs);
  }

  async prepare(): Promise<void> {
    if (await this.client.bucketExists(this.bucket)) return;
    await this.client.makeBucket(this.bucket, this.options.region).catch((error: unknown) => {
      // Another server was quicker.
      if (codeOf(error) !== 'BucketAlreadyOwnedByYou') throw error;
    });
  }

  async health(): Promise<void> {
    const there = await this.client.bucketExists(this.bucket).catch((error: unknown) => {
      throw new Error(`the file store at ${this.options.endpoint} does not answer`, { cause: error });
    });
    if (!there) throw new Error(`the file store at ${this.options.endpoint} has no bucket ${this.bucket}`);
  }

  serve(): void {
    // The store is a server of its own.
  }

  begin(key: string, contentType: string): Promise<string> {
    assertKey(key);
    return this.client.initiateNewMultipartUpload(this.bucket, key, { 'Content-Type': contentType });
  }

  presignPart({ upload, part, expiresInSeconds }: PartOrder): Promise<string> {
    assertKey(upload.key);
    const { options, bucket } = this;
    const endpoint = options.publicEndpoint ?? options.endpoint;
    const query = { partNumber: String(part.number), uploadId: upload.token ?? '' };
    const order = { endpoint, bucket, key: upload.key, query, size: part.size, expiresInSeconds, at: options.clock.now() };
    return Promise.resolve(signPartAddress(order, options));
  }

  async arrived(upload: UploadTry): Promise<readonly Pick<Part, 'number' | 'size'>[] | null> {
    const parts = await this.partsOf(upload);
    if (parts) return parts.map(({ part, size }) => ({ number: part, size }));
    return (await this.stat(upload.key)) ? partsOf(upload) : null;
  }

  async assemble(upload: UploadTry): Promise<void> {
    if (await this.isWhole(upload)) return;
    const parts = await this.partsOf(upload);
    if (!parts?.length) {
      // Between the two questions somebody else may have put it together.
      if (await this.isWhole(upload)) return;
      throw nothingAt(upload.key);
    }
    const there = parts.map(({ part, size }) => ({ number: part, size }));
    const missing = missingParts(upload, there).length;
    if (missing > 0) throw new Refused('FILE_NOT_WHOLE', { missing });
    const counted = parts.filter(({ part }) => part <= partsOf(upload).length);
    // A part that was sent again since it was listed has another etag, and the store does not take the old one.
    const named = counted.map(({ part, etag }) => ({ part, etag }));
    await this.client.completeMultipartUpload(this.bucket, upload.key, upload.token ?? '', named).catch(async (error: unknown) => {
      if (codeOf(error) === 'InvalidPart') throw new Refused('STORE_BUSY');
      if (!(await this.isWhole(upload))) throw error;
    });
    if (!(await this.isWhole(upload))) throw new Error(`${upload.key} was put together to another size`);
  }

  async giveUp({ key, token }: UploadTry): Promise<void> {
    if (token !== null) await this.abort(key, token);
    await this.remove(key);
  }

  presignDownload(order: DownloadOrder): Promise<string> {
    assertKey(order.key);
    return this.signing.presignedGetObject(
      this.bucket,
      order.key,
      order.expiresInSeconds,
      {
        'response-content-disposition': attachment(order.fileName),
        'response-content-type': order.contentType,
        'response-cache-control': 'private, no-store',
      },
      this.options.clock.now(),
    );
  }

  async put(key: string, content: Readable | Buffer, contentType: string): Promise<StoredObject> {
    assertKey(key);
    const size = Buffer.isBuffer(content) ? content.length : undefined;
    await this.client.putObject(this.bucket, key, content, size, { 'Content-Type': contentType });
    // Asked again, because the answer to a multipart upload says little, on some stores nothing.
    const stored = await this.stat(key);
    if (!stored) throw new Error(`${key} vanished while it was written`);
    return stored;
  }

  async stat(key: string): Promise<StoredObject | null> {
    assertKey(key);
    try {
      const { size, lastModified } = await this.client.statObject(this.bucket, key);
      return { key, size, modifiedAt: lastModified };
    } catch (error) {
      if (MISSING.has(codeOf(error))) return null;
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    assertKey(key);
    const asked = range
      ? this.client.getPartialObject(this.bucket, key, range.start, range.end - range.start + 1)
      : this.client.getObject(this.bucket, key);
    return asked.catch((error: unknown) => {
      throw MISSING.has(codeOf(error)) ? nothingAt(key) : error;
    });
  }

  async copy(from: string, to: string): Promise<void> {
    assertKey(from);
    assertKey(to);
    // Without conditions: not every store heeds `x-amz-copy-source-if-match` (the Ceph gateway does not).
    await this.client.copyObject(this.bucket, to, `/${this.bucket}/${from}`).catch((error: unknown) => {
      throw MISSING.has(codeOf(error)) ? nothingAt(from) : error;
    });
  }

  async remove(key: string): Promise<void> {
    assertKey(key);
    await this.client.removeObject(this.bucket, key);
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    for await (const item of this.client.listObjectsV2(this.bucket, prefix, true) as AsyncIterable<BucketItem>) {
      if (item.name === undefined) continue;
      yield { key: item.name, size: item.size, modifiedAt: item.lastModified };
    }
  }

  async *sweepUnfinished(olderThan: Date): AsyncIterable<boolean | Error> {
    for await (const { key, uploadId, initiated } of this.client.unfinished(this.bucket)) {
      if (new Date(initiated) >= olderThan) yield false;
      else
        yield await this.abort(key, uploadId).then(
          () => true,
          (error: unknown) => asError(error),
        );
    }
  }

  private async abort(key: string, uploadId: string): Promise<void> {
    await this.client.abortMultipartUpload(this.bucket, key, uploadId).catch((error: unknown) => {
      if (!MISSING.has(codeOf(error))) throw error;
    });
  }

  /** Null where the store knows no such upload: it was put together, or given up. */
  private async partsOf({ key, token }: UploadTry): Promise<{ part: number; etag: string; size: number }[] | null> {
    if (token === null) return null;
    return this.client.partsOf(this.bucket, key, token).catch((error: unknown) => {
      if (MISSING.has(codeOf(error))) return null;
      throw error;
    });
  }

  private async isWhole({ key, size }: UploadTry): Promise<boolean> {
    return (await this.stat(key))?.size === size;
  }
}

function accessOf({ region, accessKey, secretKey }: S3Access): S3Access {
  return { region, accessKey, secretKey };
}
