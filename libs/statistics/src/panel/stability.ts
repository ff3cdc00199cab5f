import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { NotComputable } from '../common/not-computable.js';
import { average, sizeOf, type Table } from '../common/table.js';
import { ranksOf } from './severity.js';

/** How sure a prize is: the marks drawn again and again as they might have come. */
export interface PrizeDraw {
  readonly seed: number;
  readonly replicates: number;
  /** How many initiatives get each prize, the best prize first. */
  readonly prizes: readonly number[];
  readonly aggregate?: (marks: readonly number[]) => number;
}

/**
 * For each row its chance of each prize, in the order of the prizes. The same seed gives the same chances (Efron 1979).
 * Where every judge marked everything, judges are drawn, so that one who is harsh to all moves nobody; otherwise each initiative's own cards are.
 * Equals take the better prize together. Refuses an initiative without a mark.
 */
export function prizeChances(table: Table, draw: PrizeDraw): number[][] {
  const { rows, columns } = sizeOf(table);
  if (!Number.isInteger(draw.replicates) || draw.replicates < 1) throw new NotComputable('OUT_OF_RANGE', { name: 'replicates' });
  const marks = table.map((row) => row.filter((cell) => cell !== null));
  const empty = marks.findIndex((row) => row.length === 0);
  if (empty >= 0) throw new NotComputable('NO_VALUES', { row: empty });

  const complete = marks.every((row) => row.length === columns);
  const aggregate = draw.aggregate ?? average;
  const random = xoroshiro128plus(draw.seed);
  const drawn = (size: number) => Array.from({ length: size }, () => uniformInt(random, 0, size - 1));
  const upTo = draw.prizes.map((_, prize) => draw.prizes.slice(0, prize + 1).reduce((sum, places) => sum + places, 0));
  const won = Array.from({ length: rows }, () => draw.prizes.map(() => 0));
  for (let replicate = 0; replicate < draw.replicates; replicate += 1) {
    const panel = complete ? drawn(columns) : null;
    const scores = marks.map((row) => aggregate((panel ?? drawn(row.length)).map((at) => row[at] ?? 0)));
    for (const [row, place] of ranksOf(scores).entries()) {
      const prize = upTo.findIndex((last) => place <= last);
      const counts = won[row];
      if (counts && prize >= 0) counts[prize] = (counts[prize] ?? 0) + 1;
    }
  }
  return won.map((counts) => counts.map((count) => count / draw.replicates));
}

/** The same items in an order that the seed alone decides. */
export function seededOrder<T>(items: readonly T[], seed: number): T[] {
  const random = xoroshiro128plus(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = uniformInt(random, 0, last);
    [order[last], order[at]] = [order[at] as T, order[last] as T];
  }
  return order;
}
