import { AsyncLocalStorage } from 'node:async_hooks';

/** How long anything may wait for the database before it is refused as busy; in milliseconds. */
export interface DatabaseWaits {
  /** For a free connection, and for a new one to be made. */
  readonly connection: number;
  /** For a lock that another holds. */
  readonly lock: number;
  /** For the answer to one statement. */
  readonly statement: number;
  /** From the begin of a transaction to its end. */
  readonly transaction: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const WAITS: DatabaseWaits = { connection: 5 * SECOND, lock: 5 * SECOND, statement: 15 * SECOND, transaction: MINUTE };

/** For what nobody stands and waits for: migrations, the demo season, sweeps, the ends of jobs. */
export const LONG_WAITS: DatabaseWaits = { connection: MINUTE, lock: MINUTE, statement: 30 * MINUTE, transaction: 2 * 60 * MINUTE };

/** The waits of the running work, where they are others than those of its connections. */
export const patience = new AsyncLocalStorage<DatabaseWaits>();

/** Runs work that may wait for long. */
export const patiently = <T>(work: () => Promise<T>): Promise<T> => patience.run(LONG_WAITS, work);
