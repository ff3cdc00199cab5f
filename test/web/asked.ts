import { type Page, type Request } from 'playwright-core';

/** What the frame around every page asks for, once as long as one works: who one is, which contests there are, what the bell shows. */
const FRAME = ['Me', 'ContestsToWorkOn', 'Awaiting', 'MyNotices'];

/** A page is asked for in one request, in two where the second depends on what was chosen or found. */
export const MOST_QUESTIONS = 2;

export interface Asking {
  readonly name: string;
  readonly request: Request;
}

export const namesOf = (asking: readonly Asking[]): string[] => asking.map(({ name }) => name);

/**
 * Hears what a page asks for by itself from now on, by the names of the questions, until it is ended. What looks on (`/graphql/stream`) is no
 * request of its own, and neither are acts, as opening a dossier is.
 */
export function hear(page: Page): { readonly asked: () => Asking[]; readonly end: () => void } {
  const heard: Asking[] = [];
  const onRequest = (request: Request) => {
    const url = new URL(request.url());
    if (url.pathname !== '/graphql') return;
    const { operationName, query = 'query' } = (request.postDataJSON() ?? {}) as { operationName?: string; query?: string };
    if (query.trimStart().startsWith('mutation')) return;
    heard.push({ name: operationName ?? url.searchParams.get('operationName') ?? '?', request });
  };
  page.on('request', onRequest);
  return {
    asked: () => heard.filter(({ name }) => !FRAME.includes(name)),
    end: () => {
      page.off('request', onRequest);
    },
  };
}
