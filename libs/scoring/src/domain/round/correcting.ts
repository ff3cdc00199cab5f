import { CONTEST_PHASE_WORDS, type ContestPhase } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { type RoundState } from './round.entity.js';

/** What decides whether anything of a round can be corrected. */
export interface CorrectableRound {
  readonly roundState: RoundState;
  readonly phase: ContestPhase;
  /** A correction of the contest's result is not decided yet. */
  readonly waits: boolean;
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
