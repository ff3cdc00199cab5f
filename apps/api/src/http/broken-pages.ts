import { Logger } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { networkOf } from '#lib/kernel';
import { type Config } from '#lib/platform';

/** What is told of a page that threw. Each part has a form that nothing typed fits: the text of an error may quote what somebody wrote. */
const TOLD = {
  type: 'object',
  required: ['id', 'page', 'error', 'at'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[0-9A-F]{8}$' },
    page: { type: 'string', maxLength: 120, pattern: '^[A-Za-z/$._-]*$' },
    error: { type: 'string', maxLength: 40, pattern: '^[A-Za-z]*$' },
    at: { type: 'array', maxItems: 12, items: { type: 'string', maxLength: 80, pattern: '^[\\w.-]+\\.js:\\d+:\\d+$' } },
  },
} as const;

const LONGEST = 4096;
const WINDOW_MS = 60_000;
const MOST_OF_A_NETWORK = 20;
const MOST_OF_ALL = 200;
const MOST_NETWORKS = 10_000;

/** `POST /broken-pages`: a page that threw is a line of the log under the id that it shows, so that who is told the id finds what broke. */
export function hearOfBrokenPages(fastify: FastifyInstance, { proxies }: Config): void {
  const logger = new Logger('Page');
  const heard = new LRUCache<string, number>({ max: MOST_NETWORKS, ttl: WINDOW_MS, noUpdateTTL: true });
  const isTooMany = (who: string, most: number): boolean => {
    const count = (heard.get(who) ?? 0) + 1;
    heard.set(who, count);
    return count > most;
  };
  fastify.post('/broken-pages', { bodyLimit: LONGEST, schema: { body: TOLD } }, (request, reply) => {
    // Behind a proxy that is not named, all come from its address.
    if (isTooMany('all', MOST_OF_ALL) || (proxies !== null && isTooMany(networkOf(request.ip), MOST_OF_A_NETWORK)))
      return reply.code(429).send();
    const { id, page, error, at } = request.body as { id: string; page: string; error: string; at: string[] };
    logger.error({ id, page, error, at }, `A page broke ${id}`);
    return reply.code(204).send();
  });
}
