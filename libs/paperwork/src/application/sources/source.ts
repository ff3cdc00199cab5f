import { type PaperSource } from '../../domain/compose.js';

/** What a paper would be filled with, and whose it would be: of the unit that holds the contest, sets the period or rolls out. */
export interface Sourced {
  readonly unitId: string;
  readonly unitName: string;
  readonly contestId: string | null;
  readonly roundId: string | null;
  readonly periodId: string | null;
  readonly rolloutId: string | null;
  readonly source: PaperSource;
}
