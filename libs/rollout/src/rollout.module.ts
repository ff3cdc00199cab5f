import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { rolloutRefusals } from './refusals.js';

@Module({})
export class RolloutModule {}

export const rolloutLibrary: Library = { module: RolloutModule, entities: [], refusals: rolloutRefusals };
