import { type Decimal } from '#lib/kernel';

/** So many periods before are looked at, and fewer than so many values say nothing. */
export const JUMP_PERIODS = 4;
export const JUMP_LEAST = 3;

/** A value jumps where it is more than so many times what is usual, or less than one part of so many. */
const TIMES = 5;

/** The middle of values; of an even number the mean of the two in the middle. Null of none. */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = values.toSorted((a, b) => a.comparedTo(b));
  const middle = sorted.length >> 1;
  const [below, above] = [sorted[middle - 1], sorted[middle]];
  if (!above) return null;
  return sorted.length % 2 === 1 || !below ? above : below.plus(above).dividedBy(2);
}

/**
 * What is usual for a unit where a value jumps out of it: the median of what it reported in its last four periods, latest first; null
 * where the value does not jump, or fewer than three are known. A value jumps where its size is more than five times the median's or less
 * than a fifth of it, at five times and at a fifth not yet, or where it has the other sign. After a median of zero every value but zero
 * jumps; after another, zero does. Of a ratio the quotients are compared, in the unit that they are shown in.
 */
export function usualWhereItJumps(value: Decimal, before: readonly Decimal[]): Decimal | null {
  const known = before.slice(0, JUMP_PERIODS);
  const usual = known.length < JUMP_LEAST ? null : medianOf(known);
  if (usual === null) return null;
  const [size, usualSize] = [value.abs(), usual.abs()];
  const otherSign = value.times(usual).lt(0);
  return otherSign || size.gt(usualSize.times(TIMES)) || size.times(TIMES).lt(usualSize) ? usual : null;
}
