import { addMonths, allRefused, Refused, type WhyNot, whyNotDate, type Words } from '#lib/kernel';

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

/** What people call the states of an adoption. */
export const ADOPTION_STATE_WORDS: Readonly<Record<AdoptionState, Words>> = {
  NOT_STARTED: { vi: 'chưa triển khai', en: 'not started' },
  PREPARING: { vi: 'đang chuẩn bị', en: 'in preparation' },
  PILOTING: { vi: 'đang áp dụng thử', en: 'on trial' },
  IN_USE: { vi: 'đang sử dụng', en: 'in use' },
  SUSTAINED: { vi: 'duy trì ổn định', en: 'sustained' },
  PAUSED: { vi: 'tạm dừng', en: 'paused' },
  NOT_SUITABLE: { vi: 'không phù hợp', en: 'not suitable' },
  DROPPED: { vi: 'thôi áp dụng', en: 'dropped' },
};

/** Why a commune takes part in a rollout, or does not. */
export const ADOPTION_BASES = ['REQUIRED', 'VOLUNTARY', 'EXEMPT'] as const;
export type AdoptionBasis = (typeof ADOPTION_BASES)[number];

/** What people call the bases. */
export const ADOPTION_BASIS_WORDS: Readonly<Record<AdoptionBasis, Words>> = {
  REQUIRED: { vi: 'bắt buộc', en: 'required' },
  VOLUNTARY: { vi: 'tự nguyện', en: 'voluntary' },
  EXEMPT: { vi: 'được miễn', en: 'exempt' },
};

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
  return whyNotByTable(facts) ?? allRefused(problemsOfMove(facts));
}

/** The code of why nobody can say anything of an adoption, whatever it is: the commune is exempt. */
export const whyNobodyMoves = (basis: AdoptionBasis): 'UNIT_EXEMPT' | null => (basis === 'EXEMPT' ? 'UNIT_EXEMPT' : null);

/** Why an adoption cannot move at all, whatever is said. */
export function whyNotByTable({ basis, from, to }: Pick<MoveFacts, 'basis' | 'from' | 'to'>): WhyNot {
  if (basis === 'EXEMPT') return new Refused('UNIT_EXEMPT');
  return ADOPTION_MOVES[from].includes(to)
    ? null
    : new Refused('ADOPTION_MOVE', { from: ADOPTION_STATE_WORDS[from], to: ADOPTION_STATE_WORDS[to] }, 'to');
}

/** All that is wrong with what is said of a move that the table has. */
export function problemsOfMove({ from, to, reason, effectiveOn, lastOn, today }: MoveFacts): Refused[] {
  const unexplained = needsReason(from, to) && !reason?.trim() ? new Refused('REASON_MISSING', {}, 'reason') : null;
  return [unexplained, whyNotDated(effectiveOn, lastOn, today)].filter((why) => why !== null);
}

/** For how many months at least a state lasts before the next: of piloting before use, of use before it is sustained. */
export interface LeastMonths {
  readonly pilot: number;
  readonly use: number;
}

/** The usual of a roll-out: half a year of use before it is called sustained. */
export const LEAST_MONTHS: LeastMonths = { pilot: 0, use: 6 };

/** What a new state rests on. */
export interface GroundFacts extends Pick<MoveFacts, 'from' | 'to' | 'reason' | 'effectiveOn'> {
  /** The day on which the state that is left began. */
  readonly since: string;
  /** Whether something is shown with the change. */
  readonly shown: boolean;
  /** Whether the commune has piloted it, or had it in use, before. */
  readonly tried: boolean;
  readonly least: LeastMonths;
}

/**
 * All that a new state lacks: use, and sustained use, are shown; use that was never piloted has a reason; and what is left has lasted
 * long enough, counted from the day that the commune said it began on. To step back from sustained use nothing is asked.
 */
export function problemsOfGround({ from, to, reason, effectiveOn, since, shown, tried, least }: GroundFacts): Refused[] {
  const rises = to === 'SUSTAINED' || (to === 'IN_USE' && from !== 'SUSTAINED');
  if (!rises) return [];
  const months = to === 'SUSTAINED' ? least.use : from === 'PILOTING' ? least.pilot : 0;
  const earliest = addMonths(since, months);
  return [
    !tried && to === 'IN_USE' && !reason?.trim() ? new Refused('REASON_MISSING', {}, 'reason') : null,
    shown ? null : new Refused('EVIDENCE_MISSING', {}, 'evidence'),
    since <= effectiveOn && effectiveOn < earliest ? new Refused('ADOPTION_TOO_SOON', { since, months, earliest }, 'effectiveOn') : null,
  ].filter((why) => why !== null);
}

/** A change is dated by the day it took effect: not in the future, and not before the change that it follows. */
export function whyNotDated(effectiveOn: string, lastOn: string, today: string): WhyNot {
  const early = effectiveOn < lastOn ? new Refused('DATE_OUT_OF_ORDER', { last: lastOn }, 'effectiveOn') : null;
  return whyNotDate('ADOPTION', effectiveOn, { now: today, path: 'effectiveOn' }) ?? early;
}
