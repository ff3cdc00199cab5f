export { cronbachAlpha } from './agreement/cronbach.js';
export { intraclassCorrelation, INTRACLASS_FORMS, type Intraclass, type IntraclassForm } from './agreement/intraclass.js';
export { krippendorffAlpha, type Metric } from './agreement/krippendorff.js';
export { kendallW, spearmanRho, type Concordance } from './agreement/ranks.js';
export {
  aggregateSheets,
  mean,
  meanOfKept,
  median,
  SMALLEST_TRIMMED_PANEL,
  sum,
  trimmedMean,
  weightedMean,
  type Aggregation,
} from './aggregate.js';
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
export { upperLimit, usualOfShares, type Usual } from './control-chart.js';
export { compareDecimals, roundHalfUp, type Exact } from './decimal.js';
export { type ExactDifference, type ExactTest, arrangementsOf, exactDifference, isTestable } from './exact-difference.js';
export { rankByIntervals } from './interval-rank.js';
export { NotComputable, type NotComputableCode } from './not-computable.js';
export { grubbsTest, modifiedZ, type GrubbsTest } from './panel/outliers.js';
export { componentsOf, severityFit, zScores, type Component, type SeverityFit } from './panel/severity.js';
export { prizeChances, seededOrder, type PrizeDraw } from './panel/stability.js';
export {
  newcombeDifference,
  reportingRates,
  requiredSample,
  wilsonInterval,
  wilsonOfShare,
  type Counted,
  type Difference,
  type Interval,
  type ReportingRates,
} from './proportion.js';
export { rank, rankWithLadder, type LadderStep, type Ranked } from './rank.js';
export { type Mark, type Table } from './table.js';
export { binomialTail, poissonTail } from './tails.js';
export { mergeSmall, plainShare, weightedShare, type Stratum, type WeightedShare } from './weighted-share.js';
