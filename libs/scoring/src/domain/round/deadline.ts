import { Refused, type WhyNot, moment, whyNotDate } from '#lib/kernel';
import { type RoundState } from './round.entity.js';

/** So many hours before the deadline of a round judges with unsigned cards are reminded, once each. */
export const REMINDED_HOURS_BEFORE = [72, 24] as const;

/** How far a round is and which cards are signed is told as it stood at the last full minute: the moment at which somebody signs is nobody's to see. */
export function toldUntil(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}

/** Why a round's deadline cannot be moved to a moment: the round is closed, or the moment has passed. */
export function whyNotMoveDue(state: RoundState, dueAt: Date, at: Date): WhyNot {
  return state === 'CLOSED' ? new Refused('ROUND_CLOSED') : whyNotDate('ROUND_DUE', dueAt, { now: at, path: 'dueAt' });
}

/** Whether a card can no longer be signed: its last moment, grace included, has come. `until` may be as JSON has it; a card without one is never late. */
export const isPastDue = (until: Date | string | null, at: Date): boolean => until !== null && at >= new Date(until);

export const duePassed = (until: Date | string): Refused => new Refused('ROUND_DUE_PASSED', { deadline: moment(new Date(until)) });
