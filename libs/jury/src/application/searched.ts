import { type RawBuilder, sql } from 'kysely';
import { peopleNamed } from '#lib/identity';
import { holds, holdsFolded, isThere } from '#lib/platform';

/** That somebody has such a name: those who have are looked up once and for all. */
export const isNamed = (personId: RawBuilder<unknown>, search: string): RawBuilder<boolean> =>
  sql<boolean>`${personId} in (select p.id from ${peopleNamed(search)})`;

/** That an initiative has such a title, or the whole code. A title goes by what is kept of it; one of which nothing is kept is folded for it. */
export function isInitiative(id: RawBuilder<unknown>, search: string): RawBuilder<boolean> {
  const kept = sql`(select ${holdsFolded({ marks: sql`s.title_marks`, folded: sql`s.title` }, search)} from initiative_search s where s.initiative_id = found.id)`;
  return isThere(sql`select 1 from initiative found where found.id = ${id}
    and (found.code = btrim(${search}) or coalesce(${kept}, ${holds(sql`found.title`, search)}))`);
}

/** What stands between somebody and an initiative is found by either. */
export const isBetween = (
  { personId, initiativeId }: { readonly personId: RawBuilder<unknown>; readonly initiativeId: RawBuilder<unknown> },
  search: string,
): RawBuilder<boolean> => sql<boolean>`(${isNamed(personId, search)} or ${isInitiative(initiativeId, search)})`;

/** That a column has one of these values; true where none are asked for. */
export const isOneOf = (column: RawBuilder<unknown>, values: readonly string[] | null | undefined): RawBuilder<boolean> =>
  values ? sql<boolean>`${column} = any(${[...values]}::text[])` : sql<boolean>`true`;
