import { type Outcome } from './solver.js';

/** A choice of pairs, how good it is (compare `worst`, then `cost`), and by how much a better one could beat either. */
export interface Fitted {
  readonly chosen: readonly number[];
  readonly worst: number;
  readonly cost: number;
  readonly gap: number;
  readonly worstGap: number;
}

/** What a choice is judged by, in whole numbers. */
export interface Wishes {
  readonly fit: (pair: number) => number;
  readonly previous: ReadonlySet<number>;
  readonly cost: (pair: number) => number;
  /** So many units of cost are one of fit. */
  readonly unit: number;
}

/** How much fit a better choice could gain, at most. */
export function gapOf(cost: number, outcome: Outcome | null, { unit }: Wishes): number {
  return Math.ceil((cost - (outcome?.kind === 'FOUND' ? outcome.bound : 0)) / unit);
}
