import { Pool, type PoolClient } from 'pg';
import { Refused } from '#lib/kernel';

/** How long, in milliseconds, one waits for a connection, for a lock, for a statement; and for PostgreSQL to answer at all. */
const WAITS = { connection: 10_000, lock: 2000, statement: 3000, answer: 5000 };

/** One statement of the transaction. */
export type Query = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/**
 * A few connections beside the ORM's, for what must stand when the act around it is rolled back. Every wait has an end, and a
 * connection that breaks, even while it is in use, goes with what it had begun: the caller is refused with `BUSY`, nothing was
 * written, and the next transaction gets another connection.
 */
export class SidePool {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: WAITS.connection,
      lock_timeout: WAITS.lock,
      statement_timeout: WAITS.statement,
      idle_in_transaction_session_timeout: WAITS.answer,
      query_timeout: WAITS.answer,
    });
    // What breaks while nobody uses it is replaced at the next use; what breaks while it is in use fails its statement.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Commits what the work has written, or nothing of it. */
  async transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch(busyWhereItBroke);
    const query: Query = async (text, values) => (await client.query(text, [...values]).catch(busyWhereItBroke)).rows as never;
    try {
      await query('begin', []);
      const result = await work(query);
      await query('commit', []);
      client.release();
      return result;
    } catch (error) {
      discard(client);
      throw error;
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

/** The connection is closed: whether a rollback would still be heard is not known. */
function discard(client: PoolClient): void {
  client.release(true);
}

/** SQLSTATE classes by which PostgreSQL says that it, and not the statement, is at fault: connection, resources, operator, lock not got, deadlock. */
const OUTAGE = /^(08|40|53|55|57)/;

function busyWhereItBroke(error: unknown): never {
  const { code } = error as { code?: unknown };
  const isSqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  throw isSqlState && !OUTAGE.test(code) ? error : new Refused('BUSY');
}
