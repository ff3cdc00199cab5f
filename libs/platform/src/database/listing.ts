import { type RawBuilder, sql } from 'kysely';
import { type PageArgs, type SoughtPage } from '#lib/kernel';
import { type CursorKey } from './cursors.js';
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

/** The same order from its other end. */
export const reversed = <T>(order: readonly OrderKey<T>[]): readonly OrderKey<T>[] => inDirection(order, true);

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
  /** They are walked from the last to the first. */
  readonly backwards: boolean;
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

/** A page of a list, and the keys of the row beside which it is sought. */
export interface Sought<T> {
  readonly page: SoughtPage;
  readonly beside: readonly CursorKey[] | null;
  readonly shows: Shows<T>;
  readonly counted: boolean;
  /** Whether it is told if there are rows on the side that the page is read from. */
  readonly looksBack: boolean;
}

/** What the statement of a page answers: one row more than the page has, in the direction in which it is read. */
export interface FoundPage<T> {
  readonly total: number;
  readonly rows: readonly T[];
  readonly back: boolean;
}

/** The name of a list's order, for its cursors. */
export const orderName = <T>({ order }: Listing<T>): string =>
  order.map(({ key, type, descending, nullAs }) => `${key} ${type}${descending ? ' desc' : ''} ${nullAs ?? ''}`).join(', ');

/** What a list is ordered by is always there: its cursors are made of it. */
export const showsOf =
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

/** A page, its total, and whether there are rows behind it, where these were asked for: one statement, that all three are of one moment. */
export function pageStatement<T>(listing: Listing<T>, sought: Sought<T>): RawBuilder<FoundPage<T>> {
  const total = sought.counted ? countOf(listing) : sql`0`;
  const back = sought.looksBack && sought.beside ? isBehind(listing, sought.beside, sought.page.backwards) : sql`false`;
  return sql<FoundPage<T>>`select ${total} as total, ${back} as back,
    coalesce((select json_agg(shown) from (${shownRows(listing, sought)}) shown), '[]'::json) as rows ${listing.plannedAnew ? sql`` : PREPARED}`;
}

export function keysOf<T>({ order }: Listing<T>, row: T): CursorKey[] {
  return order.map(({ key, nullAs }) => {
    const value = row[key] as CursorKey;
    if (value === null && nullAs === undefined) throw new Error(`A list is ordered by ${key}, which may be null, and does not say as what`);
    return value;
  });
}

const fromOf = <T>({ from }: Listing<T>, needed: Needed | null): RawBuilder<unknown> => (typeof from === 'function' ? from(needed) : from);

function countOf<T>(listing: Listing<T>): RawBuilder<unknown> {
  const { where, dress, also = [] } = listing;
  const all = { from: fromOf(listing, null), where };
  if (also.length === 0 || !dress) return sql`(select count(*)::int from ${all.from} where ${where})`;
  const keys = [all, ...also].map((source) => sql`select ${dress.key} from ${source.from} where ${source.where}`);
  return sql`(select count(*)::int from (${sql.join(keys, sql` union `)}) listed)`;
}

/** Backwards, the same list is read in the opposite order, from the same indexes. */
const inDirection = <T>(order: readonly OrderKey<T>[], backwards: boolean): readonly OrderKey<T>[] =>
  backwards ? order.map((key) => ({ ...key, descending: !key.descending })) : order;

/** So many rows beyond the cursor, and one more; with a `dress`, their keys before anything else is looked up. */
function shownRows<T>(listing: Listing<T>, { beside, page: { size, backwards }, shows }: Sought<T>): RawBuilder<unknown> {
  const { dress, where, also = [] } = listing;
  const order = inDirection(listing.order, backwards);
  const limit = size + 1;
  const columns = typeof listing.columns === 'function' ? listing.columns(shows) : listing.columns;
  // One more, since of the thing that the cursor is of there may be no further row.
  const from = fromOf(listing, { reached: reachedBy(order, beside), enough: limit + 1, backwards });
  const inOrder = (columnOfKey: typeof columnOf<T>) =>
    sql`order by ${sql.join(order.map((key) => sql`${columnOfKey(key)} ${key.descending ? sql`desc` : sql`asc`}`))} limit ${limitOf(limit)}`;
  const found = (what: RawBuilder<unknown>, source: Source = { from, where }) =>
    sql`select ${what} from ${source.from} where ${source.where} and ${beside ? beyondKeys(order, beside) : sql`true`} ${inOrder(columnOf)}`;
  if (!dress) return found(columns);
  const keys = sql`${dress.key} as key ${dress.with ? sql`, ${dress.with}` : sql``}`;
  // `at` is the place on the page, from one; where rows are found from the last on, the one more that was looked for has the place zero.
  const at = backwards ? sql`least(count(*) over (), ${size}) + 1 - row_number() over ()` : sql`row_number() over ()`;
  return sql`with page as materialized (select found.*, ${at} as at from (${also.length > 0 ? foundIn() : found(keys)}) found)
    select ${columns} from page join ${dress.from} order by page.at ${backwards ? sql`desc` : sql``}`;

  function foundIn(): RawBuilder<unknown> {
    const nameOf = ({ key }: OrderKey<T>) => sql.ref(`by ${key}`);
    const ordered = sql.join([keys, ...order.map((key) => sql`${columnOf(key)} as ${nameOf(key)}`)]);
    const sources = [{ from, where }, ...also].map((source) => sql`(${found(ordered, source)})`);
    return sql`select * from (${sql.join(sources, sql` union `)}) listed ${inOrder(nameOf)}`;
  }
}

/** Whether there is a row on the side of the cursor that the page is not on, its own row among them. */
function isBehind<T>(listing: Listing<T>, beside: readonly CursorKey[], backwards: boolean): RawBuilder<unknown> {
  const order = inDirection(listing.order, !backwards);
  const from = fromOf(listing, { reached: reachedBy(order, beside), enough: 2, backwards: !backwards });
  const sources = [{ from, where: listing.where }, ...(listing.also ?? [])];
  const behind = sources.map(
    (source) => sql`exists (select 1 from ${source.from} where ${source.where} and ${beyondKeys(order, beside, true)})`,
  );
  return sql`(${sql.join(behind, sql` or `)})`;
}

/** That the first key is the cursor's, or stands beyond it. */
function reachedBy<T>([first]: readonly OrderKey<T>[], beside: readonly CursorKey[] | null): RawBuilder<boolean> {
  return beside && first ? sql<boolean>`${columnOf(first)} ${beyond(first)}= ${cursorValue(first, beside[0] ?? null)}` : sql<boolean>`true`;
}

/**
 * Of the pages that are mostly asked for the number stands in the text: where it is a value, PostgreSQL takes a tenth of all rows for it, and
 * a plan that is made once for the dearer one.
 */
const USUAL_PAGES: ReadonlySet<number> = new Set([1, 5, 10, 20, 25, 50, 100, 200]);
const limitOf = (limit: number): RawBuilder<unknown> => (USUAL_PAGES.has(limit - 1) ? sql.lit(limit) : sql`${limit}`);

const beyond = ({ descending }: { readonly descending?: boolean }): RawBuilder<unknown> => (descending ? sql`<` : sql`>`);

const columnOf = <T>({ column, type, nullAs }: OrderKey<T>): RawBuilder<unknown> =>
  nullAs === undefined ? column : sql`coalesce(${column}, ${sql.lit(nullAs)}::${sql.raw(type)})`;

/**
 * What stands beyond the cursor in this order, its own row too where it is `inclusive`: as one comparison where all keys have one direction,
 * else key by key, within what the first one leaves.
 */
function beyondKeys<T>(order: readonly OrderKey<T>[], values: readonly CursorKey[], inclusive = false): RawBuilder<unknown> {
  const keys = order.map((key, at) => ({
    column: columnOf(key),
    value: cursorValue(key, values[at] ?? null),
    descending: key.descending ?? false,
  }));
  const [first] = keys;
  if (!first) return sql`true`;
  if (keys.every(({ descending }) => descending === first.descending)) {
    const columns = sql.join(keys.map(({ column }) => column));
    return sql`(${columns}) ${beyond(first)}${inclusive ? sql`=` : sql``} (${sql.join(keys.map(({ value }) => value))})`;
  }
  const cases = keys.map((key, at) => {
    const equal = keys.slice(0, at).map((earlier) => sql`${earlier.column} = ${earlier.value}`);
    const orEqual = inclusive && at === keys.length - 1 ? sql`=` : sql``;
    return sql`(${sql.join([...equal, sql`${key.column} ${beyond(key)}${orEqual} ${key.value}`], sql` and `)})`;
  });
  return sql`(${first.column} ${beyond(first)}= ${first.value} and (${sql.join(cases, sql` or `)}))`;
}

const cursorValue = <T>({ type, nullAs }: OrderKey<T>, value: CursorKey): RawBuilder<unknown> =>
  sql`cast(${value ?? nullAs ?? null} as ${sql.raw(type)})`;
