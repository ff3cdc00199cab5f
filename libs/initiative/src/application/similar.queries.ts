import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, pageAs } from '#lib/kernel';
import { contestName } from '#lib/contest';
import { Cursors, Database, rowById } from '#lib/platform';
import { type LinkVerdict } from '../domain/initiative-parts.entity.js';
import { type ComparedTexts, type Passage, passagesAlike } from '../domain/passages.js';
import { type AreaName, type EarlierRow, type OwnerName } from './initiative.rows.js';
import { areaName, ownerName } from './initiative-name.js';
import { InitiativePorts } from './initiative.ports.js';
import { InitiativeQueries } from './initiative.queries.js';
import { comparableWhere, readScope, readScopeAt, receivedScope } from './scope.js';

/** Another initiative that resembles one, as far as anybody may know of it. `likeness` is 0 to 1, for the order alone. */
export interface SimilarRow extends EarlierRow {
  readonly likeness: string;
  readonly area: AreaName;
  readonly owner: OwnerName;
  readonly mayRead: boolean;
  /** Anybody may read it. */
  readonly public: boolean;
  readonly verdict: LinkVerdict | null;
  /** Where both say much the same; of what the person may open, and of what anybody may read. */
  readonly passages: readonly Passage[];
}

/** What is on the screen, saved or not; `initiativeId`: the one that it is of, which is left out. */
export interface TypedTexts extends ComparedTexts {
  readonly initiativeId?: string | null;
}

/** One as it comes from the database, with its texts where they may be read. */
type Found = Omit<SimilarRow, 'passages'> & { readonly texts: ComparedTexts | null; readonly asked: ComparedTexts };

/** What is compared: rows of texts, one, and which initiative it is. */
interface Asked {
  readonly texts: RawBuilder<unknown>;
  readonly initiativeId: string | null;
  /** Of initiative `i` of contest `c`: whether its texts may be read. */
  readonly mayRead: RawBuilder<boolean>;
  /** Whether what a screener said of the two is told. */
  readonly screens: RawBuilder<boolean>;
}

/** Below this it is chance: two texts of one office share half their words anyhow. */
const LEAST_LIKENESS = 0.2;
const MOST = 50;
const MOST_WHILE_TYPED = 10;
const MOST_ON_CARD = 5;

/** How many are looked at by their words, and how many of these, the likeliest, as a whole: what a comparison costs, however many there are. */
const LOOKED_AT = 1_000;
const COMPARED = 200;

/** Finds initiatives of all years that resemble one. */
@Injectable()
export class SimilarQueries {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly initiatives: InitiativeQueries,
    private readonly ports: InitiativePorts,
  ) {}

  /** The most alike first, fifty at most: read whole, so that nothing is ranked twice. Refuses `NOT_FOUND` for an initiative the person may not read. */
  async similarInitiatives(
    actor: Actor,
    { initiativeId, ...args }: PageArgs & { readonly initiativeId: string },
  ): Promise<Page<SimilarRow>> {
    await this.initiatives.refuseUnseen(initiativeId, readScope(actor));
    const rows = await this.database.rows(
      this.similarTo({ texts: textsOf(initiativeId), initiativeId, mayRead: readByOf(actor), screens: screensAsked(actor, initiativeId) }),
    );
    return pageAs(
      this.cursors.pageOf(rows, args, ({ likeness, id }) => [-Number(likeness), id]),
      withPassages,
    );
  }

  /** The ten most alike to what is on the screen, before it is saved. */
  async similarToText(actor: Actor, { initiativeId = null, ...typed }: TypedTexts): Promise<SimilarRow[]> {
    const { title = '', problem = '', solution = '', novelty = '', effect = '' } = typed;
    const texts = sql`select ${title}::text as title, ${problem}::text as problem, ${solution}::text as solution, ${novelty}::text as novelty, ${effect}::text as effect`;
    const screens = initiativeId === null ? sql<boolean>`false` : screensAsked(actor, initiativeId);
    return this.few({ texts, initiativeId, mayRead: readByOf(actor), screens }, MOST_WHILE_TYPED);
  }

  /** The five most alike to one, without asking who reads it. For `scoring`, which asks first: `mayRead` says of which initiatives `i` they read the texts. */
  similarAsJudged(initiativeId: string, mayRead: RawBuilder<boolean>): Promise<SimilarRow[]> {
    return this.few({ texts: textsOf(initiativeId), initiativeId, mayRead, screens: sql`false` }, MOST_ON_CARD);
  }

  private async few(asked: Asked, most: number): Promise<SimilarRow[]> {
    const rows = await this.database.rows(this.similarTo(asked));
    return rows.slice(0, most).map(withPassages);
  }

  /**
   * The title by trigrams (six tenths) and all the words (four tenths, of what the text would score against itself). What is compared are
   * those that share the title's rarest words: all but one of six first, then two of four, then any of eight, as far as they are looked at.
   * Whether they may be read, and what was said of them, is asked of few.
   */
  private similarTo({ texts, initiativeId, mayRead, screens }: Asked): RawBuilder<Found> {
    const sharing = (words: RawBuilder<unknown>) =>
      sql`(select s.initiative_id, s.title, s.words from initiative_search s where ${TITLE_WORDS} @@ (select ${words} from query) limit ${LOOKED_AT})`;
    return sql<Found>`
      with typed as materialized (${texts}),
      asked as materialized (
        select fold_text(title) as title,
               setweight(to_tsvector('simple', fold_text(title)), 'A')
                 || setweight(to_tsvector('simple', fold_text(concat_ws(' ', problem, solution, novelty, effect))), 'C') as words
        from typed),
      rare as materialized (${rareWordsOf(initiativeId)}),
      query as materialized (
        select asked.title, asked.words, ${anyWordOf(sql`asked.words`)} as any_word, ${anyWordOf(sql`to_tsvector('simple', asked.title)`)} as any_heading,
               (select string_agg(array_to_string(array_remove(w.six, one), ' & '), ' | ')::tsquery from unnest(w.six) one) as most,
               (select string_agg(one || ' & ' || other, ' | ')::tsquery from unnest(w.six[:4]) one, unnest(w.six[:4]) other where one < other) as two,
               w.any_rare
        from asked cross join (select array(select word from rare order by at limit 6) as six, (select string_agg(word, ' | ')::tsquery from rare) as any_rare) w),
      looked_at as materialized (
        select distinct on (initiative_id) * from (
          select * from (${sharing(sql`most`)} union all ${sharing(sql`two`)} union all ${sharing(sql`any_rare`)}) sharing limit ${LOOKED_AT}) sharing
        where initiative_id is distinct from ${initiativeId}::uuid),
      compared as materialized (
        select l.* from looked_at l cross join query q order by ts_rank(l.words, q.any_heading) desc, l.initiative_id limit ${COMPARED}),
      found as materialized (
        select i.id, found.likeness from (
          select l.initiative_id, round((0.6 * similarity(l.title, q.title)
                   + 0.4 * least(1, coalesce(ts_rank(l.words, q.any_word) / nullif(ts_rank(q.words, q.any_word), 0), 0)))::numeric, 4) as likeness
          from compared l cross join query q offset 0) found
        cross join ${rowById('initiative', sql`found.initiative_id`)} i cross join ${rowById('contest', sql`i.contest_id`)} c
        where found.likeness >= ${LEAST_LIKENESS} and ${comparableWhere(mayRead)}
        order by found.likeness desc, i.id limit ${MOST})
      select i.id, i.code as "receiptNumber", i.title, ${contestName(sql`c`)} as contest, found.likeness, ${areaName(sql`r`)} as area,
             ${ownerName(sql`u`)} as owner,
             ${mayRead} as "mayRead", anybody.texts is not null as public, (select to_json(typed) from typed) as asked,
             case when ${mayRead} then ${TEXTS} else anybody.texts end as texts,
             case when ${screens} then
               (select l.verdict from initiative_link l where l.initiative_id = ${initiativeId}::uuid and l.earlier_id = i.id) end as verdict
      from found join initiative i on i.id = found.id join contest c on c.id = i.contest_id
      join reform_area r on r.id = i.area_id join unit u on u.id = i.owner_id
      cross join lateral (select ${this.ports.textsForAnybody()} as texts offset 0) anybody
      order by found.likeness desc, i.id`;
  }
}

const readByOf = (actor: Actor): RawBuilder<boolean> => readScopeAt(actor, sql`c`);

const textsOf = (initiativeId: string): RawBuilder<unknown> =>
  sql`select title, problem, solution, novelty, effect from initiative where id = ${initiativeId}`;

const withPassages = ({ texts, asked, ...row }: Found): SimilarRow => ({ ...row, passages: texts ? passagesAlike(asked, texts) : [] });

/** What of initiative `i` is held against another's, passage by passage. */
const TEXTS = sql`json_build_object('title', i.title, 'problem', i.problem, 'solution', i.solution, 'novelty', i.novelty, 'effect', i.effect)`;

/** As its index has them. */
const TITLE_WORDS = sql`to_tsvector('simple', s.title)`;

/**
 * The eight rarest words of the title that others have, as rows `(word, at)`. How rare the usual ones are, PostgreSQL has reckoned for its
 * own plans; the others are so rare that they can be counted. Where nothing was reckoned yet, there is little to count.
 */
const rareWordsOf = (initiativeId: string | null): RawBuilder<unknown> => sql`
  select word, row_number() over (order by share, word) as at from (
    select lexeme as word, coalesce(usual.share, (
      select count(*) / 1e6 from (select from initiative_search s where ${TITLE_WORDS} @@ lexeme::tsquery and s.initiative_id is distinct from ${initiativeId}::uuid limit ${sql.lit(LOOKED_AT)}) theirs)) as share
    from asked cross join unnest(to_tsvector('simple', asked.title))
    left join (
      select u.word, u.share from pg_stats p cross join unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) u (word, share)
      where p.tablename = 'initiative_search_title_words') usual on usual.word = lexeme
    where lexeme ~ '^[a-z0-9]+$') known
  where share > 0 order by share, word limit 8`;

/** A query for any of the words; folded words are letters and digits, whatever else there is needs no comparing. */
const anyWordOf = (words: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select string_agg(lexeme, ' | ')::tsquery from unnest(${words}) where lexeme ~ '^[a-z0-9]+$')`;

/** Whether the person screens the initiative that is asked about. */
const screensAsked = (actor: Actor, initiativeId: string): RawBuilder<boolean> =>
  sql`exists (select 1 from initiative i where i.id = ${initiativeId} and ${receivedScope(actor, 'initiative:screen')})`;
