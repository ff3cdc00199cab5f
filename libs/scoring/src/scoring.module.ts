import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { scoringRefusals } from './refusals.js';

@Module({})
export class ScoringModule {}

export const scoringLibrary: Library = { module: ScoringModule, entities: [], refusals: scoringRefusals };
