import { chiSquaredTail } from '../common/distribution.js';
import { NotComputable } from '../common/not-computable.js';
import { average, completeTable, midranks, pairedWith, squaresOf, type Table, total } from '../common/table.js';

/** Whether judges put initiatives in the same order: 0 not at all, 1 the very same; with the chance of as much by chance. */
export interface Concordance {
  readonly w: number;
  readonly chiSquared: number;
  readonly freedom: number;
  readonly p: number;
}

/** Kendall's W of a complete table of marks or ranks, corrected for ties. Source: Kendall & Babington Smith 1939; Siegel 1956. Refuses where every judge gave all the same. */
export function kendallW(table: Table): Concordance {
  const marks = completeTable(table, { rows: 2, columns: 2 });
  const [n, m] = [marks.length, marks[0]?.length ?? 0];
  const columns = Array.from({ length: m }, (_, judge) => midranks(marks.map((row) => row[judge] ?? 0)));
  const sums = marks.map((_, row) => total(columns.map(({ ranks }) => ranks[row] ?? 0)));
  const tied = total(columns.flatMap(({ ties }) => ties.map((size) => size ** 3 - size)));
  const most = m * m * (n ** 3 - n) - m * tied;
  if (most === 0) throw new NotComputable('NO_VARIATION');
  const w = (12 * squaresOf(sums)) / most;
  return { w, chiSquared: m * (n - 1) * w, freedom: n - 1, p: chiSquaredTail(m * (n - 1) * w, n - 1) };
}

/** Spearman's ρ, −1 to 1: the correlation of midranks. Refuses where one of the lists is all the same. */
export function spearmanRho(xs: readonly number[], ys: readonly number[]): number {
  pairedWith(xs, ys, 2);
  const [a, b] = [midranks(xs).ranks, midranks(ys).ranks];
  const [meanA, meanB] = [average(a), average(b)];
  const together = total(a.map((rank, at) => (rank - meanA) * ((b[at] ?? 0) - meanB)));
  const alone = squaresOf(a) * squaresOf(b);
  if (alone === 0) throw new NotComputable('NO_VARIATION');
  return bounded(together / Math.sqrt(alone));
}

/** A root takes the last digit with it, and 1 is the most a correlation can be. */
function bounded(correlation: number): number {
  return Math.min(1, Math.max(-1, correlation));
}
