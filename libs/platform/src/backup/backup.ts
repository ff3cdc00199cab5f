import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Refused } from '#lib/kernel';
import { executedMigrations, migrationFiles } from '../database/migration-files.js';
import { keptKey } from '../files/key.js';
import { type ObjectStore } from '../files/object-store.js';
import { keepFromRunning } from '../worker/schedule-leases.js';
import {
  type BackupManifest,
  FORMAT,
  type FileLine,
  Measure,
  type SequenceState,
  type TableCopy,
  inBackup,
  secretId,
  tablesOf,
} from './format.js';

export interface BackupOrder {
  readonly databaseUrl: string;
  readonly store: ObjectStore;
  /** New or empty. */
  readonly folder: string;
  readonly secret: string;
  /** Whether the secret lies in the folder too; else only its hash. */
  readonly withSecret: boolean;
}

/** What was copied, and the files whose bytes the store did not have or had otherwise: `sha256` of each. */
export interface BackupReport extends BackupManifest {
  readonly missing: readonly string[];
}

const PAGE = 1000;

/**
 * Copies one moment of the database out, table by table, then the files that it names; those are named by their content and never change, so
 * they may be copied after it, and the sweep of files waits. Refuses `BACKUP_FOLDER_IN_USE` and `DATABASE_OLDER`.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupReport> {
  const at = inBackup(order.folder);
  await mkdir(order.folder, { recursive: true, mode: 0o700 });
  if ((await readdir(order.folder)).length > 0) throw new Refused('BACKUP_FOLDER_IN_USE', { folder: order.folder });
  await mkdir(at.tables, { mode: 0o700 });
  return onSnapshot(order.databaseUrl, async (client) => {
    const { rows } = await client.query<{ at: string }>(`select to_json(now()) #>> '{}' as at`);
    const migrations = await migrationsOf(client);
    const tables: TableCopy[] = [];
    for (const table of await tablesOf(client)) tables.push(await copyTable(client, table, at.table(table.name)));
    const { missing, ...files } = await copyFiles(client, order);
    const manifest: BackupManifest = {
      format: FORMAT,
      madeAt: new Date(rows[0]?.at ?? 0).toISOString(),
      migrations,
      tables,
      sequences: await sequencesOf(client),
      auditHead: (await client.query<{ hash: string }>('select hash from audit_entry order by seq desc limit 1')).rows[0]?.hash ?? null,
      files,
      secret: { id: secretId(order.secret), included: order.withSecret },
    };
    if (order.withSecret) await writeFile(at.secret, `${order.secret}\n`, { mode: 0o600 });
    await writeFile(at.manifest, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
    return { ...manifest, missing };
  });
}

/** Reads only, and of one moment, however long it takes; the sweep of files is kept out meanwhile. */
async function onSnapshot<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // told by the query that was under way
  await client.connect();
  try {
    await client.query(
      `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set datestyle = 'ISO'; set timezone = 'UTC'`,
    );
    await keepFromRunning(client, 'files.sweep');
    await client.query('begin isolation level repeatable read read only');
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrationsOf(client: pg.Client): Promise<BackupManifest['migrations']> {
  const executed = new Set((await executedMigrations(client)).map(({ name }) => name));
  const files = migrationFiles();
  const pending = files.find(({ name }) => !executed.has(name));
  if (pending) throw new Refused('DATABASE_OLDER', { migration: pending.name });
  return files;
}

async function copyTable(client: pg.Client, { name, columns }: { name: string; columns: string[] }, path: string): Promise<TableCopy> {
  const listed = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const copy = client.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${listed}) to stdout`));
  const measure = new Measure();
  await pipeline(copy, measure, createGzip({ level: 1 }), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  // The server says how many rows there were after the last of them, which is heard for certain once the connection answers again.
  await client.query('select');
  return { name, columns, rows: copy.rowCount, sha256: measure.sha256 };
}

async function sequencesOf(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(
    `select sequencename as name, last_value::text as "lastValue" from pg_sequences
     where schemaname = current_schema() and sequencename <> 'migration_id_seq' order by 1`,
  );
  return rows;
}

async function copyFiles(client: pg.Client, { store, folder }: BackupOrder): Promise<BackupManifest['files'] & { missing: string[] }> {
  const missing: string[] = [];
  const total = { count: 0, bytes: 0 };
  const measure = new Measure();
  async function* lines(): AsyncGenerator<string> {
    for await (const file of namedFiles(client)) {
      if (!(await copyFile(store, file, inBackup(folder).file(file.sha256)))) missing.push(file.sha256);
      total.count += 1;
      total.bytes += file.size;
      yield `${JSON.stringify(file)}\n`;
    }
  }
  await pipeline(
    Readable.from(lines(), { objectMode: false }),
    measure,
    createWriteStream(inBackup(folder).fileList, { mode: 0o600, flags: 'wx' }),
  );
  return { ...total, sha256: measure.sha256, missing };
}

/** Each content once, whoever names it. */
async function* namedFiles(client: pg.Client): AsyncGenerator<FileLine> {
  for (let last = ''; ;) {
    const { rows } = await client.query<FileLine>(
      `select distinct on (sha256) sha256, size::float8 as size, content_type as "contentType" from stored_file
       where sha256 > $1 order by sha256, id limit ${String(PAGE)}`,
      [last],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.sha256 ?? '';
  }
}

/** False where the store has no such bytes, or others. */
async function copyFile(store: ObjectStore, { sha256, size }: FileLine, path: string): Promise<boolean> {
  if (!(await store.stat(keptKey(sha256)))) return false;
  const measure = new Measure();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(await store.open(keptKey(sha256)), measure, createWriteStream(path, { mode: 0o600 }));
  const whole = measure.sha256 === sha256 && measure.bytes === size;
  if (!whole) await rm(path);
  return whole;
}
