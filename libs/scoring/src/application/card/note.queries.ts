import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { contestOver } from '#lib/contest';
import { type Actor } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';

/** What a judge noted for themselves on a card. */
export interface CardNoteRow {
  readonly id: string;
  readonly scorecardId: string;
  readonly version: number;
  readonly text: string;
  readonly savedAt: Date;
}

/** What decides whether notes can be written on a card, and what stands there. */
export interface NoteFacts {
  readonly scorecardId: string;
  readonly contestOver: boolean;
  readonly note: CardNoteRow | null;
}

/** The notes on card `c`: for statements that find it as its judge's. */
export const NOTE = sql<CardNoteRow | null>`(select json_build_object('id', n.id, 'scorecardId', n.scorecard_id, 'version', n.version, 'text', n.text,
  'savedAt', n.saved_at) from scorecard_note n where n.scorecard_id = c.id)`;

/** Notes are read by who wrote them, and by nobody else whatever they may. */
@Injectable()
export class NoteQueries {
  constructor(private readonly database: Database) {}

  @Rereads('CardNote')
  async note(judge: Actor, id: string): Promise<CardNoteRow | null> {
    const found = await this.database.first(sql<{ note: CardNoteRow }>`
      select ${NOTE} as note from scorecard_note mine join scorecard c on c.id = mine.scorecard_id where mine.id = ${id} and c.judge_id = ${judge.id}`);
    return found?.note ?? null;
  }

  /** The judge's card, locked, until the act ends. */
  locked(judge: Actor, scorecardId: string): Promise<NoteFacts | null> {
    return this.database.first(sql<NoteFacts>`
      select c.id as "scorecardId", ${contestOver(sql`ct`)} as "contestOver", ${NOTE} as note
      from scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id
      where c.id = ${scorecardId} and c.judge_id = ${judge.id} for share of ct for no key update of c`);
  }
}
