import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Server, createServer } from 'node:net';
import { mkdtemp, readFile, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoAccounts } from '../prisma-free-schema/seeds/demo-accounts.js';
import { startGuard } from '../apps/launcher/src/guard.js';
import { PROJECT, build, freePort, post, run } from './support/server.js';

const PATIENCE = 150_000;
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const RESULTS = '{ publicContests { edges { node { id } } } }';
/** Where the program was and what called what: never for the person who starts it. */
const STACK = /^\s+at |node:internal/m;

let folder: string;
/** Of those that are refused. */
let otherFolder: string;
let port: number;
/** Somebody else's, on a port of its own. */
let busy: Server;
let busyPort: number;
const started: Launch[] = [];

beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), 'sang-kien-start-'));
  otherFolder = await mkdtemp(join(tmpdir(), 'sang-kien-start-'));
  port = await freePort();
  busyPort = await freePort();
  busy = createServer().listen(busyPort, '127.0.0.1');
  await once(busy, 'listening');
}, PATIENCE);

afterAll(async () => {
  busy.close();
  for (const launch of started) endGroup(launch, 'SIGKILL');
  await Promise.all(started.map(({ end }) => end));
  while ((await leftIn(folder)).length > 0) await pause(100);
  for (const made of [folder, otherFolder]) await rm(made, { recursive: true, force: true });
}, PATIENCE);

/** One run of what `npm start` runs. */
interface Launch {
  readonly program: ChildProcess;
  readonly end: Promise<number | null>;
  readonly said: () => string;
}

function launch(changes: Readonly<Record<string, string>> = {}): Launch {
  const program = run('apps/launcher/src/main.js', { DATA_DIR: folder, PORT: String(port), ...changes });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = once(program, 'exit').then(([code]) => code as number | null);
  const one = { program, end, said: () => said };
  started.push(one);
  return one;
}

/** To the whole group, as a terminal does it. */
function endGroup({ program }: Launch, signal: 'SIGINT' | 'SIGKILL'): void {
  if (program.pid !== undefined && program.exitCode === null && program.signalCode === null) process.kill(-program.pid, signal);
}

async function ready(one: Launch): Promise<void> {
  while (!one.said().includes('Ready at')) {
    if (one.program.exitCode !== null || one.program.signalCode !== null) throw new Error(one.said());
    await pause(50);
  }
}

/** The processes that stand in a folder: the database's. */
async function leftIn(place: string): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const standing = await Promise.all(processes.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return standing.filter((cwd) => cwd.startsWith(place));
}

const listens = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${String(port)}/health`).then(
    () => true,
    () => false,
  );
const origin = () => `http://127.0.0.1:${String(port)}`;
const results = async () => (await post(origin(), {}, { query: RESULTS })).data?.publicContests?.edges;

let published: unknown;

test(
  'the first start loads the demo season and says how to come in, and Ctrl-C leaves nothing running',
  async () => {
    const first = launch();
    await ready(first);
    for (const { role, email, password } of demoAccounts) {
      expect(first.said()).toContain(email);
      const { data } = await post(origin(), {}, { query: SIGN_IN, variables: { input: { email, password } } });
      expect([role, data?.signIn?.__typename]).toEqual([role, 'Session']);
    }
    expect(first.said()).toContain(`http://localhost:${String(port)}`);
    expect(first.said()).toContain('Ctrl-C');
    published = await results();
    expect(published).not.toEqual([]);

    const another = launch({ PORT: String(await freePort()) });
    expect(await another.end).toBe(1);
    expect(another.said()).toContain('running already');
    expect(another.said()).not.toMatch(STACK);

    endGroup(first, 'SIGINT');
    expect(await first.end).toBe(0);
    expect(await leftIn(folder)).toEqual([]);
    expect(await listens()).toBe(false);
  },
  PATIENCE,
);

test(
  'the second start finds the data of the first, and after a kill of the whole group the third recovers by itself',
  async () => {
    const second = launch();
    await ready(second);
    expect(second.said()).not.toContain('Loading the demo season');
    expect(await results()).toEqual(published);
    endGroup(second, 'SIGKILL');
    await second.end;

    const third = launch();
    await ready(third);
    expect(third.said()).toContain('recovered');
    expect(await results()).toEqual(published);
    endGroup(third, 'SIGINT');
    expect(await third.end).toBe(0);
    expect(await leftIn(folder)).toEqual([]);
  },
  PATIENCE,
);

const databaseOf = async (place: string) =>
  Number((await readFile(join(place, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n', 1)[0]);

test(
  'a database that dies while the application serves is started again, and the application answers again',
  async () => {
    const one = launch();
    await ready(one);
    for (let time = 1; time <= 2; time += 1) {
      process.kill(await databaseOf(folder), 'SIGKILL');
      // What it was about to answer while it died may still come.
      const restarts = () => one.said().split('The database ended by itself; it is started again.').length - 1;
      const begun = performance.now();
      while (restarts() < time || (await results().catch(() => undefined)) === undefined) {
        expect(performance.now() - begun).toBeLessThan(30_000);
        await pause(100);
      }
      expect(await results()).toEqual(published);
    }
    endGroup(one, 'SIGINT');
    expect(await one.end).toBe(0);
    expect(await leftIn(folder)).toEqual([]);
  },
  PATIENCE,
);

test(
  'TERM to npm alone, as a supervisor sends it, stops all that it started',
  async () => {
    const npm = spawn('npm', ['start'], { cwd: PROJECT, env: { ...process.env, DATA_DIR: folder, PORT: String(port) }, detached: true });
    let said = '';
    npm.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const end = once(npm, 'exit');
    while (!said.includes('Ready at')) await pause(50);
    expect(await listens()).toBe(true);
    process.kill(npm.pid ?? 0, 'SIGTERM');
    await end;
    while ((await leftIn(folder)).length > 0) await pause(50);
    expect(await listens()).toBe(false);
    expect(said).toContain('Stopped.');
  },
  PATIENCE,
);

test('the guard ends what still runs when it is left alone, and nothing that has ended, whoever has its number now', async () => {
  const [running, released] = [1, 2].map(() => spawn('sleep', ['60']));
  const guard = startGuard(undefined);
  guard.watch(running?.pid ?? 0);
  const over = guard.watch(released?.pid ?? 0);
  over();
  await guard.end();
  expect([running?.signalCode ?? (await once(running!, 'exit'))[1], released?.signalCode]).toEqual(['SIGINT', null]);
  released?.kill();
});

test.each([
  ['a port that is in use', () => ({ PORT: String(busyPort) }), 'in use'],
  ['a port that is none', () => ({ PORT: 'web' }), 'PORT must be a number'],
  ['a folder that cannot be written', () => ({ DATA_DIR: '/proc/sang-kien' }), 'cannot be written'],
  ['a database that does not answer', () => ({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }), 'does not answer'],
])(
  '%s is one sentence in each language and a non-zero exit',
  async (_, changes, sentence) => {
    const refused = launch({ DATA_DIR: otherFolder, PORT: String(await freePort()), ...changes() });
    expect(await refused.end).toBe(1);
    const lines = refused
      .said()
      .split('\n')
      .filter((line) => line !== '');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(sentence);
    expect(refused.said()).not.toMatch(STACK);
  },
  PATIENCE,
);
