import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { CounterQueries } from './application/counter.queries.js';
import { CounterService } from './application/counter.service.js';
import { Counter } from './domain/index.js';
import { CounterResolver } from './graphql/counter.resolver.js';
import { feedbackRefusals } from './refusals.js';

const services = [CounterQueries, CounterService];

@Module({ providers: [...services, CounterResolver], exports: services })
export class FeedbackModule {}

export const feedbackLibrary: Library = {
  module: FeedbackModule,
  entities: [Counter],
  refusals: feedbackRefusals,
  audited: [{ types: ['Counter'], permission: 'counter:read' }],
};
