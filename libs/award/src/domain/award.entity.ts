import { defineEntity, p } from '@mikro-orm/core';
import { DEPARTURE_KINDS, type Departure, type DepartureKind, PrizeTier } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Refused, newId, oneOf } from '#lib/kernel';
import { AwardDecision } from './award-decision.entity.js';

const AwardSchema = defineEntity({
  name: 'Award',
  tableName: 'award',
  indexes: [
    {
      name: 'award_one_per_initiative',
      expression: 'create unique index award_one_per_initiative on award (initiative_id) where revoked_at is null',
    },
    { name: 'award_initiative', properties: ['initiative'] },
  ],
  uniques: [{ name: 'award_replaced_once', properties: ['replaces'] }],
  checks: [
    { name: 'award_amount_not_negative', expression: 'amount >= 0' },
    { name: 'award_departure_kind', expression: oneOf('departure_kind', DEPARTURE_KINDS) },
    { name: 'award_departure_has_reason', expression: "departure_kind is null or btrim(coalesce(departure_reason, '')) <> ''" },
    { name: 'award_revoked_with_reason', expression: '(revoked_at is null) = (revocation_reason is null)' },
    {
      name: 'award_replaces_by_decision',
      expression:
        "case when replaces_id is null then num_nonnulls(replacement_number, replacement_decided_on, replacement_reason) = 0 else replaces_id <> id and departure_kind is null and replacement_decided_on is not null and btrim(coalesce(replacement_number, '')) <> '' and btrim(coalesce(replacement_reason, '')) <> '' end",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    decision: () => p.manyToOne(AwardDecision).lazyRef().index(),
    initiative: () => p.manyToOne(Initiative).lazyRef(),
    tier: () => p.manyToOne(PrizeTier).lazyRef(),
    /** Rank in the final standings when it was proposed; null for a prize of the past. */
    rank: p.integer().strictNullable(),
    amount: p.bigint('number'),
    departureKind: p.text().$type<DepartureKind>().strictNullable(),
    departureReason: p.text().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
    revocationReason: p.text().strictNullable(),
    /** The revoked prize that it is given in place of, by a decision of its own; null for one of the list. */
    replaces: () => p.manyToOne(Award).lazyRef().deleteRule('restrict').index(false).strictNullable(),
    replacementNumber: p.string().length(100).strictNullable(),
    replacementDecidedOn: p.date().$type<string>().strictNullable(),
    replacementReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

interface Given {
  readonly decision: AwardDecision;
  readonly initiative: Initiative;
  readonly tier: PrizeTier;
  readonly rank: number | null;
}

/** The decision by which a revoked prize is given to another. `decidedOn` is its day, `YYYY-MM-DD`. */
export interface Replacement {
  readonly number: string;
  readonly decidedOn: string;
  readonly reason: string;
}

/** A prize of the contest for an initiative. Not to be confused with the recognition of Decree 13/2012. */
export class Award extends AwardSchema.class {
  static give(given: Given & { readonly departure?: Departure | null }): Award {
    const { departure = null, ...award } = given;
    return Object.assign(new Award(), {
      ...award,
      id: newId(),
      amount: given.tier.amount,
      departureKind: departure?.kind ?? null,
      departureReason: departure?.reason ?? null,
      revokedAt: null,
      revocationReason: null,
      replaces: null,
      replacementNumber: null,
      replacementDecidedOn: null,
      replacementReason: null,
    });
  }

  /** A revoked prize for somebody else, with what is paid for its tier. */
  static replace(revoked: Award, given: Given & Replacement): Award {
    const { number, decidedOn, reason, ...award } = given;
    return Object.assign(Award.give(award), {
      replaces: revoked,
      replacementNumber: number,
      replacementDecidedOn: decidedOn,
      replacementReason: reason,
    });
  }

  /** To another tier, with the money of that tier. */
  move(tier: PrizeTier, departure: Departure | null): void {
    this.tier = tier;
    this.amount = tier.amount;
    this.depart(departure);
  }

  /** How it differs from what the standings and the plan propose, and why; null where it does not. */
  depart(departure: Departure | null): void {
    this.departureKind = departure?.kind ?? null;
    this.departureReason = departure?.reason ?? null;
  }

  revoke(reason: string, at: Date): void {
    if (this.revokedAt) throw new Refused('AWARD_REVOKED');
    this.revokedAt = at;
    this.revocationReason = reason;
  }
}
AwardSchema.setClass(Award);
