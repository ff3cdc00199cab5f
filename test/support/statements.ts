import pg from 'pg';

/** How many statements a piece of work sends to PostgreSQL, of whatever connection. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  let statements = 0;
  prototype.query = function (this: unknown, ...args: unknown[]): unknown {
    statements += 1;
    return original.apply(this, args);
  };
  try {
    await work();
    return statements;
  } finally {
    prototype.query = original;
  }
}
