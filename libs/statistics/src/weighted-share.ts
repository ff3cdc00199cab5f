import { NotComputable } from './common/not-computable.js';
import { type Interval, wilsonInterval, wilsonOfShare } from './common/proportion.js';

/** A part of what is measured: how much of it there is, how many were asked, and how many of those said yes. */
export interface Stratum {
  readonly size: number;
  readonly trials: number;
  readonly successes: number;
}

export interface WeightedShare extends Interval {
  readonly share: number;
  /** How many of a plain sample would tell it as surely; not necessarily whole. */
  readonly effective: number;
  readonly weighted: boolean;
}

/** Fewer than this tell nothing of their own stratum. */
const FEWEST = 5;

/**
 * The share of the whole, each part weighing as much as there is of it and not as many of it as answered, with Wilson's interval on the
 * sample that would tell it as surely: share·(1 − share) / Σ W²·p(1 − p)/n. Refuses where a part has nobody: `mergeSmall` first.
 *
 * A part in which all or none said yes has no variance by that formula and would make the whole look surer than it is, so there, and there
 * alone, p is (successes + ½) / (n + 1).
 */
export function weightedShare(strata: readonly Stratum[]): WeightedShare {
  const whole = strata.reduce((sum, { size }) => sum + size, 0);
  if (!(whole > 0)) throw new NotComputable('NO_WEIGHT');
  let [share, even, variance] = [0, 0, 0];
  for (const { size, trials, successes } of strata) {
    wilsonInterval(successes, trials); // refuses what is no count, and a part without anybody
    if (!(size >= 0)) throw new NotComputable('NEGATIVE_WEIGHT');
    const weight = size / whole;
    const p = successes / trials;
    const smooth = p === 0 || p === 1 ? (successes + 0.5) / (trials + 1) : p;
    share += weight * p;
    even += weight * smooth;
    variance += (weight * weight * smooth * (1 - smooth)) / trials;
  }
  // Sums of weights miss the ends by a hair, as they do.
  if (strata.every(({ successes, trials }) => successes === trials)) share = 1;
  const effective = (share > 0 && share < 1 ? share * (1 - share) : even * (1 - even)) / variance;
  return { share, effective, weighted: true, ...wilsonOfShare(share, effective) };
}

/** The share of those who answered, where nothing is known of how much there is of each part. */
export function plainShare(parts: readonly Pick<Stratum, 'trials' | 'successes'>[]): WeightedShare {
  const trials = parts.reduce((sum, part) => sum + part.trials, 0);
  const successes = parts.reduce((sum, part) => sum + part.successes, 0);
  return { ...wilsonInterval(successes, trials), share: successes / trials, effective: trials, weighted: false };
}

/** Strata of fewer than five answers each as one with the next smallest, until none is left or all are one. Sizes stay what they are together. */
export function mergeSmall(strata: readonly Stratum[]): Stratum[] {
  const left = [...strata].sort((a, b) => a.trials - b.trials || a.size - b.size);
  for (;;) {
    const [least, next, ...rest] = left;
    if (!least || !next || least.trials >= FEWEST) return left;
    const merged = {
      size: least.size + next.size,
      trials: least.trials + next.trials,
      successes: least.successes + next.successes,
    };
    left.splice(0, left.length, ...[merged, ...rest].sort((a, b) => a.trials - b.trials || a.size - b.size));
  }
}
