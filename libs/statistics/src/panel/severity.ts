import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { NotComputable } from '../common/not-computable.js';
import { allFinite, average, dustOf, type Mark, squaresOf, total } from '../common/table.js';

/** Judges and initiatives that marks connect with one another, and with nobody else. */
export interface Component {
  readonly initiatives: readonly string[];
  readonly judges: readonly string[];
}

/** `severity` is how far below the jury a judge marks, in points; the severities add up to nothing. `adjusted` is what a jury of all the judges would have given. */
export interface SeverityFit {
  readonly raw: ReadonlyMap<string, number>;
  readonly adjusted: ReadonlyMap<string, number>;
  readonly severity: ReadonlyMap<string, number>;
  /** Ranks by the adjusted marks, equals sharing one. */
  readonly ranks: ReadonlyMap<string, number>;
}

/** Adjusted marks closer than this are the same: what is left is rounding. */
const SAME = 1e-9;

/** The connected components, in the order of their first mark. Between two of them no severity can be told from a better initiative. */
export function componentsOf(marks: readonly Mark[]): Component[] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let top = node;
    for (let above = parent.get(top) ?? top; above !== top; above = parent.get(top) ?? top) top = above;
    for (let at = node; at !== top;) {
      const above = parent.get(at) ?? top;
      parent.set(at, top);
      at = above;
    }
    return top;
  };
  for (const { initiative, judge } of marks) parent.set(root(`i${initiative}`), root(`j${judge}`));

  const found = new Map<string, { initiatives: Set<string>; judges: Set<string> }>();
  for (const { initiative, judge } of marks) {
    const component = found.get(root(`j${judge}`)) ?? { initiatives: new Set(), judges: new Set() };
    component.initiatives.add(initiative);
    component.judges.add(judge);
    found.set(root(`j${judge}`), component);
  }
  return [...found.values()].map(({ initiatives, judges }) => ({ initiatives: [...initiatives], judges: [...judges] }));
}

/**
 * Least squares on mark = initiative − severity of the judge, cells may be missing (intra-block analysis; Montgomery, Design and Analysis of Experiments, 4.4).
 * The longer side is eliminated, so that what is solved has as many unknowns as there are judges (or initiatives, if fewer).
 * Refuses marks that are not connected, and two of one judge for one initiative.
 */
export function severityFit(marks: readonly Mark[]): SeverityFit {
  if (marks.length === 0) throw new NotComputable('NO_VALUES');
  allFinite(marks.map(({ value }) => value));
  const components = componentsOf(marks).length;
  if (components > 1) throw new NotComputable('NOT_CONNECTED', { components });

  const byInitiative = sideOf(marks, 'initiative');
  const byJudge = sideOf(marks, 'judge');
  const [kept, eliminated] = byJudge.names.length <= byInitiative.names.length ? [byJudge, byInitiative] : [byInitiative, byJudge];
  const effects = solveSide(marks, kept, eliminated);
  const rest = eliminated.marks.map((own) => average(own.map((at) => (marks[at]?.value ?? 0) - (effects[kept.of[at] ?? 0] ?? 0))));
  const [initiatives, judges] = kept === byJudge ? [rest, effects] : [effects, rest];

  const level = average(judges);
  const adjusted = initiatives.map((effect) => effect + level);
  const raw = byInitiative.marks.map((own) => average(own.map((at) => marks[at]?.value ?? 0)));
  const named = (names: readonly string[], values: readonly number[]) => new Map(names.map((name, at) => [name, values[at] ?? 0]));
  return {
    raw: named(byInitiative.names, raw),
    adjusted: named(byInitiative.names, adjusted),
    severity: named(
      byJudge.names,
      judges.map((effect) => level - effect),
    ),
    ranks: named(byInitiative.names, ranksOf(adjusted)),
  };
}

/** Each mark in standard deviations of its judge above the judge's own mean, in the order given; 0 of a judge whose marks are all the same, or who gave only one. */
export function zScores(marks: readonly Mark[]): number[] {
  allFinite(marks.map(({ value }) => value));
  const { of, marks: owned } = sideOf(marks, 'judge');
  const scales = owned.map((own) => {
    const values = own.map((at) => marks[at]?.value ?? 0);
    const squares = squaresOf(values);
    const alike = squares <= dustOf(values);
    return { mean: average(values), deviation: alike ? Infinity : Math.sqrt(squares / (values.length - 1)) };
  });
  return marks.map(({ value }, at) => {
    const { mean, deviation } = scales[of[at] ?? 0] ?? { mean: 0, deviation: 1 };
    return deviation === Infinity ? 0 : (value - mean) / deviation;
  });
}

/** Ranks of numbers that rounding may have touched, the highest first; neighbours that differ by no more than rounding are equal. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ranks = new Array<number>(values.length);
  for (const [place, at] of order.entries()) {
    const above = order[place - 1];
    ranks[at] = above !== undefined && (values[above] ?? 0) - (values[at] ?? 0) <= SAME ? (ranks[above] ?? 1) : place + 1;
  }
  return ranks;
}

/** One side of the marks: its names, the place of each mark's name, and the marks of each name. */
interface Side {
  readonly names: readonly string[];
  readonly of: readonly number[];
  readonly marks: readonly (readonly number[])[];
}

function sideOf(marks: readonly Mark[], side: 'initiative' | 'judge'): Side {
  const places = new Map<string, number>();
  const owned: number[][] = [];
  const of = marks.map((mark, at) => {
    const place = places.get(mark[side]) ?? places.size;
    places.set(mark[side], place);
    (owned[place] ??= []).push(at);
    return place;
  });
  return { names: [...places.keys()], of, marks: owned };
}

/** The effects of one side, adding up to nothing: the other side's are taken out of the normal equations one by one, each touching only its own few marks. */
function solveSide(marks: readonly Mark[], kept: Side, eliminated: Side): number[] {
  const size = kept.names.length;
  // Adding one everywhere fixes the sum of the effects, which marks cannot tell, at nothing.
  const normal = Matrix.ones(size, size);
  const right = Matrix.zeros(size, 1);
  for (const own of eliminated.marks) {
    const mean = average(own.map((at) => marks[at]?.value ?? 0));
    const places = own.map((at) => kept.of[at] ?? 0);
    if (new Set(places).size !== places.length) throw new NotComputable('GIVEN_TWICE');
    for (const [index, place] of places.entries()) {
      right.set(place, 0, right.get(place, 0) + (marks[own[index] ?? 0]?.value ?? 0) - mean);
      normal.set(place, place, normal.get(place, place) + 1);
      for (const other of places) normal.set(place, other, normal.get(place, other) - 1 / own.length);
    }
  }
  const effects = new CholeskyDecomposition(normal).solve(right).to1DArray();
  const level = total(effects) / size;
  return effects.map((effect) => effect - level);
}
