import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { NotComputable } from './not-computable.js';

/** What a standard normal variable stays below with the given probability. */
export function normalPoint(probability: number): number {
  return normalQuantile(probability, 0, 1);
}

/** What F with these degrees of freedom, not necessarily whole, stays below with the given probability. */
export function fPoint(probability: number, [above, below]: readonly [number, number]): number {
  return fQuantile(probability, above, below);
}

/** What the absolute value of Student's t stays below with the given probability: its square is F with one degree above. */
export function absoluteTPoint(probability: number, freedom: number): number {
  return Math.sqrt(fPoint(probability, [1, freedom]));
}

/** The probability that chi-squared is at least this large. */
export function chiSquaredTail(value: number, freedom: number): number {
  return Math.min(1, Math.max(0, 1 - chisquareCdf(value, freedom)));
}

/** The two-sided normal point of a confidence strictly between 0 and 1. */
export function twoSidedPoint(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'confidence' });
  return normalPoint((1 + confidence) / 2);
}
