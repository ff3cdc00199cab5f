import { type Keys, keysOfProduct } from '../cursors.js';

/** Who asks, as the check of the session found them: the units of each of their roles, those below them included. */
export interface Asker {
  readonly personId: string;
  readonly unitsOf: (...roles: readonly string[]) => readonly string[];
}

/** What a request says beside its text; `count` is said where it selects `totalCount`. */
export type Asked = Readonly<Record<string, unknown>> & { readonly first?: number; readonly after?: string; readonly count?: boolean };

export interface Statement {
  /** Of the prepared statement: the same text under the same name. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The best statement known for a read, with the same rights and the same answer. It returns one row: `json`, the answer's text, where it
 * is no list; for a list `edges`, the text of its edges, `more`, `last`, the keys of the last row shown, and `total` where it is counted.
 */
export interface Floor {
  /** The root field that it answers. */
  readonly field: string;
  readonly statement: (asked: Asked, asker: Asker) => Statement;
  /** What it needs beside the indexes that the product has. */
  readonly indexes?: readonly string[];
}

/** The keys of the row to start after. */
export const keysOf = ({ after }: Asked): Keys | null => (after ? keysOfProduct(after) : null);

/**
 * Around `page`, the keys in their order and one more than are shown, numbered by `n`: the rows dressed as `node`, which reads of `p`.
 * `last` is the JSON of the keys in `p`, `total` a count or null.
 */
export const list = (
  { page, from, node, last, total = 'null' }: Readonly<Record<'page' | 'from' | 'node' | 'last', string>> & { total?: string },
  first: string,
): string => `
  with page as materialized (${page})
  select coalesce((select json_agg(json_build_object('node', ${node}) order by p.n) from page p ${from} where p.n <= ${first}), '[]'::json)::text as edges,
    (select count(*) from page) > ${first} as more, (select ${last} from page p where p.n <= ${first} order by p.n desc limit 1) as last, ${total} as total`;

/** A statement whose parts stand or not: each distinct text is prepared under a name of its own. */
export class Values {
  readonly values: unknown[] = [];
  add(value: unknown, type: string): string {
    return `$${String(this.values.push(value))}::${type}`;
  }
}

/** The name of a prepared statement of which parts stand or not: one for each text. */
export const nameOf = (field: string, ...given: readonly unknown[]): string =>
  `${field} ${given.map((part) => (part ? '1' : '0')).join('')}`;
