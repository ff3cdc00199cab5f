/*
 * One PostgreSQL of our own, from the binaries that npm brings: for `npm start` and for a run of the tests.
 * This file and all that it imports have only erasable syntax, because the set-up of the tests runs them as they stand, before any build.
 */
import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startGuard } from './guard.js';
import { type EmbeddedPostgresOrder, SUPERUSER, createCluster, reachableBinaries } from './postgres-cluster.js';
import { freePort, startServer, stopLeftover, stopServer } from './postgres-server.js';

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

export function connectionUrl(folder: string, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${readFileSync(join(folder, 'password'), 'utf8').trim()}@127.0.0.1:${String(port)}/${database}`;
}
