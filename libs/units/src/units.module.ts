import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { RosterService } from './application/roster.service.js';
import { UnitService } from './application/unit.service.js';
import { Roster, RosterUnit, Unit, UnitLineage } from './domain/index.js';
import { unitsRefusals } from './refusals.js';

const services = [RosterService, UnitService];

@Module({ providers: services, exports: services })
export class UnitsModule {}

export const unitsLibrary: Library = { module: UnitsModule, entities: [Unit, UnitLineage, Roster, RosterUnit], refusals: unitsRefusals };
