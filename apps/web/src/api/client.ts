import { Client, cacheExchange, fetchExchange, makeOperation, subscriptionExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { type Client as EventClient, createClient as createEventClient } from 'graphql-sse';
import { firstAnswersExchange } from './first-answers';
import { overtakenExchange } from './overtaken';
import { sessionEnds } from './session-end';
import { wholeAnswersExchange } from './whole-answers';
import { requestHeaders } from './wire';

let events: EventClient<true> | undefined;

/** One connection for all that a page watches; it is opened with the first and comes back by itself. */
function eventClient(): EventClient<true> {
  events ??= createEventClient({
    singleConnection: true,
    lazy: true,
    url: '/graphql/stream',
    headers: () => ({ ...requestHeaders() }),
    retryAttempts: Infinity,
    retry: async (retries) => {
      await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1000 * 2 ** Math.min(retries, 5))));
    },
  });
  return events;
}

/** What one watches is another's from now on. */
export function forgetEvents(): void {
  events?.dispose();
  events = undefined;
}

/** Asks and acts. An answer that says the session has ended waits until its person is signed in again, and is asked for anew. */
export function createApiClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: requestHeaders(), credentials: 'same-origin' }),
    exchanges: [
      cacheExchange,
      overtakenExchange,
      firstAnswersExchange,
      authExchange(() =>
        Promise.resolve({
          addAuthToOperation: (operation) =>
            makeOperation(operation.kind, operation, { ...operation.context, session: sessionEnds.current() }),
          didAuthError: ({ graphQLErrors }, { context }) => {
            const ended = sessionEnds.isGuarded() && graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');
            if (ended) sessionEnds.endedUnder(Number(context.session));
            return ended;
          },
          refreshAuth: () => sessionEnds.signedInAgain(),
        }),
      ),
      wholeAnswersExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: eventClient().subscribe(
              { query, variables },
              {
                next: (result) => {
                  sink.next(result as Parameters<typeof sink.next>[0]);
                },
                error: (error) => {
                  sink.error(error);
                },
                complete: () => {
                  sink.complete();
                },
              },
            ),
          }),
        }),
      }),
    ],
  });
}

/** For signing in: it waits for nobody's session. */
export const createPlainClient = (): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: requestHeaders(), credentials: 'same-origin' }),
    exchanges: [wholeAnswersExchange, fetchExchange],
  });
