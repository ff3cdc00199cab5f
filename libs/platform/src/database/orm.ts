import { type EntityName, type MikroORM as CoreOrm } from '@mikro-orm/core';
import { MikroORM, type Options, PostgreSqlDriver, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import { Refused } from '#lib/kernel';

/** The entities of all libraries that an application assembles. */
export const ENTITIES = Symbol('Entities');
export type Entities = readonly EntityName[];

/** How every process speaks to PostgreSQL: the applications, the migrations, the generated `schema.sql`. */
export function ormOptions(entities: Entities, database: { readonly url: string; readonly poolSize?: number }): Options {
  return {
    driver: PostgreSqlDriver,
    clientUrl: database.url,
    pool: { min: 0, max: database.poolSize ?? 10 },
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

export async function openOrm(entities: Entities, database: { readonly url: string; readonly poolSize?: number }): Promise<MikroORM> {
  return MikroORM.init(ormOptions(entities, database));
}

export type Orm = CoreOrm;
