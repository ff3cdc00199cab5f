export {
  ADOPTION_BASIS_WORDS,
  ADOPTION_STATES,
  ADOPTION_STATE_WORDS,
  type AdoptionBasis,
  type AdoptionState,
  IN_USE_STATES,
} from './adoption-states.js';
export { Adoption, AdoptionChange, AdoptionEvidence } from './adoption.entity.js';
export { type Aggregation, type FigureFacts, disagree } from './figures.js';
export { Figure, type FigureNumbers } from './figure.entity.js';
export { kindOfUnit } from './figure-kinds.js';
export { Indicator } from './indicator.entity.js';
export { type LineageFacts, carrierAsOf } from './reading.js';
export { PeriodException, ReportingPeriod } from './reporting-period.entity.js';
export { Report } from './report.entity.js';
export { Rollout } from './rollout.entity.js';
export { checkUnderWay, isConfirmed } from './sustained.js';
export { pieceOf, piecesOver } from './pieces.js';
export { type PlatformService, SERVICE_INDICATORS, type ServiceIndicatorKey } from './platform-services.js';
export { type Window } from './windows.js';
export { ExceptionRequest } from './exception-request.entity.js';
