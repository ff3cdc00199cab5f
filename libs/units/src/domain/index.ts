export { LINEAGE_KINDS, type LineageKind, type LineageShare, lineageShare } from './lineage.js';
export { Roster, RosterUnit } from './roster.entity.js';
export { UNIT_KINDS, Unit, type UnitKind, type UnitNaming } from './unit.entity.js';
export { UnitLineage } from './unit-lineage.entity.js';
