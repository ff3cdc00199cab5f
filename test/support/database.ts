import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrationFiles, openOrm, schemaSql } from '#lib/platform';
import { entities } from '../../apps/api/src/libraries.js';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

function adminUrl(): string {
  const url = process.env.TEST_PG_URL;
  if (!url) throw new Error('TEST_PG_URL is not set: the global set-up of Jest starts PostgreSQL and sets it');
  return url;
}

export function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

async function withAdmin<T>(work: (client: Client) => Promise<T>, url = adminUrl()): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is the same for many test files of a run is made by the first of them, and copied. */
export interface Template {
  readonly name: string;
  /** What it is filled upon; nothing, where left out. */
  readonly upon?: Template;
  /** Fills the database, and leaves no connection to it. */
  fill(url: string): Promise<void>;
}

/** The whole schema, and no rows. */
export const SCHEMA: Template = {
  name: 'contest_template',
  async fill(url) {
    const orm = openOrm(entities, { url });
    await orm.em.getConnection().executeDump(await schemaSql(orm));
    await orm.close();
  },
};

/** One at a time makes a template, and one at a time copies it. */
async function alone<T>(client: Client, { name }: Template, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** A copy of a template, which is made where it is not there yet. */
async function copy(client: Client, template: Template, name: string): Promise<void> {
  await alone(client, template, async () => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template.name]);
    if (!rowCount) {
      const begun = `${template.name}_new`;
      await client.query(`drop database if exists ${begun} with (force)`);
      if (template.upon) await copy(client, template.upon, begun);
      else await client.query(`create database ${begun}`);
      await template.fill(urlOf(begun));
      await client.query(`alter database ${begun} rename to ${template.name}`);
    }
    await client.query(`create database ${name} template ${template.name}`);
  });
}

/** A fresh database with the whole schema: without a row, or as a template has it. */
export const createDatabase = (template = SCHEMA): Promise<TestDatabase> => create((client, name) => copy(client, template, name));

/** A fresh database without a table. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create(async (client, name) => {
    await client.query(`create database ${name}`);
  });
}

async function create(build: (client: Client, name: string) => Promise<void>): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await withAdmin((client) => build(client, name));
  return {
    url: urlOf(name),
    drop: () =>
      withAdmin(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

const LOCK_NOT_AVAILABLE = '55P03';
const SHAPE = `select concat_ws(' ', (select count(*) from pg_class), (select count(*) from pg_attribute),
  (select count(*) from pg_constraint), (select count(*) from pg_trigger where tgenabled = 'O'), (select count(*) from pg_proc)) as shape`;

/** Another where tables, columns, constraints, functions or triggers came, went or were put out of use, and where a column came back. */
export const shapeOf = (url: string): Promise<string> =>
  withAdmin(async (client) => (await client.query<{ shape: string }>(SHAPE)).rows[0]?.shape ?? '', url);

const FULL = `select string_agg(oid::regclass::text, ', ') as tables from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`;
const USED = `select schemaname || '.' || quote_ident(sequencename) as name from pg_sequences where last_value is not null`;

/**
 * Takes every row away and begins every sequence anew; false where somebody holds a table for longer than three seconds.
 * Rows of the few tables that have any are sooner deleted than 150 tables truncated or made; vacuumed they are as small as new ones.
 */
export const wipe = (url: string): Promise<boolean> =>
  withAdmin(async (client) => {
    const tables = ((await client.query<{ tables: string | null }>(FULL)).rows[0]?.tables ?? '').split(', ').filter(Boolean);
    const sequences = (await client.query<{ name: string }>(USED)).rows.map(({ name }) => name);
    const statements = [
      "begin; set local lock_timeout = '3s'; set local session_replication_role = replica",
      ...tables.map((table) => `delete from ${table}`),
      ...sequences.map((name) => `alter sequence ${name} restart`),
      'commit',
    ];
    try {
      await client.query(statements.join(';'));
      if (tables.length > 0) await client.query(`vacuum ${tables.join(', ')}`);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) return false;
      throw error;
    }
  }, url);

/** Says of a database that has the whole schema that all migrations were run on it, as a server process asks before it serves. */
export async function markMigrated(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create table migration (id serial primary key, name text, checksum text)');
    await client.query('insert into migration (name) select unnest($1::text[])', [migrationFiles().map(({ name }) => name)]);
  } finally {
    await client.end();
  }
}
