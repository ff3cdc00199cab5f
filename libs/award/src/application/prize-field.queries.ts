import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  type DepartureKind,
  type ListedPrize,
  type PlannedTier,
  type PrizeGround,
  type PrizePlace,
  type RuleBookContent,
  type Track,
} from '#domain/contest';
import { comparedBy } from '#domain/result';
import { Decimal } from '#lib/kernel';
import { Database } from '#lib/platform';

export interface NamedTier extends PlannedTier {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly amount: number;
}

interface PlaceRow {
  readonly initiativeId: string;
  readonly code: string;
  readonly title: string;
  readonly track: Track | null;
  readonly rank: number | null;
  readonly score: string;
  readonly eligible: boolean;
}

export interface NamedPlace extends PrizePlace, Pick<PlaceRow, 'code' | 'title'> {
  /** As it stands in the result. */
  readonly exactScore: string;
}

/** What a list of prizes is held against, and the list. */
export interface PrizeField extends PrizeGround {
  readonly places: readonly NamedPlace[];
  readonly tiers: readonly NamedTier[];
  readonly list: readonly ListedPrize[];
}

/** Which list, the result that it follows, and who was out of the contest when it was signed; null before. */
export interface ListOf {
  readonly id: string;
  readonly contestId: string;
  readonly resultId: string;
  readonly leftOut: readonly string[] | null;
}

/** Reads what prizes follow from. */
@Injectable()
export class PrizeFieldQueries {
  constructor(private readonly database: Database) {}

  /** Three statements. Within an act that locks the list, nothing of it changes until the act ends; `hold` keeps everybody in the contest, too. */
  async field({ id, contestId, resultId, leftOut }: ListOf, { hold = false } = {}): Promise<PrizeField> {
    const places = await this.places(resultId, hold);
    const out = leftOut && new Set(leftOut);
    return {
      places: out ? places.map((place) => ({ ...place, eligible: !out.has(place.initiativeId) })) : places,
      tiers: await this.tiers(contestId),
      list: await this.list(id),
    };
  }

  tiers(contestId: string): Promise<NamedTier[]> {
    return this.database.rows(sql<NamedTier>`
      select t.id, t.key, t.name_vi as "nameVi", t.name_en as "nameEn", t.amount, t.track, t.quantity, t.minimum_score::text as "minimumScore"
      from prize_tier t where t.contest_id = ${contestId} order by t."order"`);
  }

  /** The places of a result in their order, with the scores that its ranks were made by. */
  async places(resultId: string, hold = false): Promise<NamedPlace[]> {
    const rows = await this.database.rows(sql<PlaceRow & Pick<RuleBookContent, 'rounding'>>`
      select s.initiative_id as "initiativeId", i.code, i.title, i.track, s.rank, s.score::text as score, i.state = 'ELIGIBLE' as eligible,
        b.content->'rounding' as rounding
      from final_standing s join contest_result v on v.id = s.result_id join rule_book b on b.id = v.rule_book_id
      join initiative i on i.id = s.initiative_id where s.result_id = ${resultId} order by s.place ${hold ? sql`for share of i` : sql``}`);
    return rows.map(({ rounding, score, ...row }) => ({ ...row, exactScore: score, score: comparedBy({ rounding })(new Decimal(score)) }));
  }

  /** The places of standings that are only supposed, of a contest that has a result. */
  async supposed(contestId: string, lines: readonly { initiativeId: string; rank: number | null; score: string }[]): Promise<PrizePlace[]> {
    const book = await this.database.first(sql<Pick<RuleBookContent, 'rounding'>>`
      select b.content->'rounding' as rounding from contest_result v join rule_book b on b.id = v.rule_book_id
      where v.contest_id = ${contestId} and v.superseded_at is null`);
    const ids = lines.map(({ initiativeId }) => initiativeId);
    const named = await this.database.rows(
      sql<{
        id: string;
        track: Track | null;
      }>`select i.id, i.track from initiative i where i.id = any(${ids}::uuid[]) and i.track is not null`,
    );
    const tracks = new Map(named.map(({ id, track }) => [id, track]));
    const compared = book ? comparedBy(book) : (score: Decimal) => score;
    return lines.map(({ initiativeId, rank, score }) => {
      return { initiativeId, rank, track: tracks.get(initiativeId) ?? null, eligible: true, score: compared(new Decimal(score)) };
    });
  }

  /** As it was signed: who got a revoked prize afterwards is not on it. */
  private async list(decisionId: string): Promise<ListedPrize[]> {
    const rows = await this.database.rows(sql<{
      initiativeId: string;
      tierId: string | null;
      kind: DepartureKind | null;
      reason: string | null;
    }>`
      select w.initiative_id as "initiativeId", w.tier_id as "tierId", w.departure_kind as kind, w.departure_reason as reason
      from award w where w.decision_id = ${decisionId} and w.replaces_id is null
      union all select h.initiative_id, null, h.kind, h.reason from withheld_prize h where h.decision_id = ${decisionId}`);
    return rows.map(({ initiativeId, tierId, kind, reason }) => ({
      initiativeId,
      tierId,
      departure: kind && reason !== null ? { kind, reason } : null,
    }));
  }
}
