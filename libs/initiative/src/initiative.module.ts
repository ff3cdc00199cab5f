import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { initiativeRefusals } from './refusals.js';

@Module({})
export class InitiativeModule {}

export const initiativeLibrary: Library = { module: InitiativeModule, entities: [], refusals: initiativeRefusals };
