import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { SystemClock } from '#lib/kernel';
import { Refusals } from '#lib/platform';
import {
  BoundedStore,
  DiskStore,
  type ObjectStore,
  type Part,
  type UploadTry,
  newIncomingKey,
  partsOf,
} from '../../libs/platform/src/files/index.js';
import { s3FromEnvironment } from './rgw.js';

/** What S3 takes for a part that is not the last. */
export const SMALL_PART = 5 * 1024 * 1024;

/** A store that answers over HTTP, and the codes with which it says no. */
export interface Leg {
  readonly store: ObjectStore;
  readonly says: Readonly<Record<'signature' | 'unsigned' | 'expired' | 'length' | 'over' | 'missing' | 'lost', string>>;
  stop(): Promise<void>;
}

const PATIENCE = { callMs: 10_000, stallMs: 10_000 };

/** The disk store behind its own routes, in a folder that goes with it. */
export async function diskLeg(): Promise<Leg & { readonly disk: DiskStore; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  const port = await freePort();
  const disk = new DiskStore({
    folder,
    secret: randomBytes(32).toString('hex'),
    publicUrl: `http://127.0.0.1:${String(port)}`,
    clock: new SystemClock(),
  });
  const store = new BoundedStore(disk, PATIENCE);
  await store.prepare();
  const server = Fastify({ forceCloseConnections: true });
  store.serve(server, new Refusals([]));
  await server.listen({ port, host: '127.0.0.1' });
  return {
    store,
    disk,
    folder,
    says: {
      signature: '403 FILE_URL_INVALID',
      unsigned: '403 FILE_URL_INVALID',
      expired: '403 FILE_URL_EXPIRED',
      length: '400 FILE_PART_FALSE',
      over: '410 FILE_UPLOAD_OVER',
      missing: '404 FILE_NOT_UPLOADED',
      lost: '404 FILE_LOST',
    },
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The S3 store on a real server, or null where there is none. */
export async function s3Leg(): Promise<Leg | null> {
  const s3 = s3FromEnvironment(new SystemClock());
  await s3?.prepare();
  return (
    s3 && {
      store: new BoundedStore(s3, PATIENCE),
      says: {
        signature: '403 SignatureDoesNotMatch',
        unsigned: '403 AccessDenied',
        expired: '403 AccessDenied',
        // The length of the part is signed.
        length: '403 SignatureDoesNotMatch',
        over: '404 NoSuchUpload',
        missing: '404 NoSuchKey',
        lost: '404 NoSuchKey',
      },
      stop: () => Promise.resolve(),
    }
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A place for so many bytes, begun. */
export async function begun({ store }: Pick<Leg, 'store'>, size: number, partSize = SMALL_PART): Promise<UploadTry> {
  const key = newIncomingKey();
  return { key, token: await store.begin(key, 'application/pdf'), size, partSize };
}

export function addressOf({ store }: Pick<Leg, 'store'>, upload: UploadTry, part: Part, expiresInSeconds = 60): Promise<string> {
  return store.presignPart({ upload, part, expiresInSeconds });
}

export const piece = (content: Buffer, { offset, size }: Part): Buffer => content.subarray(offset, offset + size);

/** Sends a body to an address, as a browser does. */
export async function put(url: string, body: Buffer, headers: Record<string, string> = {}): Promise<string> {
  return answerOf(await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers }));
}

/** A whole upload that has come in and was not yet put together. */
export async function arrived(leg: Pick<Leg, 'store'>, content: Buffer, partSize = SMALL_PART): Promise<UploadTry> {
  const upload = await begun(leg, content.length, partSize);
  for (const part of partsOf(upload)) {
    const answer = await put(await addressOf(leg, upload, part), piece(content, part));
    if (answer !== 'OK') throw new Error(answer);
  }
  return upload;
}

/** What the store answered: `OK`, or the status, its code and, where S3 gives one, the reason. */
export async function answerOf(response: Response): Promise<string> {
  const body = await response.text();
  if (response.ok) return 'OK';
  const [, code, reason = ''] = /(?:"code":"|<Code>)(\w+)(?:<\/Code><Message>([^<,]*))?/.exec(body) ?? [];
  return `${String(response.status)} ${code ?? body} ${reason}`.trimEnd();
}

/** How many unfinished uploads and leftovers a sweep of a store alone removed; throws where one could not be. */
export async function swept(store: ObjectStore, olderThan: Date): Promise<number> {
  let removed = 0;
  for await (const step of store.sweepUnfinished(olderThan)) {
    if (step instanceof Error) throw step;
    removed += Number(step);
  }
  return removed;
}

/** The signature that an address carries. */
export function signatureOf(url: string): string {
  const query = new URL(url).searchParams;
  const signature = query.get('s') ?? query.get('X-Amz-Signature');
  if (!signature) throw new Error(`no signature in ${url}`);
  return signature;
}

/** The address with another signature. */
export function forged(url: string): string {
  const signature = signatureOf(url);
  return url.replace(
    signature,
    signature.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')),
  );
}
