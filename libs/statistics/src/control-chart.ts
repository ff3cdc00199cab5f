import { NotComputable } from './common/not-computable.js';
import { type Counted } from './common/proportion.js';

/** The mean distance of two neighbours is so many standard deviations where values are normal. */
const OF_NEIGHBOURS = 1.128;
const SIGMAS = 3;

/** What is usual of a share: how high it is, and how much more it goes up and down from time to time than chance alone would have it. */
export interface Usual {
  readonly share: number;
  /** 1: as by chance; larger where something else moves it too. */
  readonly spread: number;
}

/**
 * By the times that are the base, in their order: the share of all of them, and the spread of their distances from it, each measured by what
 * chance makes of its size. Source: Laney, Quality Engineering 14 (2002). Refuses fewer than two times, one without trials, and a share of none
 * or all, from which nothing can be far.
 */
export function usualOfShares(times: readonly Counted[]): Usual {
  if (times.length < 2) throw new NotComputable('TOO_FEW_VALUES');
  if (times.some(({ trials }) => trials === 0)) throw new NotComputable('NO_VALUES');
  const sum = (key: keyof Counted) => times.reduce((total, time) => total + time[key], 0);
  const share = sum('successes') / sum('trials');
  if (share === 0 || share === 1) return { share, spread: 1 };
  const distances = times.map(({ successes, trials }) => (successes / trials - share) / chance(share, trials));
  const steps = distances.slice(1).map((distance, at) => Math.abs(distance - (distances[at] ?? 0)));
  return { share, spread: steps.reduce((total, step) => total + step, 0) / steps.length / OF_NEIGHBOURS };
}

/** The share of so many trials that is not exceeded where all is as usual: three standard deviations, and never fewer than chance makes. */
export const upperLimit = ({ share, spread }: Usual, trials: number): number =>
  share + SIGMAS * Math.max(1, spread) * chance(share, trials);

const chance = (share: number, trials: number): number => Math.sqrt((share * (1 - share)) / trials);
