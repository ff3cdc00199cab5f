import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { Database, PREPARED, UnitOfWork } from '#lib/platform';
import { type RunningContest, startAlone } from './support/harness.js';

let contest: RunningContest;

beforeAll(async () => {
  contest = await startAlone();
}, 120_000);
afterAll(() => contest.stop());

/** The work on one connection. */
const onOne = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
  contest.get(UnitOfWork).act(SYSTEM, 'job:look', () => work(contest.get(Database)));
const preparedAs = (what: string) => sql<{ runs: number }>`
  select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement like ${`%as ${what}%`} and name <> ''`;

test('a statement that is marked is prepared once on a connection and run by its name, one that is not never', async () => {
  const runs = await onOne(async (database) => {
    for (const n of [1, 2, 3]) {
      expect(await database.rows(sql`select ${n}::int as marked_one ${PREPARED}`)).toEqual([{ marked_one: n }]);
      expect(await database.rows(sql`select ${n}::int as plain_one`)).toEqual([{ plain_one: n }]);
    }
    return { marked: await database.rows(preparedAs('marked_one')), plain: await database.rows(preparedAs('plain_one')) };
  });

  expect(runs).toEqual({ marked: [{ runs: 3 }], plain: [] });
});

test('where a prepared statement can be run no more, its connection is given up, and another prepares it anew', async () => {
  const database = contest.get(Database);
  await database.rows(sql`create table changing (a int)`);
  const all = (on: Database) => on.rows(sql`select * from changing ${PREPARED}`);
  const connection = (on: Database) => on.first(sql<{ pid: number }>`select pg_backend_pid() as pid`);

  let failed: unknown;
  const changed = onOne(async (one) => {
    failed = await connection(one);
    await all(one);
    await one.rows(sql`alter table changing add column b int`);
    await all(one);
  });
  await expect(changed).rejects.toThrow('cached plan must not change result type');

  expect(await onOne(all)).toEqual([]);
  expect(await onOne(connection)).not.toEqual(failed);
  await database.rows(sql`drop table changing`);
});
