import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule } from '#domain/contest';
import { type Actor, Clock, type Page, pageAs } from '#lib/kernel';
import { Database } from '#lib/platform';
import { isOneOf } from '#lib/jury';
import {
  HEAD_OF_CARD,
  MARKED_CARD,
  type MarkedCardRow,
  type MarkedRecord,
  type OwnCardsFilter,
  PERSONAL_PLACE,
  markedCard,
  ownCards,
} from './scorecard.queries.js';

/** A judge's cards of a round beside one another: their own scale, to be looked over before they sign. */
@Injectable()
export class OwnCardsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the judge's personal order. The rubric, which all cards of a round share, is read with the first of a page. */
  async myCards(judge: Actor, { roundId, states, ...args }: OwnCardsFilter & { readonly roundId: string }): Promise<Page<MarkedCardRow>> {
    const page = await this.database.page<MarkedRecord & { readonly place: string; readonly rule: RoundRule | null }>(
      {
        columns: sql`${MARKED_CARD}, ${PERSONAL_PLACE} as place, case page.at when 1 then r.rule end as rule`,
        from: sql`scorecard c`,
        where: sql`${ownCards(judge)} and c.round_id = ${roundId} and ${isOneOf(sql`c.state`, states)}`,
        order: [{ column: PERSONAL_PLACE, key: 'place', type: 'text' }],
        dress: { key: sql`c.id`, from: sql`scorecard c on c.id = page.key ${HEAD_OF_CARD}` },
      },
      args,
    );
    const rubric = page.edges[0]?.node.rule?.rubric ?? [];
    return pageAs(page, (node) => markedCard(rubric, node, this.clock.now()));
  }
}
