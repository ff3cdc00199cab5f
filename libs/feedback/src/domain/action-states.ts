import { Refused, type WhyNot, type Words, addDays } from '#lib/kernel';
import { weekOf } from './weeks.js';

export const ACTION_STATES = ['OPEN', 'CLAIMED', 'VERIFIED', 'EFFECTIVE', 'REOPENED', 'CANCELLED'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_STATE_WORDS: Readonly<Record<ActionState, Words>> = {
  OPEN: { vi: 'đang thực hiện', en: 'to be done' },
  CLAIMED: { vi: 'báo đã làm, chờ xác minh', en: 'said to be done, to be verified' },
  VERIFIED: { vi: 'đã xác minh, chờ kiểm tra hiệu quả', en: 'verified, to be checked' },
  EFFECTIVE: { vi: 'có hiệu quả', en: 'it worked' },
  REOPENED: { vi: 'phải làm lại', en: 'to be done anew' },
  CANCELLED: { vi: 'đã hủy', en: 'given up' },
};

/** From which state one may go to which: that something was done is claimed, seen by another, and shown by a later check. */
export const ACTION_MOVES: Readonly<Record<ActionState, readonly ActionState[]>> = {
  OPEN: ['CLAIMED', 'CANCELLED'],
  CLAIMED: ['VERIFIED', 'REOPENED', 'CANCELLED'],
  VERIFIED: ['EFFECTIVE', 'REOPENED'],
  EFFECTIVE: ['REOPENED'],
  REOPENED: ['CLAIMED', 'CANCELLED'],
  CANCELLED: [],
};

/** What waits for its owner. */
export const TO_DO: readonly ActionState[] = ['OPEN', 'REOPENED'];

export const whyNotMove = (from: ActionState, to: ActionState): WhyNot =>
  ACTION_MOVES[from].includes(to) ? null : new Refused('ACTION_STATE', { state: ACTION_STATE_WORDS[from] });

/** What citizens said is held against each other by so many whole weeks: before it was opened, and after it was seen to be done. */
const EFFECT_DAYS = 28;

export const weeksBefore = (openedOn: string): string => addDays(weekOf(openedOn), -EFFECT_DAYS);
/** Whether it worked can be told when the weeks after it was verified are over; the first begins on that day, or the Monday after. */
export const effectFrom = (verifiedOn: string): string => addDays(weekOf(addDays(verifiedOn, 6)), EFFECT_DAYS);
export const whyNotYet = (from: string | null, today: string): WhyNot =>
  from !== null && today < from ? new Refused('EFFECT_TOO_EARLY') : null;

/** How many rated at the unit's counters in four weeks, and how many of them were dissatisfied. */
export interface FourWeeks {
  readonly from: string;
  readonly to: string;
  readonly ratings: number;
  readonly lowRatings: number;
}

/** About a signal: where enough rated before and after, fewer must be dissatisfied than before. Where they did not, a check of another kind is named. */
export const whyNotShown = (before: FourWeeks | null, after: FourWeeks | null): WhyNot =>
  before && after && after.lowRatings * before.ratings >= before.lowRatings * after.ratings ? new Refused('EFFECT_NOT_SHOWN') : null;

/** Whoever did it does not see to it, nor anybody of the unit. */
export function whyNotVerify(
  personId: string,
  { ownerId, unitId }: { ownerId: string; unitId: string },
  unitsOfPerson: readonly string[],
): WhyNot {
  if (personId === ownerId) return new Refused('ACTION_OWN');
  return unitsOfPerson.includes(unitId) ? new Refused('REVIEWER_OF_UNIT') : null;
}

/** The same rule within six months after it was seen to be done says that it did not help. */
export const REOPENED_WITHIN_MONTHS = 6;
/** What is reopened by itself has so many days. */
export const REOPENED_DAYS = 14;

/** Who is told of what is overdue, and how many working days after its due day. */
export const OVERDUE_STEPS = [
  { told: 'owner', after: 0 },
  { told: 'heads', after: 3 },
  { told: 'offices', after: 5 },
] as const;
