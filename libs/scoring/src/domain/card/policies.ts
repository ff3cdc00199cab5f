import { type RoundRule } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { SMALLEST_TRIMMED_PANEL } from '#lib/statistics';
import { duePassed, isPastDue } from '../round/deadline.js';
import { type RoundState } from '../round/round.entity.js';
import { type CardState } from './scorecard.entity.js';

/** What the policies over a card need to know. */
export interface CardFacts {
  readonly state: CardState;
  /** Given out or reopened while the round was settling. */
  readonly late: boolean;
  readonly roundState: RoundState;
  /** False for a contest that was cancelled, or is past its judging. */
  readonly judging: boolean;
  /** False for an initiative that was withdrawn or disqualified since. */
  readonly eligible: boolean;
  readonly attested: boolean;
  /** The round's samples come first. */
  readonly calibrationDue: boolean;
  /** Marks are typed in the room, and the initiative has not been presented yet. */
  readonly presentationDue: boolean;
  readonly conflicted: boolean;
  /** The last moment at which it can be signed, grace included; null where no deadline holds for it. */
  readonly signableUntil: Date | null;
}

/** What stands in the way, by its code. Lists ask for every row, and a refusal carries a stack. */
type Obstacle = string | null;

/** A conflict, samples not scored yet, or no attestation: then the dossier that belongs to a card stays shut. */
export function obstacleToDossier({ conflicted, attested, calibrationDue, state }: CardFacts): Obstacle {
  if (conflicted) return 'CONFLICT_OF_INTEREST';
  if (state === 'EXCUSED') return 'CARD_EXCUSED';
  if (calibrationDue) return 'CALIBRATION_DUE';
  return attested ? null : 'ATTESTATION_MISSING';
}

/** Where this stands, a judge cannot attest that nothing ties them to the initiative. */
export function obstacleToAttestation({ conflicted, state }: CardFacts): Obstacle {
  if (conflicted) return 'CONFLICT_OF_INTEREST';
  return state === 'EXCUSED' ? 'CARD_EXCUSED' : null;
}

/** Where this stands, a judge can neither save nor sign, whatever the deadline: what was on the screen when it came is kept as a draft. Signed is final; a settling round waits for those it called since. */
export function obstacleToMarking(card: CardFacts): Obstacle {
  if (card.state === 'SIGNED') return 'CARD_SIGNED';
  if (card.roundState === 'CLOSED') return 'ROUND_CLOSED';
  if (card.roundState === 'PLANNED') return 'ROUND_NOT_OPEN';
  if (card.roundState === 'SETTLING' && !card.late) return 'ROUND_SETTLING';
  if (!card.judging) return 'CONTEST_NOT_JUDGING';
  if (!card.eligible) return 'INITIATIVE_NOT_JUDGED';
  return obstacleToDossier(card) ?? (card.presentationDue ? 'PRESENTATION_NOT_BEGUN' : null);
}

export const whyNotOpenDossier = (card: CardFacts): WhyNot => refusal(obstacleToDossier(card));
export const whyNotAttest = (card: CardFacts): WhyNot => refusal(obstacleToAttestation(card));
/** Where this stands, a judge cannot sign: as for marking, and once the deadline has passed. */
export const obstacleToSigning = (card: CardFacts, at: Date): Obstacle =>
  obstacleToMarking(card) ?? (isPastDue(card.signableUntil, at) ? 'ROUND_DUE_PASSED' : null);

export function whyNotSign(card: CardFacts, at: Date): WhyNot {
  const why = whyNotMark(card);
  return why ?? (card.signableUntil && isPastDue(card.signableUntil, at) ? duePassed(card.signableUntil) : null);
}
export const whyNotMark = (card: CardFacts): WhyNot => refusal(obstacleToMarking(card));

function refusal(obstacle: Obstacle): WhyNot {
  return obstacle === null ? null : new Refused(obstacle);
}

/** Why an organiser cannot take a card out of the count. A signed one is only where a conflict came up. */
export function whyNotExcuse(card: Pick<CardFacts, 'state' | 'roundState' | 'conflicted'>): WhyNot {
  if (card.roundState === 'CLOSED') return new Refused('ROUND_CLOSED');
  if (card.state === 'EXCUSED') return new Refused('CARD_EXCUSED');
  return card.state === 'SIGNED' && !card.conflicted ? new Refused('CARD_SIGNED') : null;
}

/** Where this stands, a signed card cannot be marked anew: after the closing only a correction changes it, and one in conflict is excused. */
export function obstacleToReopening(card: Omit<CardFacts, 'late' | 'attested' | 'signableUntil'>): Obstacle {
  if (card.roundState === 'CLOSED') return 'ROUND_CLOSED';
  if (card.state === 'EXCUSED') return 'CARD_EXCUSED';
  if (card.state === 'DRAFT') return 'CARD_NOT_SIGNED';
  if (!card.judging) return 'CONTEST_NOT_JUDGING';
  if (!card.eligible) return 'INITIATIVE_NOT_JUDGED';
  return card.conflicted ? 'CONFLICT_OF_INTEREST' : null;
}

export const whyNotReopen = (card: Parameters<typeof obstacleToReopening>[0]): WhyNot => refusal(obstacleToReopening(card));

/** Where this stands, a judge cannot say any more why they cannot judge: that a round is closed is changed by a correction alone. */
export const obstacleToRecusal = (roundState: RoundState): Obstacle => (roundState === 'CLOSED' ? 'ROUND_CLOSED' : null);
export const whyNotRecuse = (roundState: RoundState): WhyNot => refusal(obstacleToRecusal(roundState));

/** Why the assignment of a round cannot be changed. */
export function whyNotAssign(roundState: RoundState): WhyNot {
  if (roundState === 'CLOSED') return new Refused('ROUND_CLOSED');
  return roundState === 'SETTLING' ? new Refused('ROUND_SETTLING') : null;
}

/** Why an assignment cannot be taken back. That its judge has begun on it stands in the way too, which nobody but they is told before. */
export function whyNotUnassign({ state, roundState }: Pick<CardFacts, 'state' | 'roundState'>): WhyNot {
  const closed = whyNotAssign(roundState);
  if (closed) return closed;
  if (state === 'EXCUSED') return new Refused('CARD_EXCUSED');
  return state === 'SIGNED' ? new Refused('CARD_STARTED') : null;
}

/** Why the judging of a round is not written into a workbook: before it is closed there is nothing but sealed cards. */
export const whyNotExport = (roundState: RoundState): WhyNot =>
  roundState === 'CLOSED' ? null : new Refused('ROUND_NOT_CLOSED', {}, 'roundId');

/** How far a round is: counts only, since anything more would be about sealed cards. */
export interface RoundProgress {
  /** Cards that count or may come to: not excused, of initiatives that are still judged. */
  readonly due: number;
  readonly signed: number;
  /** Initiatives with fewer cards than the round's minimum. */
  readonly short: number;
  readonly initiatives: number;
  /** Requests to reopen a signed card that nobody has decided on. */
  readonly reopenings: number;
  /** Signed cards whose judge turned out to be in conflict since. */
  readonly conflicted: number;
  /** Initiatives with too few cards for the trimming that the round is to have: nothing would be trimmed in all of it. */
  readonly untrimmed: number;
}

/** Why a round cannot be closed: a card is neither signed nor excused, an initiative is short of cards, a card may be marked anew yet, or one in conflict counts. */
export function whyNotClose(
  roundState: RoundState,
  { due, signed, short, initiatives, reopenings, conflicted }: Omit<RoundProgress, 'untrimmed'>,
): WhyNot {
  if (roundState === 'CLOSED') return new Refused('ROUND_CLOSED');
  if (roundState === 'PLANNED') return new Refused('ROUND_NOT_OPEN');
  if (initiatives === 0) return new Refused('ROUND_EMPTY');
  if (signed < due || short > 0) return new Refused('ROUND_INCOMPLETE', { open: due - signed, short });
  if (conflicted > 0) return new Refused('ROUND_CONFLICTS', { conflicted });
  return reopenings > 0 ? new Refused('ROUND_REOPENINGS', { reopenings }) : null;
}

/** Why a round is not closed before somebody has said that they know: trimming falls away where an initiative has too few cards. */
export function whyNotUntrimmed(untrimmed: number, accepted: boolean): WhyNot {
  if (untrimmed === 0 || accepted) return null;
  return new Refused('ROUND_UNTRIMMED', { initiatives: untrimmed, least: SMALLEST_TRIMMED_PANEL }, 'acceptUntrimmed');
}

/** How many initiatives have too few counting cards to be trimmed, in a round that is to be. */
export function untrimmedOf({ aggregation }: Pick<RoundRule, 'aggregation'>, counts: readonly number[]): number {
  return aggregation.kind === 'TRIMMED_MEAN' ? counts.filter((count) => count < SMALLEST_TRIMMED_PANEL).length : 0;
}
