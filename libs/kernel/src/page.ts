import { Refused } from './refused.js';

export const PAGE_MAX = 100;

/** The most rows that anything answers at once: a table whose rows are few and are read beside one another. */
export const TABLE_MAX = 200;

/** Which page: up to `first` rows after the row that `after` names. */
export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
  /** False where nobody asks how many there are in all: then nothing is counted, and the total is 0. */
  readonly counted?: boolean;
  /** The fields of its rows that are asked for, where it is known: what is dear to find is found for them alone. */
  readonly shows?: readonly string[];
  /** Of who reads all of a list for a file: more rows at once than anybody asks for. No argument of an operation has this name. */
  readonly most?: number;
}

/** A Relay connection: the rows, where each stands, and how many there are in all. */
export interface Page<T> {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Refuses a page of none, of more than `max`, or a cursor that is not one of ours. Returns the keys of the row to start after. */
export function readPage(args: PageArgs, keys: number, max = PAGE_MAX): (string | number | null)[] | null {
  if (!Number.isInteger(args.first) || args.first < 1 || args.first > Math.max(max, args.most ?? 0)) {
    throw new Refused('PAGE_SIZE', { max, first: args.first }, 'first');
  }
  if (args.after === undefined || args.after === null) return null;
  try {
    const cursor: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(args.after), (c) => c.charCodeAt(0))));
    if (Array.isArray(cursor) && cursor.length === keys) return cursor as (string | number | null)[];
  } catch {
    // Falls through to the refusal.
  }
  throw new Refused('CURSOR', {}, 'after');
}

export function cursorOf(keys: readonly (string | number | null)[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(keys))));
}

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

/** The same page with each row told in another way. */
export const pageAs = <T, Told>(page: Page<T>, told: (node: T) => Told): Page<Told> => ({
  ...page,
  edges: page.edges.map((edge) => new PageEdge(told(edge.node), () => edge.cursor)),
});
