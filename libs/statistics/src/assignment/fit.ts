import { NotComputable } from '../common/not-computable.js';
import { fairest } from './fairest.js';
import { type Frame } from './frame.js';
import { type AssignmentOptions, type AssignmentProblem } from './problem.js';
import { type Fitted, gapOf, type Wishes } from './fitted.js';
import { type Served } from './serve.js';
import { type Solver } from './solver.js';
import { programmeOf } from './windows.js';

/** The best fit within the window that was served, and of equals the one that keeps most of the previous assignment; or the other way round. */
export function fitWithin(
  problem: AssignmentProblem,
  options: AssignmentOptions,
  within: { frame: Frame; served: Served; solver: Solver },
): Fitted {
  const { frame, served, solver } = within;
  const wishes = wishesOf(problem, options, frame);
  const programme = { ...programmeOf(frame, served), cost: wishes.cost };
  const indifferent = !problem.fit && wishes.previous.size === 0;
  const total = indifferent ? null : solver.cheapest(programme);
  const best = total?.kind === 'FOUND' ? total : { chosen: served.chosen, cost: costOf(served.chosen, wishes.cost) };
  const fitted = { chosen: best.chosen, worst: 0, cost: best.cost, gap: indifferent ? 0 : gapOf(best.cost, total, wishes), worstGap: 0 };
  return options.objective === 'WORST_SERVED' && problem.fit
    ? fairest(programme, wishes, { ...within, needs: problem.needs, keepFirst: options.keep === 'BEFORE_FIT', fitted })
    : fitted;
}

/** Cost is what is lost against the best pair there is, so that it is never negative; the lesser wish is counted in units too small to outweigh one of the greater. */
function wishesOf(problem: AssignmentProblem, options: AssignmentOptions, frame: Frame): Wishes {
  const fits = problem.fit?.flat() ?? [0];
  const best = fits.reduce((most, fit) => Math.max(most, fit), -Infinity);
  const worst = fits.reduce((least, fit) => Math.min(least, fit), Infinity);
  const places = frame.need.reduce((sum, need) => sum + need, 0);
  const numbered = new Set((problem.previous ?? []).map(([initiative, judge]) => initiative * frame.judges + judge));
  const previous = new Set([...numbered].filter((pair) => frame.allowed[pair]));
  const fit = (pair: number) => problem.fit?.[Math.floor(pair / frame.judges)]?.[pair % frame.judges] ?? 0;

  const before = options.keep === 'BEFORE_FIT';
  const [perFit, perChange] = before ? [1, (best - worst) * places + 1] : [previous.size + 1, 1];
  if (!Number.isSafeInteger(((best - worst) * perFit + perChange) * Math.max(1, places) * 1_000))
    throw new NotComputable('OUT_OF_RANGE', { name: 'fit' });
  return {
    fit,
    previous,
    unit: perFit,
    cost: (pair) => (best - fit(pair)) * perFit + (previous.size > 0 && !previous.has(pair) ? perChange : 0),
  };
}

function costOf(chosen: readonly number[], cost: (pair: number) => number): number {
  return chosen.reduce((sum, pair) => sum + cost(pair), 0);
}
