import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, fchownSync, openSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
import { ENVIRONMENT, type EmbeddedPostgresOrder } from './postgres-cluster.js';

/** Where the server on this folder listens, if one runs. */
export function runningPort(folder: string): number | undefined {
  const lock = join(folder, 'cluster', 'postmaster.pid');
  const [pid, , , port] = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
  return pid && port && servesFolder(Number(pid), folder) ? Number(port) : undefined;
}

/** A server that outlived its launcher is asked to end; a lock file whose process is gone, or is another program by now, is removed. */
export async function stopLeftover(folder: string): Promise<boolean> {
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
export async function startServer(
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
  // A file of its own: backends that a killed server left behind still write to the one before, over what this one says.
  rmSync(join(folder, 'postgres.log'), { force: true });
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

export async function stopServer(server: ChildProcess): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.ref();
    const gone = once(server, 'exit');
    server.kill(signal);
    await Promise.race([gone, pause(30_000, undefined, { ref: false })]);
  }
}

export function freePort(): Promise<number> {
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
