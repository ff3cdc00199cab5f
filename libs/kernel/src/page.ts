import { Refused } from './refused.js';

export const PAGE_MAX = 100;

/** How many rows a page has where nobody says. */
export const PAGE_USUAL = 50;

/** The most rows that anything answers at once: a table whose rows are few and are read beside one another. */
export const TABLE_MAX = 200;

/** Which page: up to `first` rows after the row that `after` names, or up to `last` rows before the one that `before` names. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  /** False where nobody asks how many there are in all: then nothing is counted, and the total is 0. */
  readonly counted?: boolean;
  /** The fields of its rows that are asked for, where it is known: what is dear to find is found for them alone. */
  readonly shows?: readonly string[];
  /** The fields of its `pageInfo` that are asked for, where it is known: whether there are rows on the side it comes from is looked up for them alone. */
  readonly tells?: readonly string[];
  /** The name of the list, for its cursors: that of another list is refused. */
  readonly list?: string;
  /** Of who reads all of a list for a file: more rows at once than anybody asks for. No argument of an operation has this name. */
  readonly most?: number;
}

/** Where a page ends, and whether the list goes on there. */
export interface PageInfo {
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A Relay connection: the rows, where each stands, and how many there are in all. */
export interface Page<T> {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
}

/** A page that is sought: so many rows in one direction, beside the row of a cursor or from the list's end. */
export interface SoughtPage {
  readonly size: number;
  readonly backwards: boolean;
  readonly beside: string | null;
  /** The argument that names the cursor. */
  readonly path: 'after' | 'before';
}

/** Refuses a page of none, of more than `max`, and one in both directions. */
export function soughtPage({ first, after, last, before, most = 0 }: PageArgs, max = PAGE_MAX): SoughtPage {
  const backwards = isSaid(last) || isSaid(before);
  if (backwards && (isSaid(first) || isSaid(after))) throw new Refused('PAGE_DIRECTION', {}, isSaid(last) ? 'last' : 'before');
  const asked = backwards ? last : first;
  const size = asked ?? PAGE_USUAL;
  if (!Number.isInteger(size) || size < 1 || size > Math.max(max, most))
    throw new Refused('PAGE_SIZE', { max, first: size }, backwards ? 'last' : 'first');
  return backwards
    ? { size, backwards, beside: before ?? null, path: 'before' }
    : { size, backwards, beside: after ?? null, path: 'after' };
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

/** A row of a page. Its cursor is written for who asks for it, which of most rows nobody does. */
export class PageEdge<T> {
  readonly #cursor: () => string;

  constructor(
    readonly node: T,
    cursor: () => string,
  ) {
    this.#cursor = cursor;
  }

  get cursor(): string {
    return this.#cursor();
  }
}

/** The ends of a page; its cursors too are written for who asks. */
class PageEnds implements PageInfo {
  readonly #edges: Page<unknown>['edges'];

  constructor(
    readonly hasPreviousPage: boolean,
    readonly hasNextPage: boolean,
    edges: Page<unknown>['edges'],
  ) {
    this.#edges = edges;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

/** A page of rows in the order of their list. */
export function pageWith<T>(
  rows: readonly T[],
  cursorOf: (row: T) => string,
  { totalCount, hasPreviousPage, hasNextPage }: Pick<PageInfo, 'hasPreviousPage' | 'hasNextPage'> & { readonly totalCount: number },
): Page<T> {
  const edges = rows.map((node) => new PageEdge(node, () => cursorOf(node)));
  return { totalCount, edges, pageInfo: new PageEnds(hasPreviousPage, hasNextPage, edges) };
}

/** The same page with each row told in another way. */
export const pageAs = <T, Told>(page: Page<T>, told: (node: T) => Told): Page<Told> => ({
  ...page,
  edges: page.edges.map((edge) => new PageEdge(told(edge.node), () => edge.cursor)),
});
