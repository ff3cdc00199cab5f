export { Procedure, ProcedureVersion } from './procedure.entity.js';
export {
  type DossierItem,
  LIMIT_UNITS,
  type LimitUnit,
  PROCEDURE_LEVELS,
  type ProcedureLevel,
  type ProcedureSaid,
  type VersionSaid,
  type Way,
} from './procedure-policy.js';
