import { type Interval } from './common/proportion.js';

/**
 * The rank of each interval, the highest first. Those that overlap share a rank, also by way of a third: nothing says that one is above the
 * other. Intervals that touch overlap.
 */
export function rankByIntervals(intervals: readonly Interval[]): number[] {
  const ranks = new Array<number>(intervals.length);
  const highestFirst = [...intervals.entries()].sort(([, a], [, b]) => b.high - a.high);
  let [place, reach] = [0, Infinity];
  for (const [at, [index, { low, high }]] of highestFirst.entries()) {
    if (at === 0 || high < reach) [place, reach] = [at + 1, low];
    reach = Math.min(reach, low);
    ranks[index] = place;
  }
  return ranks;
}
