import { type Frame } from './frame.js';
import { type Fitted } from './fitted.js';
import { type Assignment, type AssignmentProblem, type Shortage } from './problem.js';
import { type Served } from './serve.js';

/** The proposal as people read it. */
export function reportOf(problem: AssignmentProblem, frame: Frame, found: { served: Served; fitted: Fitted; proven: boolean }): Assignment {
  const { judges } = frame;
  const judgesOf: number[][] = problem.needs.map(() => []);
  for (const pair of found.fitted.chosen) judgesOf[Math.floor(pair / judges)]?.push(pair % judges);
  const decided = judgesOf.map((chosen) => [...chosen]);
  for (const [initiative, judge] of frame.kept) judgesOf[initiative]?.push(judge);
  for (const chosen of judgesOf) chosen.sort((a, b) => a - b);

  const loads = problem.judges.map(() => 0);
  for (const judge of judgesOf.flat()) loads[judge] = (loads[judge] ?? 0) + 1;
  const fits = judgesOf.map((chosen, initiative) => chosen.reduce((sum, judge) => sum + (problem.fit?.[initiative]?.[judge] ?? 0), 0));
  const means = fits.flatMap((sum, at) =>
    judgesOf[at]?.length && judgesOf[at].length >= (problem.needs[at] ?? 0) ? [sum / judgesOf[at].length] : [],
  );
  const { gap, worstGap } = found.fitted;
  return {
    judgesOf,
    loads,
    spread: spreadOf(frame, loads),
    totalFit: fits.reduce((sum, fit) => sum + fit, 0),
    worstFit: means.length > 0 ? means.reduce((worst, mean) => Math.min(worst, mean), Infinity) : null,
    short: shortagesOf(frame, decided, loads),
    underloaded: problem.judges.flatMap(({ min = 0 }, judge) =>
      (loads[judge] ?? 0) < min ? [{ judge, missing: min - (loads[judge] ?? 0) }] : [],
    ),
    dropped: (problem.previous ?? []).filter(([initiative, judge]) => !judgesOf[initiative]?.includes(judge)),
    released: frame.released,
    proof: { optimal: found.proven && gap === 0 && worstGap === 0, gap, worstGap },
  };
}

/** The minimum and the maximum of a judge are not held against the others: one who can only read two does not make loads of two and sixty even. */
function spreadOf({ low, high, carried }: Frame, loads: readonly number[]): number {
  const above = loads.filter((load, judge) => load > (low[judge] ?? 0) + (carried[judge] ?? 0));
  const below = loads.filter((load, judge) => load < (high[judge] ?? 0) + (carried[judge] ?? 0));
  return above.length > 0 && below.length > 0 ? Math.max(0, Math.max(...above) - Math.min(...below)) : 0;
}

function shortagesOf(frame: Frame, decided: readonly (readonly number[])[], loads: readonly number[]): Shortage[] {
  if (frame.need.every((need, initiative) => (decided[initiative]?.length ?? 0) >= need)) return [];
  const room = (judge: number) => (loads[judge] ?? 0) < (frame.high[judge] ?? 0) + (frame.carried[judge] ?? 0);
  const free = (initiative: number) => loads.flatMap((_, judge) => (frame.allowed[initiative * frame.judges + judge] ? [judge] : []));
  const competition = competitionAmong(decided, free, frame.judges);
  return frame.need.flatMap((need, initiative): Shortage[] => {
    const missing = need - (decided[initiative]?.length ?? 0);
    if (missing <= 0) return [];
    const able = free(initiative);
    if (able.length < need) return [{ initiative, missing, reason: 'TOO_FEW_JUDGES', judges: able, rivals: [] }];
    const { judges, rivals } = competition(able);
    if (judges.some(room)) return [{ initiative, missing, reason: 'KEPT_APART', judges: judges.filter(room), rivals: [] }];
    return [{ initiative, missing, reason: 'JUDGES_FULL', judges, rivals: rivals.filter((rival) => rival !== initiative) }];
  });
}

/**
 * For the judges an initiative may have: everybody whose place could be changed for one of theirs, through any chain of exchanges, and the initiatives that hold them.
 * In a maximum flow all of them are full (Hall's condition).
 */
function competitionAmong(
  decided: readonly (readonly number[])[],
  free: (initiative: number) => number[],
  judges: number,
): (able: readonly number[]) => { judges: number[]; rivals: number[] } {
  const exchanges = Array.from({ length: judges }, () => new Set<number>());
  for (const [initiative, chosen] of decided.entries()) {
    const others = free(initiative);
    for (const judge of chosen) for (const other of others) exchanges[judge]?.add(other);
  }
  const known = new Map<string, { judges: number[]; rivals: number[] }>();
  return (able) => {
    const reached = new Set(able);
    for (const judge of reached) for (const other of exchanges[judge] ?? []) reached.add(other);
    const all = [...reached].sort((a, b) => a - b);
    const same = known.get(all.join()) ?? {
      judges: all,
      rivals: decided.flatMap((chosen, initiative) => (chosen.some((judge) => reached.has(judge)) ? [initiative] : [])),
    };
    known.set(all.join(), same);
    return same;
  };
}
