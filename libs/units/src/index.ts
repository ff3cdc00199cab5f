export { RosterService } from './application/roster.service.js';
export { type UnitOrder, UnitService } from './application/unit.service.js';
export { UnitsModule, unitsLibrary } from './units.module.js';
