import { type Readable } from 'node:stream';
import { type BucketItem, Client, S3Error } from 'minio';
import { type Clock, Refused } from '#lib/kernel';
import { attachment } from './content-disposition.js';
import { assertKey } from './key.js';
import { type DownloadOrder, ObjectStore, type SignedUpload, type StoredObject, type UploadOrder } from './object-store.js';

export interface S3StoreOptions {
  /** Where this server reaches the store, e.g. `http://s3:9000`. */
  readonly endpoint: string;
  /** Where browsers reach it; signed addresses name this host. The endpoint itself when not given. */
  readonly publicEndpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clock: Clock;
}

/** How much of a stream whose length nobody knows is held before it is sent on. */
const PART_BYTES = 8 * 1024 * 1024;

const MISSING = new Set(['NotFound', 'NoSuchKey']);

const codeOf = (error: unknown): string => (error instanceof S3Error ? (error.code ?? '') : '');

/** Files in a bucket of any S3-compatible store. */
export class S3Store extends ObjectStore {
  private readonly client: Client;
  /** Signs only and never connects: the region is given, so it need not ask. */
  private readonly signing: Client;
  private readonly bucket: string;

  constructor(private readonly options: S3StoreOptions) {
    super();
    this.bucket = options.bucket;
    this.client = clientFor(options.endpoint, options);
    this.signing = clientFor(options.publicEndpoint ?? options.endpoint, options);
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

  async presignUpload(order: UploadOrder): Promise<SignedUpload> {
    assertKey(order.key);
    // A form with a policy, because a signed PUT cannot say how large the body may be.
    const policy = this.signing.newPostPolicy();
    policy.setBucket(this.bucket);
    policy.setKey(order.key);
    policy.setContentType(order.contentType);
    policy.setContentLengthRange(1, order.maxSize);
    policy.setExpires(new Date(this.options.clock.now().getTime() + order.expiresInSeconds * 1000));
    const { postURL, formData } = await this.signing.presignedPostPolicy(policy);
    return { method: 'POST', url: postURL, headers: {}, fields: formData };
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

  async open(key: string): Promise<Readable> {
    assertKey(key);
    return this.client.getObject(this.bucket, key).catch((error: unknown) => {
      throw MISSING.has(codeOf(error)) ? new Refused('FILE_NOT_UPLOADED') : error;
    });
  }

  async copy(from: string, to: string): Promise<void> {
    assertKey(from);
    assertKey(to);
    // Without conditions: not every store heeds `x-amz-copy-source-if-match` (the Ceph gateway does not).
    await this.client.copyObject(this.bucket, to, `/${this.bucket}/${from}`).catch((error: unknown) => {
      throw MISSING.has(codeOf(error)) ? new Refused('FILE_NOT_UPLOADED') : error;
    });
  }

  async remove(key: string): Promise<void> {
    assertKey(key);
    await this.client.removeObject(this.bucket, key);
  }

  async *list(prefix: string, olderThan: Date): AsyncIterable<StoredObject> {
    for await (const item of this.client.listObjectsV2(this.bucket, prefix, true) as AsyncIterable<BucketItem>) {
      if (item.name === undefined || item.lastModified >= olderThan) continue;
      yield { key: item.name, size: item.size, modifiedAt: item.lastModified };
    }
  }

  async sweepUnfinished(olderThan: Date): Promise<number> {
    let removed = 0;
    const uploads = this.client.listIncompleteUploads(this.bucket, '', true) as AsyncIterable<{ key: string; initiated: Date | string }>;
    for await (const { key, initiated } of uploads) {
      if (new Date(initiated) >= olderThan) continue;
      await this.client.removeIncompleteUpload(this.bucket, key);
      removed += 1;
    }
    return removed;
  }
}

function clientFor(endpoint: string, { region, accessKey, secretKey }: S3StoreOptions): Client {
  const { protocol, hostname, port, pathname } = new URL(endpoint);
  if (pathname !== '/') throw new Error(`the address of the file store may not have a path: ${endpoint}`);
  const useSSL = protocol === 'https:';
  return new Client({
    partSize: PART_BYTES,
    endPoint: hostname,
    port: port === '' ? (useSSL ? 443 : 80) : Number(port),
    useSSL,
    region,
    accessKey,
    secretKey,
    pathStyle: true,
  });
}
