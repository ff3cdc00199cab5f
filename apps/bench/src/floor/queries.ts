import type pg from 'pg';

/** What is asked of a connection: statements prepared under their names. */
export type Queries = Pick<pg.Client, 'query'>;

export async function first<T extends pg.QueryResultRow>(
  client: Queries,
  name: string,
  [text, values]: readonly [string, unknown[]],
): Promise<T> {
  const { rows } = await client.query<T>({ name, text, values });
  if (!rows[0]) throw new Error(`${name}: refused`);
  return rows[0];
}

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, field]) => [key, sorted(field)]),
      )
    : value;

/** The entry of an act in the audit log, as text with its keys in order. */
export function entry(facts: {
  actor: string;
  operation: string;
  at: Date;
  subjectType: string;
  subjectId: string;
  before?: object;
  after: object;
}): string {
  const { before = null, at, ...others } = facts;
  return JSON.stringify([
    {
      body: JSON.stringify(sorted({ onBehalfOf: null, reason: null, personalHash: null, before, at: at.toISOString(), ...others })),
      personal: null,
    },
  ]);
}
