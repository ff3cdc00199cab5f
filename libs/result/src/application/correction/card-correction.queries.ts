import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type RoundRule } from '#domain/contest';
import { type Actor } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type CorrectableCard } from '../../domain/correction/policies.js';
import { KNOWN_AS } from '#lib/scoring';
import { correctingScope } from '#lib/jury';

/** A card that is to be corrected; its marks stay where they are. */
export interface CorrectionCard extends CorrectableCard {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly initiativeId: string;
  readonly judgeId: string;
  readonly extra: boolean;
  readonly rule: RoundRule;
  readonly knownAs: string | null;
}

const CARD = sql`c.id, r.contest_id as "contestId", r.id as "roundId", c.initiative_id as "initiativeId", c.judge_id as "judgeId", c.extra, r.rule, ${KNOWN_AS} as "knownAs",
  c.state, r.state as "roundState", i.state = 'ELIGIBLE' as eligible, (r.rule->>'minimumCards')::int as minimum,
  exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active) as conflicted,
  exists (select 1 from seat s where s.contest_id = r.contest_id and s.person_id = c.judge_id and s.kind = 'JUDGE' and s.ended_at is null) as seated,
  (select count(*)::int from scorecard own where own.round_id = c.round_id and own.initiative_id = c.initiative_id and own.state = 'SIGNED') as signed`;
const FROM = sql`scorecard c join round r on r.id = c.round_id join initiative i on i.id = c.initiative_id join contest ct on ct.id = r.contest_id`;

/** The cards that corrections are about, as their acts need them. */
@Injectable()
export class CardCorrectionQueries {
  constructor(private readonly database: Database) {}

  /** To who runs the round. */
  card(actor: Actor, scorecardId: string): Promise<CorrectionCard | null> {
    return this.read(sql`c.id = ${scorecardId} and ${correctingScope(actor, 'round:manage')}`);
  }

  /** The card of a correction, to its judge. */
  cardOf(judge: Actor, correctionId: string): Promise<CorrectionCard | null> {
    return this.read(sql`c.judge_id = ${judge.id} and c.id = (select scorecard_id from correction where id = ${correctionId})`);
  }

  /** The card of a correction, inside the act that decides on it. */
  cardUnder(correctionId: string): Promise<CorrectionCard | null> {
    return this.read(sql`c.id = (select scorecard_id from correction where id = ${correctionId})`);
  }

  async isInReach(actor: Actor, correctionId: string, permission: string): Promise<boolean> {
    const found = await this.database.first(sql`
      select 1 from correction k join round r on r.id = k.round_id join contest ct on ct.id = r.contest_id
      where k.id = ${correctionId} and ${correctingScope(actor, permission)}`);
    return found !== null;
  }

  private read(where: RawBuilder<unknown>): Promise<CorrectionCard | null> {
    return this.database.first(sql<CorrectionCard>`select ${CARD} from ${FROM} where ${where}`);
  }
}
