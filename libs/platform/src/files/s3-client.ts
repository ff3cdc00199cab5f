import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { Client } from 'minio';

export interface S3Access {
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** How much of a stream whose length nobody knows is held before it is sent on. */
const STREAM_PART_BYTES = 8 * 1024 * 1024;

/** Statuses at which the client throws before it has read the answer. */
const LEFT_UNREAD = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

export interface UnfinishedUpload {
  readonly key: string;
  readonly uploadId: string;
  readonly initiated: Date | string;
}

/** The client with what it keeps to itself: the parts of an upload. */
export class S3Client extends Client {
  partsOf(bucket: string, key: string, uploadId: string): Promise<{ part: number; etag: string; size: number }[]> {
    return this.listParts(bucket, key, uploadId);
  }

  /** Uploads that were begun. The client's own list asks for the parts of each, and ends where one of them is over meanwhile. */
  async *unfinished(bucket: string): AsyncGenerator<UnfinishedUpload> {
    for (let [key, upload] = ['', '']; ;) {
      const page = await this.listIncompleteUploadsQuery(bucket, '', key, upload, '');
      yield* page.uploads;
      if (!page.isTruncated) return;
      [key, upload] = [page.nextKeyMarker, page.nextUploadIdMarker];
    }
  }
}

/** `silentMs`: how long a server may say nothing before its connection is cut; the library itself would wait for ever. */
export function clientFor(endpoint: string, access: S3Access, silentMs: number): S3Client {
  const { protocol, hostname, port, pathname } = new URL(endpoint);
  if (pathname !== '/') throw new Error(`the address of the file store may not have a path: ${endpoint}`);
  const useSSL = protocol === 'https:';
  return new S3Client({
    ...access,
    partSize: STREAM_PART_BYTES,
    endPoint: hostname,
    port: port === '' ? (useSSL ? 443 : 80) : Number(port),
    useSSL,
    pathStyle: true,
    // What is tried again is decided by whoever asks; a stream could not be sent a second time anyway.
    retryOptions: { disableRetry: true },
    transport: { request: cutWhenSilent(useSSL ? https : http, silentMs) },
  });
}

function cutWhenSilent(transport: typeof http | typeof https, ms: number): typeof http.request {
  return ((options: http.RequestOptions, answered: (response: http.IncomingMessage) => void) => {
    const request = transport.request(options, (response) => {
      // Content is read at the pace of whoever reads it, and watched there.
      if (options.method === 'GET' && !options.path?.includes('?')) request.setTimeout(0);
      // Else the connection would stay in use.
      if (LEFT_UNREAD.has(response.statusCode ?? 0)) response.resume();
      answered(response);
    });
    return request.setTimeout(ms, () => {
      request.destroy(Object.assign(new Error('the store says nothing'), { code: 'ETIMEDOUT' }));
    });
  }) as typeof http.request;
}

/** A `PUT` of exactly so many bytes to a part of a multipart upload. */
export interface PartAddress {
  readonly endpoint: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
  readonly size: number;
  readonly expiresInSeconds: number;
  readonly at: Date;
}

/**
 * Signs by AWS Signature Version 4, query parameters. Written out because the client's own signer leaves `Content-Length` out of what it
 * signs; with it a body of another length has another signature and is refused by the store.
 */
export function signPartAddress(order: PartAddress, { region, accessKey, secretKey }: S3Access): string {
  const moment = order.at.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = moment.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const query = canonicalQuery({
    ...order.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKey}/${scope}`,
    'X-Amz-Date': moment,
    'X-Amz-Expires': String(order.expiresInSeconds),
    'X-Amz-SignedHeaders': 'content-length;host',
  });
  const { origin, host } = new URL(order.endpoint);
  const path = `/${order.bucket}/${order.key}`;
  const headers = [`content-length:${String(order.size)}`, `host:${host}`, ''];
  const request = ['PUT', path, query, ...headers, 'content-length;host', 'UNSIGNED-PAYLOAD'].join('\n');
  const said = ['AWS4-HMAC-SHA256', moment, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secretKey}`);
  return `${origin}${path}?${query}&X-Amz-Signature=${hmac(key, said).toString('hex')}`;
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function canonicalQuery(values: Readonly<Record<string, string>>): string {
  return Object.keys(values)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(values[name] ?? '').replace(/[!'()*]/g, percent)}`)
    .join('&');
}

/** What AWS escapes and `encodeURIComponent` leaves. */
function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
