import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { PilotFilesService } from './application/pilot-files.service.js';
import { PilotQueries } from './application/pilot.queries.js';
import { PilotService } from './application/pilot.service.js';
import { Pilot, PilotFile, PilotUnit } from './domain/index.js';
import { PilotExports } from './graphql/pilot.exports.js';
import { PilotResolver } from './graphql/pilot.resolver.js';
import { pilotRefusals } from './refusals.js';

const services = [PilotFilesService, PilotQueries, PilotService];

@Module({ imports: [UnitsModule], providers: [...services, PilotExports, PilotResolver], exports: services })
export class PilotModule {}

export const pilotLibrary: Library = {
  module: PilotModule,
  entities: [Pilot, PilotUnit, PilotFile],
  refusals: pilotRefusals,
  audited: [{ types: ['Pilot'], permission: 'pilot:read' }],
};
