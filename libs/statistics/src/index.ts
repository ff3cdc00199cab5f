export { cronbachAlpha } from './agreement/cronbach.js';
export { intraclassCorrelation, INTRACLASS_FORMS } from './agreement/intraclass.js';
export { krippendorffAlpha, type Metric } from './agreement/krippendorff.js';
export { kendallW, spearmanRho } from './agreement/ranks.js';
export { aggregateSheets, mean, median, SMALLEST_TRIMMED_PANEL, sum, trimmedMean, weightedMean, type Aggregation } from './aggregate.js';
export {
  assign,
  assignInWorker,
  type Assignment,
  type AssignmentProblem,
  type AssignmentProgress,
  type Pair,
  type Shortage,
} from './assignment/index.js';
export { upperLimit, usualOfShares, type Usual } from './control-chart.js';
export { compareDecimals, roundHalfUp } from './decimal.js';
export { type ExactDifference, arrangementsOf, exactDifference, isTestable } from './exact-difference.js';
export { rankByIntervals } from './interval-rank.js';
export { NotComputable, type NotComputableCode } from './common/not-computable.js';
export { grubbsTest, modifiedZ } from './panel/outliers.js';
export { componentsOf, severityFit, zScores, type SeverityFit } from './panel/severity.js';
export { prizeChances, seededOrder } from './panel/stability.js';
export { newcombeDifference, reportingRates, requiredSample, wilsonInterval, type Interval } from './common/proportion.js';
export { rank, rankWithLadder } from './rank.js';
export { type Mark, type Table } from './common/table.js';
export { binomialTail, poissonTail } from './tails.js';
export { mergeSmall, plainShare, weightedShare, type WeightedShare } from './weighted-share.js';
