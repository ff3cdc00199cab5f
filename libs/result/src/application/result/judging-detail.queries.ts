import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { leaves, rubricMaximum } from '#domain/contest';
import { type Actor, type Words } from '#lib/kernel';
import { Database } from '#lib/platform';
import { countingCards, type Mark } from '#domain/scoring';
import { ClosedRoundQueries } from './closed-round.queries.js';

/** A signed card of a closed round, with whose it is, and whether it counts. */
export interface JudgedCardRow {
  readonly initiativeId: string;
  readonly receiptNumber: string;
  readonly title: string;
  readonly judgeId: string;
  readonly judgeName: string;
  readonly extra: boolean;
  readonly signedAt: string;
  readonly total: string;
  readonly marks: readonly Mark[];
  readonly counts: boolean;
}

export interface JudgingDetail {
  readonly cards: readonly JudgedCardRow[];
  /** What the marked criteria are called, by their keys, and how many points each has at most. */
  readonly criteria: ReadonlyMap<string, Words & { readonly max: string }>;
  /** Of all of them together. */
  readonly maximum: string;
}

/** All that was judged in a round, once it is closed. */
@Injectable()
export class JudgingDetailQueries {
  constructor(
    private readonly database: Database,
    private readonly rounds: ClosedRoundQueries,
  ) {}

  /** Refuses a round that is out of reach or not closed. */
  async detail(actor: Actor, roundId: string): Promise<JudgingDetail> {
    const { rule, signed } = await this.rounds.field(actor, roundId);
    const counting = new Set(signed.flatMap(({ id, cards }) => countingCards(rule, cards).map(({ judgeId }) => `${id} ${judgeId}`)));
    const cards = await this.database.rows(sql<Omit<JudgedCardRow, 'counts'>>`
      select c.initiative_id as "initiativeId", i.code as "receiptNumber", i.title, c.judge_id as "judgeId", p.full_name as "judgeName", c.extra,
        c.signed_at as "signedAt", c.total::text as total, c.marks
      from scorecard c join initiative i on i.id = c.initiative_id join person p on p.id = c.judge_id
      where c.round_id = ${roundId} and c.state = 'SIGNED' order by i.code, c.signed_at, c.id`);
    return {
      cards: cards.map((card) => ({ ...card, counts: counting.has(`${card.initiativeId} ${card.judgeId}`) })),
      criteria: new Map(leaves(rule.rubric).map(({ key, nameVi, nameEn, max }) => [key, { vi: nameVi, en: nameEn, max }])),
      maximum: rubricMaximum(rule.rubric).toFixed(),
    };
  }
}
