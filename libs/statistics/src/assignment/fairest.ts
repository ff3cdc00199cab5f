import { type Frame } from './frame.js';
import { type Fitted, gapOf, type Wishes } from './fitted.js';
import { type Programme } from './programme.js';
import { type Served } from './serve.js';
import { type Outcome, SEARCHED, type Solver } from './solver.js';

/** A programme in which every initiative that counts is to collect so much. */
type Floored = Programme & Required<Pick<Programme, 'floor'>>;

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
const TURNS = 8;

/** Raises the fit of the worst-served initiative as far as it goes, then the total. Only those who get all their judges count, each by the mean fit of its judges. */
export function fairest(programme: Programme, wishes: Wishes, around: Around): Fitted {
  const { frame, served, solver, fitted } = around;
  const counted = frame.need.map((need, at) => need > 0 && served.need[at] === need);
  if (!counted.includes(true)) return fitted;
  const common = around.needs.filter((_, at) => counted[at]).reduce(leastCommonMultiple, 1);
  const sums = sumsOf(frame, counted, (pair) => (wishes.fit(pair) * common) / (around.needs[Math.floor(pair / frame.judges)] ?? 1));
  const atLeast = around.keepFirst
    ? [{ pairs: wishes.previous, count: fitted.chosen.filter((pair) => wishes.previous.has(pair)).length }]
    : [];
  const asked = (least: number) => ({
    ...programme,
    atLeast,
    floor: { value: sums.value, least: counted.map((counts, at) => (counts ? least - (sums.started[at] ?? 0) : null)) },
  });

  const plain = plainCeiling(programme, sums);
  const searchable = programme.allowed.reduce((count, able) => count + able, 0) <= SEARCHED;
  const given = { ...fitted, worst: sums.worst(fitted.chosen) };
  const started = searchable ? given : start({ ...programme, atLeast }, given, { solver, sums, wishes, plain });
  const found = climb(started, { ceiling: plain, straight: searchable, asked, solver, take: (outcome) => fittedOf(outcome, sums, wishes) });

  // What it started from serves the worst as well, but need not have the best total of all that do.
  const total = found.best === started && started !== given ? solver.cheapest(asked(started.worst)) : null;
  const best = total?.kind === 'FOUND' && total.cost <= found.best.cost ? fittedOf(total, sums, wishes) : found.best;
  return { ...best, worst: best.worst / common, worstGap: (found.ceiling - best.worst) / common };
}

/**
 * From a choice to the highest floor there is: straight to what no floor can be above, where that is soon known, and else half of the way at a time.
 * A floor that cannot be had lowers the ceiling; one that is not found in time does not.
 */
function climb(
  from: Fitted,
  way: {
    ceiling: number;
    straight: boolean;
    asked: (least: number) => Floored;
    solver: Solver;
    take: (outcome: Outcome & { kind: 'FOUND' }) => Fitted;
  },
): { best: Fitted; ceiling: number } {
  const { straight, asked, solver, take } = way;
  const known = straight && from.worst < way.ceiling ? solver.highestFloor(asked(from.worst)) : null;
  let [best, ceiling] = [from, Math.min(way.ceiling, from.worst + (known ?? Infinity))];
  let open = ceiling;
  let least = straight ? ceiling : Math.ceil((best.worst + open) / 2);
  while (best.worst < open && !solver.late) {
    const outcome = solver.cheapest(asked(least));
    if (outcome.kind === 'FOUND') best = take(outcome);
    else open = least - 1;
    if (outcome.kind === 'INFEASIBLE') ceiling = open;
    least = Math.ceil((best.worst + open) / 2);
  }
  return { best, ceiling };
}

/** Something good to start from, where there are too many pairs to search them all: what it misses the search finds. */
function start(
  programme: Programme,
  from: Fitted,
  { solver, sums, wishes, plain }: { solver: Solver; sums: Sums; wishes: Wishes; plain: number },
): Fitted {
  let [best, open] = [from, plain];
  while (best.worst < open && !solver.late) {
    const target = Math.ceil((best.worst + open) / 2);
    const reached = startAt(target, programme, from, { solver, sums, wishes });
    if (reached && reached.worst > best.worst) best = reached;
    else open = target - 1;
  }
  return best;
}

/**
 * Asks, for each initiative that falls short of the target, for one more judge who fits it well enough to make up for what it lacks, and chooses again, until none falls short.
 * What is asked of an initiative is nested (the fitter are among the fit), so that each choice is a plain linear programme.
 */
function startAt(
  target: number,
  programme: Programme,
  from: Fitted,
  { solver, sums, wishes }: { solver: Solver; sums: Sums; wishes: Wishes },
): Fitted | null {
  const { judges } = programme;
  const allowed = promising(programme, from.chosen, sums.value);
  const asked: { pairs: Set<number>; count: number }[] = [];
  let chosen = from.chosen;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const own = programme.need.map((): number[] => []);
    for (const pair of chosen) own[Math.floor(pair / judges)]?.push(sums.value(pair));
    for (const [initiative, sum] of sums.of(chosen).entries()) {
      if (!sums.counted[initiative] || sum >= target) continue;
      const values = own[initiative] ?? [];
      const pairs = Array.from({ length: judges }, (_, judge) => initiative * judges + judge).filter((pair) => programme.allowed[pair]);
      const best = pairs.reduce((most, pair) => Math.max(most, sums.value(pair)), -Infinity);
      const wanted = Math.min(best, target - sum + Math.min(...values));
      const fit = new Set(pairs.filter((pair) => sums.value(pair) >= wanted));
      const count = values.filter((value) => value >= wanted).length + 1;
      if (fit.size < count) return null;
      for (const pair of fit) allowed[pair] = 1;
      asked.push({ pairs: fit, count });
    }
    const outcome = solver.cheapest({ ...programme, allowed, atLeast: [...(programme.atLeast ?? []), ...asked] });
    if (outcome.kind !== 'FOUND') return null;
    chosen = outcome.chosen;
    const worst = sums.worst(chosen);
    if (worst >= target)
      return { chosen, worst, cost: outcome.cost, gap: from.gap + Math.ceil((outcome.cost - from.cost) / wishes.unit), worstGap: 0 };
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
