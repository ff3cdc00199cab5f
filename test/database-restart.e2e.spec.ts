import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { sql } from 'kysely';
import { verifyAudit } from '#lib/platform';
import { timed } from './drills/database-drills.js';
import { type Load, answeredAfter, underLoad } from './drills/load.js';
import { type OwnPostgres, startOwnPostgres } from './drills/own-postgres.js';
import { aContest } from './support/contests.js';
import { aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor, texts } from './support/initiatives.js';

const DRAFT =
  'mutation ($input: DraftInitiativeInput!) { draftInitiative(input: $input) { __typename ... on Initiative { id } ... on Refusal { code } } }';
/** `npm run drills` restarts it ten times. */
const RESTARTS = Number(process.env.RESTARTS ?? 3);
const SENDERS = 8;

const shared = process.env.TEST_PG_URL;
let postgres: OwnPostgres;
let contest: RunningContest;
let submitter: Client;
let input: Record<string, unknown>;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  process.env.TEST_PG_URL = postgres.url;
  contest = await startContest('2026-03-02T02:00:00Z', {
    DATABASE_POOL: '4',
    DATABASE_CONNECTION_SECONDS: '2',
    DATABASE_STATEMENT_SECONDS: '1',
  });
  const district = await aDistrict(contest);
  const year = await aContest(contest, district);
  submitter = await contest.as(district.people.submitter);
  const authors = soleAuthor(district.people.submitter);
  input = { ...texts, contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, authors };
}, 120_000);

afterAll(async () => {
  await contest.stop();
  await postgres.stop();
  process.env.TEST_PG_URL = shared;
});

/** Drafts, each under a key of its own; the ids of those that were acknowledged. */
function drafting(acknowledged: string[]): Load {
  return underLoad(SENDERS, async (sender, time) => {
    const clientMutationId = `draft-${String(performance.now())}-${String(sender)}-${String(time)}`;
    const { data, errors } = await submitter.send(DRAFT, { input: { ...input, clientMutationId } });
    const outcome = data?.draftInitiative;
    if (outcome?.__typename === 'Initiative') acknowledged.push(outcome.id as string);
    return outcome?.__typename === 'Initiative' ? null : ((outcome?.code ?? errors?.[0]?.extensions.code) as string);
  });
}

test('PostgreSQL is restarted under load, again and again, and each time the server answers within five seconds, with nothing acknowledged lost', async () => {
  const acknowledged: string[] = [];
  const took: number[] = [];
  const load = drafting(acknowledged);
  for (let time = 0; time < RESTARTS; time += 1) {
    await pause(300);
    await postgres.restart();
    took.push(Math.round(await answeredAfter(load, performance.now())));
    expect(took.at(-1)).toBeLessThan(5000);
  }
  await load.stop();
  if (process.env.RESTARTS) process.stdout.write(`${String(RESTARTS)} restarts; answered again after ${took.join(', ')} ms\n`);

  const { rows } = await sql<{ id: string }>`select id from initiative`.execute(contest.em().getKysely());
  const there = new Set(rows.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(RESTARTS);
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  expect(load.refused.filter((code) => code !== 'BUSY' && code !== 'OUTCOME_UNKNOWN')).toEqual([]);
  expect((await verifyAudit(contest.em().getKysely() as never, null)).fault).toBeNull();
}, 240_000);

test('while PostgreSQL is stopped the server lives, is not ready and says that it is busy, and answers within five seconds once it is back', async () => {
  const status = async (path: string) => (await request(contest.app.getHttpServer()).get(path)).status;
  await postgres.halt();
  const { errors } = await submitter.send(DRAFT, { input });
  const stopped = [errors?.[0]?.extensions.code, await status('/health'), await status('/ready')];
  await postgres.resume();

  expect(stopped).toEqual(['BUSY', 200, 503]);
  const load = drafting([]);
  expect(await answeredAfter(load, performance.now())).toBeLessThan(5000);
  await load.stop();
  await pause(3200);
  expect(await status('/ready')).toBe(200);
}, 60_000);

test('a PostgreSQL that hangs and lets nobody go makes nobody wait without end, and is used again once it goes on', async () => {
  postgres.freeze();
  const replies = await Promise.all(Array.from({ length: 12 }, () => timed(() => submitter.send(DRAFT, { input }))));
  const health = await timed(() => request(contest.app.getHttpServer()).get('/health'));
  postgres.thaw();

  expect(health.result.status).toBe(200);
  expect(health.ms).toBeLessThan(500);
  expect(Math.max(...replies.map(({ ms }) => ms))).toBeLessThan(15_000);
  expect(new Set(replies.map(({ result }) => result.errors?.[0]?.extensions.code as string))).toEqual(new Set(['BUSY']));
  const load = drafting([]);
  expect(await answeredAfter(load, performance.now())).toBeLessThan(5000);
  await load.stop();
}, 60_000);
