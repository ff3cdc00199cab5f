import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from './cannot-start.js';
import { type DataFolder } from './data-folder.js';
import { type EmbeddedPostgres, connectionUrl, createDatabase, startEmbeddedPostgres } from './embedded-postgres.js';
import { runningPort } from './postgres-server.js';

const NAME = 'sang_kien';
const DRAFT = `${NAME}_draft`;

/** The database for this run, embedded or given. */
export interface Database {
  /** The address to prepare first: a draft where the database is not there yet. */
  readonly url: string;
  readonly recovered: boolean;
  /** True for an embedded database that no start has prepared yet. */
  readonly fresh: boolean;
  /** See the embedded server; called back when the process has ended by itself. */
  guard(pid: number): () => void;
  /** Resolves when the embedded server ends without having been asked to; never for a given one, which others look after. */
  readonly lost: Promise<void>;
  restart(): Promise<void>;
  /** Called when migrations and demo season are in: a draft takes its final name. Returns the address to run on. */
  settle(): Promise<string>;
  stop(): Promise<void>;
}

/** A first start that is broken off while the demo season loads leaves a draft, which the next one begins anew: half a season is never served. */
export async function openEmbedded({ path, account }: DataFolder): Promise<Database> {
  const server = await startEmbeddedPostgres({ folder: join(path, 'postgres'), account });
  try {
    const fresh = !(await hasDatabase(server, NAME));
    if (fresh) {
      await command(server, `drop database if exists ${DRAFT} with (force)`);
      await createDatabase(server, DRAFT);
    }
    return {
      url: server.url(fresh ? DRAFT : NAME),
      recovered: server.recovered,
      fresh,
      guard: (pid) => server.guard(pid),
      get lost() {
        return server.lost;
      },
      restart: () => server.restart(),
      async settle() {
        if (fresh) await command(server, `alter database ${DRAFT} rename to ${NAME}`);
        return server.url(NAME);
      },
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The address of the server that another launcher runs on this folder, if one does. */
export function runningEmbedded({ path }: DataFolder): string | undefined {
  const folder = join(path, 'postgres');
  const port = runningPort(folder);
  return port === undefined ? undefined : connectionUrl(folder, port, NAME);
}

/** Asked for a connection before anything else is, so that a wrong address is one sentence. */
export async function openGiven(url: string): Promise<Database> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', isToldByItsStatement);
    await client.connect();
    await client.end();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = message || code || 'no answer';
    throw new CannotStart(
      `The database that DATABASE_URL names does not answer: ${reason}.`,
      `Cơ sở dữ liệu nêu trong DATABASE_URL không trả lời: ${reason}.`,
    );
  }
  return {
    url,
    recovered: false,
    fresh: false,
    guard: () => () => undefined,
    lost: new Promise(() => undefined),
    restart: () => Promise.resolve(),
    settle: () => Promise.resolve(url),
    stop: () => Promise.resolve(),
  };
}

/** A connection that breaks fails what waits on it, and all that comes after; the event beside that is no news, yet unheard it would end the launcher. */
const isToldByItsStatement = (): void => undefined;

async function hasDatabase(server: EmbeddedPostgres, name: string): Promise<boolean> {
  return (await command(server, `select from pg_database where datname = '${name}'`)) === 1;
}

async function command(server: EmbeddedPostgres, sql: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  client.on('error', isToldByItsStatement);
  await client.connect();
  try {
    return (await client.query(sql)).rowCount;
  } finally {
    await client.end();
  }
}
