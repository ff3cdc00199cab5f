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
  /** What a null counts as, so that it stands last: `-infinity`, or the greatest integer. Left out where the column is never null. */
  readonly nullAs?: string;
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

  /**
   * One page by keyset, and its total where it was asked for, in one statement. Refuses `PAGE_SIZE` and `CURSOR`.
   * The order is written as an index has it, and what stands before the cursor is skipped by a comparison that an index can seek.
   */
  async page<T>(listing: Listing<T>, args: PageArgs): Promise<Page<T>> {
    const after = readPage(args, listing.order.length);
    const order = sql.join(listing.order.map((key) => sql`${columnOf(key)} ${key.descending ? sql`desc` : sql`asc`}`));
    const total = args.counted === false ? sql`0` : sql`(select count(*)::int from ${listing.from} where ${listing.where})`;
    const found = await this.first(
      sql<{ total: number; rows: T[] }>`
      select ${total} as total,
             coalesce((select json_agg(shown) from (
               select ${listing.columns} from ${listing.from}
               where ${listing.where} and ${after ? afterKeys(listing.order, after) : sql`true`}
               order by ${order} limit ${args.first + 1}) shown), '[]'::json) as rows`,
    ).catch((error: unknown) => {
      throw after && isDataError(error) ? new Refused('CURSOR', {}, 'after') : error;
    });
    const rows = found?.rows ?? [];
    const edges = rows.slice(0, args.first).map((node) => ({ cursor: cursorOf(keysOf(listing.order, node)), node }));
    return {
      totalCount: found?.total ?? 0,
      edges,
      pageInfo: { hasNextPage: rows.length > args.first, endCursor: edges.at(-1)?.cursor ?? null },
    };
  }
}

type Key = string | number | null;

function keysOf<T>(order: readonly OrderKey<T>[], row: T): Key[] {
  return order.map(({ key, nullAs }) => {
    const value = row[key] as Key;
    if (value === null && nullAs === undefined) throw new Error(`A list is ordered by ${key}, which may be null, and does not say as what`);
    return value;
  });
}

/** PostgreSQL's class 22: a value that is none of its type, as in a cursor that somebody made up. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22');
}

const columnOf = <T>({ column, type, nullAs }: OrderKey<T>): RawBuilder<unknown> =>
  nullAs === undefined ? column : sql`coalesce(${column}, ${sql.lit(nullAs)}::${sql.raw(type)})`;

/** What stands after the cursor: as one comparison where all keys have one direction, else key by key, within what the first one leaves. */
function afterKeys<T>(order: readonly OrderKey<T>[], values: readonly Key[]): RawBuilder<unknown> {
  const keys = order.map((key, at) => ({
    column: columnOf(key),
    value: cursorValue(key, values[at] ?? null),
    descending: key.descending ?? false,
  }));
  const beyond = (descending: boolean) => (descending ? sql`<` : sql`>`);
  const [first] = keys;
  if (!first) return sql`true`;
  if (keys.every(({ descending }) => descending === first.descending)) {
    const columns = sql.join(keys.map(({ column }) => column));
    return sql`(${columns}) ${beyond(first.descending)} (${sql.join(keys.map(({ value }) => value))})`;
  }
  const cases = keys.map(({ column, value, descending }, at) => {
    const equal = keys.slice(0, at).map((earlier) => sql`${earlier.column} = ${earlier.value}`);
    return sql`(${sql.join([...equal, sql`${column} ${beyond(descending)} ${value}`], sql` and `)})`;
  });
  return sql`(${first.column} ${beyond(first.descending)}= ${first.value} and (${sql.join(cases, sql` or `)}))`;
}

function cursorValue<T>({ type, nullAs }: OrderKey<T>, value: Key): RawBuilder<unknown> {
  if (value === null && nullAs === undefined) throw new Refused('CURSOR', {}, 'after');
  return sql`cast(${value ?? nullAs ?? null} as ${sql.raw(type)})`;
}
