export { assign } from './assign.js';
export { assignInWorker } from './in-worker.js';
export {
  type Assignment,
  type AssignmentOptions,
  type AssignmentProblem,
  type AssignmentProgress,
  type Limit,
  type Pair,
  type Shortage,
} from './problem.js';
