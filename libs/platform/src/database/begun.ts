import { type PoolClient, Query, type QueryConfig, type QueryResult } from 'pg';

/** What `pg` writes to PostgreSQL with, and how it writes one statement; it tells neither in its types. */
interface Wire {
  parse(statement: { text: string }): void;
  bind(values: object): void;
  execute(portal: object): void;
}
const { prepare } = Query.prototype as unknown as { prepare: (this: Query, wire: Wire) => void };

type Done = (error: Error | null, results: QueryResult | QueryResult[]) => void;

/** A statement with what begins its transaction before it, in one message: where beginning fails, PostgreSQL skips the statement. */
class BegunQuery extends Query {
  readonly query_timeout: number | undefined;

  constructor(
    private readonly begin: string,
    config: QueryConfig & { readonly query_timeout?: number; readonly callback: Done },
  ) {
    super(config as QueryConfig);
    this.query_timeout = config.query_timeout;
  }

  /** Called by `pg`: only what is prepared has values, and what comes before it. */
  requiresPreparation(): boolean {
    return true;
  }

  prepare(wire: Wire): void {
    wire.parse({ text: this.begin });
    wire.bind({});
    wire.execute({});
    prepare.call(this, wire);
  }
}

/** Begins a transaction and runs its first statement, in one round trip. */
export function begunWith(
  client: PoolClient,
  begin: string,
  statement: QueryConfig & { readonly query_timeout?: number },
): Promise<object> {
  return new Promise((resolve, reject) => {
    const callback: Done = (error, results) => {
      const result = Array.isArray(results) ? results.at(-1) : results;
      if (error ?? !result) reject(error ?? new Error('A statement has no result'));
      else resolve(result);
    };
    client.query(new BegunQuery(begin, { ...statement, callback }));
  });
}
