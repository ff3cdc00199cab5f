import { CONTEST_PHASE_WORDS, type ContestPhase } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { type CardState } from '../card/scorecard.entity.js';
import { type RoundState } from '../round/round.entity.js';
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

/** What decides whether anything of a round can be corrected. */
export interface CorrectableRound {
  readonly roundState: RoundState;
  readonly phase: ContestPhase;
  /** A correction of the contest's result is not decided yet. */
  readonly waits: boolean;
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

/** Why no correction of a round can be proposed, whichever its card: it runs, its result stands, or one waits to be decided. */
export function whyNotProposeCorrection({ roundState, phase, waits }: CorrectableRound): WhyNot {
  const standing = whyNotCorrectResult({ phase });
  if (standing) return standing;
  if (roundState !== 'CLOSED') return new Refused('ROUND_NOT_CLOSED');
  return waits ? new Refused('CORRECTION_WAITS') : null;
}

/** Why the result of a contest in this phase is not corrected: before the archive it is, published or not, since that is when it is read. */
export function whyNotCorrectResult({ phase }: { readonly phase: ContestPhase }): WhyNot {
  return phase === 'JUDGING' || phase === 'DELIBERATION' || phase === 'PUBLISHED'
    ? null
    : new Refused('RESULT_STANDS', { phase: CONTEST_PHASE_WORDS[phase] });
}
