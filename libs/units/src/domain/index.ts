export { type CalendarOrder } from './calendar-policy.js';
export { CalendarDay, CalendarYear } from './calendar-year.entity.js';
export { TERM_UNITS, type Term, type TermUnit, WorkingCalendar } from './working-calendar.js';
export { type LineageKind, lineageShare } from './lineage.js';
export { Roster, RosterUnit } from './roster.entity.js';
export { Unit, type UnitKind } from './unit.entity.js';
export { nameKey } from './unit-keys.js';
export { RemovedLineage, UnitLineage } from './unit-lineage.entity.js';
