import { type PublishedShare } from '../domain/published.js';
import { type ReadShare } from '../domain/reading.js';

/** In per cent, to two decimals. */
export interface PercentRead {
  readonly percent: string;
  readonly low: string;
  readonly high: string;
}

export interface ShareRead extends PercentRead {
  readonly ratings: number;
  readonly weighted: boolean;
  readonly transactions: number | null;
  /** How many of the transactions were rated. */
  readonly coverage: string | null;
}

const inPercent = (part: number): string => (100 * part).toFixed(2);

export const percentRead = ({ share, low, high }: ReadShare): PercentRead => ({
  percent: inPercent(share),
  low: inPercent(low),
  high: inPercent(high),
});

/** Null: hidden. */
export const shareRead = (share: PublishedShare | null): ShareRead | null =>
  share && {
    ...percentRead(share),
    ratings: share.ratings,
    weighted: share.weighted,
    transactions: share.transactions,
    coverage: share.transactions ? inPercent(share.ratings / share.transactions) : null,
  };
