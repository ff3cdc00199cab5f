import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { RolloutModule } from '#lib/rollout';
import { HandoverFigureJobs } from './application/handover-figures.jobs.js';
import { HANDOVER_PERSONAL } from './application/handover.personal.js';
import { HandoverQueries } from './application/handover.queries.js';
import { HandoverService } from './application/handover.service.js';
import { LetterQueries } from './application/letter.queries.js';
import { LetterTemplateService } from './application/letter-template.service.js';
import { ModelQueries } from './application/model.queries.js';
import { ModelService } from './application/model.service.js';
import { Handover, LetterTemplate, ModelProcedure, ModelUnit, ServiceModel } from './domain/index.js';
import { HandoverExports } from './graphql/handover.exports.js';
import { HandoverResolver } from './graphql/handover.resolver.js';
import { LetterResolver } from './graphql/letter.resolver.js';
import { ModelResolver } from './graphql/model.resolver.js';
import { handoverRefusals } from './refusals.js';

const services = [HandoverFigureJobs, HandoverQueries, HandoverService, LetterQueries, LetterTemplateService, ModelQueries, ModelService];

@Module({
  imports: [RolloutModule],
  providers: [...services, HandoverExports, HandoverResolver, LetterResolver, ModelResolver],
  exports: services,
})
export class HandoverModule {}

export const handoverLibrary: Library = {
  module: HandoverModule,
  entities: [ServiceModel, ModelProcedure, ModelUnit, Handover, LetterTemplate],
  refusals: handoverRefusals,
  personal: HANDOVER_PERSONAL,
  audited: [{ types: ['Handover', 'LetterTemplate', 'ServiceModel'], permission: 'handover:read' }],
};
