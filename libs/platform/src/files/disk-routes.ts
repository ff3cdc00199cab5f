import { randomUUID } from 'node:crypto';
import { type Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Refused } from '#lib/kernel';
import { attachment } from './content-disposition.js';
import { storeRefusal } from './bounded-store.js';
import { type DiskStore } from './disk-store.js';
import { localeOf } from '../graphql/context.js';
import { type Refusals } from '../refusals/refusals.js';
import { nothingAt } from './key.js';
import { fileMessages } from './messages.js';
import { type PartOf, type SignedQuery } from './url-signer.js';

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

/** Serves the addresses that the disk store signs: `PUT /files/u/<key>` and `GET /files/d/<key>`. A signature is the only right asked for. */
export function registerDiskStoreRoutes(fastify: FastifyInstance, store: DiskStore, refusals: Refusals): void {
  void fastify.register((scope, _options, done) => {
    // The body is a stream of any type here, and only here.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.setErrorHandler((error, request, reply) => {
      sendRefusal(error, { request, reply, refusals });
    });
    scope.put('/files/u/*', { config: { streamsBody: true } }, (request, reply) => takePart(store, request, reply));
    scope.get('/files/d/*', { exposeHeadRoute: false }, (request, reply) => sendDownload(store, request, reply));
    done();
  });
}

/** A request that cannot be read, or was broken off. */
function isSendersFault(error: unknown): boolean {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return code === 'ECONNRESET' || (statusCode !== undefined && statusCode < 500);
}

async function takePart(store: DiskStore, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const key = keyOf(request);
  const signed = store.signer.readPart(key, request.query as SignedQuery);
  refuseAnotherRange(request, signed);
  const body = request.body as Readable | undefined;
  if (!body) throw partFalse(signed);
  return reply.code(201).send(await store.receivePart(key, signed.part, body));
}

/** What the headers say of the body must be what was signed, so that nothing is taken for what it is not. */
function refuseAnotherRange({ headers }: FastifyRequest, signed: PartOf): void {
  const { offset, size } = signed.part;
  const length = headers['content-length'];
  if (length !== undefined && Number(length) !== size) throw partFalse(signed);
  const range = headers['content-range'];
  const due = `bytes ${String(offset)}-${String(offset + size - 1)}/${String(signed.whole)}`;
  if (range !== undefined && range !== due) throw partFalse(signed);
}

function partFalse({ part: { offset, size } }: PartOf): Refused {
  return new Refused('FILE_PART_FALSE', { offset, size });
}

async function sendDownload(store: DiskStore, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const key = keyOf(request);
  const { contentType, fileName } = store.signer.readDownload(key, request.query as SignedQuery);
  const found = await store.stat(key);
  if (!found) throw nothingAt(key);
  const content = await store.open(key);
  return reply
    .headers({
      'content-type': contentType,
      'content-length': found.size,
      'content-disposition': attachment(fileName),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    .send(content);
}

function keyOf(request: FastifyRequest): string {
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
