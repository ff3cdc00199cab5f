import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Refused, type WhyNot } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type FinalPlace, type PrizeBook, type PrizeChange, ResultPorts } from '#lib/scoring';
import { type TierPlan, proposeAwards } from '../domain/propose.js';

/** Tells scoring what prizes hang on a contest's result. */
@Injectable()
export class ResultPrizes implements PrizeBook, OnModuleInit {
  constructor(
    private readonly ports: ResultPorts,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.ports.registerPrizes(this);
  }

  async whyNotChange(contestId: string): Promise<WhyNot> {
    const signed = await this.database.first(sql`
      select 1 from award_decision where contest_id = ${contestId} and state in ('APPROVED', 'PUBLISHED')`);
    return signed ? new Refused('AWARDS_SIGNED') : null;
  }

  /** Against the list that is drawn up, departures included; before there is one, against what the standings in force would give. */
  async changes(contestId: string, standings: { before: readonly FinalPlace[]; after: readonly FinalPlace[] }): Promise<PrizeChange[]> {
    const tiers = await this.database.rows(
      sql<TierPlan>`select t.id, t.quantity from prize_tier t where t.contest_id = ${contestId} order by t."order"`,
    );
    const listed = await this.database.first(sql<{ awards: { initiativeId: string; tierId: string }[] }>`
      select coalesce((select json_agg(json_build_object('initiativeId', w.initiative_id, 'tierId', w.tier_id)) from award w
        where w.decision_id = d.id), '[]') as awards from award_decision d where d.contest_id = ${contestId}`);
    const before = new Map(
      (listed?.awards ?? proposeAwards(standings.before, tiers).awards).map(({ initiativeId, tierId }) => [initiativeId, tierId]),
    );
    const after = new Map(proposeAwards(standings.after, tiers).awards.map(({ initiativeId, tierId }) => [initiativeId, tierId]));
    return [...new Set([...before.keys(), ...after.keys()])]
      .map((initiativeId) => ({ initiativeId, before: before.get(initiativeId) ?? null, after: after.get(initiativeId) ?? null }))
      .filter((change) => change.before !== change.after);
  }
}
