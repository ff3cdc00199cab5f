import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { identityRefusals } from './refusals.js';

@Module({})
export class IdentityModule {}

export const identityLibrary: Library = { module: IdentityModule, entities: [], refusals: identityRefusals };
