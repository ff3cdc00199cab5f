import { defineEntity, p } from '@mikro-orm/core';
import { type InitiativeTexts, Initiative } from '#domain/initiative';
import { Refused, type WhyNot } from '#lib/kernel';
import { type RoundState } from '../round/round.entity.js';
import { type Mention } from './mentions.js';

export const NAME_DECISIONS = ['LEAVE', 'HIDE'] as const;
export type NameDecision = (typeof NAME_DECISIONS)[number];

/** A file as it was when it was looked through; one without text is for a person to look through. */
export interface LookedFile {
  readonly id: string;
  readonly fileName: string;
  readonly hasText: boolean;
}

/** The texts that judges read, and what files are called, as judges of an anonymous round get them. */
export interface HiddenTexts extends Pick<InitiativeTexts, 'title' | 'problem' | 'solution' | 'novelty' | 'effect'> {
  readonly captions: Readonly<Record<string, string>>;
}

const NameLookSchema = defineEntity({
  name: 'NameLook',
  tableName: 'name_look',
  checks: [
    { name: 'name_look_decision', expression: `decision in (${NAME_DECISIONS.map((decision) => `'${decision}'`).join(', ')})` },
    {
      name: 'name_look_decided_by_somebody',
      expression: 'decision is null or decided_by is not null and decided_at is not null and reason is not null',
    },
    { name: 'name_look_hides_what_was_decided', expression: `decision is null or (decision = 'HIDE') = (hidden is not null)` },
    { name: 'name_look_withholds_where_it_hides', expression: `hidden is not null or withheld = '[]'` },
  ],
  properties: {
    initiative: () => p.manyToOne(Initiative).lazyRef().primary(),
    // Which texts and files were looked at; another is looked at anew.
    readAs: p.text(),
    mentions: p.json<readonly Mention[]>(),
    files: p.json<readonly LookedFile[]>(),
    lookedAt: p.datetime(),
    decision: p.text().$type<NameDecision>().strictNullable(),
    // Further words that tell whose it is.
    words: p.json<readonly string[]>(),
    // Files that judges of an anonymous round do not get.
    withheld: p.json<readonly string[]>(),
    // Stays until the next decision, though what was looked at has changed: what was hidden is not shown by itself.
    hidden: p.json<HiddenTexts>().strictNullable(),
    reason: p.text().strictNullable(),
    decidedBy: p.uuid().strictNullable(),
    decidedAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** What an initiative says of whose it is, where judges are not to learn it, and what the secretariat decided about it. */
export class NameLook extends NameLookSchema.class {
  /** Judges read it as it is. */
  leave(decided: { by: string; at: Date; reason: string }): void {
    this.settle('LEAVE', decided);
    this.words = [];
    this.withheld = [];
    this.hidden = null;
  }

  /** Judges of anonymous rounds read `hidden` and get no file of `withheld`. */
  hide(
    how: { words: readonly string[]; withheld: readonly string[]; hidden: HiddenTexts },
    decided: { by: string; at: Date; reason: string },
  ): void {
    this.settle('HIDE', decided);
    this.words = how.words;
    this.withheld = how.withheld;
    this.hidden = how.hidden;
  }

  private settle(decision: NameDecision, { by, at, reason }: { by: string; at: Date; reason: string }): void {
    this.decision = decision;
    this.reason = reason;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}
NameLookSchema.setClass(NameLook);

/**
 * Why names cannot be hidden, or left, for a round in a state. What judges are reading is not laid open any more; a name that was overlooked
 * can still be hidden.
 */
export function whyNotDecideNames(roundState: RoundState, decision: NameDecision): WhyNot {
  if (roundState === 'PLANNED') return null;
  if (roundState === 'OPEN' && decision === 'HIDE') return null;
  return new Refused('NAMES_ROUND_OPENED', {}, 'decision');
}
