import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PackedAward, type PackedPrizes } from '#domain/result';
import { Decimal } from '#lib/kernel';
import { Database } from '#lib/platform';

interface Read extends Omit<PackedPrizes, 'standings' | 'plan'> {
  readonly plan: PackedPrizes['plan'];
  /** The version that the list follows is no longer in force. */
  readonly superseded: boolean;
  readonly places: NonNullable<PackedPrizes['standings']>;
  readonly awards: readonly PackedAward[];
}

/** Reads the prizes of a contest as they are public. */
@Injectable()
export class PublishedPrizes {
  constructor(private readonly database: Database) {}

  /** In one statement, so that it is of one moment. Null before publication, and for lists that were published before packs had prizes. */
  async published(contestId: string): Promise<PackedPrizes | null> {
    const found = await this.database.first(sql<{ prizes: Read }>`
      select json_build_object('number', d.published_number, 'decision', json_build_object('number', d.number, 'decidedOn', d.decided_on::text),
        'result', v.number, 'superseded', v.superseded_at is not null,
        'plan', coalesce((select json_agg(json_build_object('key', t.key, 'track', t.track, 'quantity', t.quantity, 'minimumScore', t.minimum_score::text,
            'nameVi', t.name_vi, 'nameEn', t.name_en) order by t."order") from prize_tier t where t.contest_id = d.contest_id), '[]'),
        'out', coalesce((select json_agg(i.code) from initiative i where d.left_out ? i.id::text and i.contest_id = d.contest_id), '[]'),
        'places', (select json_agg(json_build_object('initiative', i.code, 'rank', s.rank, 'score', s.score::text) order by s.place)
            from final_standing s join initiative i on i.id = s.initiative_id where s.result_id = v.id),
        'awards', coalesce((select json_agg(json_build_object('initiative', i.code, 'tier', t.key, 'rank', w.rank,
            'departure', case when w.departure_kind is not null then json_build_object('kind', w.departure_kind, 'reason', w.departure_reason) end,
            'revoked', w.revocation_reason, 
            'replaces', (select o.code from award r join initiative o on o.id = r.initiative_id where r.id = w.replaces_id),
            'decision', case when w.replaces_id is not null then json_build_object('number', w.replacement_number, 'decidedOn', w.replacement_decided_on::text) end,
            'reason', w.replacement_reason))
            from award w join initiative i on i.id = w.initiative_id join prize_tier t on t.id = w.tier_id where w.decision_id = d.id), '[]'),
        'withheld', coalesce((select json_agg(json_build_object('initiative', i.code, 'kind', h.kind, 'reason', h.reason))
            from withheld_prize h join initiative i on i.id = h.initiative_id where h.decision_id = d.id), '[]')) as prizes
      from award_decision d join contest_result v on v.id = d.drawn_from_id
      where d.contest_id = ${contestId} and d.state = 'PUBLISHED' and d.published_number is not null`);
    if (!found) return null;
    const { superseded, places, plan, ...prizes } = found.prizes;
    const exact = plan.map((tier) => ({
      ...tier,
      minimumScore: tier.minimumScore === null ? null : new Decimal(tier.minimumScore).toFixed(),
    }));
    return { ...prizes, plan: exact, standings: superseded ? places : null };
  }
}
