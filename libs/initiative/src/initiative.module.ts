import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { Initiative, InitiativeAuthor, InitiativeLink, InitiativeSearch, InitiativeVersion, ReceiptCounter, Screening } from './domain/index.js';
import { initiativeRefusals } from './refusals.js';

@Module({})
export class InitiativeModule {}

export const initiativeLibrary: Library = {
  module: InitiativeModule,
  entities: [Initiative, InitiativeAuthor, InitiativeVersion, Screening, InitiativeLink, ReceiptCounter, InitiativeSearch],
  refusals: initiativeRefusals,
};
