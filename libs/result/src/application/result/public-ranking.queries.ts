import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Track } from '#domain/contest';
import { type InitiativeName, type OwnerName } from '#lib/initiative';
import { type Page, type PageArgs } from '#lib/kernel';
import { Database, columnsShown } from '#lib/platform';
import { isPublished } from '#lib/jury';
import { OF_INITIATIVE, PLACED, TRACK_RANK } from './standings.queries.js';

/** A place of the final ranking, as everyone may read it: without what decided a tie or the exact score. */
export interface PublicRankingRow {
  readonly id: string;
  readonly place: number;
  readonly rank: number;
  readonly rounded: string;
  readonly track: Track | null;
  readonly trackRank: number | null;
  readonly initiative: InitiativeName;
  readonly owner: OwnerName;
}

const RANKING = { ...PLACED, track: sql`i.track`, trackRank: TRACK_RANK };

/** The final ranking, where the rule book that made it lets it be public. */
@Injectable()
export class PublicRankingQueries {
  constructor(private readonly database: Database) {}

  /** After publication, of those that are still in; nothing where it is not public. */
  publicRanking({ contestId, ...args }: PageArgs & { readonly contestId: string }): Promise<Page<PublicRankingRow>> {
    return this.database.page<PublicRankingRow>(
      {
        columns: (shows) => columnsShown<PublicRankingRow>(RANKING, shows),
        from: sql`final_standing s left join contest_result v on v.id = s.result_id left join rule_book b on b.id = v.rule_book_id ${OF_INITIATIVE}`,
        where: sql`s.result_id = (select kept.id from contest_result kept join contest ct on ct.id = kept.contest_id join rule_book book on book.id = kept.rule_book_id
          where ct.id = ${contestId} and kept.superseded_at is null and ${isPublished} and book.content->>'publicRanking' = 'true')
          and s.rank is not null and i.state = 'ELIGIBLE'`,
        order: [{ column: sql`s.place`, key: 'place', type: 'integer' }],
      },
      args,
    );
  }
}
