import { Client } from 'pg';

type Query = (...args: unknown[]) => unknown;

/** How many statements reach PostgreSQL while something is done. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const connection = Client.prototype as unknown as { query: Query };
  const { query } = connection;
  let count = 0;
  connection.query = function counted(this: unknown, ...args: unknown[]) {
    count += 1;
    return query.apply(this, args);
  };
  try {
    await work();
    return count;
  } finally {
    connection.query = query;
  }
}
