import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrationFiles, openOrm, schemaSql } from '#lib/platform';
import { entities } from '../../apps/api/src/libraries.js';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'contest_template';
const LOCK = 7_260_014;

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

async function withAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Builds the template once for all test files of a run. */
async function ensureTemplate(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount) return;
    await client.query(`create database ${TEMPLATE}_new`);
    const orm = await openOrm(entities, { url: urlOf(`${TEMPLATE}_new`) });
    await orm.em.getConnection().executeDump(await schemaSql(orm));
    await orm.close();
    await client.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

/** A fresh database with the whole schema and no rows. */
export function createDatabase(): Promise<TestDatabase> {
  return create(async (client, name) => {
    await ensureTemplate(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create database ${name} template ${TEMPLATE}`);
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  });
}

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
