import { Decimal } from '#lib/kernel';
import { type Window, contains } from './windows.js';

export const DIRECTIONS = ['UP', 'DOWN'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How figures of several windows or units become one: their sum, the last, or the quotient of two sums. */
export const AGGREGATIONS = ['SUM', 'LAST', 'RATIO'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What is measured, as far as arithmetic needs to know. */
export interface Measure {
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  /** A ratio is shown in per cent. */
  readonly perCent: boolean;
}

/** A figure as it was reported: one number, or for a ratio its two parts; decimals as strings. */
export interface FigureFacts extends Window {
  readonly id: string;
  readonly unitId: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly source: string;
  readonly verified: boolean;
  /** Of a report, for a window of its period. */
  readonly reported?: boolean;
  /** Counted by the system. */
  readonly system?: boolean;
}

/** What the figures say together: the number to show and, of a ratio, the two sums that it is the quotient of. Exact, unrounded. */
export interface Amount {
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
}

export const NOTHING: Amount = { value: null, numerator: null, denominator: null };

/** The quotient of two sums, not the mean of quotients; no value where nothing was counted below the line. */
export function ratioOf(measure: Pick<Measure, 'perCent'>, numerator: Decimal, denominator: Decimal): Amount {
  const value = denominator.isZero() ? null : numerator.times(measure.perCent ? 100 : 1).dividedBy(denominator);
  return { value, numerator, denominator };
}

export function amountOf(
  measure: Pick<Measure, 'aggregation' | 'perCent'>,
  figure: Pick<FigureFacts, 'value' | 'numerator' | 'denominator'>,
): Amount {
  if (measure.aggregation === 'RATIO') return ratioOf(measure, new Decimal(figure.numerator ?? 0), new Decimal(figure.denominator ?? 0));
  return { value: new Decimal(figure.value ?? 0), numerator: null, denominator: null };
}

/**
 * Amounts of parts that share nothing, as one. Sums are added and ratios become the ratio of their sums.
 * Last values of different units are never merged: of more than one there is no value.
 */
export function addUp(measure: Measure, amounts: readonly Amount[]): Amount {
  const told = amounts.filter((amount) => amount.value !== null || amount.denominator !== null);
  const [first] = told;
  if (!first) return NOTHING;
  if (measure.aggregation === 'LAST') return told.length === 1 ? first : NOTHING;
  const sum = (key: keyof Amount) => told.reduce((total, amount) => total.plus(amount[key] ?? 0), new Decimal(0));
  return measure.aggregation === 'RATIO'
    ? ratioOf(measure, sum('numerator'), sum('denominator'))
    : { value: sum('value'), numerator: null, denominator: null };
}

/** Whether a target is met; null where there is none, or nothing to hold against it. */
export function meetsTarget(direction: Direction, value: Decimal | null, target: string | null): boolean | null {
  if (value === null || target === null) return null;
  return direction === 'UP' ? value.gte(target) : value.lte(target);
}

/** True where the amounts of two figures differ. */
function differ(a: FigureFacts, b: FigureFacts): boolean {
  const pairs = [
    [a.value, b.value],
    [a.numerator, b.numerator],
    [a.denominator, b.denominator],
  ] as const;
  return pairs.some(([left, right]) => !new Decimal(left ?? 0).eq(right ?? 0));
}

/**
 * Whether two sources of one unit cannot both be taken at their word: another number for the same window, or, of what is added up,
 * no less in a part of a window than in the whole (21,325 in a month and 21,325 in the thirteen months that hold it).
 */
export function disagree(measure: Measure, a: FigureFacts, b: FigureFacts): boolean {
  if (a.unitId !== b.unitId || a.source === b.source) return false;
  if (a.from === b.from && a.to === b.to) return differ(a, b);
  if (measure.aggregation !== 'SUM') return false;
  if (contains(a, b)) return partReachesWhole(b, a);
  return contains(b, a) && partReachesWhole(a, b);
}

/** A system that was at work in a part only may have counted in it all that the whole has. */
function partReachesWhole(part: FigureFacts, whole: FigureFacts): boolean {
  const value = new Decimal(part.value ?? 0);
  const all = whole.value ?? 0;
  return value.gt(0) && (part.system ? value.gt(all) : value.gte(all));
}

/** What the system counted in whole pieces, which never overlap. */
export interface SystemSum {
  readonly amount: Amount;
  readonly pieces: number;
}

/** The same of several units within the window of a figure that is of all of them. */
export interface SystemCount extends SystemSum {
  readonly units: number;
  /** More than the figure of that window claims of all of them together. */
  readonly exceeds: boolean;
}

/** Of the figures, what the system counted; null where it counted nothing, and of last values, which are not added up. */
export function systemSum(measure: Measure, figures: readonly FigureFacts[]): SystemSum | null {
  const pieces = figures.filter(({ system }) => system);
  if (pieces.length === 0 || measure.aggregation === 'LAST') return null;
  return {
    amount: addUp(
      measure,
      pieces.map((piece) => amountOf(measure, piece)),
    ),
    pieces: pieces.length,
  };
}

/**
 * What stands beside a figure that is of the district as a whole: `disagree` compares within a unit only, so the sum of its communes is held
 * against it here.
 */
export function systemWithin(measure: Measure, figures: readonly FigureFacts[], whole: FigureFacts): SystemCount | null {
  const inside = figures.filter((figure) => figure.system && figure.unitId !== whole.unitId && contains(whole, figure));
  const sum = systemSum(measure, inside);
  if (!sum) return null;
  const exceeds = measure.aggregation === 'SUM' && sum.amount.value !== null && sum.amount.value.gt(whole.value ?? 0);
  return { ...sum, units: new Set(inside.map(({ unitId }) => unitId)).size, exceeds };
}

/** By figure, the figures that it disagrees with; both sides are kept, and neither is corrected. */
export function disputes(measure: Measure, figures: readonly FigureFacts[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [at, figure] of figures.entries()) {
    for (const other of figures.slice(at + 1)) {
      if (!disagree(measure, figure, other)) continue;
      found.set(figure.id, [...(found.get(figure.id) ?? []), other.id]);
      found.set(other.id, [...(found.get(other.id) ?? []), figure.id]);
    }
  }
  return found;
}
