export { LicenceKind, type LicenceKindSaid } from './licence-kind.entity.js';
export { Licence } from './licence.entity.js';
export { Procedure, ProcedureVersion } from './procedure.entity.js';
export { type ProcedureSaid, type VersionSaid } from './procedure-policy.js';
export { Reminder, ReminderLink, ReminderOptOut } from './reminder.entity.js';
