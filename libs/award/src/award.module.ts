import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { awardRefusals } from './refusals.js';

@Module({})
export class AwardModule {}

export const awardLibrary: Library = { module: AwardModule, entities: [], refusals: awardRefusals };
