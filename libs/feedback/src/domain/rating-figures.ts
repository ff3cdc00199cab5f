import { SERVICE_INDICATORS, type ServiceIndicatorKey } from '#domain/rollout';
import { FEWEST_READ } from './suppression.js';

/** The indicators that ratings fill in, by their key in a roll-out. */
export type RatingFigure = ServiceIndicatorKey<'COUNTER_RATINGS'>;
export const RATING_FIGURES: readonly RatingFigure[] = SERVICE_INDICATORS.COUNTER_RATINGS.map(({ key }) => key);

/** What counts of a half-month. */
export interface FigureParts {
  readonly ratings: number;
  readonly satisfied: number;
  readonly low: number;
}

/** As figures are written: one number, or for a ratio its parts; decimals as strings. */
interface Numbers {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/**
 * What an indicator says of a half-month. How many rated is said always, none too; how many of them were content not of fewer than five, as anywhere
 * in the offices. A last value says nothing of a half-month.
 */
export function figureOf(key: RatingFigure, aggregation: 'SUM' | 'LAST' | 'RATIO', parts: FigureParts): Numbers | null {
  if (aggregation === 'LAST') return null;
  if (key === 'qr.ratings') return aggregation === 'SUM' ? number(parts.ratings) : null;
  if (parts.ratings < FEWEST_READ) return null;
  const part = key === 'qr.satisfied' ? parts.satisfied : parts.low;
  return aggregation === 'SUM' ? number(part) : { value: null, numerator: String(part), denominator: String(parts.ratings) };
}

const number = (value: number): Numbers => ({ value: String(value), numerator: null, denominator: null });
