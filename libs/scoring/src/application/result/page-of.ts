import { type Page, type PageArgs, PageEdge, Refused, cursorOf, readPage } from '#lib/kernel';

/** A page of rows that were computed, in the order of their places, which begin at one and leave none out. Refuses `PAGE_SIZE` and `CURSOR`. */
export function pageOf<T extends { readonly place: number }>(rows: readonly T[], args: PageArgs): Page<T> {
  const [after = 0] = readPage(args, 1) ?? [];
  if (typeof after !== 'number') throw new Refused('CURSOR', {}, 'after');
  const from = rows.findIndex(({ place }) => place > after);
  const shown = from < 0 ? [] : rows.slice(from, from + args.first);
  const edges = shown.map((node) => new PageEdge(node, () => cursorOf([node.place])));
  const last = shown.at(-1)?.place ?? Infinity;
  return {
    totalCount: rows.length,
    edges,
    pageInfo: { hasNextPage: last < (rows.at(-1)?.place ?? 0), endCursor: edges.at(-1)?.cursor ?? null },
  };
}
