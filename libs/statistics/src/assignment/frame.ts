import { NotComputable } from '../common/not-computable.js';
import { type AssignmentProblem, type Limit, type Pair } from './problem.js';

/** At most `atMost` of `judges` on this one initiative. */
export interface LocalLimit {
  readonly judges: ReadonlySet<number>;
  readonly atMost: number;
}

/** What is left to decide once the started cards are taken out. A pair is numbered `initiative * judges + judge`. */
export interface Frame {
  readonly initiatives: number;
  readonly judges: number;
  readonly need: readonly number[];
  /** Loads on top of the started cards. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Started cards of each judge. */
  readonly carried: readonly number[];
  readonly allowed: Uint8Array;
  /** By initiative: limits that are nested or apart, which a flow obeys, and those that cross them, which need a search. */
  readonly nested: readonly (readonly LocalLimit[])[];
  readonly crossing: readonly (readonly LocalLimit[])[];
  readonly kept: readonly Pair[];
  readonly released: readonly Pair[];
}

/** Refuses numbers that are not whole, and places that are not in the problem. */
export function frameOf(problem: AssignmentProblem): Frame {
  checkNumbers(problem);
  const [initiatives, judges] = [problem.needs.length, problem.judges.length];
  const allowed = new Uint8Array(initiatives * judges).fill(1);
  const numbered = ([initiative, judge]: Pair) => initiative * judges + judge;
  for (const pair of problem.forbidden ?? []) allowed[numbered(pair)] = 0;

  const started = [...new Map((problem.started ?? []).map((pair) => [numbered(pair), pair])).values()];
  const [kept, released] = [started.filter((pair) => allowed[numbered(pair)]), started.filter((pair) => !allowed[numbered(pair)])];
  for (const pair of kept) allowed[numbered(pair)] = 0;
  const keptOf = problem.needs.map(() => new Set<number>());
  const carried = problem.judges.map(() => 0);
  for (const [initiative, judge] of kept) {
    keptOf[initiative]?.add(judge);
    carried[judge] = (carried[judge] ?? 0) + 1;
  }

  const limits = keptOf.map((_, initiative) => sortLimits(localLimits(problem.limits ?? [], initiative, keptOf[initiative] ?? new Set())));
  const free = problem.judges.map((_, judge) =>
    keptOf.reduce((count, _of, initiative) => count + (allowed[initiative * judges + judge] ?? 0), 0),
  );
  return {
    initiatives,
    judges,
    need: problem.needs.map((need, initiative) => Math.max(0, need - (keptOf[initiative]?.size ?? 0))),
    low: problem.judges.map(({ min = 0 }, judge) => Math.max(0, min - (carried[judge] ?? 0))),
    high: problem.judges.map(({ max }, judge) => Math.min(free[judge] ?? 0, Math.max(0, max - (carried[judge] ?? 0)))),
    carried,
    allowed,
    nested: limits.map(({ nested }) => nested),
    crossing: limits.map(({ crossing }) => crossing),
    kept,
    released,
  };
}

function checkNumbers({ needs, judges, forbidden = [], fit, limits = [], started = [], previous = [] }: AssignmentProblem): void {
  const count = (value: number) => Number.isInteger(value) && value >= 0;
  const counts = [...needs, ...judges.flatMap(({ min = 0, max }) => [min, max, max - min]), ...limits.map(({ atMost }) => atMost)];
  if (!counts.every(count)) throw new NotComputable('COUNT_OUT_OF_RANGE');
  const known = ([initiative, judge]: Pair) => count(initiative) && initiative < needs.length && count(judge) && judge < judges.length;
  const named = limits.every(
    (limit) => limit.judges.every((judge) => known([0, judge])) && (limit.initiatives ?? []).every((at) => known([at, 0])),
  );
  if (![...forbidden, ...started, ...previous].every(known) || (needs.length > 0 && !named))
    throw new NotComputable('OUT_OF_RANGE', { name: 'pair' });
  if (!fit) return;
  if (fit.length !== needs.length || fit.some((row) => row.length !== judges.length)) throw new NotComputable('NOT_RECTANGULAR');
  if (!fit.every((row) => row.every((value) => Number.isSafeInteger(value)))) throw new NotComputable('NOT_INTEGER');
}

/** Those that hold for one initiative, less what its started cards use up. */
function localLimits(limits: readonly Limit[], initiative: number, kept: ReadonlySet<number>): LocalLimit[] {
  return limits
    .filter(({ initiatives }) => initiatives?.includes(initiative) ?? true)
    .map(({ judges, atMost }) => ({
      judges: new Set(judges),
      atMost: Math.max(0, atMost - judges.filter((judge) => kept.has(judge)).length),
    }))
    .filter(({ judges, atMost }) => judges.size > atMost);
}

/** Pairs that are all apart from one another are one limit; after that, each that neither holds, nor is held by, nor avoids an earlier one is crossing. */
function sortLimits(limits: readonly LocalLimit[]): { nested: LocalLimit[]; crossing: LocalLimit[] } {
  const nested: LocalLimit[] = [];
  const crossing: LocalLimit[] = [];
  for (const limit of cliques(limits).sort((a, b) => b.judges.size - a.judges.size)) {
    const crosses = nested.some(({ judges }) => {
      const shared = [...limit.judges].filter((judge) => judges.has(judge)).length;
      return shared > 0 && shared < limit.judges.size;
    });
    (crosses ? crossing : nested).push(limit);
  }
  return { nested, crossing };
}

function cliques(limits: readonly LocalLimit[]): LocalLimit[] {
  const pairs = limits.filter(({ judges, atMost }) => judges.size === 2 && atMost === 1).map(({ judges }) => [...judges]);
  const apart = new Map<number, Set<number>>();
  for (const [a = 0, b = 0] of [...pairs, ...pairs.map((pair) => pair.toReversed())]) apart.set(a, (apart.get(a) ?? new Set()).add(b));

  const merged: LocalLimit[] = [];
  const done = new Set<string>();
  for (const [a = 0, b = 0] of pairs) {
    if (done.has(`${String(a)}-${String(b)}`)) continue;
    const clique = new Set([a, b]);
    for (const other of apart.get(a) ?? [])
      if ([...clique].every((member) => member === other || apart.get(member)?.has(other))) clique.add(other);
    for (const x of clique) for (const y of clique) done.add(`${String(x)}-${String(y)}`);
    merged.push({ judges: clique, atMost: 1 });
  }
  return [...limits.filter(({ judges, atMost }) => judges.size !== 2 || atMost !== 1), ...merged];
}
