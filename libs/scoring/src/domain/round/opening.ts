import { type ContestPhase } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { type RoundState, whyNotMove } from './round.entity.js';

/** How many samples a round is calibrated on. */
export const SAMPLES = 2;

/** What decides whether a round may be opened, once its contest is in judging. */
export interface OpeningFacts {
  readonly state: RoundState;
  /** The contest is held in its phase. */
  readonly held: boolean;
  readonly previousClosed: boolean;
  /** How many there are, of a round whose judges mark samples first; null where they mark none. */
  readonly samples: number | null;
  readonly initiatives: number;
  /** Initiatives with too few cards. */
  readonly short: number;
}

/** Why the rounds of a contest are not planned. */
export function whyNotPlan({ phase, hasRuleBook }: { readonly phase: ContestPhase; readonly hasRuleBook: boolean }): WhyNot {
  if (phase === 'CANCELLED') return new Refused('CONTEST_NOT_JUDGING');
  return hasRuleBook ? null : new Refused('NO_RULE_BOOK');
}

/** Why there is nothing yet to make a pack of a contest's results of. */
export const whyNotPack = ({ hasClosed }: { readonly hasClosed: boolean }): WhyNot => (hasClosed ? null : nothingToPack());
export const nothingToPack = (): Refused => new Refused('PACK_NOTHING_CLOSED');

/** Why a round cannot be opened. */
export function whyNotOpen({ state, held, previousClosed, samples, initiatives, short }: OpeningFacts): WhyNot {
  if (state !== 'PLANNED') return whyNotMove(state, 'OPEN');
  if (held) return new Refused('CONTEST_HELD');
  if (!previousClosed) return new Refused('ROUND_BEFORE_OPEN');
  if (samples !== null && samples < SAMPLES) return new Refused('CALIBRATION_SAMPLES_MISSING', { samples: SAMPLES });
  if (initiatives === 0) return new Refused('ROUND_EMPTY');
  return short > 0 ? new Refused('ROUND_NOT_ASSIGNED', { short }) : null;
}
