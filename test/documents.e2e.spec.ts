import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#lib/platform';
import { NODE_FLAGS } from '../apps/launcher/src/program.js';
import { entities } from '../apps/api/src/libraries.js';
import { type TestDatabase, createEmptyDatabase } from './support/database.js';
import { build, freePort, isWell, post, run } from './support/server.js';

/** How many distinct documents are sent. `DOCUMENTS=50000` is the long form, a drill of a few minutes. */
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 2000);
const AT_ONCE = 16;
/** What the process may have resident at the end, in megabytes. */
const MOST = 400;

let database: TestDatabase;
let dataDir: string;
let server: ChildProcess;
let origin: string;

beforeAll(async () => {
  build();
  database = await createEmptyDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'documents-'));
  await migrate(entities, database.url);
  const port = await freePort();
  origin = `http://127.0.0.1:${String(port)}`;
  const environment = {
    DATABASE_URL: database.url,
    APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    WORKER: '0',
    LOG_LEVEL: 'silent',
    ANONYMOUS_COST: '0',
    ANONYMOUS_COST_TOTAL: '0',
  };
  // As `npm start` and the images run it.
  server = run('server/main.js', environment, [], NODE_FLAGS);
  server.stdout?.resume();
  server.stderr?.resume();
  await isWell(origin, server);
}, 120_000);

afterAll(async () => {
  if (server.exitCode === null) {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const documentOf = (n: number) =>
  `query Q${String(n)} { publicContests(first: 5) { totalCount edges { cursor node { id year titleVi titleEn phase } } pageInfo { hasNextPage endCursor } } x${String(n)}: winners(first: 1) { totalCount edges { node { contest { year } tier { nameVi } initiative { title } unit { nameVi } } } } }`;

const resident = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(server.pid)}/status`, 'utf8'))?.[1]) / 1024;

async function send(from: number, to: number): Promise<void> {
  let next = from;
  const client = async () => {
    for (let n = next++; n < to; n = next++) {
      // Twice, so that each is compiled.
      for (let time = 0; time < 2; time += 1) {
        const { data } = await post(origin, {}, { query: documentOf(n) });
        if (!data) throw new Error(`Document ${String(n)} was not answered`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
}

test(
  `${String(DOCUMENTS)} distinct documents from nobody leave the server small`,
  async () => {
    await send(0, DOCUMENTS / 2);
    const half = resident();
    await send(DOCUMENTS / 2, DOCUMENTS);

    expect(resident()).toBeLessThan(MOST);
    expect(resident() - half).toBeLessThan(60);
  },
  30 * 60_000,
);
