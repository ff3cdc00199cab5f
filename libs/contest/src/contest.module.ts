import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { contestRefusals } from './refusals.js';

@Module({})
export class ContestModule {}

export const contestLibrary: Library = { module: ContestModule, entities: [], refusals: contestRefusals };
