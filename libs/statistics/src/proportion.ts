import { Decimal } from '#lib/kernel';
import { NotComputable } from './not-computable.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution, for two-sided intervals of 95 %. */
const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval of a proportion, between 0 and 1, at 95 % unless another `z` is given. Source: Wilson, JASA 22 (1927).
 * It holds for small samples, and for none or all of them.
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z_95): Interval {
  if (trials === 0) throw new NotComputable('NO_VALUES');
  partOf(successes, trials);
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const whole = 1 + (z * z) / trials;
  // At the ends the formula is exactly 0 and 1; floating point misses them by a hair.
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - reach) / whole),
    high: successes === trials ? 1 : Math.min(1, (centre + reach) / whole),
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
