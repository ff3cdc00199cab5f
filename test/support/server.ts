import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Reply, type RunningContest } from './harness.js';

export const PROJECT = join(import.meta.dirname, '..', '..');

/** Builds what has changed since the last build; nothing, where the tests are run by their script. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ['apps/launcher/src/build.ts'], { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A built program of the project with this environment and nothing else of ours, in a process group of its own. */
export function run(
  program: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [...flags, join(PROJECT, 'dist', program), ...args], {
    cwd: PROJECT,
    env: { PATH, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * A port that nothing listens on at this moment, below those that the system gives to connections: between here and the start of a server a
 * browser or a client of another test would else take it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const probe = createServer().listen(port, '127.0.0.1');
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

/** Waits until a server answers that it is well; throws where its program has ended. */
export async function isWell(origin: string, program: ChildProcess): Promise<void> {
  while (program.exitCode === null && program.signalCode === null) {
    const well = await fetch(`${origin}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (well) return;
    await pause(50);
  }
  throw new Error(`The server ended with ${String(program.exitCode ?? program.signalCode)}`);
}

/** One GraphQL request to a server process. Rejects where the connection breaks before the whole answer is there. */
export async function post(origin: string, headers: Record<string, string>, body: { query: string; variables?: object }): Promise<Reply> {
  const reply = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await reply.json()) as Reply;
}

/** The api as a process of its own, on the ground of a contest. */
export interface ApiProcess {
  readonly origin: string;
  readonly program: ChildProcess;
}

/** Started and well; its clock is the machine's. */
export async function startApi({ config: { databaseUrl, dataDir, secret } }: RunningContest): Promise<ApiProcess> {
  const port = String(await freePort());
  const program = run('server/main.js', {
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_SECRET: secret },
    ...{ HOST: '127.0.0.1', PORT: port, LOG_LEVEL: 'silent' },
  });
  program.stdout?.resume();
  program.stderr?.resume();
  const origin = `http://127.0.0.1:${port}`;
  await isWell(origin, program);
  return { origin, program };
}

/** Without a word to it; resolves once it is gone. */
export async function killApi({ program }: ApiProcess): Promise<void> {
  if (program.signalCode !== null || program.exitCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}
