import { defineEntity, p } from '@mikro-orm/core';
import { PrizeTier } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Refused, newId } from '#lib/kernel';
import { AwardDecision } from './award-decision.entity.js';

const AwardSchema = defineEntity({
  name: 'Award',
  tableName: 'award',
  uniques: [{ name: 'award_one_per_initiative', properties: ['initiative'] }],
  checks: [
    { name: 'award_amount_not_negative', expression: 'amount >= 0' },
    { name: 'award_revoked_with_reason', expression: '(revoked_at is null) = (revocation_reason is null)' },
  ],
  properties: {
    id: p.uuid().primary(),
    decision: () => p.manyToOne(AwardDecision).lazyRef().index(),
    initiative: () => p.manyToOne(Initiative).lazyRef(),
    tier: () => p.manyToOne(PrizeTier).lazyRef(),
    /** Rank in the final standings when it was proposed; null for a prize of the past. */
    rank: p.integer().strictNullable(),
    amount: p.bigint('number'),
    departureReason: p.text().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
    revocationReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** A prize of the contest for an initiative. Not to be confused with the recognition of Decree 13/2012. */
export class Award extends AwardSchema.class {
  static give(given: {
    decision: AwardDecision;
    initiative: Initiative;
    tier: PrizeTier;
    rank: number | null;
    departureReason?: string | null;
  }): Award {
    return Object.assign(new Award(), {
      departureReason: null,
      ...given,
      id: newId(),
      amount: given.tier.amount,
      revokedAt: null,
      revocationReason: null,
    });
  }

  /** To another tier, with the money of that tier. */
  move(tier: PrizeTier, reason: string): void {
    this.tier = tier;
    this.amount = tier.amount;
    this.departureReason = reason;
  }

  revoke(reason: string, at: Date): void {
    if (this.revokedAt) throw new Refused('AWARD_REVOKED');
    this.revokedAt = at;
    this.revocationReason = reason;
  }
}
AwardSchema.setClass(Award);
