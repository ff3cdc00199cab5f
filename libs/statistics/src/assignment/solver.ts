import loadHighs, { type Highs, type ModelData, type ModelStatusCode } from 'highs';
import { NotComputable } from '../common/not-computable.js';
import { layOut, type Programme } from './programme.js';

/** The best choice there is, or the best found and a cost no choice can go below; or none. */
export type Outcome =
  | { readonly kind: 'FOUND'; readonly chosen: readonly number[]; readonly cost: number; readonly bound: number }
  | { readonly kind: 'INFEASIBLE' }
  | { readonly kind: 'OUT_OF_TIME' };

/** More columns than this, and a search for whole numbers is kept to those that a better choice could use. */
export const SEARCHED = 12_000;

/** Compiling it takes longer than solving most problems, and a model is disposed of after each run. */
let loaded: Promise<Highs> | undefined;

interface Run {
  readonly status: ModelStatusCode;
  readonly values: Float64Array;
  readonly reducedCosts: Float64Array;
  readonly objective: number;
  readonly bound: number;
}

/** The linear programme solved, with fractions. */
interface Root {
  readonly pairs: readonly number[];
  readonly values: Float64Array;
  readonly reducedCosts: Float64Array;
  readonly relaxed: number;
  readonly bound: number;
}

/** HiGHS, asked for choices of pairs until `deadline` (of `performance.now()`). */
export class Solver {
  private constructor(
    private readonly highs: Highs,
    private readonly deadline: number,
    private readonly onRun: () => void,
  ) {}

  static async load(deadline: number, onRun: () => void): Promise<Solver> {
    // The package types its loader as CommonJS has it, but an import gets the function itself.
    loaded ??= (loadHighs as unknown as typeof loadHighs.default)();
    return new Solver(await loaded, deadline, onRun);
  }

  /**
   * The cheapest choice. Needs, loads and nested limits make a totally unimodular matrix, so that the linear programme has a whole solution and no search is needed;
   * floors and crossing limits may take one.
   */
  cheapest(programme: Programme): Outcome {
    const { sketch, pairs } = layOut(programme);
    if (pairs.length === 0)
      return programme.need.some((need) => need > 0) || programme.low.some((low) => low > 0)
        ? { kind: 'INFEASIBLE' }
        : { kind: 'FOUND', chosen: [], cost: 0, bound: 0 };
    const relaxed = this.run(sketch.data(false), false);
    if (this.is(relaxed.status, 'infeasible')) return { kind: 'INFEASIBLE' };
    if (!this.is(relaxed.status, 'optimal')) return { kind: 'OUT_OF_TIME' };
    const bound = wholeAbove(relaxed.objective);
    if (relaxed.values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return found(programme, pairs, relaxed.values, bound);
    return this.search(programme, { pairs, bound, reducedCosts: relaxed.reducedCosts, values: relaxed.values, relaxed: relaxed.objective });
  }

  get late(): boolean {
    return performance.now() > this.deadline;
  }

  /** The most that every initiative with a floor can collect at once, were judges divisible: no whole choice has more. Null when time runs out. */
  highestFloor(programme: Programme & Required<Pick<Programme, 'floor'>>): number | null {
    const { sketch, floorRows } = layOut({ ...programme, cost: () => 0 });
    sketch.column(
      -1,
      Infinity,
      floorRows.filter((row) => row !== null).map((row) => [row, -1]),
    );
    const relaxed = this.run(sketch.data(false), false, { solver: 'ipm', run_crossover: 'off' });
    return this.is(relaxed.status, 'optimal') ? Math.floor(1e-6 - relaxed.objective) : null;
  }

  /** How many places of each initiative, and how much of each judge's minimum, must stay open: as few places as possible, then as little of the minima. */
  gaps(programme: Programme): { readonly places: number[]; readonly minima: number[]; readonly chosen: number[] } {
    const { sketch, pairs, initiativeRows, judgeRows } = layOut({ ...programme, cost: () => 0 });
    const minima = programme.low.reduce((total, low) => total + low, 0);
    const first = sketch.columns;
    for (const [at, row] of initiativeRows.entries()) sketch.column(minima + 1, programme.need[at] ?? 0, [[row, 1]]);
    for (const [at, row] of judgeRows.entries()) sketch.column(1, programme.low[at] ?? 0, [[row, 1]]);
    const { status, values } = this.run(sketch.data(true), true);
    if (values.length === 0) throw new NotComputable('SOLVER_FAILED', { status });
    const open = Array.from(values.subarray(first), Math.round);
    return {
      places: open.slice(0, initiativeRows.length),
      minima: open.slice(initiativeRows.length),
      chosen: pairs.filter((_, at) => (values[at] ?? 0) > 0.5),
    };
  }

  /** A column whose reduced cost is above the distance between a choice found and the bound is in no better choice (reduced-cost fixing). */
  private search(programme: Programme, root: Root): Outcome {
    if (root.pairs.length <= SEARCHED) return this.branch(programme, root, Infinity);
    const dive = this.dive(programme, root);
    if (dive.kind !== 'FOUND' || dive.cost === root.bound) return dive;
    const distance = dive.cost - root.relaxed;
    if (root.reducedCosts.filter((cost) => cost <= distance).length > SEARCHED) return dive;
    const better = this.branch(programme, root, distance);
    return better.kind === 'FOUND' && better.cost <= dive.cost ? better : dive;
  }

  private branch(programme: Programme, root: Root, distance: number): Outcome {
    const { sketch, pairs } = layOut(programme, new Set(root.pairs.filter((_, at) => (root.reducedCosts[at] ?? 0) <= distance)));
    const { status, values, bound } = this.run(sketch.data(true), true);
    if (values.length > 0)
      return found(programme, pairs, values, Math.max(root.bound, wholeAbove(Math.min(bound, root.relaxed + distance))));
    return this.is(status, 'infeasible') && distance === Infinity ? { kind: 'INFEASIBLE' } : { kind: 'OUT_OF_TIME' };
  }

  /** What is whole for an initiative in the linear programme stays; the rest is searched among the pairs that cost least more. Finds a good choice fast, and proves nothing. */
  private dive(programme: Programme, root: Root): Outcome {
    const broken = new Set(
      root.pairs
        .filter((_, at) => Math.abs((root.values[at] ?? 0) - Math.round(root.values[at] ?? 0)) > 1e-6)
        .map((pair) => Math.floor(pair / programme.judges)),
    );
    const cheap = root.reducedCosts.toSorted();
    for (const share of [0.5, 2]) {
      const distance = cheap[Math.min(Math.ceil(SEARCHED * share), cheap.length - 1)] ?? Infinity;
      const columns = new Set(
        root.pairs.filter((pair, at) => (root.reducedCosts[at] ?? 0) <= distance || broken.has(Math.floor(pair / programme.judges))),
      );
      const { sketch, pairs } = layOut(programme, columns);
      const { values } = this.run(sketch.data(true), true, {
        time_limit: Math.max(0.01, (this.deadline - performance.now()) / 4_000),
        mip_rel_gap: 0.01,
      });
      if (values.length > 0) return found(programme, pairs, values, root.bound);
    }
    return { kind: 'OUT_OF_TIME' };
  }

  private run(data: ModelData, whole: boolean, how: Readonly<Record<string, string | number>> = {}): Run {
    this.onRun();
    return this.highs.withModel(data, (model) => {
      // Presolve takes a hundred times as long as the simplex on these matrices: 7 s against 0.05 s for 2,000 initiatives with 8 judges each to choose from.
      const presolve = whole && data.numCols < 2_000 ? 'on' : 'off';
      model.options.set({
        output_flag: false,
        presolve,
        time_limit: Math.max(0.01, (this.deadline - performance.now()) / 1_000),
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
        ...how,
      });
      const { modelStatus: status } = model.run();
      const solved = model.info.get('primal_solution_status') === this.highs.constants.solutionStatus.feasible;
      const { colValue, colDual } = model.getSolution();
      const objective = model.getObjectiveValue();
      return {
        status,
        values: solved ? colValue : new Float64Array(),
        reducedCosts: colDual,
        objective,
        bound: whole ? Number(model.info.get('mip_dual_bound')) : objective,
      };
    });
  }

  private is(status: ModelStatusCode, name: 'optimal' | 'infeasible'): boolean {
    return status === this.highs.constants.modelStatus[name];
  }
}

/** Costs are whole, so a bound may be rounded up to the next whole number. */
function wholeAbove(bound: number): number {
  return Math.ceil(bound - 1e-6 * Math.max(1, Math.abs(bound) * 1e-3));
}

function found(programme: Programme, pairs: readonly number[], values: Float64Array, bound: number): Outcome & { kind: 'FOUND' } {
  const chosen = pairs.filter((_, at) => (values[at] ?? 0) > 0.5);
  const cost = chosen.reduce((total, pair) => total + programme.cost(pair), 0);
  return { kind: 'FOUND', chosen, cost, bound: Math.min(bound, cost) };
}
