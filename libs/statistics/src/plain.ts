/** Of the statistics, what results are computed by: plain arithmetic that runs anywhere. */
export {
  type Aggregation,
  SMALLEST_TRIMMED_PANEL,
  aggregateSheets,
  mean,
  meanOfKept,
  median,
  sum,
  trimmedMean,
  weightedMean,
} from './aggregate.js';
export { type Exact, compareDecimals, roundHalfUp } from './decimal.js';
export { NotComputable, type NotComputableCode } from './common/not-computable.js';
export { type LadderStep, type Ranked, rank, rankWithLadder } from './rank.js';
