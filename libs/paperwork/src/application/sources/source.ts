import { type PaperSource } from '../../domain/compose.js';

/** What a paper would be filled with, and whose it would be: of the unit that holds the contest or sets the period. */
export interface Sourced {
  readonly unitId: string;
  readonly unitName: string;
  readonly contestId: string | null;
  readonly roundId: string | null;
  readonly periodId: string | null;
  readonly source: PaperSource;
}
