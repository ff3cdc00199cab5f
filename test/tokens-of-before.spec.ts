import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { migrationFiles, projectFile } from '#lib/platform';
import { createEmptyDatabase } from './support/database.js';

const SCOPES = '20261126025900-second-factor.sql';
const sqlOf = (name: string) => readFileSync(projectFile(`prisma-free-schema/migrations/${name}`), 'utf8');

test('tokens made before there were scopes keep what they could do, but for accounts and roles, and end within a year', async () => {
  const { url } = await createEmptyDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const { name } of migrationFiles().filter((file) => file.name < SCOPES)) await client.query(sqlOf(name));
    const person = '01a00000-0000-7000-8000-000000000001';
    await client.query(`insert into person (id, full_name, external, locale) values ($1, 'Lê Văn An', false, 'vi')`, [person]);
    const session = (kind: string, made: string, ends: string) =>
      client.query(
        `insert into session (id, person_id, kind, token_hash, created_at, expires_at) values (gen_random_uuid(), $1, $2, gen_random_uuid()::text, $3, $4)`,
        [person, kind, made, ends],
      );
    await session('BEARER', '2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z');
    await session('BEARER', '2026-01-02T00:00:00Z', '2026-03-01T00:00:00Z');
    await session('COOKIE', '2026-01-03T00:00:00Z', '2036-01-01T00:00:00Z');
    await client.query(sqlOf(SCOPES));
    const { rows } = await client.query<{ kind: string; scopes: string[] | null; ends: string }>(
      `select kind, scopes, to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD') as ends from session order by created_at`,
    );
    expect(rows.map(({ kind, ends }) => [kind, ends])).toEqual([
      ['BEARER', '2027-01-01'],
      ['BEARER', '2026-03-01'],
      ['COOKIE', '2036-01-01'],
    ]);
    const [first, second, cookie] = rows.map(({ scopes }) => scopes);
    expect([first?.length, second, cookie]).toEqual([19, first, null]);
    expect(first?.filter((scope) => scope.startsWith('IDENTITY'))).toEqual(['IDENTITY_READ']);
  } finally {
    await client.end();
  }
});
