import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused, type WhyNot, newId, refuseIf, type Words } from '#lib/kernel';
import { Scorecard } from './scorecard.entity.js';

export const REOPENING_STATES = ['REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN'] as const;
export type ReopeningState = (typeof REOPENING_STATES)[number];

/** What people call the states of a reopening. */
export const REOPENING_STATE_WORDS: Readonly<Record<ReopeningState, Words>> = {
  REQUESTED: { vi: 'chờ người thứ hai quyết định', en: 'waiting for a second person' },
  APPROVED: { vi: 'đã được mở lại', en: 'approved' },
  REFUSED: { vi: 'không được mở lại', en: 'refused' },
  WITHDRAWN: { vi: 'đã rút đề nghị', en: 'withdrawn' },
};

const ReopeningSchema = defineEntity({
  name: 'Reopening',
  tableName: 'reopening',
  indexes: [
    {
      name: 'reopening_one_at_a_time',
      expression: "create unique index reopening_one_at_a_time on reopening (scorecard_id) where state = 'REQUESTED'",
    },
    { name: 'reopening_scorecard', properties: ['scorecard'] },
  ],
  checks: [
    { name: 'reopening_state', expression: `state in (${REOPENING_STATES.map((state) => `'${state}'`).join(', ')})` },
    {
      name: 'reopening_decided_iff_dated',
      expression: "(state = 'REQUESTED') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)",
    },
    { name: 'reopening_by_two', expression: "(decided_by_id = requested_by_id) = (state = 'WITHDRAWN')" },
    { name: 'reopening_refused_iff_reason', expression: "(state = 'REFUSED') = (decision_reason is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    scorecard: () => p.manyToOne(Scorecard).lazyRef().index(false),
    reason: p.text(),
    requestedBy: () => p.manyToOne(Person).lazyRef().index(false),
    requestedAt: p.datetime(),
    state: p.text().$type<ReopeningState>(),
    decidedBy: () => p.manyToOne(Person).deleteRule('no action').lazyRef().index(false).strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    decisionReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** That a signed card be marked anew while its round runs: asked for with a reason, and decided by a second person. */
export class Reopening extends ReopeningSchema.class {
  static request(card: Scorecard, request: { reason: string; by: Person; at: Date }): Reopening {
    const { reason, by, at } = request;
    const asked = { scorecard: card, reason, requestedBy: by, requestedAt: at, state: 'REQUESTED' as const };
    return Object.assign(new Reopening(), { id: newId(), ...asked, decidedBy: null, decidedAt: null, decisionReason: null });
  }

  approve({ by, at }: { by: Person; at: Date }): void {
    this.decide('APPROVED', { by, at });
  }

  refuse({ by, at, reason }: { by: Person; at: Date; reason: string }): void {
    this.decide('REFUSED', { by, at });
    this.decisionReason = reason;
  }

  /** By who asked for it. */
  withdraw({ by, at }: { by: Person; at: Date }): void {
    Object.assign(this, { state: 'WITHDRAWN', decidedBy: by, decidedAt: at });
  }

  private decide(state: ReopeningState, { by, at }: { by: Person; at: Date }): void {
    refuseIf(whyNotDecide(this.state, { requestedById: this.requestedBy.id, judge: null, actorId: by.id }));
    Object.assign(this, { state, decidedBy: by, decidedAt: at });
  }
}
ReopeningSchema.setClass(Reopening);

/** Why somebody cannot take a request back: it was another's, or it was decided. */
export function whyNotWithdraw(state: ReopeningState, { requestedById, actorId }: { requestedById: string; actorId: string }): WhyNot {
  if (actorId !== requestedById) return new Refused('REOPENING_NOT_REQUESTER');
  return state === 'REQUESTED' ? null : new Refused('REOPENING_DECIDED', { state });
}

/** Why somebody cannot decide on a reopening: it was decided, or they asked for it, or it is about their own card, or they are of one hand with who asked. */
export function whyNotDecide(
  state: ReopeningState,
  {
    requestedById,
    judge,
    actorId,
    tied = false,
  }: { requestedById: string; judge: { readonly id: string } | null; actorId: string; tied?: boolean },
): WhyNot {
  if (state !== 'REQUESTED') return new Refused('REOPENING_DECIDED', { state });
  if (actorId === requestedById || actorId === judge?.id) return new Refused('SECOND_PERSON_DUE');
  return tied ? new Refused('SECOND_PERSON_TIED') : null;
}
