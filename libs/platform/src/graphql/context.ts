import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Actor, type Locale } from '#lib/kernel';

/** What a resolver knows of the request. */
export interface GraphqlContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor | null;
  readonly locale: Locale;
}

/** Who sent a request. Filled by `identity`; one statement. */
export abstract class ActorSource {
  abstract actorOf(request: FastifyRequest): Promise<Actor | null>;
}

/** Vietnamese unless the request prefers English. */
export function localeOf(request: FastifyRequest): Locale {
  const wanted = request.headers['accept-language']?.toLowerCase() ?? '';
  const vi = wanted.indexOf('vi');
  const en = wanted.indexOf('en');
  return en >= 0 && (vi < 0 || en < vi) ? 'en' : 'vi';
}
