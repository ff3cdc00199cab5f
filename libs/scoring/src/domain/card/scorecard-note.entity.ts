import { defineEntity, p } from '@mikro-orm/core';
import { Refused, type WhyNot, newId } from '#lib/kernel';
import { Scorecard } from './scorecard.entity.js';

/** Characters of a judge's notes on one card, at most. */
export const NOTE_LENGTH = 10_000;

const ScorecardNoteSchema = defineEntity({
  name: 'ScorecardNote',
  tableName: 'scorecard_note',
  checks: [{ name: 'scorecard_note_length', expression: `char_length(text) <= ${String(NOTE_LENGTH)}` }],
  properties: {
    id: p.uuid().primary(),
    scorecard: () => p.oneToOne(Scorecard).lazyRef().owner().deleteRule('cascade'),
    text: p.text(),
    savedAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** What a judge notes for themselves on a card of theirs. It is nobody else's, counts for nothing, and ends with the contest. */
export class ScorecardNote extends ScorecardNoteSchema.class {
  static begin(card: Scorecard): ScorecardNote {
    return Object.assign(new ScorecardNote(), { id: newId(), scorecard: card });
  }

  write(text: string, at: Date): void {
    this.text = text;
    this.savedAt = at;
  }
}
ScorecardNoteSchema.setClass(ScorecardNote);

/** Why a judge can note nothing on a card of theirs any more. */
export function whyNotNote({ contestOver }: { contestOver: boolean }): WhyNot {
  return contestOver ? new Refused('NOTES_OVER') : null;
}
