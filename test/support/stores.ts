import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { SystemClock } from '#lib/kernel';
import { Refusals } from '#lib/platform';
import { DiskStore, type ObjectStore, type SignedUpload, registerDiskStoreRoutes } from '../../libs/platform/src/files/index.js';
import { s3FromEnvironment } from './rgw.js';

/** A store that answers over HTTP, and the codes with which it says no. */
export interface Leg {
  readonly store: ObjectStore;
  readonly says: Readonly<
    Record<'signature' | 'unsigned' | 'form' | 'key' | 'expired' | 'expiredForm' | 'tooLarge' | 'empty' | 'type' | 'missing', string>
  >;
  stop(): Promise<void>;
}

/** The disk store behind its own routes, in a folder that goes with it. */
export async function diskLeg(): Promise<Leg & { readonly store: DiskStore; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  const port = await freePort();
  const store = new DiskStore({
    folder,
    secret: randomBytes(32).toString('hex'),
    publicUrl: `http://127.0.0.1:${String(port)}`,
    clock: new SystemClock(),
  });
  await store.prepare();
  const server = Fastify({ forceCloseConnections: true });
  registerDiskStoreRoutes(server, store, new Refusals([]));
  await server.listen({ port, host: '127.0.0.1' });
  return {
    store,
    folder,
    says: {
      signature: '403 FILE_URL_INVALID',
      unsigned: '403 FILE_URL_INVALID',
      form: '403 FILE_URL_INVALID',
      key: '403 FILE_URL_INVALID',
      expired: '403 FILE_URL_EXPIRED',
      expiredForm: '403 FILE_URL_EXPIRED',
      tooLarge: '413 FILE_TOO_LARGE',
      empty: '400 FILE_EMPTY',
      type: '415 FILE_TYPE_FALSE',
      missing: '404 FILE_NOT_UPLOADED',
    },
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The S3 store on a real server, or null where there is none. */
export async function s3Leg(): Promise<Leg | null> {
  const store = s3FromEnvironment(new SystemClock());
  await store?.prepare();
  return (
    store && {
      store,
      says: {
        signature: '403 SignatureDoesNotMatch',
        unsigned: '403 AccessDenied',
        // A form whose signature is not that of its policy.
        form: '403 AccessDenied',
        key: '403 AccessDenied Policy condition failed: eq: $key',
        expired: '403 AccessDenied',
        expiredForm: '403 AccessDenied Policy expired',
        tooLarge: '400 EntityTooLarge',
        empty: '400 EntityTooSmall',
        type: '403 AccessDenied Policy condition failed: eq: $Content-Type',
        missing: '404 NoSuchKey',
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

/** Sends the file as a browser does, with what `tampered` changes in the leave. */
export async function send(signed: SignedUpload, content: Buffer, tampered: Partial<SignedUpload> = {}): Promise<string> {
  const { method, url, headers, fields } = { ...signed, ...tampered };
  const response = await fetch(url, { method, headers, body: method === 'PUT' ? new Uint8Array(content) : aForm(fields, content) });
  return answerOf(response);
}

/** What the store answered: `OK`, or the status, its code and, where S3 gives one, the reason. */
export async function answerOf(response: Response): Promise<string> {
  const body = await response.text();
  if (response.ok) return 'OK';
  const [, code, reason = ''] = /(?:"code":"|<Code>)(\w+)(?:<\/Code><Message>([^<,]*))?/.exec(body) ?? [];
  return `${String(response.status)} ${code ?? body} ${reason}`.trimEnd();
}

function aForm(fields: SignedUpload['fields'], content: Buffer): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(content)], fields['Content-Type'] ? { type: fields['Content-Type'] } : {}), 'file');
  return form;
}

/** The leave with `from` turned into `to` wherever it stands: address, headers, form. */
export function tamper(signed: SignedUpload, from: string, to: string): Partial<SignedUpload> {
  const change = (text: string): string => text.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to));
  const changeAll = (record: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
  return { url: change(signed.url), headers: changeAll(signed.headers), fields: changeAll(signed.fields) };
}

/** The signature that the leave, or an address, carries. */
export function signatureOf(signed: Pick<SignedUpload, 'url' | 'fields'>): string {
  const query = new URL(signed.url).searchParams;
  const signature = signed.fields['x-amz-signature'] ?? query.get('s') ?? query.get('X-Amz-Signature');
  if (!signature) throw new Error(`no signature in ${signed.url}`);
  return signature;
}
