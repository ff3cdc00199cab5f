import { defineEntity, p } from '@mikro-orm/core';
import { Contest, type RoundRule, RuleBook } from '#domain/contest';
import { Refused, newId, refuseIf, type Words } from '#lib/kernel';
import { whyNotMoveDue } from './deadline.js';

/** `SETTLING`: all first cards are in and signing is locked, but for the further judges that divergence called. */
export const ROUND_STATES = ['PLANNED', 'OPEN', 'SETTLING', 'CLOSED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What people call the states of a round. */
export const ROUND_STATE_WORDS: Readonly<Record<RoundState, Words>> = {
  PLANNED: { vi: 'chưa mở', en: 'not open yet' },
  OPEN: { vi: 'đang chấm', en: 'open' },
  SETTLING: { vi: 'đang chốt', en: 'settling' },
  CLOSED: { vi: 'đã kết thúc', en: 'closed' },
};

/** The table of transitions. A closed round stays closed. */
export const ROUND_TRANSITIONS: Readonly<Record<RoundState, readonly RoundState[]>> = {
  PLANNED: ['OPEN'],
  OPEN: ['SETTLING', 'CLOSED'],
  SETTLING: ['CLOSED'],
  CLOSED: [],
};

const RoundSchema = defineEntity({
  name: 'Round',
  tableName: 'round',
  indexes: [{ name: 'round_running', expression: "create index round_running on round (contest_id) where state <> 'CLOSED'" }],
  uniques: [
    { name: 'round_key_once', properties: ['contest', 'key'] },
    // Planned rounds change places where an amended rule book puts one between them.
    { name: 'round_ordinal_once', properties: ['contest', 'ordinal'], deferMode: 'deferred' },
  ],
  checks: [
    { name: 'round_state', expression: `state in (${ROUND_STATES.map((state) => `'${state}'`).join(', ')})` },
    {
      name: 'round_opened_iff_ruled',
      expression: "(state = 'PLANNED') = (opened_at is null) and (opened_at is null) = (rule_book_id is null)",
    },
    { name: 'round_closed_iff_dated', expression: "(state = 'CLOSED') = (closed_at is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    key: p.text(),
    ordinal: p.integer(),
    last: p.boolean(),
    state: p.text().$type<RoundState>(),
    // Follows the rule book until the round opens, and stands from then on.
    rule: p.json<RoundRule>(),
    ruleBook: () => p.manyToOne(RuleBook).lazyRef().strictNullable(),
    openedAt: p.datetime().strictNullable(),
    closedAt: p.datetime().strictNullable(),
    // Until when the cards given out before it are signed; null where the round has no deadline.
    dueAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** A round of judging: planned from the rule book, opened, and closed once every card is in. */
export class Round extends RoundSchema.class {
  static plan(contest: Contest, rule: RoundRule, { ordinal, last }: { ordinal: number; last: boolean }): Round {
    const round = new Round();
    Object.assign(round, {
      id: newId(),
      contest,
      key: rule.key,
      state: 'PLANNED',
      ruleBook: null,
      openedAt: null,
      closedAt: null,
      dueAt: null,
    });
    round.follow(rule, { ordinal, last });
    return round;
  }

  /** Takes over what the rule book says now; a round that was opened stands as it is. */
  follow(rule: RoundRule, { ordinal, last }: { ordinal: number; last: boolean }): void {
    if (this.state !== 'PLANNED') return;
    this.rule = rule;
    this.ordinal = ordinal;
    this.last = last;
  }

  open(ruleBook: RuleBook, at: Date): void {
    this.moveTo('OPEN');
    this.ruleBook = ruleBook;
    this.openedAt = at;
  }

  /** The cards given out so far are to be signed by another moment. */
  moveDue(dueAt: Date, at: Date): void {
    refuseIf(whyNotMoveDue(this.state, dueAt, at));
    this.dueAt = dueAt;
  }

  settle(): void {
    this.moveTo('SETTLING');
  }

  close(at: Date): void {
    this.moveTo('CLOSED');
    this.closedAt = at;
  }

  private moveTo(next: RoundState): void {
    if (!ROUND_TRANSITIONS[this.state].includes(next)) throw whyNotMove(this.state, next);
    this.state = next;
  }
}
RoundSchema.setClass(Round);

/** The refusal of a transition that the table has not. */
export function whyNotMove(from: RoundState, to: RoundState): Refused {
  if (from === 'CLOSED') return new Refused('ROUND_CLOSED');
  return from === 'PLANNED'
    ? new Refused('ROUND_NOT_OPEN')
    : new Refused('ROUND_TRANSITION', { from: ROUND_STATE_WORDS[from], to: ROUND_STATE_WORDS[to] });
}
