import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { type MigrationObject } from '@mikro-orm/core';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { Refused } from '#lib/kernel';
import { projectFile } from '../project-file.js';
import { type Entities, ormOptions } from './orm.js';
import { LONG_WAITS } from './waits.js';

const FOLDER = 'prisma-free-schema/migrations';
const LOCK = 7_260_021;

/** A migration of this version: its file's name, and the SHA-256 of its text (line ends aside) in hexadecimal digits. */
export interface MigrationFile {
  readonly name: string;
  readonly checksum: string;
}

/** A migration that was run on a database; those run by versions before checksums have none until the next step. */
export interface ExecutedMigration {
  readonly name: string;
  readonly checksum: string | null;
}

const textOf = (name: string): string => readFileSync(projectFile(`${FOLDER}/${name}`), 'utf8').replaceAll('\r\n', '\n');

/** Each `*.sql` is one migration, run whole in one transaction, in the order of the names. */
export function migrationFiles(): MigrationFile[] {
  const names = readdirSync(projectFile(FOLDER)).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name, checksum: createHash('sha256').update(textOf(name)).digest('hex') }));
}

/** What was run on a database, in order; nothing where no migration ever was. */
export async function executedMigrations(client: pg.ClientBase): Promise<ExecutedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`);
  if (!rows[0]?.there) return [];
  // Read as JSON, since databases of versions before checksums have no such column.
  const executed = await client.query<ExecutedMigration>(
    `select row_to_json(m)->>'name' as name, row_to_json(m)->>'checksum' as checksum from migration m order by id`,
  );
  return executed.rows;
}

/**
 * Brings the database up to this version; returns the names of what was run. Two at once wait for one another, and the second finds nothing to do.
 * Refuses `DATABASE_NEWER` where a later version has been at it and `MIGRATION_EDITED` where a file is not what was run.
 */
export async function migrate(entities: Entities, databaseUrl: string, waiting: () => void = () => undefined): Promise<string[]> {
  return locked(databaseUrl, waiting, async (client) => {
    const files = migrationFiles();
    refuseForeign(files, await executedMigrations(client));
    const done = await runPending(entities, databaseUrl, files);
    await keepChecksums(client, files);
    return done;
  });
}

/** What every process asks before it serves: refuses `DATABASE_NEWER`, `MIGRATION_EDITED`, or `DATABASE_OLDER` where the step of migrations has not been run. */
export async function assertMigrated(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, async (client) => {
    const files = migrationFiles();
    const executed = await executedMigrations(client);
    refuseForeign(files, executed);
    const known = new Set(executed.map(({ name }) => name));
    const pending = files.find(({ name }) => !known.has(name));
    if (pending) throw new Refused('DATABASE_OLDER', { migration: pending.name });
  });
}

function refuseForeign(files: readonly MigrationFile[], executed: readonly ExecutedMigration[]): void {
  const ours = new Map(files.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of executed) {
    const our = ours.get(name);
    if (our === undefined) throw new Refused('DATABASE_NEWER', { migration: name });
    if (checksum !== null && checksum !== our) throw new Refused('MIGRATION_EDITED', { migration: name });
  }
}

async function runPending(entities: Entities, databaseUrl: string, files: readonly MigrationFile[]): Promise<string[]> {
  const migrationsList: MigrationObject[] = files.map(({ name }) => ({
    name,
    class: class extends Migration {
      override up(): void {
        this.addSql(textOf(name));
      }
    },
  }));
  const options = ormOptions(entities, { url: databaseUrl, poolSize: 2, waits: LONG_WAITS });
  const orm = await MikroORM.init({
    ...options,
    extensions: [Migrator],
    logger: () => undefined,
    migrations: { ...options.migrations, migrationsList },
  });
  try {
    return (await orm.migrator.up()).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

/** A database of a version before checksums is taken at its word once. */
async function keepChecksums(client: pg.ClientBase, files: readonly MigrationFile[]): Promise<void> {
  await client.query('alter table migration add column if not exists checksum text');
  await client.query(
    `update migration m set checksum = f.checksum from unnest($1::text[], $2::text[]) as f (name, checksum)
     where m.name = f.name and m.checksum is null`,
    [files.map(({ name }) => name), files.map(({ checksum }) => checksum)],
  );
}

async function locked<T>(databaseUrl: string, waiting: () => void, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return connected(databaseUrl, async (client) => {
    // Held by the connection, so it ends with it, however it ends.
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!rows[0]?.held) {
      waiting();
      await client.query('select pg_advisory_lock($1)', [LOCK]);
    }
    return work(client);
  });
}

async function connected<T>(databaseUrl: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // told by the query that was under way
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
