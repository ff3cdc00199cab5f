import { type EntityName, type MikroORM as CoreOrm } from '@mikro-orm/core';
import { MikroORM, type Options, PostgreSqlConnection, PostgreSqlDriver, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import { type Pool, type PoolConfig } from 'pg';
import { Refused } from '#lib/kernel';
import { LendingPool } from './lending-pool.js';
import { type DatabaseWaits, WAITS } from './waits.js';

/** The entities of all libraries that an application assembles. */
export type Entities = readonly EntityName[];

/** Which database, over how many connections, and how long anything may wait for it. */
export interface DatabaseAccess {
  readonly url: string;
  readonly poolSize?: number;
  readonly waits?: DatabaseWaits;
}

class Connection extends PostgreSqlConnection {
  override createKyselyDialect({ waits, ...overrides }: PoolConfig & { waits: DatabaseWaits }): PostgresDialect {
    const made: Pool[] = [];
    super.createKyselyDialect({ ...overrides, onPoolCreated: (pool: Pool) => made.push(pool) } as PoolConfig);
    const [pool] = made;
    if (!pool) throw new Error('The driver made no pool');
    return new PostgresDialect({ pool: new LendingPool(pool, waits) });
  }
}

class Driver extends PostgreSqlDriver {
  protected override readonly connection = new Connection(this.config);
}

/**
 * What PostgreSQL is told of where the data lies: in memory, for the most part. It takes a look-up by an index for four times as dear as it
 * then is, and reads whole tables instead of the fifty rows that a page shows. Many ask at once, each for little: to share one question among
 * several processes, or to compile it, costs more than to answer it.
 */
export const PLANNER_SETTINGS = '-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0 -c jit=off';

/** Said to the server once, when a connection is made, so that no statement has to say it. */
export const connectionSettings = ({ connection, lock, statement, transaction }: DatabaseWaits): PoolConfig => ({
  connectionTimeoutMillis: connection,
  lock_timeout: lock,
  statement_timeout: statement,
  idle_in_transaction_session_timeout: transaction,
  options: `-c transaction_timeout=${String(transaction)} ${PLANNER_SETTINGS}`,
  keepAlive: true,
});

/** How every process speaks to PostgreSQL: the applications, the migrations, the generated `schema.sql`. */
export function ormOptions(entities: Entities, { url, poolSize = 10, waits = WAITS }: DatabaseAccess): Options {
  return {
    driver: Driver,
    driverOptions: { ...connectionSettings(waits), waits },
    clientUrl: url,
    pool: { min: 0, max: poolSize },
    entities: [...entities],
    namingStrategy: UnderscoreNamingStrategy,
    timezone: 'UTC',
    forceUtcTimezone: true,
    findOneOrFailHandler: (name) => new Refused('NOT_FOUND', { what: name }),
    findExactlyOneOrFailHandler: (name) => new Refused('NOT_FOUND', { what: name }),
    schemaGenerator: { disableForeignKeys: false },
    migrations: { snapshot: false, tableName: 'migration', transactional: true, allOrNothing: true },
    ignoreUndefinedInQuery: false,
  };
}

/** Made by its constructor: `init` looks for extensions to load, and so finds a second copy of the library beside the one in the bundle. */
export function openOrm(entities: Entities, access: DatabaseAccess): MikroORM {
  return new MikroORM(ormOptions(entities, access));
}

export type Orm = CoreOrm;
