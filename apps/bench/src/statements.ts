import pg from 'pg';

/** One statement as the application sent it to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: unknown, ...args: unknown[]) => unknown;

/** The statements that the driver sends while `work` runs, so that the bare server can be given the very same ones. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args) {
    const [query, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    seen.push(
      typeof query === 'string'
        ? { text: query, values: Array.isArray(values) ? values : [] }
        : { text: query.text, values: query.values ?? (Array.isArray(values) ? values : []) },
    );
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return seen;
}
