import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';

/** The rows of a table that are of a person, as that person is given them. */
export interface PersonalSection {
  /** What it is called in the file: `scorecards`. */
  readonly name: string;
  readonly table: string;
  /** The columns that name the person; with several, each row says by which of them it is theirs. */
  readonly by: readonly string[];
  /** The columns that are shown. A secret is none of them, nor is who somebody else is. */
  readonly shows: readonly string[];
  /** What is looked up beside row `t`, by what it is called. */
  readonly more?: (actor: Actor) => Readonly<Record<string, RawBuilder<unknown>>>;
  /** The rows `t` that are no secret to the person; left out: all. */
  readonly when?: (actor: Actor) => RawBuilder<boolean>;
  /** A column that orders them; left out: `id`, by which they stand as they were made. */
  readonly order?: string;
}

/** What one part of the platform keeps of people. */
export interface PersonalPart {
  readonly context: string;
  readonly sections: readonly PersonalSection[];
}

/** The rows of a section; `records` are all records of the person. */
export function sectionStatement(
  actor: Actor,
  { table, by, shows, more, when, order = 'id' }: PersonalSection,
  records: RawBuilder<unknown>,
): RawBuilder<{ row: string }> {
  const isTheirs = (column: string) => sql<boolean>`t.${sql.ref(column)} in ${records}`;
  const whose = sql`array_remove(array[${sql.join(by.map((column) => sql`case when ${isTheirs(column)} then ${camel(column)} end`))}], null)`;
  const shown = [
    ...(by.length > 1 ? [sql`${whose} as "youAre"`] : []),
    ...shows.map((column) => sql`t.${sql.ref(column)} as ${sql.ref(camel(column))}`),
    ...Object.entries(more?.(actor) ?? {}).map(([name, value]) => sql`${value} as ${sql.ref(name)}`),
  ];
  return sql<{ row: string }>`select row_to_json(shown)::text as row from (select ${sql.join(shown)} from ${sql.table(table)} t
    where (${sql.join(by.map(isTheirs), sql` or `)}) and ${when?.(actor) ?? sql`true`} order by t.${sql.ref(order)}) shown`;
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
