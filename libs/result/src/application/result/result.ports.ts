import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type WhyNot } from '#lib/kernel';
import { type PackedPrizes } from '../../domain/pack/packed-prizes.js';

/** A place in a contest's final standings. */
export interface FinalPlace {
  readonly initiativeId: string;
  readonly rank: number | null;
  /** Exact. */
  readonly score: string;
}

/** A prize that an initiative has, or would have by other standings; null for none. */
export interface PrizeChange {
  readonly initiativeId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** As SQL: those who share a rank in a contest. */
export interface TiedGroup {
  readonly contestId: RawBuilder<unknown>;
  /** An array. */
  readonly initiativeIds: RawBuilder<unknown>;
}

/** What prizes hang on a contest's result, as the context of awards knows it. Prizes are the ids of tiers. */
export interface PrizeBook {
  /** Why no vote changes the result any more, and only a leader corrects it: the prizes given by it are signed for. */
  whyNotChange(contestId: string): Promise<WhyNot>;
  /** As SQL: whether equals are not for the chair to part any more, since the prizes are signed for, or their list has decided among them. */
  settles(tie: TiedGroup): RawBuilder<boolean>;
  /** What would be given by these standings against what is given, or would be by the standings in force. */
  changes(contestId: string, standings: { before: readonly FinalPlace[]; after: readonly FinalPlace[] }): Promise<PrizeChange[]>;
  /** The prizes as they are published, for a pack; null before. */
  published(contestId: string): Promise<PackedPrizes | null>;
  /** Of which number they are. */
  publishedNumber(contestId: string): Promise<number | null>;
}

/** What later contexts tell scoring about what hangs on a result. */
@Injectable()
export class ResultPorts {
  private readonly books: PrizeBook[] = [];

  registerPrizes(book: PrizeBook): void {
    this.books.push(book);
  }

  async whyNotChange(contestId: string): Promise<WhyNot> {
    for (const book of this.books) {
      const why = await book.whyNotChange(contestId);
      if (why) return why;
    }
    return null;
  }

  settled(tie: TiedGroup): RawBuilder<boolean> {
    return sql<boolean>`(${sql.join([sql`false`, ...this.books.map((book) => book.settles(tie))], sql` or `)})`;
  }

  async publishedPrizes(contestId: string): Promise<PackedPrizes | null> {
    const found = await Promise.all(this.books.map((book) => book.published(contestId)));
    return found.find((prizes) => prizes !== null) ?? null;
  }

  async publishedNumber(contestId: string): Promise<number | null> {
    const found = await Promise.all(this.books.map((book) => book.publishedNumber(contestId)));
    return found.find((number) => number !== null) ?? null;
  }

  async prizeChanges(
    contestId: string,
    standings: { before: readonly FinalPlace[]; after: readonly FinalPlace[] },
  ): Promise<PrizeChange[]> {
    return (await Promise.all(this.books.map((book) => book.changes(contestId, standings)))).flat();
  }
}
