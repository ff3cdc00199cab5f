import { type Readable } from 'node:stream';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Refused } from '#lib/kernel';
import { attachment } from './content-disposition.js';
import { keyOf, refuseByWord, sendContent } from './content-routes.js';
import { type DiskStore } from './disk-store.js';
import { type Refusals } from '../refusals/refusals.js';
import { type PartOf, type SignedQuery } from './url-signer.js';

/** Serves the addresses that the disk store signs: `PUT /files/u/<key>` and `GET /files/d/<key>`. A signature is the only right asked for. */
export function registerDiskStoreRoutes(fastify: FastifyInstance, store: DiskStore, refusals: Refusals): void {
  void fastify.register((scope, _options, done) => {
    // The body is a stream of any type here, and only here.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, parsed) => {
      parsed(null, body);
    });
    refuseByWord(scope, refusals);
    scope.put('/files/u/*', { config: { streamsBody: true } }, (request, reply) => takePart(store, request, reply));
    scope.get('/files/d/*', { exposeHeadRoute: false }, (request, reply) => sendDownload(store, request, reply));
    done();
  });
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
  const headers = {
    'content-type': contentType,
    'content-disposition': attachment(fileName),
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return sendContent({ request, reply }, { store, key, headers });
}
