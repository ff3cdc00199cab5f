import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '#lib/platform';
import { createServer } from '../../api/src/server.js';
import { NODE_ENVIRONMENT, NODE_FLAGS, SERVER } from '../../launcher/src/program.js';
import { SECRET } from './cursors.js';
import { tokenOf } from './data/ids.js';
import { type Workspace } from './workspace.js';

const POOL = 10;
const UP_MS = 60_000;
/** What Linux counts in, on every machine that Node runs on. */
const TICK_MS = 10;

export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

export const environment = (databaseUrl: string, dataDir: string, port: number) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: String(POOL),
  APP_SECRET: SECRET,
  DATA_DIR: dataDir,
  PORT: String(port),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  WORKER: '0',
  // One address asks all of it.
  ANONYMOUS_COST: '0',
  ANONYMOUS_COST_TOTAL: '0',
});

/** The application in this process, so that its statements can be recorded. */
export async function application(databaseUrl: string, dataDir: string): Promise<NestFastifyApplication> {
  const app = await createServer(readConfig(environment(databaseUrl, dataDir, 0)));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

export const headersOf = (asker: string | null): Record<string, string> => (asker ? { authorization: `Bearer ${tokenOf(asker)}` } : {});

/** The root field of the application's answer; null where it refused the whole. Throws on a `Refusal`. */
export async function ask(app: NestFastifyApplication, asker: string | null, body: object): Promise<Record<string, unknown> | null> {
  const reply = await app.inject({ method: 'POST', url: '/graphql', headers: headersOf(asker), payload: body });
  const { data, errors } = JSON.parse(reply.body) as { data?: Record<string, unknown> | null; errors?: unknown };
  if (errors !== undefined || !data) return null;
  if (reply.body.includes('"Refusal"')) throw new Error(reply.body.slice(0, 500));
  return Object.values(data)[0] as Record<string, unknown>;
}

/** The application as it is served, in a process of its own. */
export async function startApi(workspace: Workspace, databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [...NODE_FLAGS, join(SERVER, 'main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { NODE_ENV: 'production', ...NODE_ENVIRONMENT, ...environment(databaseUrl, workspace.folder, port), ...more },
  });
  workspace.children.push(child);
  const url = `http://127.0.0.1:${String(port)}`;
  for (let waited = 0; waited < UP_MS; waited += 50) {
    const up = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url: `${url}/graphql`, process: child };
    await pause(50);
  }
  throw new Error('The server did not come up');
}

/** A bare server that is told what to do in a file, and says its port. */
export async function startBare(workspace: Workspace, program: string, plan: object): Promise<Server> {
  const file = join(workspace.folder, `${program.replaceAll('/', '-')}.json`);
  writeFileSync(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [join(import.meta.dirname, `${program}.js`), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  workspace.children.push(child);
  const { value } = (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()) as { value?: string };
  return { url: `http://127.0.0.1:${value ?? ''}`, process: child };
}

export const memoryOf = ({ process: { pid } }: Server, what: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** From here on `VmHWM` is the most since then. */
export const forgetPeak = ({ process: { pid } }: Server): void => {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, '5');
};

/** Milliseconds of the processors that it has used until now: they tell less of what runs beside it than the time on the wall. */
export function processorMsOf({ process: { pid } }: Server): number {
  const [user, system] = (readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * TICK_MS;
}
