export { adoptionsAsOf, isOverdue } from './application/adoptions-as-of.js';
export { AdoptionQueries, type AdoptionFilter, type AdoptionRead } from './application/adoption.queries.js';
export { AdoptionService, type ChangeAdoptionOrder, type EvidenceOrder, type SetBasisOrder } from './application/adoption.service.js';
export { CumulativeQueries, type CumulativeRead } from './application/cumulative.queries.js';
export { FigureQueries, type FigureListed, type FigureRead } from './application/figure.queries.js';
export { FigureService, type RecordFigureOrder } from './application/figure.service.js';
export { IndicatorService, type SetIndicatorsOrder } from './application/indicator.service.js';
export { type Matrix, type MatrixOrder, MatrixQueries } from './application/matrix.queries.js';
export { type OverdueRead, PeriodQueries, type PeriodRead, type RatesRead } from './application/period.queries.js';
export { type GrantExceptionOrder, type OpenPeriodOrder, PeriodService } from './application/period.service.js';
export { type MyReportRead, ReportQueries, type ReportRead } from './application/report.queries.js';
export { type FigureOrder, ReportService, type SaveReportOrder } from './application/report.service.js';
export { PublicInitiativeQueries } from './application/public-initiative.queries.js';
export { reach, seesHost } from './application/reach.js';
export { type PublicRolloutRead, RolloutQueries, type RolloutRead } from './application/rollout.queries.js';
export {
  type AdoptOrder,
  type CommuneOrder,
  type EditRolloutOrder,
  type OwnAdoptionOrder,
  RolloutService,
} from './application/rollout.service.js';
export { isTakingPart } from './application/roster-communes.js';
export { SystemFigureService, type SystemFigureOrder } from './application/system-figure.service.js';
export { RolloutModule, rolloutLibrary } from './rollout.module.js';
