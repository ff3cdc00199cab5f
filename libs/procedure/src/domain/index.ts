export {
  type LicenceRule,
  LICENCE_STANDINGS,
  type LicenceStanding,
  type PlannedStep,
  REMINDER_WORDINGS,
  type ReminderWording,
} from './licence-dates.js';
export { LicenceKind, type LicenceKindSaid } from './licence-kind.entity.js';
export {
  LICENCE_ENDS,
  LICENCE_STATES,
  Licence,
  type LicenceContact,
  type LicenceEnd,
  type LicenceSaid,
  type LicenceState,
} from './licence.entity.js';
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
export {
  REMINDER_CHANNELS,
  REMINDER_STATES,
  Reminder,
  type ReminderChannel,
  ReminderLink,
  ReminderOptOut,
  type ReminderState,
} from './reminder.entity.js';
