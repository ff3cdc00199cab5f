import { Decimal, Refused, type WhyNot, decimal } from '#lib/kernel';

/** A criterion as points are given for it; decimals as text. */
export interface Measured {
  readonly maximum: string;
}

/** How many points there are of how many. */
export interface Reached extends Measured {
  readonly points: string;
}

const HUNDRED = new Decimal(100);

/** Exactly, without zeros at the end. */
export const sumOf = (numbers: readonly string[]): string => numbers.reduce((total, one) => total.plus(one), new Decimal(0)).toFixed();

/** In per cent of the maximum, to two decimals, half up: 52 of 60 are 86.67. */
export const shareOf = ({ points, maximum }: Reached): string => HUNDRED.times(points).dividedBy(maximum).toDecimalPlaces(2).toFixed();

/** By how many points of a hundred the share changed, as the two shares are shown. */
export const changeOf = (before: string, now: string): string => new Decimal(now).minus(before).toFixed();

/** Points are 0 to the maximum, by the step of the scheme. */
export function whyNotPoints(points: string, { maximum, step }: Measured & { readonly step: string }, path: string): WhyNot {
  const given = new Decimal(points);
  if (given.isNegative() || given.greaterThan(maximum)) return new Refused('INDEX_POINTS_OUTSIDE', { maximum: decimal(maximum) }, path);
  return given.modulo(step).isZero() ? null : new Refused('INDEX_POINTS_STEP', { step: decimal(step) }, path);
}

/** Where a step of the work departs from the one before it, it says why. */
export function whyNotReason(points: string, before: string | null, { reason, path }: { reason: string | null; path: string }): WhyNot {
  const departs = before === null || !new Decimal(points).equals(before);
  return departs && !reason?.trim() ? new Refused('INDEX_REASON_MISSING', {}, path) : null;
}

/** The maxima of a scheme add up to what its decision says. */
export function whyNotTotal(total: string, maxima: readonly string[]): WhyNot {
  const sum = sumOf(maxima);
  return new Decimal(sum).equals(total) ? null : new Refused('INDEX_SUM_WRONG', { sum: decimal(sum), total: decimal(total) }, 'total');
}

/** Totals of two schemes stand for different things; what both have in common may be compared. */
export const whyNotTotals = (schemeId: string, otherId: string): WhyNot =>
  schemeId === otherId ? null : new Refused('INDEX_NOT_COMPARABLE');

/** The place of each total, 1 the highest; equal totals share one. Null for all, as long as one of them is not there yet. */
export function ranksOf(totals: readonly (string | null)[]): readonly (number | null)[] {
  const all = totals.flatMap((total) => (total === null ? [] : [new Decimal(total)]));
  if (all.length < totals.length) return totals.map(() => null);
  return all.map((mine) => 1 + all.filter((other) => other.greaterThan(mine)).length);
}

/** What one year's points of a criterion are to be held against: its key is that of the oldest criterion with the same meaning. */
export interface Keyed extends Reached {
  readonly key: string;
}

export interface CommonShares {
  readonly keys: readonly string[];
  readonly before: Reached & { readonly share: string };
  readonly now: Reached & { readonly share: string };
  readonly change: string;
}

/** The criteria that two years have in common, each side of its own maximum; null where there are none. */
export function commonOf(before: readonly Keyed[], now: readonly Keyed[]): CommonShares | null {
  const keys = before.map(({ key }) => key).filter((key) => now.some((one) => one.key === key));
  if (keys.length === 0) return null;
  const side = (all: readonly Keyed[]) => {
    const mine = all.filter(({ key }) => keys.includes(key));
    const reached = { points: sumOf(mine.map(({ points }) => points)), maximum: sumOf(mine.map(({ maximum }) => maximum)) };
    return { ...reached, share: shareOf(reached) };
  };
  const [then, since] = [side(before), side(now)];
  return { keys, before: then, now: since, change: changeOf(then.share, since.share) };
}
