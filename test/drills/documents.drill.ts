import { type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { NODE_FLAGS } from '../../apps/launcher/src/program.js';
import { markMigrated } from '../support/database.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { build, freePort, isWell, post, run } from '../support/server.js';

const DOCUMENTS = Number(process.env.DOCUMENTS ?? 50_000);
const SENDERS = 16;
const MOST_MB = 400;

let contest: RunningContest;
let api: ChildProcess;
let origin: string;

beforeAll(async () => {
  build();
  contest = await startContest();
  await markMigrated(contest.databaseUrl);
  const port = String(await freePort());
  origin = `http://127.0.0.1:${port}`;
  api = run(
    'server/main.js',
    {
      DATABASE_URL: contest.databaseUrl,
      APP_SECRET: contest.config.secret,
      DATA_DIR: contest.config.dataDir,
      HOST: '127.0.0.1',
      PORT: port,
      WORKER: '0',
      LOG_LEVEL: 'silent',
      ANONYMOUS_COST: '0',
      ANONYMOUS_COST_TOTAL: '0',
    },
    [],
    NODE_FLAGS,
  );
  api.stdout?.resume();
  api.stderr?.resume();
  await isWell(origin, api);
}, 120_000);

afterAll(async () => {
  api.kill('SIGKILL');
  await contest.stop();
});

/** The most that the process ever had in memory, in MB. */
const peak = (): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(api.pid)}/status`, 'utf8'))?.[1]) / 1024;

test(`${String(DOCUMENTS)} distinct documents of nobody's, without limits, leave the server under ${String(MOST_MB)} MB`, async () => {
  let sent = 0;
  const wrong: unknown[] = [];
  const sender = async (): Promise<void> => {
    for (let n = sent++; n < DOCUMENTS; n = sent++) {
      const { data } = await post(
        origin,
        {},
        { query: `query Q${String(n)} { a${String(n)}: publicContests(first: 1) { totalCount edges { node { id } } } }` },
      );
      if (data?.[`a${String(n)}`]?.totalCount !== 0) wrong.push(data);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  process.stdout.write(`${String(DOCUMENTS)} documents; at most ${String(Math.round(peak()))} MB\n`);

  expect(wrong).toEqual([]);
  expect(peak()).toBeLessThan(MOST_MB);
});
