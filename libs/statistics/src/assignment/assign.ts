import { fitWithin } from './fit.js';
import { frameOf } from './frame.js';
import { type Assignment, type AssignmentOptions, type AssignmentProblem, type AssignmentProgress } from './problem.js';
import { reportOf } from './report.js';
import { Solver } from './solver.js';
import { windowsOf } from './windows.js';

const DEFAULT_TIME_LIMIT_MS = 15_000;

/**
 * Proposes who judges what: no hard conflict, every initiative its number, the smallest spread of loads, fit, least disturbance, each decided before the next.
 * Where not everything can be had it gives as much as there is, and says who is short and why. Blocks while it reckons: a server asks `assignInWorker`.
 * Refuses counts and fits that are not whole, and places that are not in the problem.
 */
export async function assign(problem: AssignmentProblem, options: AssignmentOptions = {}): Promise<Assignment> {
  const frame = frameOf(problem);
  let [phase, round]: [AssignmentProgress['phase'], number] = ['SERVING', 0];
  const report = () => options.onProgress?.({ phase, round: (round += 1) });
  const enter = (next: AssignmentProgress['phase']) => {
    [phase, round] = [next, 0];
    report();
  };

  report();
  const solver = await Solver.load(performance.now() + (options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS), report);
  enter('LEVELLING');
  const { served, proven } = windowsOf(frame, options.loads !== 'STATED_BOUNDS', solver);
  enter('FITTING');
  const fitted = served.map((window) => ({ served: window, fitted: fitWithin(problem, options, { frame, served: window, solver }) }));
  const [best] = fitted.sort((a, b) => b.fitted.worst - a.fitted.worst || a.fitted.cost - b.fitted.cost);
  if (!best) throw new Error('There is always a window, if only the stated one');
  return reportOf(problem, frame, { ...best, proven });
}
