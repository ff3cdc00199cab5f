import { NotComputable } from '../common/not-computable.js';
import { midranks, sizeOf, squaresOf, type Table, total } from '../common/table.js';

/** What a difference between two values means: another category, so many ranks, so much, so many times as much. */
export type Metric = 'NOMINAL' | 'ORDINAL' | 'INTERVAL' | 'RATIO';

/**
 * Krippendorff's α: 1 is agreement, 0 is what chance would give. Cells may be missing; a row with fewer than two values drops out. Source: Krippendorff 2011.
 * Refuses where no row has two values, where all are equal, and a ratio of negative values.
 */
export function krippendorffAlpha(table: Table, metric: Metric): number {
  sizeOf(table);
  const units = table.map((row) => row.filter((cell) => cell !== null)).filter((values) => values.length >= 2);
  const values = units.flat();
  if (values.length === 0) throw new NotComputable('NO_PAIRS');
  if (new Set(values).size === 1) throw new NotComputable('NO_VARIATION');
  if (metric === 'RATIO' && values.some((value) => value < 0)) throw new NotComputable('OUT_OF_RANGE', { name: 'ratio' });

  // The ordinal distance of two values is that of their places in the pooled order.
  const places = metric === 'ORDINAL' ? new Map(midranks(values).ranks.map((rank, at) => [values[at], rank])) : null;
  const placed = places ? units.map((unit) => unit.map((value) => places.get(value) ?? 0)) : units;
  const apart = differences(metric);
  const observed = total(placed.map((unit) => apart(unit) / (unit.length - 1))) / values.length;
  const expected = apart(placed.flat()) / (values.length * (values.length - 1));
  return 1 - observed / expected;
}

/** The sum of differences over all ordered pairs of a list, in closed form where there is one: the pooled list is long. */
function differences(metric: Metric): (values: readonly number[]) => number {
  if (metric === 'INTERVAL' || metric === 'ORDINAL') return (values) => 2 * values.length * squaresOf(values);
  return (values) => {
    const counts = [...values.reduce((seen, value) => seen.set(value, (seen.get(value) ?? 0) + 1), new Map<number, number>())];
    if (metric === 'NOMINAL') return values.length ** 2 - total(counts.map(([, count]) => count ** 2));
    let sum = 0;
    for (const [at, [value, count]] of counts.entries()) {
      for (let other = 0; other < at; other += 1) {
        const [otherValue, otherCount] = counts[other] ?? [0, 0];
        sum += 2 * count * otherCount * ((value - otherValue) / (value + otherValue)) ** 2;
      }
    }
    return sum;
  };
}
