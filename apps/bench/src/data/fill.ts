import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { contestsSql } from './contests.sql.js';
import { ARGON2, HELPERS, PASSWORD } from './ids.js';
import { JUDGING } from './judging.sql.js';
import { districtSql } from './people.sql.js';
import { rolloutsAndReports } from './rollouts.sql.js';
import { type Size } from './size.js';
import { TEXTS } from './texts.sql.js';
import { millionSql, tracesSql } from './traces.sql.js';

/** Fills an empty, migrated database, and leaves it vacuumed and analysed as it would be in use. */
export async function fill(url: string, size: Size): Promise<void> {
  const passwordHash = await hash(PASSWORD, { ...ARGON2, salt: Buffer.from('salt of the benchmark') });
  await run(url, [
    districtSql(size, passwordHash),
    ...contestsSql(size, { from: 1, to: size.past, named: true }),
    ...JUDGING,
    ...rolloutsAndReports(size),
    ...tracesSql(size),
  ]);
}

/** Adds contests of the years before, up to so many. */
export async function growContests(url: string, size: Size, past: number): Promise<void> {
  await run(url, [...contestsSql(size, { from: size.past + 1, to: past, named: false }), ...JUDGING]);
}

/** Adds audit entries, events, sessions and notices of the organiser, up to so many of each. */
export async function growTraces(url: string, size: Size, most: number): Promise<void> {
  await run(url, millionSql(size, most));
}

/** The statements, with constraints checked by the rows themselves: triggers would look at each row once more. */
async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    await client.query(HELPERS);
    await client.query(TEXTS);
    await client.query('begin');
    await client.query(`set local work_mem = '256MB'`);
    await client.query(`set local maintenance_work_mem = '512MB'`);
    for (const statement of statements) {
      await client.query(statement);
    }
    await client.query('commit');
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}
