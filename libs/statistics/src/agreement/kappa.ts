import { NotComputable } from '../not-computable.js';
import { atLeast, completeTable, dustOf, squaresOf, type Table, total } from '../table.js';

/** A verdict, such as eligible or not eligible. */
export type Verdict = string | number | boolean;

/** Cohen's κ of two judges on the same initiatives. Source: Cohen 1960. Refuses where both gave one and the same verdict throughout: there was nothing to agree about. */
export function cohenKappa(one: readonly Verdict[], other: readonly Verdict[]): number {
  if (one.length !== other.length) throw new NotComputable('NOT_RECTANGULAR', { row: 1 });
  atLeast(one.length, 1);
  const share = (verdicts: readonly Verdict[], verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  const agreed = one.filter((verdict, at) => verdict === other[at]).length * one.length;
  const chance = total([...new Set([...one, ...other])].map((verdict) => share(one, verdict) * share(other, verdict)));
  return beyondChance(agreed, chance, one.length ** 2);
}

/** Fleiss' κ of rows of verdicts, one row for each initiative, as many in each, not necessarily by the same judges. Source: Fleiss 1971. Refuses where all are the same. */
export function fleissKappa(rows: readonly (readonly Verdict[])[]): number {
  atLeast(rows.length, 1);
  const judges = rows[0]?.length ?? 0;
  atLeast(judges, 2);
  const uneven = rows.findIndex((row) => row.length !== judges);
  if (uneven >= 0) throw new NotComputable('NOT_RECTANGULAR', { row: uneven });

  const all = new Map<Verdict, number>();
  let pairs = 0;
  for (const row of rows) {
    const counts = new Map<Verdict, number>();
    for (const verdict of row) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    for (const [verdict, count] of counts) {
      pairs += count * (count - 1);
      all.set(verdict, (all.get(verdict) ?? 0) + count);
    }
  }
  const given = rows.length * judges;
  // Whole numbers up to the last division, so that a chance of exactly one is seen as such.
  return beyondChance(pairs * given, total([...all.values()].map((count) => count * count)) * (judges - 1), given * given * (judges - 1));
}

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

function beyondChance(agreed: number, chance: number, most: number): number {
  if (chance === most) throw new NotComputable('NO_VARIATION');
  return (agreed - chance) / (most - chance);
}
