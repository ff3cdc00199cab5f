import { Client } from 'pg';

type Query = (...args: unknown[]) => unknown;

/** The texts of the statements that reach PostgreSQL while something is done. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const connection = Client.prototype as unknown as { query: Query };
  const { query } = connection;
  const texts: string[] = [];
  connection.query = function noted(this: unknown, ...args: unknown[]) {
    const [given] = args as [string | { text?: string }];
    texts.push(typeof given === 'string' ? given : (given.text ?? ''));
    return query.apply(this, args);
  };
  try {
    await work();
    return texts;
  } finally {
    connection.query = query;
  }
}

/** How many they are. */
export const countQueries = async (work: () => Promise<unknown>): Promise<number> => (await statementsDuring(work)).length;
