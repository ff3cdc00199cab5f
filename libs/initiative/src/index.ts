export { RecordPastInitiativeInput } from './graphql/initiative.inputs.js';
export { AreaNameObject, DossierFieldEnum, InfluenceEnum, InitiativeNameObject } from './graphql/initiative-names.types.js';
export { type DraftOrder, DraftService, type SaveDraftOrder } from './application/draft.service.js';
export { type InitiativeFilter, InitiativeListQueries, type InitiativeOrder } from './application/initiative-list.queries.js';
export { type InitiativeName, areaName, initiativeName } from './application/initiative-name.js';
export { InitiativePorts } from './application/initiative.ports.js';
export { type Dossier, InitiativeQueries } from './application/initiative.queries.js';
export {
  type AuthorRow,
  type DossierFileRow,
  type AreaName,
  type InitiativeRow,
  type InitiativeSummary,
} from './application/initiative.rows.js';
export { type VersionedOrder } from './application/loading.js';
export { ReadingService } from './application/reading.service.js';
export { ScreeningService } from './application/screening.service.js';
export { type PaperOrder, type PastOrder, SubmissionService } from './application/submission.service.js';
export { SimilarQueries, type SimilarRow } from './application/similar.queries.js';
export { SimilarInitiativeObject } from './graphql/initiative.types.js';
export { InitiativeModule, initiativeLibrary } from './initiative.module.js';
export { type VersionRow } from './application/version.queries.js';
export { DossierFileObject } from './graphql/dossier-file.types.js';
