import { type Frame } from './frame.js';
import { type Fitted, gapOf, type Wishes } from './fitted.js';
import { type Programme } from './programme.js';
import { type Served } from './serve.js';
import { type Outcome, type Solver } from './solver.js';

/** Where the search starts from, and in what. */
interface Around {
  readonly frame: Frame;
  readonly served: Served;
  readonly solver: Solver;
  readonly needs: readonly number[];
  readonly keepFirst: boolean;
  readonly fitted: Fitted;
}

/** What is collected by each initiative that counts, on a scale on which all means are whole. */
interface Sums {
  readonly counted: readonly boolean[];
  readonly started: readonly number[];
  readonly value: (pair: number) => number;
  readonly of: (chosen: readonly number[]) => number[];
  readonly worst: (chosen: readonly number[]) => number;
}

/** From each initiative's best, so many pairs are enough to find a good choice among. */
const PROMISING = 15;
const RATCHETS = 12;

/** Raises the fit of the worst-served initiative as far as it goes, then the total. Only those who get all their judges count, each by the mean fit of its judges. */
export function fairest(programme: Programme, wishes: Wishes, around: Around): Fitted {
  const { frame, served, solver, fitted } = around;
  const counted = frame.need.map((need, at) => need > 0 && served.need[at] === need);
  if (!counted.includes(true)) return fitted;
  const common = around.needs.filter((_, at) => counted[at]).reduce(leastCommonMultiple, 1);
  const sums = sumsOf(frame, counted, (pair) => (wishes.fit(pair) * common) / (around.needs[Math.floor(pair / frame.judges)] ?? 1));
  const keep = around.keepFirst
    ? { pairs: wishes.previous, count: fitted.chosen.filter((pair) => wishes.previous.has(pair)).length }
    : undefined;
  const asked = (least: number) => ({
    ...programme,
    keep,
    floor: { value: sums.value, least: counted.map((counts, at) => (counts ? least - (sums.started[at] ?? 0) : null)) },
  });

  const plain = plainCeiling(programme, sums);
  let best = ratchet({ ...programme, keep }, { ...fitted, worst: sums.worst(fitted.chosen) }, { solver, sums, plain });
  let ceiling = best.worst < plain ? Math.min(plain, best.worst + (solver.highestFloor(asked(best.worst)) ?? Infinity)) : plain;
  let open = ceiling;
  for (let least = ceiling; best.worst < open; least = Math.ceil((best.worst + open) / 2)) {
    const outcome = solver.cheapest(asked(least));
    if (outcome.kind === 'FOUND') best = fittedOf(outcome, sums, wishes);
    else {
      open = least - 1;
      if (outcome.kind === 'INFEASIBLE') ceiling = open;
    }
  }
  // What the ratchet found is not the best total of all that serve the worst as well.
  const outcome = solver.cheapest(asked(best.worst));
  if (outcome.kind === 'FOUND' && outcome.cost <= best.cost) best = fittedOf(outcome, sums, wishes);
  return { ...best, worst: best.worst / common, worstGap: (ceiling - best.worst) / common };
}

/**
 * While there is somebody served worse than a target, takes away their worst pair, and those no better, and chooses again: each choice is a plain linear programme.
 * Halves its way to the highest target it reaches. Only finds something good to start from; what it misses the search finds.
 */
function ratchet(programme: Programme, from: Fitted, { solver, sums, plain }: { solver: Solver; sums: Sums; plain: number }): Fitted {
  let [best, open] = [from, plain];
  while (best.worst < open) {
    const target = Math.ceil((best.worst + open) / 2);
    const reached = ratchetTo(target, programme, best, { solver, sums });
    if (reached) best = reached;
    else open = target - 1;
  }
  return best;
}

function ratchetTo(target: number, programme: Programme, from: Fitted, { solver, sums }: { solver: Solver; sums: Sums }): Fitted | null {
  const { judges } = programme;
  const allowed = promising(programme, from.chosen, sums.value);
  let chosen = from.chosen;
  for (let turn = 0; turn < RATCHETS; turn += 1) {
    const behind = sums.of(chosen).flatMap((sum, at) => (sums.counted[at] && sum < target ? [at] : []));
    for (const initiative of behind) {
      const least = Math.min(...chosen.filter((pair) => Math.floor(pair / judges) === initiative).map(sums.value));
      const better = Array.from({ length: judges }, (_, judge) => initiative * judges + judge).filter(
        (pair) => programme.allowed[pair] && sums.value(pair) > least,
      );
      if (better.length < (programme.need[initiative] ?? 0)) return null;
      allowed.fill(0, initiative * judges, (initiative + 1) * judges);
      for (const pair of better) allowed[pair] = 1;
    }
    const outcome = solver.cheapest({ ...programme, allowed });
    if (outcome.kind !== 'FOUND') return null;
    chosen = outcome.chosen;
    const worst = sums.worst(chosen);
    if (worst >= target) return { chosen, worst, cost: outcome.cost, gap: 0, worstGap: 0 };
  }
  return null;
}

function promising(programme: Programme, chosen: readonly number[], value: (pair: number) => number): Uint8Array {
  const { judges } = programme;
  const allowed = new Uint8Array(programme.allowed.length);
  for (let first = 0; first < allowed.length; first += judges) {
    const own = Array.from({ length: judges }, (_, judge) => first + judge).filter((pair) => programme.allowed[pair]);
    for (const pair of own.sort((a, b) => value(b) - value(a)).slice(0, PROMISING)) allowed[pair] = 1;
  }
  for (const pair of chosen) allowed[pair] = 1;
  return allowed;
}

function sumsOf(frame: Frame, counted: readonly boolean[], value: (pair: number) => number): Sums {
  const add = (sums: number[], pairs: Iterable<number>) => {
    for (const pair of pairs) sums[Math.floor(pair / frame.judges)] = (sums[Math.floor(pair / frame.judges)] ?? 0) + value(pair);
    return sums;
  };
  const started = add(
    frame.need.map(() => 0),
    frame.kept.map(([initiative, judge]) => initiative * frame.judges + judge),
  );
  const of = (chosen: readonly number[]) => add(started.slice(), chosen);
  return { counted, started, value, of, worst: (chosen) => leastCounted(of(chosen), counted) };
}

/** What an initiative collects from the judges who fit it best, were it alone: the worst-served has no more. */
function plainCeiling({ allowed, judges, need }: Programme, { counted, started, value }: Sums): number {
  const alone = need.map((count, initiative) => {
    const values = Array.from({ length: judges }, (_, judge) => initiative * judges + judge)
      .filter((pair) => allowed[pair])
      .map(value);
    return values
      .sort((a, b) => b - a)
      .slice(0, count)
      .reduce((sum, each) => sum + each, started[initiative] ?? 0);
  });
  return leastCounted(alone, counted);
}

function leastCounted(sums: readonly number[], counted: readonly boolean[]): number {
  return sums.reduce((least, sum, initiative) => (counted[initiative] ? Math.min(least, sum) : least), Infinity);
}

function fittedOf(outcome: Outcome & { kind: 'FOUND' }, sums: Sums, wishes: Wishes): Fitted {
  return {
    chosen: outcome.chosen,
    worst: sums.worst(outcome.chosen),
    cost: outcome.cost,
    gap: gapOf(outcome.cost, outcome, wishes),
    worstGap: 0,
  };
}

function leastCommonMultiple(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}
