import { type FastifyInstance } from 'fastify';

/** From so many characters on it costs less to write a text as bytes of its own than to copy it together with the head of its answer. */
const LONG = 4096;

/** Node puts a text behind the head before it is sent, and copies both for it. */
export function sendLongTextAsBytes(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' && payload.length >= LONG ? Buffer.from(payload) : payload);
  });
}
