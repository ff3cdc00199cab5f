import { setImmediate as turn } from 'node:timers/promises';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { pipe, subscribe } from 'wonka';
import { overtakenExchange } from '../../apps/web/src/api/overtaken.js';

const READ = 'query { card { __typename state } }';
const SAVE = 'mutation { save { __typename state } }';

async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

/** A server whose state stands where its acts left it, and whose answers to questions are held until they are let go. */
function aServer() {
  let state = 'DRAFT';
  const held: (() => void)[] = [];
  const answer = (name: string) =>
    new Response(JSON.stringify({ data: { [name]: { __typename: 'Card', state } } }), { headers: { 'content-type': 'application/json' } });
  const fetch = (_: unknown, order?: RequestInit): Promise<Response> => {
    if ((order?.body as string).includes('mutation')) return Promise.resolve(answer('save'));
    const read = answer('card');
    return new Promise((resolve) => {
      held.push(() => {
        resolve(read);
      });
    });
  };
  const client = new Client({
    url: 'http://contest.test/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch,
    exchanges: [cacheExchange, overtakenExchange, fetchExchange],
  });
  const seen: string[] = [];
  pipe(
    client.query<{ card: { state: string } }>(READ, {}),
    subscribe(({ data }) => seen.push(data?.card.state ?? '')),
  );
  return {
    seen,
    letGo: async (at = 0) => {
      await settled();
      held.splice(at, 1)[0]?.();
      await settled();
    },
    act: async (next: string) => {
      state = next;
      await client.mutation(SAVE, {}).toPromise();
      await settled();
    },
    again: () => {
      pipe(
        client.query(READ, {}, { requestPolicy: 'network-only' }),
        subscribe(() => undefined),
      );
    },
    waiting: () => held.length,
  };
}

test('what was read before an act and comes after it is asked for again', async () => {
  const { seen, letGo, act, waiting } = aServer();
  await letGo();
  await act('SAVED');
  await act('SIGNED');
  await letGo();
  expect(seen.at(-1)).toBe('SAVED');
  await letGo();

  expect(seen.at(-1)).toBe('SIGNED');
  expect(waiting()).toBe(0);
});

test('of two answers to one question the one that was asked for later counts', async () => {
  const { seen, letGo, act, again, waiting } = aServer();
  await letGo();
  await act('SAVED');
  again();
  await act('SIGNED');
  await act('CLOSED');
  again();
  await letGo(1);
  await letGo(1);
  await letGo(0);
  await letGo(0);

  expect(waiting()).toBe(0);
  expect(seen.at(-1)).toBe('CLOSED');
});
