import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Page, type PageArgs, PageEdge, Refused, cursorOf, readPage } from '#lib/kernel';
import { type AuditFault, verifyAudit } from '../audit/verify.js';
import { PREPARED } from './lending-pool.js';

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
  readonly columns: RawBuilder<unknown> | ((shows: Shows<T>) => RawBuilder<unknown>);
  /** What is looked at to find the rows and their order; where the first key orders things of several rows each, found by what a page needs of those. */
  readonly from: RawBuilder<unknown> | ((needed: Needed | null) => RawBuilder<unknown>);
  readonly where: RawBuilder<unknown>;
  readonly order: readonly OrderKey<T>[];
  /** What is looked at only to show them, for no more of them than are shown. */
  readonly dress?: Dress;
  /** Further places where its rows stand, under the same names, each read in the order for itself; what stands in several is listed once. It needs a `dress`. */
  readonly also?: readonly Source[];
  /** The most rows of a page, where it is not as of other lists. */
  readonly most?: number;
  /** It is planned at every run: where something rare is looked for, as by a search, a plan for any values is the worse. */
  readonly plannedAnew?: boolean;
}

/** Whether a field of the rows is asked for: what is dear to find and has no use otherwise is left out where it is not. */
export type Shows<T> = (field: keyof T & string) => boolean;

/** Where rows of a list stand, in their scope. */
export interface Source {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** Of the things that a list's first key orders: those from the cursor's on, and no more of them than fill a page, each having a row. Nothing is said where rows are counted. */
export interface Needed {
  readonly reached: RawBuilder<boolean>;
  readonly enough: number;
}

/** `key` of the rows that were found is `page.key` in `from`, which is all that the columns read of; `with` are further columns of `page`. */
export interface Dress {
  readonly key: RawBuilder<unknown>;
  readonly with?: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
}

/**
 * Whether there is such a row, looked up by its index for each that is shown. PostgreSQL reckons that reading a whole table into a hash
 * were cheaper than some fifty look-ups, and is wrong; a subquery with an offset it does not turn into one.
 */
export const isThere = (rows: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (${rows} offset 0)`;

/** The row of a table that has the id, looked up in the same way: joined `on true`, so that fifty rows of a page are fifty look-ups and no more. */
export const rowById = (table: string, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`lateral (select * from ${sql.table(table)} listed where listed.id = ${id} offset 0)`;

/** Reads: one SQL statement each, inside the present transaction where there is one. */
@Injectable()
export class Database {
  constructor(private readonly em: EntityManager) {}

  async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    const { rows } = await statement.execute(this.em.getKysely());
    return rows;
  }

  /** What is wrong in the chain of the log, or nothing; `head` must be the hash of an entry of it. */
  async auditFault(head: string | null): Promise<AuditFault | null> {
    return (await verifyAudit(this.em.fork().getKysely() as never, head)).fault;
  }

  async first<T>(statement: RawBuilder<T>): Promise<T | null> {
    return (await this.rows(statement))[0] ?? null;
  }

  /**
   * One page by keyset, and its total where it was asked for, in one statement. Refuses `PAGE_SIZE` and `CURSOR`.
   * The order is written as an index has it, and what stands before the cursor is skipped by a comparison that an index can seek.
   * With a `dress`, the page's keys are chosen before anything else is looked up.
   */
  async page<T>(listing: Listing<T>, args: PageArgs): Promise<Page<T>> {
    const after = readPage(args, listing.order.length, listing.most);
    const total = args.counted === false ? sql`0` : countOf(listing);
    const shown = shownRows(listing, { after, limit: args.first + 1, shows: showsOf(listing, args) });
    const found = await this.first(
      sql<{
        total: number;
        rows: T[];
      }>`select ${total} as total, coalesce((select json_agg(shown) from (${shown}) shown), '[]'::json) as rows ${
        listing.plannedAnew ? sql`` : PREPARED
      }`,
    ).catch((error: unknown) => {
      throw after && isDataError(error) ? new Refused('CURSOR', {}, 'after') : error;
    });
    const rows = found?.rows ?? [];
    const edges = rows.slice(0, args.first).map((node) => new PageEdge(node, () => cursorOf(keysOf(listing.order, node))));
    return {
      totalCount: found?.total ?? 0,
      edges,
      pageInfo: { hasNextPage: rows.length > args.first, endCursor: edges.at(-1)?.cursor ?? null },
    };
  }
}

type Key = string | number | null;

const fromOf = <T>({ from }: Listing<T>, needed: Needed | null): RawBuilder<unknown> => (typeof from === 'function' ? from(needed) : from);

function countOf<T>(listing: Listing<T>): RawBuilder<unknown> {
  const { where, dress, also = [] } = listing;
  const all = { from: fromOf(listing, null), where };
  if (also.length === 0 || !dress) return sql`(select count(*)::int from ${all.from} where ${where})`;
  const keys = [all, ...also].map((source) => sql`select ${dress.key} from ${source.from} where ${source.where}`);
  return sql`(select count(*)::int from (${sql.join(keys, sql` union `)}) listed)`;
}

/** What a list is ordered by is always there: its cursors are made of it. */
const showsOf =
  <T>({ order }: Listing<T>, { shows }: PageArgs): Shows<T> =>
  (field) =>
    !shows || shows.includes(field) || order.some(({ key }) => key === field);

/** Of these columns, under the names of their fields, those that are asked for. */
export const columnsShown = <T>(columns: Readonly<Partial<Record<keyof T & string, RawBuilder<unknown>>>>, shows: Shows<T> = () => true) =>
  sql.join(
    Object.entries<RawBuilder<unknown> | undefined>(columns).flatMap(([field, column]) =>
      column && shows(field as keyof T & string) ? [sql`${column} as ${sql.id(field)}`] : [],
    ),
  );

interface Wanted<T> {
  readonly after: readonly Key[] | null;
  readonly limit: number;
  readonly shows: Shows<T>;
}

/** So many rows after the cursor; with a `dress`, their keys before anything else is looked up. */
function shownRows<T>(listing: Listing<T>, { after, limit, shows }: Wanted<T>): RawBuilder<unknown> {
  const { dress, order, where, also = [] } = listing;
  const columns = typeof listing.columns === 'function' ? listing.columns(shows) : listing.columns;
  const [first] = order;
  const reached =
    after && first ? sql<boolean>`${columnOf(first)} ${beyond(first)}= ${cursorValue(first, after[0] ?? null)}` : sql<boolean>`true`;
  // One more, since of the thing that the cursor is of there may be no further row.
  const from = fromOf(listing, { reached, enough: limit + 1 });
  const inOrder = (columnOfKey: typeof columnOf<T>) =>
    sql`order by ${sql.join(order.map((key) => sql`${columnOfKey(key)} ${key.descending ? sql`desc` : sql`asc`}`))} limit ${limitOf(limit)}`;
  const found = (what: RawBuilder<unknown>, source: Source = { from, where }) =>
    sql`select ${what} from ${source.from} where ${source.where} and ${after ? afterKeys(order, after) : sql`true`} ${inOrder(columnOf)}`;
  if (!dress) return found(columns);
  const keys = sql`${dress.key} as key ${dress.with ? sql`, ${dress.with}` : sql``}`;
  return sql`with page as materialized (select found.*, row_number() over () as at from (${also.length > 0 ? foundIn() : found(keys)}) found)
    select ${columns} from page join ${dress.from} order by page.at`;

  function foundIn(): RawBuilder<unknown> {
    const nameOf = ({ key }: OrderKey<T>) => sql.ref(`by ${key}`);
    const ordered = sql.join([keys, ...order.map((key) => sql`${columnOf(key)} as ${nameOf(key)}`)]);
    const sources = [{ from, where }, ...also].map((source) => sql`(${found(ordered, source)})`);
    return sql`select * from (${sql.join(sources, sql` union `)}) listed ${inOrder(nameOf)}`;
  }
}

/**
 * Of the pages that are mostly asked for the number stands in the text: where it is a value, PostgreSQL takes a tenth of all rows for it, and
 * a plan that is made once for the dearer one.
 */
const USUAL_PAGES: ReadonlySet<number> = new Set([1, 5, 10, 20, 25, 50, 100, 200]);
const limitOf = (limit: number): RawBuilder<unknown> => (USUAL_PAGES.has(limit - 1) ? sql.lit(limit) : sql`${limit}`);

const beyond = ({ descending }: { readonly descending?: boolean }): RawBuilder<unknown> => (descending ? sql`<` : sql`>`);

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
  const [first] = keys;
  if (!first) return sql`true`;
  if (keys.every(({ descending }) => descending === first.descending)) {
    const columns = sql.join(keys.map(({ column }) => column));
    return sql`(${columns}) ${beyond(first)} (${sql.join(keys.map(({ value }) => value))})`;
  }
  const cases = keys.map((key, at) => {
    const equal = keys.slice(0, at).map((earlier) => sql`${earlier.column} = ${earlier.value}`);
    return sql`(${sql.join([...equal, sql`${key.column} ${beyond(key)} ${key.value}`], sql` and `)})`;
  });
  return sql`(${first.column} ${beyond(first)}= ${first.value} and (${sql.join(cases, sql` or `)}))`;
}

function cursorValue<T>({ type, nullAs }: OrderKey<T>, value: Key): RawBuilder<unknown> {
  if (value === null && nullAs === undefined) throw new Refused('CURSOR', {}, 'after');
  return sql`cast(${value ?? nullAs ?? null} as ${sql.raw(type)})`;
}
