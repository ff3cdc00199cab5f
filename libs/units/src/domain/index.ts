export { LINEAGE_KINDS, type LineageKind, type LineageShare, lineageShare, takesOver } from './lineage.js';
export { whyNotLineage } from './lineage-policy.js';
export { Roster, RosterUnit } from './roster.entity.js';
export { UNIT_KINDS, Unit, type UnitKind, type UnitNaming } from './unit.entity.js';
export { nameKey, unitCode } from './unit-keys.js';
export { RemovedLineage, UnitLineage } from './unit-lineage.entity.js';
export { whyNotClose, whyNotPlace } from './unit-policy.js';
