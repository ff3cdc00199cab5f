import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { Refused } from '#lib/kernel';
import { projectFile } from '../project-file.js';

const FOLDER = 'prisma-free-schema/migrations';

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

/** Its statements, with line ends as they are everywhere. */
export const migrationText = (name: string): string => readFileSync(projectFile(`${FOLDER}/${name}`), 'utf8').replaceAll('\r\n', '\n');

/** Each `*.sql` is one migration, run whole in one transaction, in the order of the names. */
export function migrationFiles(): MigrationFile[] {
  const names = readdirSync(projectFile(FOLDER)).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name, checksum: createHash('sha256').update(migrationText(name)).digest('hex') }));
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

/** Whether nothing is left for the step of migrations to do; asked by one look, before all of the application is loaded for it. */
export async function isUpToDate(databaseUrl: string): Promise<boolean> {
  return connected(databaseUrl, async (client) => {
    const executed = new Map((await executedMigrations(client)).map(({ name, checksum }) => [name, checksum]));
    const files = migrationFiles();
    return files.length === executed.size && files.every(({ name, checksum }) => executed.get(name) === checksum);
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

/** Refuses what was run on a database and is none of ours. */
export function refuseForeign(files: readonly MigrationFile[], executed: readonly ExecutedMigration[]): void {
  const ours = new Map(files.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of executed) {
    const our = ours.get(name);
    if (our === undefined) throw new Refused('DATABASE_NEWER', { migration: name });
    if (checksum !== null && checksum !== our) throw new Refused('MIGRATION_EDITED', { migration: name });
  }
}

/** Works over one plain connection. */
export async function connected<T>(databaseUrl: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // told by the query that was under way
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
