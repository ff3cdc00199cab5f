import { NotComputable } from './common/not-computable.js';

/** Differences that floating point alone tells apart are equal. */
const EQUAL = 1e-12;
/** With fewer, no arrangement can be rare, and none is computed. */
const FEWEST = { changed: 2, others: 3 } as const;
/** Above that, going through all arrangements takes too long. */
const MOST_ARRANGEMENTS = 200_000;

/** How often a lot would have drawn what was seen: of `arrangements` equally likely ones, this many are as extreme. */
export interface ExactTest {
  readonly arrangements: number;
  /** In which the difference is as small or smaller. */
  readonly asLow: number;
  /** In which it is as far from nothing, either way. */
  readonly asFar: number;
}

export interface ExactDifference {
  /** By how much the mean of the first is above the mean of the others. */
  readonly difference: number;
  /** Null with fewer than two of the first or three others. */
  readonly test: ExactTest | null;
  /** Within what the difference stays when any one is left out; null where nothing would be left. */
  readonly leaveOneOut: { readonly low: number; readonly high: number } | null;
}

/**
 * The difference of the means of two groups of units, with the exact permutation test of it: over every choice of as many units out of all, without any
 * assumption of a distribution. Source: Fisher, The Design of Experiments (1935); of changes it is difference in differences.
 */
export function exactDifference(changed: readonly number[], others: readonly number[]): ExactDifference {
  const all = [...changed, ...others];
  if (changed.length === 0 || others.length === 0) throw new NotComputable('NO_VALUES');
  if (!all.every(Number.isFinite)) throw new NotComputable('NOT_FINITE');
  const difference = differenceOf(changed, others);
  return { difference, test: testOf(all, changed.length, difference), leaveOneOut: leaveOneOut(changed, others) };
}

/** In how many ways so many are chosen out of all. */
export function arrangementsOf(chosen: number, all: number): number {
  let ways = 1;
  for (let k = 1; k <= Math.min(chosen, all - chosen); k++) ways = (ways * (all - k + 1)) / k;
  return Math.round(ways);
}

/** Whether there are enough of both for a test, and few enough for going through all. */
export const isTestable = (changed: number, others: number): boolean =>
  changed >= FEWEST.changed && others >= FEWEST.others && arrangementsOf(changed, changed + others) <= MOST_ARRANGEMENTS;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const differenceOf = (changed: readonly number[], others: readonly number[]): number => meanOf(changed) - meanOf(others);

function testOf(all: readonly number[], size: number, seen: number): ExactTest | null {
  if (!isTestable(size, all.length - size)) return null;
  const total = all.reduce((sum, value) => sum + value, 0);
  const test = { arrangements: 0, asLow: 0, asFar: 0 };
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      const drawn = sum / size - (total - sum) / (all.length - size);
      test.arrangements += 1;
      if (drawn <= seen + EQUAL) test.asLow += 1;
      if (Math.abs(drawn) >= Math.abs(seen) - EQUAL) test.asFar += 1;
      return;
    }
    for (let at = from; at <= all.length - left; at++) choose(at + 1, left - 1, sum + (all[at] ?? 0));
  };
  choose(0, size, 0);
  return test;
}

function leaveOneOut(changed: readonly number[], others: readonly number[]): ExactDifference['leaveOneOut'] {
  if (changed.length < 2 || others.length < 2) return null;
  const without = (values: readonly number[], at: number): number[] => values.filter((_, place) => place !== at);
  const found = [
    ...changed.map((_, at) => differenceOf(without(changed, at), others)),
    ...others.map((_, at) => differenceOf(changed, without(others, at))),
  ];
  return { low: Math.min(...found), high: Math.max(...found) };
}
