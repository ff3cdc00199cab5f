export { RecordPastInitiativeInput } from './graphql/initiative.inputs.js';
export {
  AreaNameObject,
  DossierFieldEnum,
  InfluenceEnum,
  InitiativeNameObject,
  OwnerNameObject,
} from './graphql/initiative-names.types.js';
export { DraftService } from './application/draft.service.js';
export { type InitiativeName, areaName, initiativeName, ownerName } from './application/initiative-name.js';
export { takesPart } from './application/scope.js';
export { InitiativePorts } from './application/initiative.ports.js';
export { InitiativeQueries } from './application/initiative.queries.js';
export { type DossierFileRow, type AreaName, type InitiativeRow, type OwnerName } from './application/initiative.rows.js';
export { ScreeningService } from './application/screening.service.js';
export { SubmissionService } from './application/submission.service.js';
export { SimilarQueries, type SimilarRow } from './application/similar.queries.js';
export { SimilarInitiativeObject } from './graphql/initiative.types.js';
export { InitiativeModule, initiativeLibrary } from './initiative.module.js';
export { DossierFileObject } from './graphql/dossier-file.types.js';
