export { LineagePorts, type LineageUse } from './application/lineage.ports.js';
export { goesOn } from './application/takes-over.js';
export { RosterService } from './application/roster.service.js';
export { type LineageRead, type RosterRead, type UnitFilter, UnitQueries, type UnitRead } from './application/unit.queries.js';
export { type UnitSought, findUnit } from './application/unit-finder.js';
export { type LineageOrder, type UnitOrder, UnitService } from './application/unit.service.js';
export { type UnitsFile, UnitsImportService } from './application/units-import.service.js';
export { LineageArguments, UnitConnection, UnitNameObject, UnitObject } from './graphql/unit.types.js';
export { UnitsModule, unitsLibrary } from './units.module.js';
