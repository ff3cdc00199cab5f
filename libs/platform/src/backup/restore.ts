import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Refused } from '#lib/kernel';
import { migrationFiles } from '../database/migration-files.js';
import { migrate } from '../database/migrations.js';
import { type Entities } from '../database/orm.js';
import { keptKey } from '../files/key.js';
import { type ObjectStore } from '../files/object-store.js';
import { type BackupManifest, FORMAT, type FileLine, Measure, type SequenceState, type TableCopy, inBackup, tablesOf } from './format.js';
import { foreignKeysOf, rowTriggersOf } from './schema-parts.js';

export interface RestoreOrder {
  readonly entities: Entities;
  /** An empty database, or one on which only the migrations have been. */
  readonly databaseUrl: string;
  readonly store: ObjectStore;
  readonly folder: string;
}

export interface RestoreReport extends BackupManifest {
  /** Files that the backup names and does not hold: they were missing when it was made. */
  readonly missing: readonly string[];
}

/**
 * Brings a backup back: files first, then all tables in one transaction, with every constraint checked and every row counted, or nothing.
 * Refuses `BACKUP_MISSING`, `BACKUP_OTHER_VERSION`, `BACKUP_DAMAGED` with the part that is, and `DATABASE_NOT_EMPTY`.
 */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreReport> {
  const manifest = await readManifest(order.folder);
  refuseOtherVersion(manifest);
  await assertEmpty(order.databaseUrl);
  await migrate(order.entities, order.databaseUrl);
  const missing = await putFiles(order, manifest);
  await connected(order.databaseUrl, async (client) => {
    await client.query('begin');
    await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local datestyle = 'ISO'`);
    await load(client, order.folder, manifest);
    await client.query('commit');
    await client.query('analyze');
  });
  return { ...manifest, missing };
}

/** Refuses `BACKUP_MISSING` where the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(inBackup(folder).manifest, 'utf8').catch(() => null);
  if (text === null) throw new Refused('BACKUP_MISSING', { folder });
  try {
    return JSON.parse(text) as BackupManifest;
  } catch {
    throw new Refused('BACKUP_DAMAGED', { part: 'manifest.json' });
  }
}

function refuseOtherVersion({ format, migrations }: BackupManifest): void {
  if (format !== FORMAT) throw new Refused('BACKUP_OTHER_VERSION', { migration: `format ${String(format)}` });
  const ours = new Map(migrationFiles().map(({ name, checksum }) => [name, checksum]));
  const other = migrations.find(({ name, checksum }) => ours.get(name) !== checksum) ?? migrationFiles()[migrations.length];
  if (other) throw new Refused('BACKUP_OTHER_VERSION', { migration: other.name });
}

async function assertEmpty(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, async (client) => {
    for (const { name } of await tablesOf(client)) {
      const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
      if (rowCount) throw new Refused('DATABASE_NOT_EMPTY', { table: name });
    }
  });
}

/** Constraints between tables are put back after the rows and so checked over all of them; those of a table are checked row by row. */
async function load(client: pg.Client, folder: string, { tables, sequences }: BackupManifest): Promise<void> {
  const theirs = JSON.stringify(tables.map(({ name, columns }) => [name, [...columns].sort()]));
  const ours = JSON.stringify((await tablesOf(client)).map(({ name, columns }) => [name, [...columns].sort()]));
  if (theirs !== ours) throw new Refused('BACKUP_OTHER_VERSION', { migration: 'tables' });
  const keys = await foreignKeysOf(client);
  const triggers = await rowTriggersOf(client);
  for (const { drop } of keys) await client.query(drop);
  for (const { disable } of triggers) await client.query(disable);
  await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  for (const table of tables) await loadTable(client, table, inBackup(folder).table(table.name));
  await client.query('set constraints all immediate'); // what checks rows at the end of a transaction has its say now
  for (const { add } of keys) await client.query(add);
  for (const { enable } of triggers) await client.query(enable);
  for (const sequence of sequences) await setSequence(client, sequence);
}

async function loadTable(client: pg.Client, { name, columns, rows, sha256 }: TableCopy, path: string): Promise<void> {
  const listed = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const measure = new Measure();
  const copy = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${listed}) from stdin`));
  await pipeline(createReadStream(path), createGunzip(), measure, copy).catch((error: unknown) => {
    throw damaged(error, `tables/${name}`);
  });
  const { rows: counted } = await client.query<{ n: string }>(`select count(*) as n from ${pg.escapeIdentifier(name)}`);
  if (measure.sha256 !== sha256 || Number(counted[0]?.n) !== rows) throw new Refused('BACKUP_DAMAGED', { part: `tables/${name}` });
}

async function setSequence(client: pg.Client, { name, lastValue }: SequenceState): Promise<void> {
  if (lastValue !== null) await client.query('select setval($1::regclass, $2, true)', [pg.escapeIdentifier(name), lastValue]);
}

/** Returns what the backup does not hold. A file is put only once its bytes are found to be its own: the store may have good ones. */
async function putFiles({ folder, store }: RestoreOrder, { files }: BackupManifest): Promise<string[]> {
  const at = inBackup(folder);
  if ((await sha256Of(at.fileList, 'files.ndjson')) !== files.sha256) throw new Refused('BACKUP_DAMAGED', { part: 'files.ndjson' });
  const missing: string[] = [];
  for await (const line of createInterface({ input: createReadStream(at.fileList) })) {
    const { sha256, contentType } = JSON.parse(line) as FileLine;
    const path = at.file(sha256);
    if (!(await stat(path).catch(() => null))) {
      if (!(await store.stat(keptKey(sha256)))) missing.push(sha256);
      continue;
    }
    if ((await sha256Of(path, `files/${sha256}`)) !== sha256) throw new Refused('BACKUP_DAMAGED', { part: `files/${sha256}` });
    await store.put(keptKey(sha256), createReadStream(path), contentType);
  }
  return missing;
}

async function sha256Of(path: string, part: string): Promise<string> {
  const measure = new Measure();
  await pipeline(
    createReadStream(path),
    measure,
    new Writable({
      write: (_chunk, _encoding, done) => {
        done();
      },
    }),
  ).catch((error: unknown) => {
    throw damaged(error, part);
  });
  return measure.sha256;
}

/** A part that is not there or cannot be unpacked, and rows that PostgreSQL does not take (classes 22 and 23). */
const DAMAGE = /^(ENOENT|EISDIR|EIO|Z_\w+|2[23]\w{3})$/;

/** What went wrong on the way to the database, as a connection that broke or a disk that is full, says nothing of the backup. */
function damaged(error: unknown, part: string): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return DAMAGE.test(String(code)) ? new Refused('BACKUP_DAMAGED', { part, reason: String(message) }) : error;
}

async function connected(databaseUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // told by the query that was under way
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
