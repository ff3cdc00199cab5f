import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { Contest, Phase } from './domain/contest.entity.js';
import { ContestArea, ContestDecision, ContestDocument, PrizeTier, ReformArea } from './domain/contest-parts.entity.js';
import { RuleBook } from './domain/rule-book.entity.js';
import { Seat } from './domain/seat.entity.js';
import { contestRefusals } from './refusals.js';

@Module({})
export class ContestModule {}

export const contestLibrary: Library = {
  module: ContestModule,
  entities: [Contest, Phase, ReformArea, ContestArea, ContestDocument, ContestDecision, PrizeTier, RuleBook, Seat],
  refusals: contestRefusals,
};
