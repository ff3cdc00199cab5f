import { AsyncLocalStorage } from 'node:async_hooks';
import { type FastifyInstance } from 'fastify';
import { type Locale } from '#lib/kernel';
import { localeOf } from './context.js';

interface Spoken {
  locale: Locale;
}

const spoken = new AsyncLocalStorage<Spoken>();

/** The language in which the request that is being answered is spoken to; Vietnamese where there is none. */
export const spokenLocale = (): Locale => spoken.getStore()?.locale ?? 'vi';

/** Once it is known who asks: their own language, where the request named none. */
export function speak(locale: Locale): void {
  const store = spoken.getStore();
  if (store) store.locale = locale;
}

/** Does something in this language where no request is answered. */
export const spokenAs = <T>(locale: Locale, work: () => T): T => spoken.run({ locale }, work);

/** Lets every request be answered in its language. Twice, since what follows the reading of a body does not follow what began it. */
export function speakAsAsked(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    spoken.run({ locale: localeOf(request) }, done);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    spoken.run({ locale: localeOf(request) }, done);
  });
}
