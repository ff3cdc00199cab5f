import { Decimal } from '#lib/kernel';
import { type Exact } from './decimal.js';
import { NotComputable } from './common/not-computable.js';

/** How the sheets of one initiative become one number; the rule book says which. */
export type Aggregation = 'MEAN' | 'MEDIAN' | 'TRIMMED_SHEETS' | 'TRIMMED_CRITERIA';

const UNITS = 10_000;
const UNIT = new Decimal(1).dividedBy(UNITS);

/** A panel smaller than this is not trimmed: of four sheets, two would decide. */
export const SMALLEST_TRIMMED_PANEL = 5;

export function sum(values: readonly Exact[]): Decimal {
  const units = values.map(unitsOf);
  if (units.every((unit) => unit !== null)) return new Decimal(units.reduce((total, unit) => total + unit, 0)).times(UNIT);
  return values.reduce<Decimal>((total, value) => total.plus(finite(value)), new Decimal(0));
}

/** Refuses an empty list (`NO_VALUES`). */
export function mean(values: readonly Exact[]): Decimal {
  return sum(notEmpty(values)).dividedBy(values.length);
}

/** Divided by the sum of the weights, so that weights need not add up to one. Refuses a negative weight, and weights of nothing. */
export function weightedMean(values: readonly Exact[], weights: readonly Exact[]): Decimal {
  if (weights.length !== notEmpty(values).length) throw new NotComputable('NOT_RECTANGULAR');
  const whole = sum(weights);
  if (weights.some((weight) => new Decimal(weight).isNegative() && !new Decimal(weight).isZero()))
    throw new NotComputable('NEGATIVE_WEIGHT');
  if (whole.isZero()) throw new NotComputable('NO_WEIGHT');
  return sum(values.map((value, at) => finite(value).times(weights[at] ?? 0))).dividedBy(whole);
}

/** The middle value, or the mean of the two in the middle. Refuses an empty list. */
export function median(values: readonly Exact[]): Decimal {
  const sorted = ascending(notEmpty(values));
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 ? half : half - 1, half + 1));
}

/** The mean without exactly one highest and one lowest, however many are equal to them; with fewer than five values, of all. */
export function trimmedMean(values: readonly Exact[]): Decimal {
  return values.length < SMALLEST_TRIMMED_PANEL ? mean(values) : mean(ascending(values).slice(1, -1));
}

/**
 * The mean of `values`, one of each sheet, over the sheets that are left once the highest and the lowest by `totals` are dropped;
 * with fewer than five, over all. Of sheets with equal totals any could be the one that is dropped, and so an equal part of each is.
 */
export function meanOfKept(values: readonly Exact[], totals: readonly Exact[]): Decimal {
  if (totals.length !== values.length) throw new NotComputable('NOT_RECTANGULAR');
  if (values.length < SMALLEST_TRIMMED_PANEL) return mean(values);
  const exact = totals.map(finite);
  const [lowest, highest] = [Decimal.min(...exact), Decimal.max(...exact)];
  const low = values.filter((_, at) => exact[at]?.eq(lowest));
  const high = values.filter((_, at) => exact[at]?.eq(highest));
  // One division, at the end: what is whole stays whole.
  const parts = low.length * high.length;
  const kept = sum(values).times(parts).minus(sum(low).times(high.length)).minus(sum(high).times(low.length));
  return kept.dividedBy(parts * (values.length - 2));
}

/**
 * One initiative's total from `sheets[judge][criterion]`, in points that are already weighted.
 * Of sheets, the totals are trimmed; of criteria, each criterion is by itself and the means are added: the two differ.
 */
export function aggregateSheets(sheets: readonly (readonly Exact[])[], how: Aggregation): Decimal {
  const width = notEmpty(sheets)[0]?.length ?? 0;
  const ragged = sheets.findIndex((sheet) => sheet.length !== width);
  if (ragged >= 0) throw new NotComputable('NOT_RECTANGULAR', { row: ragged });

  switch (how) {
    case 'MEAN':
      return mean(sheets.map(sum));
    case 'MEDIAN':
      return median(sheets.map(sum));
    case 'TRIMMED_SHEETS':
      return trimmedMean(sheets.map(sum));
    case 'TRIMMED_CRITERIA':
      return sum(Array.from({ length: width }, (_, criterion) => trimmedMean(sheets.map((sheet) => sheet[criterion] ?? NaN))));
  }
}

function ascending(values: readonly Exact[]): readonly Exact[] {
  const units = values.map((value) => ({ value, unit: unitsOf(value) }));
  if (units.every((each): each is { value: Exact; unit: number } => each.unit !== null)) {
    return units.sort((a, b) => a.unit - b.unit).map(({ value }) => value);
  }
  return values.map(finite).sort((a, b) => a.comparedTo(b));
}

/** Marks in ten-thousandths are whole numbers that doubles add up exactly, five times as fast as decimals do; null for what is not as plain as a mark. */
function unitsOf(value: Exact): number | null {
  if (typeof value !== 'number') return null;
  const units = Math.round(value * UNITS);
  return Math.abs(units) < 1e11 && units / UNITS === value ? units : null;
}

function finite(value: Exact): Decimal {
  const exact = value instanceof Decimal ? value : new Decimal(value);
  if (!exact.isFinite()) throw new NotComputable('NOT_FINITE');
  return exact;
}

function notEmpty<T>(values: readonly T[]): readonly T[] {
  if (values.length === 0) throw new NotComputable('NO_VALUES');
  return values;
}
