import { Refused, type WhyNot, whyNotDate } from '#lib/kernel';

export const ADOPTION_STATES = [
  'NOT_STARTED',
  'PREPARING',
  'PILOTING',
  'IN_USE',
  'SUSTAINED',
  'PAUSED',
  'NOT_SUITABLE',
  'DROPPED',
] as const;
export type AdoptionState = (typeof ADOPTION_STATES)[number];

/** Why a commune takes part in a rollout, or does not. */
export const ADOPTION_BASES = ['REQUIRED', 'VOLUNTARY', 'EXEMPT'] as const;
export type AdoptionBasis = (typeof ADOPTION_BASES)[number];

/** The states in which the commune's people have the initiative. */
export const IN_USE_STATES: readonly AdoptionState[] = ['IN_USE', 'SUSTAINED'];

/** From which state one may go to which. Nothing is final: a commune that dropped an initiative may take it up again, with a reason. */
export const ADOPTION_MOVES: Readonly<Record<AdoptionState, readonly AdoptionState[]>> = {
  NOT_STARTED: ['PREPARING', 'PILOTING', 'IN_USE', 'NOT_SUITABLE'],
  PREPARING: ['PILOTING', 'IN_USE', 'PAUSED', 'NOT_SUITABLE', 'DROPPED'],
  PILOTING: ['IN_USE', 'PAUSED', 'NOT_SUITABLE', 'DROPPED'],
  IN_USE: ['SUSTAINED', 'PAUSED', 'NOT_SUITABLE', 'DROPPED'],
  SUSTAINED: ['IN_USE', 'PAUSED', 'DROPPED'],
  PAUSED: ['PREPARING', 'PILOTING', 'IN_USE', 'NOT_SUITABLE', 'DROPPED'],
  NOT_SUITABLE: ['PREPARING', 'PILOTING'],
  DROPPED: ['PREPARING', 'PILOTING'],
};

/** Going there, or coming back from there, is explained. */
const TO_WITH_REASON: readonly AdoptionState[] = ['PAUSED', 'NOT_SUITABLE', 'DROPPED'];
const FROM_WITH_REASON: readonly AdoptionState[] = ['NOT_SUITABLE', 'DROPPED'];

export function needsReason(from: AdoptionState, to: AdoptionState): boolean {
  return TO_WITH_REASON.includes(to) || FROM_WITH_REASON.includes(from);
}

/** What is known of an adoption when it is to move; days as `YYYY-MM-DD`. */
export interface MoveFacts {
  readonly basis: AdoptionBasis;
  readonly from: AdoptionState;
  readonly to: AdoptionState;
  readonly reason: string | null;
  readonly effectiveOn: string;
  /** The day of the change before this one. */
  readonly lastOn: string;
  readonly today: string;
}

/** Why an adoption may not move: the commune is exempt, the table has no such move, no reason is given, or the day lies ahead or behind. */
export function whyNotMove(facts: MoveFacts): WhyNot {
  const { basis, from, to, effectiveOn, lastOn, today } = facts;
  if (basis === 'EXEMPT') return new Refused('UNIT_EXEMPT');
  if (!ADOPTION_MOVES[from].includes(to)) return new Refused('ADOPTION_MOVE', { from, to }, 'to');
  if (needsReason(from, to) && !facts.reason?.trim()) return new Refused('REASON_MISSING', {}, 'reason');
  return whyNotDated(effectiveOn, lastOn, today);
}

/** A change is dated by the day it took effect: not in the future, and not before the change that it follows. */
export function whyNotDated(effectiveOn: string, lastOn: string, today: string): WhyNot {
  const early = effectiveOn < lastOn ? new Refused('DATE_OUT_OF_ORDER', { last: lastOn }, 'effectiveOn') : null;
  return whyNotDate('ADOPTION', effectiveOn, { now: today, path: 'effectiveOn' }) ?? early;
}
