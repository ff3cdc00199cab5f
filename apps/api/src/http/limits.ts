import { STATUS_CODES, type Server } from 'node:http';
import { type Socket } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Locale } from '#lib/kernel';
import { type HttpLimits, type Refusals, codeOfStatus, localeOf } from '#lib/platform';
import { type Headers } from './headers.js';

/** An upload, moving all the while, may take so long; and whoever neither reads nor writes for so long is gone. */
const LONGEST_REQUEST_MS = 3_600_000;
const SILENCE_MS = 120_000;

/** What Node ends by itself: heads that do not come, connections without a word. */
export const serverLimits = ({ headersMs, idleMs }: HttpLimits) => ({
  requestTimeout: LONGEST_REQUEST_MS,
  connectionTimeout: SILENCE_MS,
  keepAliveTimeout: idleMs,
  http: {
    headersTimeout: headersMs,
    connectionsCheckingInterval: Math.min(1000, headersMs),
    // Checked by `limitRequests`: Node's own answer would go without the standing headers.
    requireHostHeader: false,
  },
});

interface Limiting {
  readonly limits: HttpLimits;
  readonly refusals: Refusals;
}

/** Ends bodies that do not come, and refuses connections beyond the most. */
export function limitRequests(fastify: FastifyInstance, server: Server, { limits, refusals }: Limiting): void {
  server.maxConnections = limits.connections;
  fastify.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined) {
      void reply
        .code(400)
        .header('connection', 'close')
        .send(bodyOf(400, refusals, localeOf(request)));
      return;
    }
    if (raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length'] ?? 0) > 0)
      watchBody(request, reply, { limits, refusals });
    done();
  });
}

/** A body has a time, a streamed one (`config.streamsBody` of its route) a time from some bytes to the next: it is ended with 408. */
function watchBody(request: FastifyRequest, reply: FastifyReply, { limits: { bodyMs, stallMs }, refusals }: Limiting): void {
  const { raw } = request;
  const { streamsBody = false } = request.routeOptions.config as { streamsBody?: boolean };
  let seen = raw.socket.bytesRead;
  const watch = setInterval(
    () => {
      const { bytesRead } = raw.socket;
      if (streamsBody && bytesRead !== seen) {
        seen = bytesRead;
        return;
      }
      stop();
      if (reply.sent) {
        raw.socket.destroy();
        return;
      }
      void reply.header('connection', 'close');
      // Whoever reads the stream hears of it as of any other break, tidies up and answers; what Fastify reads is answered here.
      if (streamsBody && raw.listenerCount('error') > 0)
        raw.emit('error', Object.assign(new Error('Request Timeout'), { statusCode: 408 }));
      else void reply.code(408).send(bodyOf(408, refusals, localeOf(request)));
    },
    streamsBody ? stallMs : bodyMs,
  );
  watch.unref();
  const stop = () => {
    clearInterval(watch);
  };
  raw.once('end', stop);
  raw.once('close', stop);
}

/** As the other refusals of HTTP. */
function bodyOf(statusCode: number, refusals: Refusals, locale: Locale): object {
  const code = codeOfStatus(statusCode);
  refusals.count(code);
  return { statusCode, error: STATUS_CODES[statusCode], code, message: refusals.message(code, {}, locale) };
}

const CLIENT_STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

interface Answering {
  readonly headers: Headers;
  readonly refusals: Refusals;
}

/**
 * Answers what is no request, or did not come in time, with the same headers as anything else, and ends the connection. Which language it
 * asks for cannot be read.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, { headers, refusals }: Answering): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  // An answer that is on its way already must not be followed by another.
  const answering = (socket as Socket & { _httpMessage?: { headersSent?: boolean } | null })._httpMessage?.headersSent === true;
  if (socket.writable && !answering) {
    const status = CLIENT_STATUS[error.code ?? ''] ?? 400;
    const body = JSON.stringify(bodyOf(status, refusals, 'vi'));
    const lines = {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${head.join('')}\r\n${body}`);
  }
  socket.destroySoon();
}
