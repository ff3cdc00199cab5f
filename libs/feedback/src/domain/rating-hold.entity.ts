import { defineEntity, p } from '@mikro-orm/core';
import { Refused } from '#lib/kernel';
import { Counter } from './counter.entity.js';

export const VERDICTS = ['COUNT', 'EXCLUDE'] as const;
export type Verdict = (typeof VERDICTS)[number];

const RatingHoldSchema = defineEntity({
  name: 'RatingHold',
  tableName: 'rating_hold',
  indexes: [
    {
      name: 'rating_hold_open_once',
      expression: 'create unique index rating_hold_open_once on rating_hold (counter_id, day) where verdict is null',
    },
    { name: 'rating_hold_in_order', properties: ['day', 'id'] },
  ],
  checks: [
    { name: 'rating_hold_verdict', expression: `verdict in (${VERDICTS.map((verdict) => `'${verdict}'`).join(', ')})` },
    {
      name: 'rating_hold_decided_with_reason',
      expression: "(verdict is null) = (decided_at is null) and (verdict is null) = (reason is null) and btrim(reason) <> ''",
    },
    { name: 'rating_hold_counts', expression: '(verdict is null) = (ratings is null) and ratings >= 0' },
    { name: 'rating_hold_id_tells_no_moment', expression: 'uuid_extract_version(id) = 4' },
  ],
  properties: {
    id: p.uuid().primary(),
    counter: () => p.manyToOne(Counter).lazyRef().index(false),
    day: p.date(),
    verdict: p.text().$type<Verdict>().strictNullable(),
    /** How many it was about; null before the verdict: they may still become more. */
    ratings: p.integer().strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    reason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** That ratings of one day at one counter are held until somebody decides who sees when and how many they were, and not which. */
export class RatingHold extends RatingHoldSchema.class {
  /** Refuses a second verdict. */
  decide(verdict: Verdict, { at, reason, ratings }: { at: Date; reason: string; ratings: number }): void {
    this.refuseIfDecided();
    Object.assign(this, { verdict, decidedAt: at, reason: reason.trim(), ratings });
  }

  refuseIfDecided(): void {
    if (this.verdict !== null) throw new Refused('RATINGS_DECIDED');
  }
}
RatingHoldSchema.setClass(RatingHold);

const RatingBurstSchema = defineEntity({
  name: 'RatingBurst',
  tableName: 'rating_burst',
  indexes: [{ name: 'rating_burst_of_hold', properties: ['hold'] }],
  checks: [
    { name: 'rating_burst_counts', expression: 'ratings > 0 and usual > 0' },
    { name: 'rating_burst_in_spans', expression: 'extract(epoch from started_at) % 600 = 0 and extract(epoch from ended_at) % 600 = 0' },
    { name: 'rating_burst_ends_after_it_begins', expression: 'ended_at > started_at' },
    {
      name: 'rating_burst_forgotten_as_a_whole',
      expression: '(started_at is null) = (ended_at is null) and (started_at is null) = (network is null)',
    },
    { name: 'rating_burst_id_tells_no_moment', expression: 'uuid_extract_version(id) = 4' },
  ],
  properties: {
    id: p.uuid().primary(),
    hold: () => p.manyToOne(RatingHold).lazyRef().index(false).deleteRule('cascade'),
    /** In spans of ten minutes; both go with the network at the verdict, after a day at the latest. */
    startedAt: p.datetime().strictNullable(),
    endedAt: p.datetime().strictNullable(),
    /** By a key that its process made for the day and keeps nowhere. */
    network: p.text().strictNullable(),
    ratings: p.integer(),
    /** How many are usual in ten minutes there. */
    usual: p.double(),
  },
});

/** More ratings from one network at one counter within ten minutes than chance makes; no rating says of which it is. */
export class RatingBurst extends RatingBurstSchema.class {}
RatingBurstSchema.setClass(RatingBurst);
