import { Refused, type WhyNot } from '#lib/kernel';
import { type RoundState } from '../round/round.entity.js';
import { SAMPLES } from '../round/opening.js';

/** What the policies over a calibration need to know. */
export interface CalibrationFacts {
  /** Whether the round's rule asks for it. */
  readonly asked: boolean;
  readonly roundState: RoundState;
  /** False for a contest that was cancelled, or is past its judging. */
  readonly running: boolean;
}

/** Why a round's samples cannot be written: they stand once somebody has scored one, and once the round is open. */
export function whyNotSetSamples({ begun, ...facts }: CalibrationFacts & { readonly begun: boolean }): WhyNot {
  if (facts.roundState !== 'PLANNED') return new Refused(facts.roundState === 'CLOSED' ? 'ROUND_CLOSED' : 'ROUND_OPENED');
  return whyNotCalibrate(facts) ?? (begun ? new Refused('CALIBRATION_BEGUN') : null);
}

/** Why samples are not scored now. They may be before the round opens, and by who joins the jury while it settles. */
export function whyNotCalibrate({ asked, roundState, running }: CalibrationFacts): WhyNot {
  if (roundState === 'CLOSED') return new Refused('ROUND_CLOSED');
  if (!running) return new Refused('CONTEST_NOT_JUDGING');
  return asked ? null : new Refused('CALIBRATION_NOT_ASKED');
}

/** Why a judge cannot sign a card for a sample; signed is final. */
export function whyNotSignSample({ signed, ...facts }: CalibrationFacts & { readonly signed: boolean }): WhyNot {
  return whyNotCalibrate(facts) ?? (signed ? new Refused('CALIBRATION_SIGNED') : null);
}

/** Why a judge cannot say that they have seen the spread: it is shown once both own cards are signed. */
export function whyNotFinish({ ownSigned, ...facts }: CalibrationFacts & { readonly ownSigned: number }): WhyNot {
  return whyNotCalibrate(facts) ?? (ownSigned < SAMPLES ? new Refused('CALIBRATION_UNSIGNED', { open: SAMPLES - ownSigned }) : null);
}
