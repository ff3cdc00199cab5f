import { Refused, type WhyNot } from '#lib/kernel';
import { type CardState, type RoundState } from '#domain/scoring';
import { type CorrectionKind } from './correction.entity.js';

/** What decides whether a card can be corrected. */
export interface CorrectableCard {
  readonly state: CardState;
  readonly roundState: RoundState;
  /** False for an initiative that was withdrawn or disqualified since. */
  readonly eligible: boolean;
  readonly conflicted: boolean;
  /** The judge is on the jury still. */
  readonly seated: boolean;
  /** The signed cards of the initiative in the round, and how many must count. */
  readonly signed: number;
  readonly minimum: number;
}

/** Why a card of a closed round cannot be corrected this way. One in conflict, or whose judge has left, can only be taken out of the count. */
export function whyNotCorrect(card: CorrectableCard, kind: CorrectionKind): WhyNot {
  if (card.roundState !== 'CLOSED') return new Refused('ROUND_NOT_CLOSED');
  if (card.state === 'EXCUSED') return new Refused('CARD_EXCUSED');
  if (card.state === 'DRAFT') return new Refused('CARD_NOT_SIGNED');
  if (!card.eligible) return new Refused('INITIATIVE_NOT_JUDGED');
  if (kind === 'CARD_EXCUSED') {
    const minimum = Math.max(1, card.minimum);
    return card.signed - 1 < minimum ? new Refused('CORRECTION_BELOW_MINIMUM', { minimum }) : null;
  }
  if (card.conflicted) return new Refused('CONFLICT_OF_INTEREST');
  return card.seated ? null : new Refused('NOT_ON_JURY');
}
