import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, cursorOf, readPage } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type LinkVerdict } from '../domain/initiative-parts.entity.js';
import { type AreaName, type OwnerName } from './initiative.rows.js';
import { InitiativeQueries } from './initiative.queries.js';
import { comparableScope, readScope, receivedScope } from './scope.js';

/** Another initiative that resembles one, as far as anybody may know of it. `likeness` is 0 to 1, for the order alone. */
export interface SimilarRow {
  readonly id: string;
  readonly code: string | null;
  readonly title: string;
  readonly year: number;
  readonly contestTitle: string;
  readonly likeness: string;
  readonly area: AreaName;
  readonly owner: OwnerName;
  readonly mayRead: boolean;
  readonly verdict: LinkVerdict | null;
}

/** Below this it is chance: two texts of one office share half their words anyhow. */
const LEAST_LIKENESS = 0.2;
const MOST = 50;

/** Finds initiatives of all years that resemble one. */
@Injectable()
export class SimilarQueries {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativeQueries,
  ) {}

  /** The most alike first, fifty at most: read whole, so that nothing is ranked twice. Refuses `NOT_FOUND` for an initiative the person may not read. */
  async similarInitiatives(
    actor: Actor,
    { initiativeId, ...args }: PageArgs & { readonly initiativeId: string },
  ): Promise<Page<SimilarRow>> {
    const after = readPage(args, 1);
    await this.initiatives.refuseUnseen(initiativeId, readScope(actor));
    const rows = await this.database.rows(similarTo(actor, initiativeId));
    const start = after ? rows.findIndex(({ id }) => id === after[0]) + 1 : 0;
    const edges = rows.slice(start, start + args.first).map((node) => ({ cursor: cursorOf([node.id]), node }));
    const pageInfo = { hasNextPage: start + args.first < rows.length, endCursor: edges.at(-1)?.cursor ?? null };
    return { totalCount: rows.length, edges, pageInfo };
  }
}

/**
 * The title by trigrams (six tenths) and all the words (four tenths, of what the text would score against itself).
 * The index finds who shares a title's trigrams or any word of it; the rest is ranked.
 */
function similarTo(actor: Actor, initiativeId: string): RawBuilder<SimilarRow> {
  return sql<SimilarRow>`
    with asked as materialized (
      select fold_text(title) as title,
             setweight(to_tsvector('simple', fold_text(title)), 'A')
               || setweight(to_tsvector('simple', fold_text(concat_ws(' ', problem, solution, novelty, effect))), 'C') as words
      from initiative where id = ${initiativeId}),
    words as materialized (
      select asked.title, asked.words, ${anyWordOf(sql`asked.words`)} as any_word, ${anyWordOf(sql`to_tsvector('simple', asked.title)`)} as title_word from asked),
    query as materialized (select words.*, nullif(ts_rank(words.words, words.any_word), 0) as itself from words),
    found as materialized (
      select s.initiative_id,
             round((0.6 * similarity(s.title, q.title)
                    + 0.4 * least(1, coalesce(ts_rank(s.words, q.any_word) / q.itself, 0)))::numeric, 4) as likeness
      from query q join initiative_search s on s.title % q.title or s.words @@ q.title_word)
    select i.id, i.code, i.title, c.year, c.title as "contestTitle", found.likeness,
           (select json_build_object('id', r.id, 'code', r.code, 'nameVi', r.name_vi, 'nameEn', r.name_en) from reform_area r where r.id = i.area_id) as area,
           (select json_build_object('id', u.id, 'nameVi', u.name_vi, 'nameEn', u.name_en, 'abbreviation', u.abbreviation) from unit u where u.id = i.owner_id) as owner,
           ${readScope(actor)} as "mayRead",
           case when ${screensAsked(actor, initiativeId)} then
             (select l.verdict from initiative_link l where l.initiative_id = ${initiativeId} and l.earlier_id = i.id) end as verdict
    from found join initiative i on i.id = found.initiative_id join contest c on c.id = i.contest_id
    where i.id <> ${initiativeId} and found.likeness >= ${LEAST_LIKENESS} and ${comparableScope(actor)}
    order by found.likeness desc, i.id limit ${MOST}`;
}

/** A query for any of the words; folded words are letters and digits, whatever else there is needs no comparing. */
const anyWordOf = (words: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select string_agg(lexeme, ' | ')::tsquery from unnest(${words}) where lexeme ~ '^[a-z0-9]+$')`;

/** Whether the person screens the initiative that is asked about. */
const screensAsked = (actor: Actor, initiativeId: string): RawBuilder<boolean> =>
  sql`exists (select 1 from initiative i where i.id = ${initiativeId} and ${receivedScope(actor, 'initiative:screen')})`;
