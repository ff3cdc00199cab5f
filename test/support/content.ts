import { type RunningContest } from './harness.js';

const execute = <T>(contest: RunningContest, sql: string): Promise<T[]> => contest.em().getConnection().execute<T[]>(sql);

/** The content of the database, one sum per table, in the order of their names; without the tables named. */
export async function content(contest: RunningContest, without: readonly string[]): Promise<{ name: string; sum: string }[]> {
  const rows = await execute<{ name: string }>(
    contest,
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !without.includes(name));
  const sums = names.map(
    (name) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`,
  );
  return execute(contest, `${sums.join(' union all ')} order by name`);
}

/** The tables whose content is another. */
export const changed = (before: readonly { name: string; sum: string }[], after: readonly { name: string; sum: string }[]): string[] =>
  before.filter(({ sum }, at) => sum !== after[at]?.sum).map(({ name }) => name);

/** The ids of all rows. */
export async function rowIds(contest: RunningContest): Promise<string[]> {
  const rows = await execute<{ name: string }>(
    contest,
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`,
  );
  const ids = await execute<{ id: string }>(contest, rows.map(({ name }) => `select id from "${name}"`).join(' union '));
  return ids.map(({ id }) => id);
}
