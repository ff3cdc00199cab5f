import pg from 'pg';

/** One statement as the application sent it to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Where it is prepared under one. */
  readonly name?: string;
}

type Query = (this: unknown, ...args: unknown[]) => unknown;

/** The statements that the driver sends while `work` runs, so that a bare server can be given the very same ones. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args) {
    const [query, given] = args as [string | { text: string; values?: unknown[]; name?: string }, unknown[] | undefined];
    const { text, values, name } = typeof query === 'string' ? { text: query, values: undefined, name: undefined } : query;
    seen.push({ text, values: values ?? (Array.isArray(given) ? given : []), ...(name && { name }) });
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return seen;
}
