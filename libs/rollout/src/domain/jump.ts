import { type Decimal, Refused, decimal, nameOf } from '#lib/kernel';
import { type FigureFacts, type Measure, amountOf } from './figures.js';

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

type Numbers = Pick<FigureFacts, 'value' | 'numerator' | 'denominator'>;

/** What is known when a figure is held against those before it: its indicator, the figures before, latest first, and what was answered. */
export interface JumpFacts extends Pick<Measure, 'aggregation' | 'perCent'> {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly before: readonly Numbers[];
  readonly reason: string | null;
}

export interface Jump {
  /** What was usual, in the unit that the figure is shown in. */
  readonly median: Decimal;
  /** How many times that it is; null after a median of zero. */
  readonly times: Decimal | null;
  /** As it is asked; the refusal of whoever leaves it unanswered. */
  readonly question: Refused;
}

/** A quotient is shown to four decimals. */
const SHOWN_DECIMALS = 4;

/** What is asked about a figure that jumps; null where it does not. `path` leads to where the answer goes. */
export function jumpOf(figure: Numbers, facts: JumpFacts, path: string | null = null): Jump | null {
  const { value } = amountOf(facts, figure);
  const before = facts.before.map((each) => amountOf(facts, each).value).filter((each) => each !== null);
  const median = value && usualWhereItJumps(value, before);
  if (!median) return null;
  const shown = (number: Decimal) => decimal(number.toDecimalPlaces(SHOWN_DECIMALS).toFixed());
  return {
    median,
    times: median.isZero() ? null : value.dividedBy(median),
    question: new Refused('FIGURE_JUMPS', { indicator: nameOf(facts), value: shown(value), usual: shown(median) }, path),
  };
}
