import { sql } from 'kysely';
import { Metrics } from '#lib/platform';
import { type RunningContest, startAlone } from './support/harness.js';

let contest: RunningContest;
let url: string;

beforeAll(async () => {
  contest = await startAlone();
  const port = await contest.get(Metrics).listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${String(port)}/metrics`;
});
afterAll(() => contest.stop());

/** The figures that are read, by name and labels. */
async function figures(): Promise<Map<string, number>> {
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]));
}

test('a monitor reads how long answers take, by part of the server and status, and no address', async () => {
  await contest.client().send('{ serverTime }');
  const base = await contest.app.getUrl();
  for (const path of ['/health', '/winners?q=nguyen', '/files/d/0000']) await (await fetch(new URL(path, base))).text();

  const told = [...(await figures()).keys()].filter((name) => name.startsWith('http_request_duration_seconds_count'));
  expect(told.toSorted()).toEqual([
    'http_request_duration_seconds_count{surface="files",status="4xx"}',
    'http_request_duration_seconds_count{surface="graphql",status="2xx"}',
    'http_request_duration_seconds_count{surface="health",status="2xx"}',
    'http_request_duration_seconds_count{surface="pages",status="2xx"}',
  ]);
});

test('a monitor reads what waits and what was given up: events, jobs, mails', async () => {
  await contest.drain();
  const db = contest.em().getKysely();
  await sql`insert into outbox_event (id, type, payload, available_at, attempts, failed_at, last_error)
    select gen_random_uuid(), 'test.nothing', '{}', now() - interval '60 s', 0, case when n = 1 then now() end, 'x' from generate_series(1, 3) n`.execute(
    db,
  );

  const read = await figures();
  const queue = (name: string) => ['waiting', 'failed'].map((what) => read.get(`queue_${name}_${what}`));
  expect({ events: queue('events'), jobs: queue('jobs'), mails: queue('mails') }).toEqual({ events: [2, 1], jobs: [0, 0], mails: [0, 0] });
  expect(read.get('queue_events_oldest_seconds')).toBeGreaterThanOrEqual(60);
  expect(read.get('process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('the port of the figures serves nothing else', async () => {
  expect((await fetch(url.replace('/metrics', '/graphql'))).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});
