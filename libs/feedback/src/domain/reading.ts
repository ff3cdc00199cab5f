import { type Interval, wilsonInterval } from '#lib/statistics';
import { REASONS, type Reason } from './rating-words.js';
import { FEWEST_READ } from './suppression.js';

/** What was counted of one week at a unit's counters of one field. */
export interface WeekCounts {
  readonly counted: number;
  readonly satisfied: number;
  readonly low: number;
  readonly reasons: Readonly<Record<Reason, number>>;
}

export interface ReadShare extends Interval {
  readonly share: number;
}

/** What the offices read of it. */
export interface WeekReading {
  readonly satisfied: ReadShare;
  readonly low: ReadShare;
  /** The reasons that were given, the most frequent first. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
}

/** Null for fewer than five: who was at the counter would know who said what. */
export function readingOf({ counted, satisfied, low, reasons }: WeekCounts): WeekReading | null {
  if (counted < FEWEST_READ) return null;
  const shareOf = (part: number): ReadShare => ({ share: part / counted, ...wilsonInterval(part, counted) });
  const given = REASONS.map((reason) => ({ reason, count: reasons[reason] })).filter(({ count }) => count > 0);
  return { satisfied: shareOf(satisfied), low: shareOf(low), reasons: given.sort((a, b) => b.count - a.count) };
}
