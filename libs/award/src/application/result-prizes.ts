import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { proposeAwards } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { Database, isThere } from '#lib/platform';
import { type FinalPlace, type PrizeBook, type PrizeChange, ResultPorts, type TiedGroup } from '#lib/result';
import { type PackedPrizes } from '#domain/result';
import { PublishedPrizes } from './published-prizes.queries.js';
import { PrizeFieldQueries } from './prize-field.queries.js';

/** Tells scoring what prizes hang on a contest's result. */
@Injectable()
export class ResultPrizes implements PrizeBook, OnModuleInit {
  constructor(
    private readonly ports: ResultPorts,
    private readonly database: Database,
    private readonly fields: PrizeFieldQueries,
    private readonly prizes: PublishedPrizes,
  ) {}

  onModuleInit(): void {
    this.ports.registerPrizes(this);
  }

  async whyNotChange(contestId: string): Promise<WhyNot> {
    const signed = await this.database.first(sql`
      select 1 from award_decision where contest_id = ${contestId} and state in ('APPROVED', 'PUBLISHED')`);
    return signed ? new Refused('AWARDS_SIGNED') : null;
  }

  settles({ contestId, initiativeIds }: TiedGroup): RawBuilder<boolean> {
    const tied = sql`decision_id = d.id and initiative_id = any(${initiativeIds})`;
    const decided = isThere(sql`select 1 from award where ${tied} and departure_kind = 'TIE'`);
    const withheld = isThere(sql`select 1 from withheld_prize where ${tied} and kind = 'TIE'`);
    return isThere(sql`select 1 from award_decision d
      where d.contest_id = ${contestId} and (d.state in ('APPROVED', 'PUBLISHED') or ${decided} or ${withheld})`);
  }

  published(contestId: string): Promise<PackedPrizes | null> {
    return this.prizes.published(contestId);
  }

  async publishedNumber(contestId: string): Promise<number | null> {
    const found = await this.database.first(
      sql<{
        number: number | null;
      }>`select published_number as number from award_decision where contest_id = ${contestId} and state = 'PUBLISHED'`,
    );
    return found?.number ?? null;
  }

  /** Against the list that is drawn up, departures included; before there is one, against what the standings in force would give. */
  async changes(contestId: string, standings: { before: readonly FinalPlace[]; after: readonly FinalPlace[] }): Promise<PrizeChange[]> {
    const tiers = await this.fields.tiers(contestId);
    const proposed = async (places: readonly FinalPlace[]) => proposeAwards(await this.fields.supposed(contestId, places), tiers).awards;
    const listed = await this.database.first(sql<{ awards: { initiativeId: string; tierId: string }[] }>`
      select coalesce((select json_agg(json_build_object('initiativeId', w.initiative_id, 'tierId', w.tier_id) order by t."order", w.rank nulls last, w.id)
        from award w join prize_tier t on t.id = w.tier_id where w.decision_id = d.id and w.revoked_at is null), '[]') as awards from award_decision d where d.contest_id = ${contestId}`);
    const before = new Map(
      (listed?.awards ?? (await proposed(standings.before))).map(({ initiativeId, tierId }) => [initiativeId, tierId]),
    );
    const after = new Map((await proposed(standings.after)).map(({ initiativeId, tierId }) => [initiativeId, tierId]));
    return [...new Set([...before.keys(), ...after.keys()])]
      .map((initiativeId) => ({ initiativeId, before: before.get(initiativeId) ?? null, after: after.get(initiativeId) ?? null }))
      .filter((change) => change.before !== change.after);
  }
}
