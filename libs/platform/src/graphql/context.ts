import Negotiator from 'negotiator';
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
  /** Somebody for whom a job runs, with the rights that they have now; null where they have no account any more. */
  abstract personNow(personId: string, locale: Locale): Promise<Actor | null>;
}

const LANGUAGES: readonly Locale[] = ['vi', 'en'];

/** The language a request asks for, the one it prefers where it names both; null where it names neither. */
export function askedLocale({ headers }: Pick<FastifyRequest, 'headers'>): Locale | null {
  const asked = headers['accept-language'];
  if (asked === undefined) return null;
  const [preferred] = new Negotiator({ headers: { 'accept-language': asked } }).languages([...LANGUAGES]);
  return LANGUAGES.find((locale) => locale === preferred) ?? null;
}

/** Vietnamese unless the request prefers English. */
export function localeOf(request: Pick<FastifyRequest, 'headers'>): Locale {
  return askedLocale(request) ?? 'vi';
}
