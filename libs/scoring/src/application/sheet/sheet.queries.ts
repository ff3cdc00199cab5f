import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type RoundRule } from '#domain/contest';
import { type Actor } from '#lib/kernel';
import { type JudgeSheet } from '#lib/documents';
import { Database, type Reason, Rereads } from '#lib/platform';
import { obstacleToMarking } from '../../domain/card/policies.js';
import { type IssuedCard, whyNotIssueSheet } from '../../domain/sheet/sheet.js';
import { CARD_FROM, CARD_HEAD, type CardRecord, PERSONAL_PLACE } from '../card/scorecard.queries.js';

/** A judge's own offline sheet, as they may see it. */
export interface OfflineSheetRow {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly number: number;
  readonly sheetCode: string;
  readonly initiatives: number;
  readonly fileId: string;
  readonly issuedAt: Date;
  readonly supersededAt: Date | null;
}

/** The sheet that a judge may take of a round; `id` is the round's. */
export interface SheetOutlook {
  readonly id: string;
  /** The cards that it would have. */
  readonly initiatives: number;
  readonly canIssue: boolean;
  readonly whyNotIssue: Reason;
}

/** A card with what a sheet says above it. */
export type SheetCard = CardRecord & { readonly contestTitle: string; readonly judgeName: string };

/** A sheet as an import needs it. */
export interface SheetRecord {
  readonly id: string;
  readonly roundId: string;
  readonly content: JudgeSheet;
  readonly cards: readonly IssuedCard[];
  readonly fingerprint: string;
  readonly superseded: boolean;
  readonly rule: RoundRule;
}

const ROW = sql`s.id, r.contest_id as "contestId", s.round_id as "roundId", s.number, s.code as "sheetCode", jsonb_array_length(s.cards) as initiatives,
  s.file_id as "fileId", s.issued_at as "issuedAt", s.superseded_at as "supersededAt" from offline_sheet s join round r on r.id = s.round_id`;

/** The one scope of sheets: their judge's. */
const own = (judge: Actor): RawBuilder<boolean> => sql<boolean>`s.judge_id = ${judge.id}`;

@Injectable()
export class SheetQueries {
  constructor(private readonly database: Database) {}

  @Rereads('OfflineSheet')
  offlineSheet(judge: Actor, id: string): Promise<OfflineSheetRow | null> {
    return this.database.first(sql<OfflineSheetRow>`select ${ROW} where s.id = ${id} and ${own(judge)}`);
  }

  /** The judge's sheet of a round that is in force. */
  sheetOfRound(judge: Actor, roundId: string): Promise<OfflineSheetRow | null> {
    return this.database.first(
      sql<OfflineSheetRow>`select ${ROW} where s.round_id = ${roundId} and s.superseded_at is null and ${own(judge)}`,
    );
  }

  /** Null where the judge has no card of the round. */
  async sheetOutlook(judge: Actor, roundId: string): Promise<SheetOutlook | null> {
    const cards = await this.cardsOfRound(judge, roundId);
    if (cards.length === 0) return null;
    const why = whyNotIssueSheet(cards);
    const initiatives = cards.filter((card) => obstacleToMarking(card) === null).length;
    return { id: roundId, initiatives, canIssue: why === null, whyNotIssue: why };
  }

  /** All the judge's cards of a round, in their personal order. */
  cardsOfRound(judge: Actor, roundId: string): Promise<SheetCard[]> {
    return this.database.rows(sql<SheetCard>`
      select ${CARD_HEAD}, r.rule, c.marks, (select ct.title from contest ct where ct.id = r.contest_id) as "contestTitle",
        (select p.full_name from person p where p.id = c.judge_id) as "judgeName"
      from ${CARD_FROM} where c.round_id = ${roundId} and c.judge_id = ${judge.id} order by ${PERSONAL_PLACE}`);
  }

  /** Those of these cards that are still the judge's; held, and their round with them, to the end of an act that asks for it. */
  cards(judge: Actor, ids: readonly string[], hold: boolean): Promise<CardRecord[]> {
    return this.database.rows(sql<CardRecord>`
      select ${CARD_HEAD}, r.rule, c.marks from ${CARD_FROM} where c.id = any(${[...ids]}::uuid[]) and c.judge_id = ${judge.id}
      order by c.id ${hold ? sql`for share of r for update of c` : sql``}`);
  }

  /** The judge's sheet of a code; anybody else's is not found. */
  sheetOfCode(judge: Actor, code: string, hold: boolean): Promise<SheetRecord | null> {
    return this.database.first(sql<SheetRecord>`
      select s.id, s.round_id as "roundId", s.content, s.cards, s.fingerprint, s.superseded_at is not null as superseded, r.rule
      from offline_sheet s join round r on r.id = s.round_id where s.code = ${code} and ${own(judge)} ${hold ? sql`for update of s` : sql``}`);
  }
}
