import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { CalendarQueries } from './application/calendar.queries.js';
import { CalendarService } from './application/calendar.service.js';
import { LineagePorts } from './application/lineage.ports.js';
import { RosterService } from './application/roster.service.js';
import { UnitQueries } from './application/unit.queries.js';
import { UnitService } from './application/unit.service.js';
import { UnitsImportService } from './application/units-import.service.js';
import { CalendarDay, CalendarYear, RemovedLineage, Roster, RosterUnit, Unit, UnitLineage } from './domain/index.js';
import { CalendarResolver } from './graphql/calendar.resolver.js';
import { UnitImports } from './graphql/unit.imports.js';
import { UnitExports } from './graphql/unit.exports.js';
import { UnitResolver } from './graphql/unit.resolver.js';
import { unitsRefusals } from './refusals.js';

const services = [CalendarQueries, CalendarService, LineagePorts, RosterService, UnitQueries, UnitService, UnitsImportService];

@Module({ providers: [...services, UnitImports, UnitExports, UnitResolver, CalendarResolver], exports: services })
export class UnitsModule {}

export const unitsLibrary: Library = {
  module: UnitsModule,
  entities: [CalendarDay, CalendarYear, Unit, UnitLineage, RemovedLineage, Roster, RosterUnit],
  refusals: unitsRefusals,
  audited: [{ types: ['CalendarYear', 'Roster', 'Unit', 'UnitLineage'], permission: 'unit:read' }],
};
