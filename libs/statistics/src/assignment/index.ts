export { assign } from './assign.js';
export { assignInWorker } from './in-worker.js';
export { type Assignment, type AssignmentProblem, type AssignmentProgress, type Pair, type Shortage } from './problem.js';
