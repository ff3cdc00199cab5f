import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Page, type PageArgs, Refused, cursorOf, readPage } from '#lib/kernel';

/** One key of a list's order. `column` is the SQL that is ordered by and `key` the row's field that holds its value. */
export interface OrderKey<T> {
  readonly column: RawBuilder<unknown>;
  readonly key: keyof T & string;
  /** The type that the cursor's value is cast to, e.g. `timestamptz`. */
  readonly type: 'uuid' | 'timestamptz' | 'date' | 'text' | 'integer' | 'bigint' | 'numeric';
  readonly descending?: boolean;
}

/** A list in its parts, so that what it counts and what it shows have the same scope. The last order key must be unique. */
export interface Listing<T> {
  readonly columns: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly order: readonly OrderKey<T>[];
}

/** Reads: one SQL statement each, inside the present transaction where there is one. */
@Injectable()
export class Database {
  constructor(private readonly em: EntityManager) {}

  async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    const { rows } = await statement.execute(this.em.getKysely());
    return rows;
  }

  async first<T>(statement: RawBuilder<T>): Promise<T | null> {
    return (await this.rows(statement))[0] ?? null;
  }

  /** One page by keyset: rows and total in one statement. Refuses `PAGE_SIZE` and `CURSOR`. */
  async page<T>(listing: Listing<T>, args: PageArgs): Promise<Page<T>> {
    const after = readPage(args, listing.order.length);
    const direction = (key: OrderKey<T>) => (key.descending ? sql`desc nulls last` : sql`asc nulls last`);
    const order = sql.join(listing.order.map((key) => sql`${key.column} ${direction(key)}`));
    const found = await this.first(
      sql<{ total: number; rows: T[] }>`
      select (select count(*)::int from ${listing.from} where ${listing.where}) as total,
             coalesce((select json_agg(shown) from (
               select ${listing.columns} from ${listing.from}
               where ${listing.where} and ${after ? afterKeys(listing.order, after) : sql`true`}
               order by ${order} limit ${args.first + 1}) shown), '[]'::json) as rows`,
    ).catch((error: unknown) => {
      throw after && isDataError(error) ? new Refused('CURSOR', {}, 'after') : error;
    });
    const rows = found?.rows ?? [];
    const edges = rows.slice(0, args.first).map((node) => ({
      cursor: cursorOf(listing.order.map(({ key }) => node[key] as string | number | null)),
      node,
    }));
    return {
      totalCount: found?.total ?? 0,
      edges,
      pageInfo: { hasNextPage: rows.length > args.first, endCursor: edges.at(-1)?.cursor ?? null },
    };
  }
}

/** PostgreSQL's class 22: a value that is none of its type, as in a cursor that somebody made up. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22');
}

/** `(a, b, c)` stands after the cursor, written out since the keys may differ in direction; nulls stand last. */
function afterKeys<T>(order: readonly OrderKey<T>[], values: readonly (string | number | null)[]): RawBuilder<unknown> {
  const cases = order.map((key, at) => {
    const equal = order.slice(0, at).map((earlier, i) => sql`${earlier.column} is not distinct from ${cast(earlier, values[i])}`);
    return sql`(${sql.join([...equal, beyond(key, values[at])], sql` and `)})`;
  });
  return sql`(${sql.join(cases, sql` or `)})`;
}

function beyond<T>(key: OrderKey<T>, value: string | number | null | undefined): RawBuilder<unknown> {
  if (value === null || value === undefined) return sql`false`;
  return key.descending
    ? sql`(${key.column} < ${cast(key, value)} or ${key.column} is null)`
    : sql`(${key.column} > ${cast(key, value)} or ${key.column} is null)`;
}

function cast<T>(key: OrderKey<T>, value: string | number | null | undefined): RawBuilder<unknown> {
  return sql`cast(${value ?? null} as ${sql.raw(key.type)})`;
}
