import { type Decimal } from '#lib/kernel';
import { compareDecimals } from './decimal.js';

/** One step of a tie-break ladder: negative where `a` goes before `b`, zero where it cannot tell. */
export interface LadderStep<T> {
  readonly name: string;
  readonly compare: (a: T, b: T) => number;
}

/** `decidedBy` names the step that put this item below the one above; null for the first, and for one that shares its rank with the one above. */
export interface Ranked<T> {
  readonly item: T;
  readonly rank: number;
  readonly decidedBy: string | null;
}

/** The rank of each value, the highest first, equals sharing the better rank: 95 90 90 85 are 1 2 2 4. */
export function rank(values: readonly Decimal[]): number[] {
  const steps = [{ name: 'VALUE', compare: (a: { value: Decimal }, b: { value: Decimal }) => compareDecimals(b.value, a.value) }];
  const ranks = new Array<number>(values.length);
  for (const { item, rank: place } of rankWithLadder(
    values.map((value, at) => ({ value, at })),
    steps,
  ))
    ranks[item.at] = place;
  return ranks;
}

/** The items from first to last. What no step of the ladder tells apart shares a rank, and stays in the order given. */
export function rankWithLadder<T>(items: readonly T[], ladder: readonly LadderStep<T>[]): Ranked<T>[] {
  const decider = (a: T, b: T) => ladder.find((step) => step.compare(a, b) !== 0);
  const sorted = [...items].sort((a, b) => {
    for (const { compare } of ladder) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });

  const ranked: Ranked<T>[] = [];
  for (const [at, item] of sorted.entries()) {
    const above = ranked[at - 1];
    const decided = above && decider(above.item, item);
    ranked.push({ item, rank: above && !decided ? above.rank : at + 1, decidedBy: decided?.name ?? null });
  }
  return ranked;
}
