import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { assertMigrated, migrate, migrationFiles, projectFile } from '#lib/platform';
import { entities } from '../apps/api/src/libraries.js';
import { offlineConfig, writtenSchema } from '../apps/api/src/schema.js';
import { createDatabase, createEmptyDatabase } from './support/database.js';

const written = (name: string) => readFileSync(projectFile(`prisma-free-schema/${name}`), 'utf8');

/** What a database is made of, as PostgreSQL tells it: columns, constraints, indexes, triggers, functions. */
async function catalogOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    select line from (
      select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line from information_schema.columns where table_schema = 'public'
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select pg_get_functiondef(p.oid) from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f'
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ) told where line not like '%migration%' order by line`);
  await client.end();
  return rows.map(({ line }) => line);
}

test('schema.sql and schema.graphql are what the code says; `npm run schema` writes them', async () => {
  const { sql, graphql } = await writtenSchema(offlineConfig());

  expect(written('schema.graphql')).toBe(graphql);
  expect(written('schema.sql')).toBe(sql);
});

test('the migrations make the schema: run on an empty database they leave what the entities describe, and run again they do nothing', async () => {
  const database = await createEmptyDatabase();
  const described = await createDatabase();
  try {
    expect((await migrate(entities, database.url)).length).toBeGreaterThan(0);
    expect(await migrate(entities, database.url)).toEqual([]);

    expect(await catalogOf(database.url)).toEqual(await catalogOf(described.url));
  } finally {
    await database.drop();
    await described.drop();
  }
});

async function onDatabase(work: (url: string, change: (sql: string) => Promise<void>) => Promise<void>): Promise<void> {
  const database = await createEmptyDatabase();
  const change = async (sql: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  try {
    await work(database.url, change);
  } finally {
    await database.drop();
  }
}

test('two steps of migrations at once wait for one another: one runs them all, the other says that it waits and finds nothing to do', async () => {
  await onDatabase(async (url) => {
    let waited = 0;
    const both = await Promise.all([1, 2].map(() => migrate(entities, url, () => (waited += 1))));

    expect(both.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, migrationFiles().length]);
    expect(waited).toBe(1);
  });
});

test('a database that a later version has been at is refused, by the migrations and by who would serve on it', async () => {
  await onDatabase(async (url, change) => {
    await migrate(entities, url);
    await change("insert into migration (name, executed_at) values ('99991231000000-later.sql', now())");

    const refusal = { code: 'DATABASE_NEWER', detail: { migration: '99991231000000-later.sql' } };
    await expect(migrate(entities, url)).rejects.toMatchObject(refusal);
    await expect(assertMigrated(url)).rejects.toMatchObject(refusal);
  });
});

test('nobody serves on a database that was not brought up to this version', async () => {
  await onDatabase(async (url, change) => {
    const names = migrationFiles().map(({ name }) => name);
    await expect(assertMigrated(url)).rejects.toMatchObject({ code: 'DATABASE_OLDER', detail: { migration: names[0] } });
    await migrate(entities, url);
    await expect(assertMigrated(url)).resolves.toBeUndefined();
    await change(`delete from migration where name = '${names.at(-1) ?? ''}'`);
    await expect(assertMigrated(url)).rejects.toMatchObject({ code: 'DATABASE_OLDER', detail: { migration: names.at(-1) } });
  });
});

test('a migration that is not as it was run is named and refused; a database of before checksums is taken at its word once', async () => {
  await onDatabase(async (url, change) => {
    const [first] = migrationFiles();
    await migrate(entities, url);
    await change('alter table migration drop column checksum');
    await expect(migrate(entities, url)).resolves.toEqual([]);
    await expect(assertMigrated(url)).resolves.toBeUndefined();

    await change(`update migration set checksum = repeat('0', 64) where name = '${first?.name ?? ''}'`);
    const refusal = { code: 'MIGRATION_EDITED', detail: { migration: first?.name } };
    await expect(migrate(entities, url)).rejects.toMatchObject(refusal);
    await expect(assertMigrated(url)).rejects.toMatchObject(refusal);
  });
});
