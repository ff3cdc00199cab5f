import { fPoint } from '../common/distribution.js';
import { NotComputable } from '../common/not-computable.js';
import { type Interval } from '../common/proportion.js';
import { average, completeTable, dustOf, squaresOf, type Table, total } from '../common/table.js';

/**
 * The six forms. 1: each initiative had other judges; 2: the judges stand for all judges; 3: these judges and no others.
 * SINGLE: how far one judge's mark can be relied on; AVERAGE: the mean of all of them.
 */
export const INTRACLASS_FORMS = ['1_SINGLE', '2_SINGLE', '3_SINGLE', '1_AVERAGE', '2_AVERAGE', '3_AVERAGE'] as const;
export type IntraclassForm = (typeof INTRACLASS_FORMS)[number];

/** `interval` is of 95 %, and null where the marks determine none: nothing left over that an error could be told by, or less between initiatives than within. */
export interface Intraclass {
  readonly value: number;
  readonly interval: Interval | null;
}

/** Mean squares between initiatives, within them, between judges, and what is left over; of `n` rows and `k` columns. */
interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly between: number;
  readonly within: number;
  readonly judges: number;
  readonly error: number;
}

/** The intraclass correlation of a complete table. Source: Shrout & Fleiss, Psychological Bulletin 86 (1979). Refuses a table with gaps, and one without variation. */
export function intraclassCorrelation(table: Table, form: IntraclassForm): Intraclass {
  const squares = meanSquares(table);
  const { n, k, between, within, judges, error } = squares;
  switch (form) {
    case '1_SINGLE':
      return {
        value: ratio(between - within, between + (k - 1) * within, squares),
        interval: singleBounds(ratioBounds(squares, within, n * (k - 1)), k),
      };
    case '2_SINGLE':
      return {
        value: ratio(between - error, between + (k - 1) * error + (k * (judges - error)) / n, squares),
        interval: randomJudgesBounds(squares),
      };
    case '3_SINGLE':
      return {
        value: ratio(between - error, between + (k - 1) * error, squares),
        interval: singleBounds(ratioBounds(squares, error, (n - 1) * (k - 1)), k),
      };
    case '1_AVERAGE':
      return { value: ratio(between - within, between, squares), interval: averageBounds(ratioBounds(squares, within, n * (k - 1))) };
    case '2_AVERAGE':
      return {
        value: ratio(between - error, between + (judges - error) / n, squares),
        interval: steppedUp(randomJudgesBounds(squares), k),
      };
    case '3_AVERAGE':
      return { value: ratio(between - error, between, squares), interval: averageBounds(ratioBounds(squares, error, (n - 1) * (k - 1))) };
  }
}

function meanSquares(table: Table): MeanSquares {
  const marks = completeTable(table, { rows: 2, columns: 2 });
  const [n, k] = [marks.length, marks[0]?.length ?? 0];
  const all = marks.flat();
  const whole = squaresOf(all);
  // Sums that are nothing but the rounding of what went in are nothing.
  const dust = dustOf(all);
  const clean = (sum: number) => (sum <= Math.max(dust, whole * 1e-13) ? 0 : sum);
  const rows = clean(k * squaresOf(marks.map(average)));
  const columns = clean(n * squaresOf(Array.from({ length: k }, (_, judge) => average(marks.map((row) => row[judge] ?? 0)))));
  const within = clean(total(marks.map(squaresOf)));
  if (rows === 0 && within === 0) throw new NotComputable('NO_VARIATION');
  return {
    n,
    k,
    between: rows / (n - 1),
    within: within / (n * (k - 1)),
    judges: columns / (k - 1),
    error: clean(within - columns) / ((n - 1) * (k - 1)),
  };
}

/** What is left of these mean squares by rounding alone is no variance. */
function ratio(above: number, below: number, { between, within, judges }: MeanSquares): number {
  if (below <= 1e-12 * (between + within + judges)) throw new NotComputable('VARIANCE_NOT_POSITIVE');
  return above / below;
}

/** Of the ratio of the mean square between initiatives to another one, with its degrees of freedom. */
function ratioBounds({ n, between }: MeanSquares, other: number, freedom: number): Interval | null {
  if (other === 0 || between === 0) return null;
  const observed = between / other;
  return { low: observed / fPoint(0.975, [n - 1, freedom]), high: observed * fPoint(0.975, [freedom, n - 1]) };
}

function singleBounds(bounds: Interval | null, k: number): Interval | null {
  return bounds && { low: (bounds.low - 1) / (bounds.low + k - 1), high: (bounds.high - 1) / (bounds.high + k - 1) };
}

function averageBounds(bounds: Interval | null): Interval | null {
  return bounds && { low: 1 - 1 / bounds.low, high: 1 - 1 / bounds.high };
}

/** With Satterthwaite's degrees of freedom, as Shrout & Fleiss give them after Fleiss & Shrout 1978. */
function randomJudgesBounds(squares: MeanSquares): Interval | null {
  const { n, k, between, judges, error } = squares;
  if (error === 0 || between === 0) return null;
  const rho = ratio(between - error, between + (k - 1) * error + (k * (judges - error)) / n, squares);
  const f = judges / error;
  const left = n * (1 + (k - 1) * rho) - k * rho;
  const freedom = ((k - 1) * (n - 1) * (k * rho * f + left) ** 2) / ((n - 1) * (k * rho * f) ** 2 + left ** 2);
  if (!(freedom > 0)) return null;
  const [above, below] = [fPoint(0.975, [n - 1, freedom]), fPoint(0.975, [freedom, n - 1])];
  const rest = k * judges + (k * n - k - n) * error;
  const low = (n * (between - above * error)) / (above * rest + n * between);
  const high = (n * (below * between - error)) / (rest + n * below * between);
  // With hardly a degree of freedom left, the approximation runs away.
  return Number.isFinite(above + below) && low <= rho && rho <= high ? { low, high } : null;
}

/** Spearman & Brown: what holds for one judge, for the mean of `k`. */
function steppedUp(bounds: Interval | null, k: number): Interval | null {
  const up = (rho: number) => (k * rho) / (1 + (k - 1) * rho);
  // Below this the mean of so many would have a negative variance.
  return bounds && bounds.low > -1 / (k - 1) ? { low: up(bounds.low), high: up(bounds.high) } : null;
}
