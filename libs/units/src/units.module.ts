import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { unitsRefusals } from './refusals.js';

@Module({})
export class UnitsModule {}

export const unitsLibrary: Library = { module: UnitsModule, entities: [], refusals: unitsRefusals };
