import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused, type WhyNot, newId, refuseIf, type Words } from '#lib/kernel';
import { type Mark, Round, Scorecard, type Seal } from '#domain/scoring';
import { RoundResult } from '../result/result.entity.js';

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** A card is taken out of the count, or signed anew by its judge. */
export const CORRECTION_KINDS = ['CARD_EXCUSED', 'CARD_RESIGNED'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** `PROPOSED` waits for the judge's corrected marks, `READY` for the second person. */
export const CORRECTION_STATES = ['PROPOSED', 'READY', 'APPLIED', 'REJECTED', 'WITHDRAWN'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** What people call the states of a correction. */
export const CORRECTION_STATE_WORDS: Readonly<Record<CorrectionState, Words>> = {
  PROPOSED: { vi: 'chờ giám khảo chấm lại', en: 'waiting for the corrected marks' },
  READY: { vi: 'chờ người thứ hai quyết định', en: 'waiting for a second person' },
  APPLIED: { vi: 'đã áp dụng', en: 'applied' },
  REJECTED: { vi: 'bị bác', en: 'rejected' },
  WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
};

/** The table of transitions. */
export const CORRECTION_TRANSITIONS: Readonly<Record<CorrectionState, readonly CorrectionState[]>> = {
  PROPOSED: ['READY', 'REJECTED', 'WITHDRAWN'],
  READY: ['APPLIED', 'REJECTED', 'WITHDRAWN'],
  APPLIED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

const CorrectionSchema = defineEntity({
  name: 'Correction',
  tableName: 'correction',
  indexes: [
    {
      name: 'correction_one_at_a_time',
      expression: "create unique index correction_one_at_a_time on correction (round_id) where state in ('PROPOSED', 'READY')",
    },
    { name: 'correction_round', properties: ['round'] },
  ],
  checks: [
    { name: 'correction_kind', expression: `kind in (${quoted(CORRECTION_KINDS)})` },
    { name: 'correction_state', expression: `state in (${quoted(CORRECTION_STATES)})` },
    {
      name: 'correction_decided_iff_dated',
      expression: "(state in ('PROPOSED', 'READY')) = (decided_at is null) and (decided_at is null) = (decided_by_id is null)",
    },
    { name: 'correction_by_two', expression: "state = 'WITHDRAWN' or decided_by_id is null or decided_by_id <> proposed_by_id" },
    { name: 'correction_applied_iff_result', expression: "(state = 'APPLIED') = (result_id is not null)" },
    { name: 'correction_rejected_iff_reason', expression: "(state = 'REJECTED') = (decision_reason is not null)" },
    {
      name: 'correction_signed_whole',
      expression: 'num_nulls(marks, total, nonce, hash, pseudonym, signed_at) in (0, 6)',
    },
    {
      name: 'correction_ready_iff_signed',
      expression:
        "case when kind = 'CARD_EXCUSED' then signed_at is null and state <> 'PROPOSED' when state = 'PROPOSED' then signed_at is null when state in ('READY', 'APPLIED') then signed_at is not null else true end",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).lazyRef().index(false),
    scorecard: () => p.manyToOne(Scorecard).lazyRef().index('correction_scorecard'),
    kind: p.text().$type<CorrectionKind>(),
    reason: p.text(),
    proposedBy: () => p.manyToOne(Person).lazyRef().index(false),
    proposedAt: p.datetime(),
    state: p.text().$type<CorrectionState>(),
    // The card as its judge signed it anew.
    marks: p.json<Mark[]>().strictNullable(),
    total: p.decimal().columnType('numeric').strictNullable(),
    nonce: p.text().strictNullable(),
    hash: p.text().strictNullable(),
    pseudonym: p.text().strictNullable(),
    signedAt: p.datetime().strictNullable(),
    decidedBy: () => p.manyToOne(Person).deleteRule('no action').lazyRef().index(false).strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    decisionReason: p.text().strictNullable(),
    // The version of the round's result that it made.
    result: () => p.manyToOne(RoundResult).deleteRule('no action').lazyRef().index(false).strictNullable(),
    version: p.integer().version(),
  },
});

interface Decision {
  readonly by: Person;
  readonly at: Date;
}

/** That a card of a closed round be corrected: proposed with a reason, and done by a second person who has seen what it touches. */
export class Correction extends CorrectionSchema.class {
  static propose(of: { round: Round; scorecard: Scorecard; kind: CorrectionKind; reason: string } & Decision): Correction {
    const { by, at, ...rest } = of;
    const state: CorrectionState = of.kind === 'CARD_EXCUSED' ? 'READY' : 'PROPOSED';
    const unsigned = { marks: null, total: null, nonce: null, hash: null, pseudonym: null, signedAt: null };
    const undecided = { decidedBy: null, decidedAt: null, decisionReason: null, result: null };
    return Object.assign(new Correction(), { id: newId(), ...rest, proposedBy: by, proposedAt: at, state, ...unsigned, ...undecided });
  }

  /** The corrected marks, by the card's judge. */
  sign(card: { marks: readonly Mark[]; total: string; signedAt: Date }, seal: Seal): void {
    this.moveTo('READY');
    Object.assign(this, { ...seal, marks: [...card.marks], total: card.total, signedAt: card.signedAt });
  }

  apply(result: RoundResult, decision: Decision): void {
    this.decide('APPLIED', decision);
    this.result = result;
  }

  reject(reason: string, decision: Decision): void {
    this.decide('REJECTED', decision);
    this.decisionReason = reason;
  }

  withdraw(decision: Decision): void {
    this.decide('WITHDRAWN', decision);
  }

  private decide(state: CorrectionState, { by, at }: Decision): void {
    this.moveTo(state);
    Object.assign(this, { decidedBy: by, decidedAt: at });
  }

  private moveTo(next: CorrectionState): void {
    refuseIf(whyNotMoveCorrection(this.state, next));
    this.state = next;
  }
}
CorrectionSchema.setClass(Correction);

export function whyNotMoveCorrection(from: CorrectionState, to: CorrectionState): WhyNot {
  if (CORRECTION_TRANSITIONS[from].includes(to)) return null;
  return from === 'PROPOSED'
    ? new Refused('CORRECTION_NOT_SIGNED')
    : new Refused('CORRECTION_STATE', { state: CORRECTION_STATE_WORDS[from] });
}

/** Why somebody cannot decide on a correction: it is not theirs to decide who proposed it, whose card it is, or who is of one hand with who proposed it. */
export function whyNotDecideCorrection(
  { state, proposedById, judge, tied }: { state: CorrectionState; proposedById: string; judge: { readonly id: string }; tied: boolean },
  { actorId, to }: { actorId: string; to: 'APPLIED' | 'REJECTED' },
): WhyNot {
  const why = whyNotMoveCorrection(state, to);
  if (why) return why;
  if (actorId === proposedById || actorId === judge.id) return new Refused('SECOND_PERSON_DUE');
  return tied ? new Refused('SECOND_PERSON_TIED') : null;
}
