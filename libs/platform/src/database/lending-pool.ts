import { type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import { type Pool, type PoolClient, type QueryConfig } from 'pg';
import { begunWith } from './begun.js';
import { ConnectionLost, isDatabaseError } from './connection-lost.js';
import { type DatabaseWaits, patience } from './waits.js';

/** What begins and ends a transaction, as Kysely's driver says it. */
const FRAME = /^(begin|start transaction|commit|rollback)\b/;

const BEGIN = /^(begin|start transaction)\b/;

/** A server that lives breaks a statement off by itself; one that is silent for so much longer is gone. */
const SILENCE_MS = 5000;

/** What `pg` says of a statement whose answer did not come in time; it is still under way, and so the connection is of no more use. */
const NO_ANSWER = 'Query read timeout';

/** Marks a statement that is planned once for each connection and not at every run: where a plan that knows none of the values was checked to be no worse. */
export const PREPARED = sql`/* prepared */`;

/** What ends with the mark in so many different texts is prepared; what comes after them is planned at every run, as all else is. */
const MOST_PREPARED = 200;

/** What PostgreSQL says of a prepared statement that it can run no more; on a new connection it is prepared anew. */
const LOST_PLAN = /cached plan must not change|prepared statement .* does not exist/;

/**
 * Lends the pool's connections to Kysely. Kysely gives one back only once the transaction on it was committed or rolled back, so that one
 * whose begin, commit or rollback fails would never be: it is ended here, and its place in the pool is free again.
 */
export class LendingPool implements PostgresPool {
  readonly options: object;
  private readonly names = new Map<string, string>();

  constructor(
    private readonly pool: Pool,
    private readonly waits: DatabaseWaits,
  ) {
    this.options = pool.options;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw isDatabaseError(error) ? error : new ConnectionLost('NOTHING_WRITTEN', error);
    });
    return new Loan(client, this.waits, (text) => this.nameOf(text));
  }

  private nameOf(text: string): string | undefined {
    if (!text.trimEnd().endsWith('/* prepared */')) return undefined;
    if (!this.names.has(text) && this.names.size < MOST_PREPARED) this.names.set(text, `p${String(this.names.size)}`);
    return this.names.get(text);
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

/** A server that is stopped in the middle of a commit says so, and not whether that was before or after. */
const saysNothingOfIt = (error: Error): boolean => !isDatabaseError(error) || /^(57P|08)/.test(error.code);

/** The answer to what PostgreSQL need not hear of. */
const NOTHING_DONE = { command: 'NOTHING', rowCount: 0, rows: [] };

/** One connection for as long as it is lent. */
class Loan implements PostgresPoolClient {
  private over = false;
  /** What was said to begin a transaction, until its first statement takes it along: a round trip less for each act. */
  private begin: string | null = null;
  readonly query: PostgresPoolClient['query'];

  constructor(
    private readonly client: PoolClient,
    private readonly waits: DatabaseWaits,
    private readonly nameOf: (text: string) => string | undefined,
  ) {
    this.query = this.ask.bind(this) as PostgresPoolClient['query'];
  }

  get processID(): number | undefined {
    return (this.client as PoolClient & { processID?: number }).processID;
  }

  release(): void {
    if (this.over) return;
    this.over = true;
    this.client.release();
  }

  private async ask(text: string, values: unknown[]): Promise<object> {
    // What had begun on a connection that is gone went with it.
    if (this.over && text === 'rollback') return NOTHING_DONE;
    if (BEGIN.test(text)) {
      this.begin = text;
      return NOTHING_DONE;
    }
    const { begin } = this;
    this.begin = null;
    if (begin !== null && FRAME.test(text)) return NOTHING_DONE;
    const { statement } = patience.getStore() ?? this.waits;
    const config = { name: this.nameOf(text), text, values, query_timeout: statement + SILENCE_MS } as QueryConfig;
    try {
      return await (begin === null ? this.client.query(config) : begunWith(this.client, begin, config));
    } catch (error) {
      throw this.failed(text, error as Error);
    }
  }

  private failed(text: string, error: Error): Error {
    if (FRAME.test(text) || error.message === NO_ANSWER || LOST_PLAN.test(error.message)) this.destroy(error);
    if (text === 'commit' && saysNothingOfIt(error)) return new ConnectionLost('UNKNOWN', error);
    return isDatabaseError(error) ? error : new ConnectionLost('NOTHING_WRITTEN', error);
  }

  private destroy(error: Error): void {
    if (this.over) return;
    this.over = true;
    this.client.release(error);
  }
}
