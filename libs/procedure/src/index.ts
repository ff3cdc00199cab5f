export { LicenceKindService, type LicenceKindOrder } from './application/licence-kind.service.js';
export { LicenceService, type LicenceOrder } from './application/licence.service.js';
export { ProcedureQueries, type ProcedureRead } from './application/procedure.queries.js';
export { type ProcedureOrder, ProcedureService } from './application/procedure.service.js';
export { ProcedureConnection, ProcedureObject } from './graphql/procedure.types.js';
export { ProcedureModule, procedureLibrary } from './procedure.module.js';
