export { aggregateSheets, mean, median, SMALLEST_TRIMMED_PANEL, sum, trimmedMean, weightedMean, type Aggregation } from './aggregate.js';
export { compareDecimals, roundHalfUp, type Exact } from './decimal.js';
export { NotComputable, type NotComputableCode } from './not-computable.js';
export { reportingRates, wilsonInterval, type Interval, type ReportingRates } from './proportion.js';
export { rank, rankWithLadder, type LadderStep, type Ranked } from './rank.js';
export {
  assign,
  assignInWorker,
  type Assignment,
  type AssignmentOptions,
  type AssignmentProblem,
  type AssignmentProgress,
  type Limit,
  type Pair,
  type Shortage,
} from './assignment/index.js';
