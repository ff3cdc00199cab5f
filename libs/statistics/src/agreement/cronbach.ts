import { NotComputable } from '../common/not-computable.js';
import { completeTable, dustOf, squaresOf, type Table, total } from '../common/table.js';

/** Cronbach's α of a complete table: a row for each initiative, a column for each criterion (or judge). Source: Cronbach 1951. Refuses where the row totals are all the same. */
export function cronbachAlpha(table: Table): number {
  const rows = completeTable(table, { rows: 2, columns: 2 });
  const items = rows[0]?.length ?? 0;
  const sums = rows.map(total);
  const spread = squaresOf(sums);
  if (spread <= dustOf(sums)) throw new NotComputable('NO_VARIATION');
  const own = total(Array.from({ length: items }, (_, item) => squaresOf(rows.map((row) => row[item] ?? 0))));
  return (items / (items - 1)) * (1 - own / spread);
}
