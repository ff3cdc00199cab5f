import { absoluteTPoint } from '../common/distribution.js';
import { NotComputable } from '../common/not-computable.js';
import { allFinite, atLeast, average, dustOf, middle, squaresOf } from '../common/table.js';

/** The value furthest from the mean, in standard deviations, and how far one may be by chance. */
export interface GrubbsTest {
  readonly at: number;
  readonly g: number;
  readonly critical: number;
  readonly outlying: boolean;
}

/** How many median deviations a value may be from the median before somebody looks at it (Iglewicz & Hoaglin 1993). */
const FAR = 3.5;

/** Grubbs' two-sided test for one outlier. Source: Grubbs 1969. To be looked at; nothing is dropped for it. Refuses fewer than three values, and values all the same. */
export function grubbsTest(values: readonly number[], significance = 0.05): GrubbsTest {
  allFinite(values);
  atLeast(values.length, 3);
  if (!(significance > 0 && significance < 1)) throw new NotComputable('OUT_OF_RANGE', { name: 'significance' });
  const squares = squaresOf(values);
  if (squares <= dustOf(values)) throw new NotComputable('NO_VARIATION');
  const [n, mean, deviation] = [values.length, average(values), Math.sqrt(squares / (values.length - 1))];
  const distances = values.map((value) => Math.abs(value - mean));
  const at = distances.reduce((furthest, distance, index) => (distance > (distances[furthest] ?? 0) ? index : furthest), 0);
  const t = absoluteTPoint(1 - significance / n, n - 2);
  const [g, critical] = [(distances[at] ?? 0) / deviation, ((n - 1) / Math.sqrt(n)) * Math.sqrt(t ** 2 / (n - 2 + t ** 2))];
  return { at, g, critical, outlying: g > critical };
}

/** Each value's modified z and whether it is far out (Iglewicz & Hoaglin 1993). Advisory too. Refuses where half the values or more are the same, so that the median deviation is nothing. */
export function modifiedZ(values: readonly number[]): { readonly z: number; readonly outlying: boolean }[] {
  allFinite(values);
  atLeast(values.length, 3);
  const centre = middle(values);
  const deviation = middle(values.map((value) => Math.abs(value - centre)));
  if (deviation <= 1e-12 * Math.max(1, Math.abs(centre))) throw new NotComputable('NO_VARIATION');
  return values.map((value) => {
    const z = (0.6745 * (value - centre)) / deviation;
    return { z, outlying: Math.abs(z) > FAR };
  });
}
