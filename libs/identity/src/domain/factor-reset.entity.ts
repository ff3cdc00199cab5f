import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId, type Words } from '#lib/kernel';
import { Person } from './person.entity.js';

export const RESET_STATES = ['PROPOSED', 'DONE', 'REFUSED', 'WITHDRAWN'] as const;
export type ResetState = (typeof RESET_STATES)[number];

/** What people call the states of a reset. */
export const RESET_STATE_WORDS: Readonly<Record<ResetState, Words>> = {
  PROPOSED: { vi: 'chờ xác nhận', en: 'waiting for a second person' },
  DONE: { vi: 'đã đặt lại', en: 'done' },
  REFUSED: { vi: 'không được xác nhận', en: 'not confirmed' },
  WITHDRAWN: { vi: 'đã rút đề nghị', en: 'withdrawn' },
};

const FactorResetSchema = defineEntity({
  name: 'FactorReset',
  tableName: 'factor_reset',
  indexes: [
    {
      name: 'factor_reset_one_proposal',
      expression: "create unique index factor_reset_one_proposal on factor_reset (person_id) where state = 'PROPOSED'",
    },
    { name: 'factor_reset_person', properties: ['person'] },
  ],
  checks: [
    { name: 'factor_reset_state', expression: `state in (${RESET_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'factor_reset_by_another', expression: 'proposed_by <> person_id and decided_by <> person_id' },
    {
      name: 'factor_reset_second_person',
      expression: "state <> 'DONE' or not needs_second or proposed_by is null or coalesce(decided_by <> proposed_by, false)",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    state: p.text().$type<ResetState>(),
    reason: p.text(),
    // The person has a right over the judging: two others decide, neither of whom could reach it alone.
    needsSecond: p.boolean(),
    // Null for the operator, at the machine itself.
    proposedBy: p.uuid().strictNullable(),
    proposedAt: p.datetime(),
    decidedBy: p.uuid().strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    refusalReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

export interface ResetOrder {
  readonly by: string | null;
  readonly needsSecond: boolean;
  readonly reason: string;
  readonly at: Date;
}

/** A second factor that was lost is taken off an account by others; its owner sets up another. */
export class FactorReset extends FactorResetSchema.class {
  /** At once, but for who has a right over the judging: that waits. Refuses `FACTOR_OWN`. */
  static of(person: Person, { by, needsSecond, reason, at }: ResetOrder): FactorReset {
    if (by === person.id) throw new Refused('FACTOR_OWN', {}, 'personId');
    const state: ResetState = needsSecond && by !== null ? 'PROPOSED' : 'DONE';
    const proposed = { id: newId(), person, state, reason, needsSecond, proposedBy: by, proposedAt: at };
    return Object.assign(new FactorReset(), { ...proposed, decidedBy: null, decidedAt: null, refusalReason: null });
  }

  confirm(by: string, at: Date): void {
    this.decide('DONE', { by, at, reason: null });
  }

  /** Whoever proposed it takes it back so. */
  refuse(by: string, at: Date, reason: string): void {
    this.decide(by === this.proposedBy ? 'WITHDRAWN' : 'REFUSED', { by, at, reason });
  }

  /** Its owner came in with the factor after all. */
  giveUp(at: Date): void {
    this.decide('WITHDRAWN', { by: null, at, reason: null });
  }

  private decide(state: ResetState, { by, at, reason }: { by: string | null; at: Date; reason: string | null }): void {
    if (this.state !== 'PROPOSED') throw new Refused('FACTOR_RESET_DECIDED');
    Object.assign(this, { state, decidedBy: by, decidedAt: at, refusalReason: reason });
  }
}
FactorResetSchema.setClass(FactorReset);
