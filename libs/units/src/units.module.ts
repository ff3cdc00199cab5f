import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { LineagePorts } from './application/lineage.ports.js';
import { RosterService } from './application/roster.service.js';
import { UnitQueries } from './application/unit.queries.js';
import { UnitService } from './application/unit.service.js';
import { UnitsImportService } from './application/units-import.service.js';
import { RemovedLineage, Roster, RosterUnit, Unit, UnitLineage } from './domain/index.js';
import { UnitImports } from './graphql/unit.imports.js';
import { UnitExports } from './graphql/unit.exports.js';
import { UnitResolver } from './graphql/unit.resolver.js';
import { unitsRefusals } from './refusals.js';

const services = [LineagePorts, RosterService, UnitQueries, UnitService, UnitsImportService];

@Module({ providers: [...services, UnitImports, UnitExports, UnitResolver], exports: services })
export class UnitsModule {}

export const unitsLibrary: Library = {
  module: UnitsModule,
  entities: [Unit, UnitLineage, RemovedLineage, Roster, RosterUnit],
  refusals: unitsRefusals,
  audited: [{ types: ['Roster', 'Unit', 'UnitLineage'], permission: 'unit:read' }],
};
