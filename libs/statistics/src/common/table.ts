import { NotComputable } from './not-computable.js';

/** What judges gave: a row for each initiative, a column for each judge, null where a judge gave nothing. */
export type Table = readonly (readonly (number | null)[])[];

/** What one judge gave one initiative. */
export interface Mark {
  readonly initiative: string;
  readonly judge: string;
  readonly value: number;
}

/** The number of rows and columns. Refuses rows of unlike length and values that are not finite. */
export function sizeOf(table: Table): { readonly rows: number; readonly columns: number } {
  const columns = table[0]?.length ?? 0;
  for (const [row, cells] of table.entries()) {
    if (cells.length !== columns) throw new NotComputable('NOT_RECTANGULAR', { row });
    if (cells.some((cell) => cell !== null && !Number.isFinite(cell))) throw new NotComputable('NOT_FINITE', { row });
  }
  return { rows: table.length, columns };
}

/** The table without a gap, and at least so large. Refuses others. */
export function completeTable(table: Table, least: { rows: number; columns: number }): number[][] {
  const { rows, columns } = sizeOf(table);
  atLeast(rows, least.rows);
  atLeast(columns, least.columns);
  return table.map((cells, row) =>
    cells.map((cell) => {
      if (cell === null) throw new NotComputable('MISSING_CELL', { row });
      return cell;
    }),
  );
}

export function atLeast(given: number, needed: number): void {
  if (given < needed) throw new NotComputable('TOO_FEW_VALUES', { given, needed });
}

/** Refuses lists of unlike length, fewer than `needed`, and values that are not finite. */
export function pairedWith(xs: readonly number[], ys: readonly number[], needed: number): void {
  if (xs.length !== ys.length) throw new NotComputable('NOT_RECTANGULAR', { row: 1 });
  atLeast(xs.length, needed);
  allFinite([...xs, ...ys]);
}

export function allFinite(values: readonly number[]): void {
  if (!values.every(Number.isFinite)) throw new NotComputable('NOT_FINITE');
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function average(values: readonly number[]): number {
  return total(values) / values.length;
}

/** The sum of squared distances from the mean. */
export function squaresOf(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return average(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** Ranks from the lowest, equals sharing the mean of the ranks they take up; and the sizes of the groups that do. */
export function midranks(values: readonly number[]): { readonly ranks: number[]; readonly ties: number[] } {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length);
  const ties: number[] = [];
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (const at of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2;
    if (to - from > 1) ties.push(to - from);
    from = to;
  }
  return { ranks, ties };
}

/** What squared distances add up to by rounding alone, in a list of these values: a sum no larger is nothing. */
export function dustOf(values: readonly number[]): number {
  return 1e-24 * values.length * values.reduce((most, value) => Math.max(most, value * value), 1);
}
