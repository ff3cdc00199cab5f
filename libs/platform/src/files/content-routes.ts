import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { storeRefusal } from './bounded-store.js';
import { rangeOf } from './byte-range.js';
import { localeOf } from '../graphql/context.js';
import { type Refusals } from '../refusals/refusals.js';
import { nothingAt } from './key.js';
import { fileMessages } from './messages.js';
import { type ObjectStore } from './object-store.js';

type FileCode = keyof typeof fileMessages;

const STATUS: Readonly<Partial<Record<FileCode, number>>> = {
  FILE_URL_INVALID: 403,
  FILE_URL_EXPIRED: 403,
  FILE_NOT_UPLOADED: 404,
  FILE_LOST: 404,
  FILE_UPLOAD_OVER: 410,
  STORE_BUSY: 503,
  STORE_FULL: 507,
  STORE_UNAVAILABLE: 503,
};

const logger = new Logger('Files');

const isFileCode = (code: string): code is FileCode => Object.hasOwn(fileMessages, code);

/** Has the routes of this scope answer what is refused by its code and its sentence. */
export function refuseByWord(scope: FastifyInstance, refusals: Refusals): void {
  scope.setErrorHandler((error, request, reply) => {
    sendRefusal(error, { request, reply, refusals });
  });
}

/** An object to send, with what is said of it. */
export interface Sent {
  readonly store: Pick<ObjectStore, 'stat' | 'open'>;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends an object, or the one range of it that was asked for. Refuses as `open` does where there is none. */
export async function sendContent(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { store, key, headers }: Sent,
): Promise<unknown> {
  const found = await store.stat(key);
  if (!found) throw nothingAt(key);
  const size = String(found.size);
  const range = rangeOf(request.headers, found.size);
  reply.headers({ ...headers, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
  if (range === 'BEYOND') return reply.code(416).header('content-range', `bytes */${size}`).send();
  if (range === null) return reply.header('content-length', size).send(await store.open(key));
  const { start, end } = range;
  const part = { 'content-range': `bytes ${String(start)}-${String(end)}/${size}`, 'content-length': String(end - start + 1) };
  return reply
    .code(206)
    .headers(part)
    .send(await store.open(key, range));
}

/** A request that cannot be read, or was broken off. */
function isSendersFault(error: unknown): boolean {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return code === 'ECONNRESET' || (statusCode !== undefined && statusCode < 500);
}

export function keyOf(request: FastifyRequest): string {
  return (request.params as { '*': string })['*'];
}

/** Answers a refusal in the language asked for, and what is wrong with the request itself as the server does; of anything else the id alone. */
function sendRefusal(
  error: unknown,
  { request, reply, refusals }: { request: FastifyRequest; reply: FastifyReply; refusals: Refusals },
): void {
  if (isSendersFault(error)) throw error;
  const refused = storeRefusal(error);
  if (!refused || !isFileCode(refused.code)) {
    const id = randomUUID();
    logger.error('Unexpected error', { id, error });
    const message = refusals.message('INTERNAL', { id }, localeOf(request));
    void reply.code(500).header('connection', 'close').send({ code: 'INTERNAL', message, id });
    return;
  }
  const { code, detail } = refused;
  refusals.count(code);
  if (code === 'FILE_LOST') logger.error('A kept file is not in the store', { key: keyOf(request) });
  if (error !== refused) logger.error('The file store did not do what was asked', { code, cause: String(error) });
  const message = refusals.message(code, detail, localeOf(request));
  // What is left of the body is not read, so the connection cannot be used again.
  void reply
    .code(STATUS[code] ?? 400)
    .header('connection', 'close')
    .send({ code, message });
}
