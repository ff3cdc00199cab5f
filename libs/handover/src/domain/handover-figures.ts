import { SERVICE_INDICATORS, type ServiceIndicatorKey } from '#domain/rollout';

/** The indicators that handovers fill in, by their key in a roll-out. */
export type HandoverFigure = ServiceIndicatorKey<'HANDOVERS'>;
export const HANDOVER_FIGURES: readonly HandoverFigure[] = SERVICE_INDICATORS.HANDOVERS.map(({ key }) => key);

/** What counts of a half-month; nothing that is voided. */
export interface HandoverParts {
  /** Handed over at home. */
  readonly home: number;
  /** Handed over at a ceremony. */
  readonly ceremonies: number;
  /** Tried for the first time, and of these handed over. */
  readonly firstTries: number;
  readonly handedFirstTry: number;
}

interface Numbers {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** What an indicator says of a half-month, decimals as strings. A share of nothing is said by nobody; a last value says nothing of a half-month. */
export function figureOf(key: HandoverFigure, aggregation: 'SUM' | 'LAST' | 'RATIO', parts: HandoverParts): Numbers | null {
  if (aggregation === 'LAST') return null;
  if (key === 'handover.first-try') {
    if (aggregation === 'SUM') return number(parts.handedFirstTry);
    return parts.firstTries === 0 ? null : { value: null, numerator: String(parts.handedFirstTry), denominator: String(parts.firstTries) };
  }
  if (aggregation === 'RATIO') return null;
  return number(key === 'handover.home' ? parts.home : parts.ceremonies);
}

const number = (value: number): Numbers => ({ value: String(value), numerator: null, denominator: null });
