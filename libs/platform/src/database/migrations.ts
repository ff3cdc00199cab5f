import { type MigrationObject } from '@mikro-orm/core';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { type ClientBase } from 'pg';
import { type MigrationFile, connected, executedMigrations, migrationFiles, migrationText, refuseForeign } from './migration-files.js';
import { type Entities, ormOptions } from './orm.js';
import { LONG_WAITS } from './waits.js';

const LOCK = 7_260_021;

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

async function runPending(entities: Entities, databaseUrl: string, files: readonly MigrationFile[]): Promise<string[]> {
  const migrationsList: MigrationObject[] = files.map(({ name }) => ({
    name,
    class: class extends Migration {
      override up(): void {
        this.addSql(migrationText(name));
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
async function keepChecksums(client: ClientBase, files: readonly MigrationFile[]): Promise<void> {
  await client.query('alter table migration add column if not exists checksum text');
  await client.query(
    `update migration m set checksum = f.checksum from unnest($1::text[], $2::text[]) as f (name, checksum)
     where m.name = f.name and m.checksum is null`,
    [files.map(({ name }) => name), files.map(({ checksum }) => checksum)],
  );
}

async function locked<T>(databaseUrl: string, waiting: () => void, work: (client: ClientBase) => Promise<T>): Promise<T> {
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
