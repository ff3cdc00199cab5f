import fc from 'fast-check';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { setTimeout as pause } from 'node:timers/promises';
import { hide } from './support/hide.js';
import { HIDDEN_CHANGES } from './support/hidden.js';
import { FIRST, LookersOn } from './support/lookers-on.js';
import { type LookingOn, lookOn, streamOf } from './support/looking-on.js';
import { subscriptionsOf } from './support/operations.js';
import { othersAct } from './support/others-act.js';

/** Longer than anything that was told takes to arrive. */
const ARRIVES_MS = 1500;

interface Watching {
  readonly reader: string;
  readonly subscription: string;
  readonly looking: LookingOn;
}

let met: LookersOn;
const watched: Watching[] = [];

beforeAll(async () => {
  met = await LookersOn.meet();
  await met.contest.drain();
  const subscriptions = subscriptionsOf(met.contest.get(GraphQLSchemaHost).schema);
  // Who is not signed in has no stream.
  for (const [reader, { id }] of met.readers) {
    if (!id) continue;
    const headers = await met.contest.headersOf(id);
    for (const one of subscriptions) {
      const looking = lookOn([streamOf(met.contest.app)], headers, one.document, met.variablesFor(one, FIRST));
      watched.push({ reader, subscription: one.name, looking });
    }
  }
  await Promise.all(watched.map(({ looking }) => looking.until(1)));
}, 120_000);
afterAll(async () => {
  for (const { looking } of watched) looking.stop();
  await met.contest.stop();
});

/** Everything that anybody looks on at is asked anew, whether or not something became of it. */
async function askAnew(): Promise<void> {
  const { contest, contests, people, judging, deliberation } = met;
  const rounds = [...judging.rounds, ...deliberation.rounds];
  const topics = [...contests.map((id) => `contest:${id}`), ...rounds.map((id) => `round:${id}`), ...people.map((id) => `person:${id}`)];
  for (const topic of topics) await contest.em().getConnection().execute(`select pg_notify('live', ?)`, [topic]);
}

/** Who was told something meanwhile, by which subscription, and what: of the content, and that there was a moment. */
async function toldBy(change: () => Promise<unknown>, shownTo: readonly string[] = []): Promise<string[]> {
  const before = watched.map(({ looking }) => looking.told.length);
  await change();
  await askAnew();
  await pause(ARRIVES_MS);
  return watched.flatMap(({ reader, subscription, looking }, at) =>
    shownTo.includes(reader)
      ? []
      : looking.told.slice(before[at]).map((told) => `${reader}: ${subscription} ${JSON.stringify(told).slice(0, 400)}`),
  );
}

test('those who look on are told something at first, and again when it is for them', async () => {
  const first = (reader: string, subscription: string) =>
    JSON.stringify(watched.find((one) => one.reader === reader && one.subscription === subscription)?.looking.told[0]);
  expect(first('judge', 'awaiting')).toContain('cardSign');
  expect(first('judge', 'round')).toContain('"state":"OPEN"');
  const judge = met.readers.get('judge')!.id!;
  const told = await toldBy(() =>
    met.contest.em().getConnection().execute(`update notice set read_at = now() where person_id = ? and read_at is null`, [judge]),
  );
  expect([...new Set(told.map((one) => one.split(' ', 2).join(' ')))]).toEqual(['judge: myNotices']);
});

test('nobody is told anything, nor that there was a moment, when others act in the judging', async () => {
  expect(await toldBy(() => othersAct(met))).toEqual([]);
}, 60_000);

const hidden = fc.record({ at: fc.nat({ max: HIDDEN_CHANGES.length - 1 }), seed: fc.nat({ max: 1000 }) });

test('nor when anything that is hidden changes, and all is asked anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hidden, { minLength: 4, maxLength: 12 }), async (list) => {
      const shownTo = list.flatMap(({ at }) => HIDDEN_CHANGES[at]?.shownTo ?? []);
      expect(await toldBy(() => hide(met, list), shownTo)).toEqual([]);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);
