import { setImmediate as turn } from 'node:timers/promises';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { pipe, subscribe } from 'wonka';
import { overtakenExchange } from '../../apps/web/src/api/overtaken.js';

const READ = 'query { card { __typename state initiative { __typename title } } }';
const SAVE = 'mutation { save { __typename state } }';
const LOOK = 'mutation { look { __typename text initiative { __typename title } } }';

async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

/** A server whose state stands where its acts left it, and whose answers to questions are held until they are let go. */
function aServer() {
  let state = 'DRAFT';
  const initiative = { __typename: 'InitiativeName', title: 'Một cửa' };
  const held: (() => void)[] = [];
  const saying = (data: object) => new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } });
  const answer = (name: string) => saying({ [name]: { __typename: 'Card', state, initiative } });
  const fetch = (_: unknown, order?: RequestInit): Promise<Response> => {
    const asked = order?.body as string;
    if (asked.includes('look')) return Promise.resolve(saying({ look: { __typename: 'Dossier', text: '', initiative } }));
    if (asked.includes('mutation')) return Promise.resolve(answer('save'));
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
    look: async () => {
      const { data } = await client.mutation<object>(LOOK, {}, { looksOnly: true }).toPromise();
      await settled();
      return data;
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

test('what is written down as looked at overtakes no question, and has none asked again that names the same', async () => {
  const { seen, letGo, look, waiting } = aServer();
  await look();
  await letGo();
  const looked = await look();

  expect(waiting()).toBe(0);
  expect(seen).toEqual(['DRAFT']);
  expect(looked).toEqual({ look: { __typename: 'Dossier', text: '', initiative: { title: 'Một cửa' } } });
});
