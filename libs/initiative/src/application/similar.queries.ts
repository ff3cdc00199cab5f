import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
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
  readonly likeness: number;
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

  /** The most alike first. Refuses `NOT_FOUND` for an initiative the person may not read. */
  async similarInitiatives(
    actor: Actor,
    { initiativeId, ...page }: PageArgs & { readonly initiativeId: string },
  ): Promise<Page<SimilarRow>> {
    await this.initiatives.refuseUnseen(initiativeId, readScope(actor));
    const columns = sql`x.id, x.code, x.title, x.year, x.likeness, x.area, x.owner, x."mayRead", x.verdict`;
    return this.database.page<SimilarRow>(
      {
        columns,
        from: sql`(${similarTo(actor, initiativeId)}) x`,
        where: sql`true`,
        order: [
          { column: sql`x.likeness`, key: 'likeness', type: 'numeric', descending: true },
          { column: sql`x.id`, key: 'id', type: 'uuid' },
        ],
      },
      page,
    );
  }
}

/**
 * The title by trigrams (six tenths) and all the words (four tenths, of what the text would score against itself).
 * The index finds who shares a title's trigrams or any word of it; the rest is ranked.
 */
function similarTo(actor: Actor, initiativeId: string): RawBuilder<unknown> {
  return sql`
    with asked as (
      select fold_text(title) as title,
             setweight(to_tsvector('simple', fold_text(title)), 'A')
               || setweight(to_tsvector('simple', fold_text(concat_ws(' ', problem, solution, novelty, effect))), 'C') as words
      from initiative where id = ${initiativeId}),
    query as (
      select asked.*,
             (select string_agg(lexeme, ' | ')::tsquery from unnest(asked.words) where lexeme ~ '^[a-z0-9]+$') as any_word,
             (select string_agg(lexeme, ' | ')::tsquery from unnest(to_tsvector('simple', asked.title)) where lexeme ~ '^[a-z0-9]+$') as title_word
      from asked),
    found as (
      select s.initiative_id,
             round((0.6 * similarity(s.title, q.title)
                    + 0.4 * least(1, coalesce(ts_rank(s.words, q.any_word) / nullif(ts_rank(q.words, q.any_word), 0), 0)))::numeric, 4) as likeness
      from query q join initiative_search s on s.title % q.title or s.words @@ q.title_word)
    select i.id, i.code, i.title, c.year, found.likeness,
           (select json_build_object('id', r.id, 'code', r.code, 'nameVi', r.name_vi, 'nameEn', r.name_en) from reform_area r where r.id = i.area_id) as area,
           (select json_build_object('id', u.id, 'nameVi', u.name_vi, 'nameEn', u.name_en, 'abbreviation', u.abbreviation) from unit u where u.id = i.owner_id) as owner,
           ${readScope(actor)} as "mayRead",
           case when ${screensAsked(actor, initiativeId)} then
             (select l.verdict from initiative_link l where l.initiative_id = ${initiativeId} and l.earlier_id = i.id) end as verdict
    from found join initiative i on i.id = found.initiative_id join contest c on c.id = i.contest_id
    where i.id <> ${initiativeId} and found.likeness >= ${LEAST_LIKENESS} and ${comparableScope(actor)}
    order by found.likeness desc, i.id limit ${MOST}`;
}

/** Whether the person screens the initiative that is asked about. */
const screensAsked = (actor: Actor, initiativeId: string): RawBuilder<boolean> =>
  sql`exists (select 1 from initiative i where i.id = ${initiativeId} and ${receivedScope(actor, 'initiative:screen')})`;
