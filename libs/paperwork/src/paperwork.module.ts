import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { RolloutModule } from '#lib/rollout';
import { PaperFiles } from './application/paper-files.js';
import { PaperSources } from './application/paper-sources.js';
import { PaperTemplateQueries } from './application/paper-template.queries.js';
import { PaperTemplateService } from './application/paper-template.service.js';
import { PaperQueries } from './application/paper.queries.js';
import { PaperService } from './application/paper.service.js';
import { Paper, PaperTemplate } from './domain/index.js';
import { PaperResolver } from './graphql/paper.resolver.js';
import { PaperTemplateResolver } from './graphql/paper-template.resolver.js';
import { paperworkRefusals } from './refusals.js';

const services = [PaperFiles, PaperQueries, PaperService, PaperSources, PaperTemplateQueries, PaperTemplateService];

@Module({ imports: [RolloutModule], providers: [...services, PaperResolver, PaperTemplateResolver], exports: services })
export class PaperworkModule {}

export const paperworkLibrary: Library = {
  module: PaperworkModule,
  entities: [PaperTemplate, Paper],
  refusals: paperworkRefusals,
  audited: [{ types: ['Paper', 'PaperTemplate'], permission: 'paper:read' }],
};
