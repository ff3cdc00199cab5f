export {
  ADOPTION_BASES,
  ADOPTION_BASIS_WORDS,
  ADOPTION_MOVES,
  ADOPTION_STATES,
  ADOPTION_STATE_WORDS,
  type AdoptionBasis,
  type AdoptionState,
  type GroundFacts,
  IN_USE_STATES,
  LEAST_MONTHS,
  type LeastMonths,
  needsReason,
  problemsOfGround,
  whyNotMove,
} from './adoption-states.js';
export { Adoption, AdoptionChange, AdoptionEvidence, type ChangeBy } from './adoption.entity.js';
export { type Carrier, type CumulativeLine, type UnitCumulative, cumulateUnit, cumulativeLines } from './cumulate.js';
export {
  AGGREGATIONS,
  type Aggregation,
  type Amount,
  DIRECTIONS,
  type Direction,
  type FigureFacts,
  type Measure,
  disputes,
  meetsTarget,
  disagree,
} from './figures.js';
export { Figure, type FigureNumbers, type FigureSaid } from './figure.entity.js';
export { FIGURE_KINDS, type FigureKind, type Scale, kindOfUnit } from './figure-kinds.js';
export { Indicator, type IndicatorFacts } from './indicator.entity.js';
export { type LineageFacts, READINGS, type Reading, carrierAsOf } from './reading.js';
export { PeriodException, type PeriodFacts, ReportingPeriod } from './reporting-period.entity.js';
export { Report } from './report.entity.js';
export { REPORT_STATES, type ReportFacts, type ReportState, whyNotReport } from './report-policy.js';
export { ROLLOUT_KINDS, Rollout, type RolloutDecision, type RolloutKind, type RolloutTexts } from './rollout.entity.js';
export { checkUnderWay, decayDue, isConfirmed, lastCheck } from './sustained.js';
export { isPiece, pieceOf, piecesOf, piecesOver } from './pieces.js';
export {
  PLATFORM_SERVICES,
  type PlatformService,
  SERVICE_INDICATORS,
  type ServiceIndicatorKey,
  withServiceIndicators,
} from './platform-services.js';
export { SOURCE_KINDS, type SourceKind, TYPED_SOURCES, type TypedSource } from './sources.js';
export { type Window, chooseWindows, gapsIn } from './windows.js';
export {
  EXCEPTION_REQUEST_STATES,
  ExceptionRequest,
  type ExceptionRequestState,
  whyNotRequestException,
} from './exception-request.entity.js';
