import { defineEntity, p } from '@mikro-orm/core';
import { createHmac, randomBytes } from 'node:crypto';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { newId, type Words } from '#lib/kernel';
import { type GivenMark, type Mark } from './marks.js';
import { Round } from '../round/round.entity.js';

export { type SignedCard, cardHash, sealMark } from './sealed-card.js';

export const CARD_STATES = ['DRAFT', 'SIGNED', 'EXCUSED'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** What people call the states of a card. */
export const CARD_STATE_WORDS: Readonly<Record<CardState, Words>> = {
  DRAFT: { vi: 'chưa ký', en: 'not signed' },
  SIGNED: { vi: 'đã ký', en: 'signed' },
  EXCUSED: { vi: 'được miễn chấm', en: 'excused' },
};

/**
 * Where a card stands in its judge's own order of the round, in SQL: by the SHA-256 of round, judge and initiative. Every judge has another
 * order, so that no initiative comes first for all of them, and a new card takes a place among the others without moving them.
 */
export const personalPlace = (card = ''): string =>
  `encode(sha256((${['round_id', 'judge_id', 'initiative_id'].map((part) => `${card}${part}::text`).join(" || ':' || ")})::bytea), 'hex')`;

const ScorecardSchema = defineEntity({
  name: 'Scorecard',
  tableName: 'scorecard',
  uniques: [{ name: 'scorecard_once', properties: ['round', 'initiative', 'judge'] }],
  indexes: [
    { name: 'scorecard_judge', expression: `create index scorecard_judge on scorecard (judge_id, round_id, (${personalPlace()}))` },
    { name: 'scorecard_initiative', properties: ['initiative'] },
  ],
  checks: [
    { name: 'scorecard_state', expression: `state in (${CARD_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'scorecard_signed_iff_total', expression: '(signed_at is null) = (total is null)' },
    { name: 'scorecard_signed_iff_hash', expression: '(signed_at is null) = (hash is null) and (hash is null) = (nonce is null)' },
    { name: 'scorecard_pseudonym_of_signed', expression: 'pseudonym is null or hash is not null' },
    {
      name: 'scorecard_signed_iff_dated',
      expression: "case state when 'SIGNED' then signed_at is not null when 'DRAFT' then signed_at is null else true end",
    },
    { name: 'scorecard_excused_iff_reason', expression: "(state = 'EXCUSED') = (excuse_reason is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).lazyRef(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    judge: () => p.manyToOne(Person).lazyRef().index(false),
    state: p.text().$type<CardState>(),
    // Called when first cards diverged, or in place of one who was: the round's rule says what its mark does.
    extra: p.boolean(),
    // Given out while the round was settling, and so signed then: a further card, one in place of a
    // first one that was excused, or one that was reopened then.
    late: p.boolean().default(false),
    // Sealed until the round closes, for everyone but the judge: marks, total, nonce.
    marks: p.json<(GivenMark | Mark)[]>(),
    total: p.decimal().columnType('numeric').strictNullable(),
    nonce: p.text().strictNullable(),
    hash: p.text().strictNullable(),
    // Who the judge is in the result pack. Null on cards signed before there were packs.
    pseudonym: p.text().strictNullable(),
    assignedAt: p.datetime(),
    signedAt: p.datetime().strictNullable(),
    excusedAt: p.datetime().strictNullable(),
    excuseReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** One judge's marks for one initiative in one round: assigned, drafted, then signed or excused. */
export class Scorecard extends ScorecardSchema.class {
  static assign(to: { round: Round; initiative: Initiative; judge: Person; extra: boolean; late?: boolean }, at: Date): Scorecard {
    const card = new Scorecard();
    Object.assign(card, { id: newId(), late: false, ...to, state: 'DRAFT', marks: [], assignedAt: at });
    Object.assign(card, { total: null, nonce: null, hash: null, pseudonym: null, signedAt: null, excusedAt: null, excuseReason: null });
    return card;
  }
}
ScorecardSchema.setClass(Scorecard);

/** 128 random bits: without them anyone could try all marks against the hash in the log. */
export function newNonce(): string {
  return randomBytes(16).toString('hex');
}

/** The name a judge has in the packs of one contest: the same on all their cards, and traced to nobody without the server's secret. */
export function judgePseudonym(secret: string, { contestId, judgeId }: { contestId: string; judgeId: string }): string {
  return `GK-${createHmac('sha256', secret).update(`judge ${contestId} ${judgeId}`).digest('hex').slice(0, 16)}`;
}
