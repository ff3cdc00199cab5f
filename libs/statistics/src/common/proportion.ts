import { Decimal } from '#lib/kernel';
import { twoSidedPoint } from './distribution.js';
import { NotComputable } from './not-computable.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a proportion, between 0 and 1, at a confidence of 95 % unless told. Source: Wilson, JASA 22 (1927).
 * It holds for small samples, and for none or all of them.
 */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): Interval {
  if (trials === 0) throw new NotComputable('NO_VALUES');
  partOf(successes, trials);
  return wilsonOfShare(successes / trials, trials, confidence);
}

/** The same of a share that so many trials, not necessarily whole, would tell as surely as it was told. */
export function wilsonOfShare(share: number, trials: number, confidence = 0.95): Interval {
  if (!(share >= 0 && share <= 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'share' });
  if (!(trials > 0)) throw new NotComputable('NO_VALUES');
  const z = twoSidedPoint(confidence);
  const centre = share + (z * z) / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const whole = 1 + (z * z) / trials;
  // At the ends the formula is exactly 0 and 1; floating point misses them by a hair.
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - reach) / whole),
    high: share === 1 ? 1 : Math.min(1, (centre + reach) / whole),
  };
}

/** So many of so many. */
export interface Counted {
  readonly successes: number;
  readonly trials: number;
}

export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * How much greater the first proportion is than the second, with Newcombe's hybrid score interval. Source: Newcombe, Statistics in Medicine 17
 * (1998), method 10: each end is as far off as Wilson's ends of both proportions together.
 */
export function newcombeDifference(first: Counted, second: Counted, confidence = 0.95): Difference {
  const [one, other] = [first, second].map(({ successes, trials }) => ({
    ...wilsonInterval(successes, trials, confidence),
    share: successes / trials,
  })) as [Interval & { share: number }, Interval & { share: number }];
  const difference = one.share - other.share;
  return {
    difference,
    low: difference - Math.hypot(one.share - one.low, other.high - other.share),
    high: difference + Math.hypot(one.high - one.share, other.share - other.low),
  };
}

/** Both in per cent of what was expected, unrounded. Reports on time are among those received. */
export interface ReportingRates {
  readonly received: Decimal;
  readonly onTime: Decimal;
}

/** Refuses where nothing was expected: that is neither 0 % nor 100 %. */
export function reportingRates(counts: { expected: number; received: number; onTime: number }): ReportingRates {
  if (counts.expected === 0) throw new NotComputable('NO_VALUES');
  partOf(counts.received, counts.expected);
  partOf(counts.onTime, counts.received);
  const percent = (count: number) => new Decimal(count).times(100).dividedBy(counts.expected);
  return { received: percent(counts.received), onTime: percent(counts.onTime) };
}

function partOf(part: number, whole: number): void {
  if (Number.isInteger(part) && Number.isInteger(whole) && part >= 0 && part <= whole) return;
  throw new NotComputable('COUNT_OUT_OF_RANGE', { part, whole });
}

/**
 * How many of a population must be asked for a share to be known within `margin`, rounded half up. Source: Krejcie & Morgan, Educational and
 * Psychological Measurement 30 (1970), whose table it gives. Without a guess of the share, one half: the most that can be needed.
 */
export function requiredSample(wanted: { margin: number; confidence?: number; share?: number; population?: number }): number {
  const { margin, confidence = 0.95, share = 0.5, population = Infinity } = wanted;
  if (!(margin > 0 && margin < 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'margin' });
  if (!(share > 0 && share < 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'share' });
  if (!(population >= 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'population' });
  const unlimited = (twoSidedPoint(confidence) ** 2 * share * (1 - share)) / margin ** 2;
  return Math.max(1, Math.round(unlimited / (1 + (unlimited - 1) / population)));
}
