import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Quick rather than small: somebody waits for it. */
const QUALITY = 4;

/** A page that is put together for each request, as its browser takes it. It holds no secret that a compressed length could give away. */
export async function sendCompressed(request: FastifyRequest, reply: FastifyReply, page: string): Promise<FastifyReply> {
  const encoding = new Negotiator(request.raw).encoding(['br', 'gzip', 'identity']);
  reply.header('vary', 'accept-encoding');
  if (encoding === 'br')
    return reply.header('content-encoding', 'br').send(await brotli(page, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
  if (encoding === 'gzip') return reply.header('content-encoding', 'gzip').send(await zip(page));
  return reply.send(page);
}
