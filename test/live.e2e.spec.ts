import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { RoleGrant } from '#domain/identity';
import { NoticeService } from '#lib/notice';
import { SYSTEM } from '#lib/kernel';
import { createServer } from '../apps/api/src/server.js';
import { aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aDraft, texts, tell as write } from './support/initiatives.js';
import { SAVE, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { type LookingOn, lookOn, streamOf } from './support/looking-on.js';

let contest: RunningContest;
let district: District;
/** Another process on the same database. */
let other: NestFastifyApplication;
let looking: LookingOn[];

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  other = await createServer(contest.config, contest.clock);
  await other.listen(0, '127.0.0.1');
});
beforeEach(() => {
  looking = [];
});
afterEach(() => {
  for (const one of looking) one.stop();
});
afterAll(async () => {
  await other.close();
  await contest.stop();
});

const NOTICES = 'subscription { myNotices(first: 1) { totalCount edges { node { subject } } } }';

/** Somebody tells the person something, in the first process. */
async function tell(personId: string, subject: string): Promise<void> {
  const wording = { vi: { subject, text: subject }, en: { subject, text: subject } };
  await contest.get(NoticeService).tell(SYSTEM, { people: [personId], kind: 'contest.told', wording, path: '/', dedupeKey: subject });
}

async function follow(personId: string, query: string, variables = {}, urls = [streamOf(other)]): Promise<LookingOn> {
  const one = lookOn(urls, await contest.headersOf(personId), query, variables);
  looking.push(one);
  await one.until(1);
  return one;
}

const put = async (personId: string) => fetch(streamOf(other), { method: 'PUT', headers: await contest.headersOf(personId) });
const withToken = async (personId: string, token: string, init: { method?: string; headers?: Record<string, string>; body?: string }) =>
  fetch(streamOf(other), {
    ...init,
    headers: { ...(await contest.headersOf(personId)), 'x-graphql-event-stream-token': token, ...init.headers },
  });
const post = (query: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, extensions: { operationId: randomUUID() } }),
});

test('rights are asked again at each moment, and who is signed in no more is told so and nothing after', async () => {
  const { organiser } = district.people;
  const judging = await aJudging(contest, district);
  const client = await contest.as(organiser);
  const one = await follow(organiser, 'subscription ($id: ID!) { contest(id: $id) { phase } }', { id: judging.contestId });
  expect(one.told).toEqual([{ data: { contest: { phase: 'JUDGING' } } }]);

  const grants = await contest.em().find(RoleGrant, { person: organiser, role: 'ORGANISER' });
  const run = (statement: string) => contest.em().getConnection().execute(statement);
  await run(`update role_grant set valid_to = '2020-01-01', valid_from = '2019-01-01' where id = '${grants[0]!.id}'`);
  await run(`select pg_notify('live', 'contest:${judging.contestId}')`);
  await one.until(2);
  expect(one.told[1].errors[0].extensions.code).toBe('FORBIDDEN');
  await run(`update role_grant set valid_to = null where id = '${grants[0]!.id}'`);

  const again = await follow(organiser, NOTICES);
  await client.ask('mutation ($input: SignOutInput!) { signOutEverywhere(input: $input) { __typename } }', { input: {} });
  await tell(organiser, 'Sau khi ra');
  await again.until(2);
  expect(again.told[1].errors[0]).toMatchObject({ message: 'Hãy đăng nhập để tiếp tục.', extensions: { code: 'UNAUTHENTICATED' } });
  await tell(organiser, 'Sau khi ra nữa');
  await pause(1500);
  expect(again.told).toHaveLength(2);
});

test.each(['awaiting', 'myJobs', 'myNotices'])('%s that is refused is null with its reason, as in a query', async (list) => {
  const one = await follow(district.people.submitter, `subscription { ${list}(first: 1000) { totalCount } }`);
  expect(one.told).toMatchObject([{ data: { [list]: null }, errors: [{ path: [list], extensions: { code: 'PAGE_SIZE' } }] }]);
});

test('what waits is told anew at once to whoever acted, in whichever process, and not for what is saved while one types', async () => {
  const year = await aContest(contest, district);
  const { submitter } = district.people;
  const client = await contest.as(submitter);
  const one = await follow(submitter, 'subscription { awaiting(first: 1, kinds: [initiativeSubmit]) { totalCount } }');
  const [{ data: before }] = one.told;
  const { id, version } = await aDraft(contest, district, year);
  const began = performance.now();
  const authors = [{ personId: submitter, share: '100', lead: true }];
  const input = { contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, authors, ...texts };
  await write(client, 'draftInitiative', input);
  await one.until(2);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(one.told.at(-1)).toEqual({ data: { awaiting: { totalCount: Number(before.awaiting.totalCount) + 2 } } });
  await write(client, 'saveDraft', { initiativeId: id, version, title: 'Tên khác' });
  await pause(1500);
  expect(one.told).toHaveLength(2);
});

test('nothing is told to anybody when a judge only drafts marks', async () => {
  const judging = await aJudging(contest, district);
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const { organiser, leader } = district.people;
  const readers = [organiser, leader, judging.judges[1]!];
  const lookers = [];
  for (const personId of readers)
    lookers.push(
      await follow(personId, 'subscription ($id: ID!) { round(id: $id) { state whyNotClose { code } progress { signed due } } }', {
        id: roundId,
      }),
    );
  const before = lookers.map(({ told }) => [...told]);
  expect(before[0]).toEqual([
    { data: { round: { state: 'OPEN', whyNotClose: { code: 'ROUND_INCOMPLETE' }, progress: { signed: 0, due: expect.any(Number) } } } },
  ]);

  const judge = await contest.as(judging.judges[0]!);
  const [card] = await attestedCards(judge, roundId);
  await judge.ask(SAVE, { input: { scorecardId: card!.id, version: card!.version, marks: marksOf('1', '2', '3') } });
  await contest.em().getConnection().execute(`select pg_notify('live', 'round:${roundId}')`);
  await pause(1500);
  expect(lookers.map(({ told }) => told)).toEqual(before);
});

test('a stream is its person’s alone, looks on only, and nobody opens more than some', async () => {
  const { submitter, leader } = district.people;
  expect((await fetch(streamOf(other), { method: 'PUT' })).status).toBe(401);
  const token = await (await put(submitter)).text();

  const taken = await withToken(leader, token, { headers: { accept: 'text/event-stream' } });
  const unnamed = await withToken(submitter, 'of-nobody', post(NOTICES));
  const acting = await withToken(submitter, token, post('mutation { signOutEverywhere(input: {}) { __typename } }'));
  const unknown = await withToken(submitter, token, post('subscription { standings }'));
  const replies = await Promise.all(
    [taken, unnamed, acting, unknown].map(async (reply) => [reply.status, ((await reply.json()) as any).errors[0].extensions.code]),
  );
  expect(replies).toEqual([
    [404, 'STREAM_GONE'],
    [404, 'STREAM_GONE'],
    [400, 'STREAM_LOOKS_ONLY'],
    [400, 'GRAPHQL_VALIDATION_FAILED'],
  ]);

  const more = await Promise.all(Array.from({ length: 20 }, async () => (await put(submitter)).status));
  expect(more.sort()).toEqual([...Array<number>(19).fill(201), 429]);
  const elsewhere = await (await contest.as(submitter)).send(NOTICES);
  expect(elsewhere.errors?.[0]?.extensions.code).toBe('SUBSCRIPTION_ELSEWHERE');
});

test('a null where none may be is a fault of who sent it, as in a query', async () => {
  const one = await follow(district.people.leader, 'subscription ($id: ID!) { job(id: $id) { state } }', { id: null });

  expect(one.told[0].errors.map(({ extensions }: any) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('a job is followed from its waiting to its end', async () => {
  const judging = await aJudging(contest, district);
  const organiser = await contest.as(district.people.organiser);
  const job = await organiser.ask('mutation ($input: ProposeAssignmentInput!) { proposeAssignment(input: $input) { ... on Job { id } } }', {
    input: { roundId: judging.rounds[0] },
  });
  const one = await follow(district.people.organiser, 'subscription ($id: ID!) { job(id: $id) { state } }', { id: job.id });
  expect(one.told).toEqual([{ data: { job: { state: 'QUEUED' } } }]);
  await contest.drain();
  await one.untilLast({ data: { job: { state: 'DONE' } } });
});
