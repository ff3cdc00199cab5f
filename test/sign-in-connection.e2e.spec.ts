import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { signIn, someone } from './support/sign-in.js';
import { type Wire, wireTo } from './support/wire.js';

const BUSY = { __typename: 'Refusal', code: 'BUSY', path: null, message: expect.any(String) };

let contest: RunningContest;
let holder: Client;
let email: string;
let wire: Wire;

beforeEach(async () => {
  contest = await startContest(undefined, {}, async (url) => {
    wire = await wireTo(url);
    return wire.url;
  });
  ({ email } = await someone(contest, await aDistrict(contest)));
  holder = new Client({ connectionString: contest.databaseUrl });
  await holder.connect();
});

afterEach(async () => {
  await holder.end();
  await contest.stop();
  await wire.remove();
});

/** A wrong password, so that there are counts, and then nobody else gets at them. */
async function holdTheCounts(): Promise<void> {
  await signIn(contest, email, 'not-the-password');
  await holder.query('begin');
  await holder.query('select from attempt_count for update');
}

async function waiting(): Promise<number[]> {
  for (let i = 0; i < 100; i += 1) {
    const { rows } = await holder.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return rows.map(({ pid }) => pid);
    await pause(10);
  }
  throw new Error('Nobody waits');
}

test('a sign-in whose backend dies while it waits is refused, is safe to repeat, and the server lives', async () => {
  await holdTheCounts();
  const answer = signIn(contest, email);
  for (const pid of await waiting()) await holder.query('select pg_terminate_backend($1)', [pid]);

  expect((await answer).body).toEqual(BUSY);
  await holder.query('rollback');
  expect((await signIn(contest, email)).body.__typename).toBe('Session');
  const { rows } = await holder.query('select count(*)::int as sessions from session');
  expect(rows).toEqual([{ sessions: 1 }]);
});

test('so is one whose connection breaks without a word', async () => {
  await holdTheCounts();
  const answer = signIn(contest, email);
  await waiting();
  wire.cut();

  expect((await answer).body).toEqual(BUSY);
  await holder.query('rollback');
  expect((await signIn(contest, email)).body.__typename).toBe('Session');
});

test('backends that die while nobody uses them are replaced at the next sign-in', async () => {
  await signIn(contest, email, 'not-the-password');
  await holder.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ~ 'commit|attempt_count'`);
  await pause(100);

  expect((await signIn(contest, email)).body.__typename).toBe('Session');
});

test('a sign-in waits two seconds for its counts and no longer, and all that come meanwhile are answered', async () => {
  await holdTheCounts();
  const begun = performance.now();
  const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(contest, email)));

  expect(answers.map(({ body }) => body)).toEqual([BUSY, BUSY, BUSY, BUSY]);
  expect(performance.now() - begun).toBeLessThan(9000);
  await holder.query('rollback');
  expect((await signIn(contest, email)).body.__typename).toBe('Session');
}, 20_000);
