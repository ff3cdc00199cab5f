import { Module } from '@nestjs/common';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { ResultModule } from '#lib/result';
import { RolloutModule } from '#lib/rollout';
import { CertificateNotices } from './application/certificate.notices.js';
import { CertificatePrintingService } from './application/certificate-printing.service.js';
import { CertificateQueries } from './application/certificate.queries.js';
import { CertificateService } from './application/certificate.service.js';
import { PAPERWORK_PERSONAL } from './application/paperwork.personal.js';
import { PaperFiles } from './application/paper-files.js';
import { PaperSources } from './application/paper-sources.js';
import { PaperTemplateQueries } from './application/paper-template.queries.js';
import { PaperTemplateService } from './application/paper-template.service.js';
import { PaperQueries } from './application/paper.queries.js';
import { PaperService } from './application/paper.service.js';
import { Certificate, Paper, PaperTemplate } from './domain/index.js';
import { CertificateResolver } from './graphql/certificate.resolver.js';
import { CertificateExports } from './graphql/certificate.exports.js';
import { PaperExports } from './graphql/paper.exports.js';
import { PaperResolver } from './graphql/paper.resolver.js';
import { PaperTemplateResolver } from './graphql/paper-template.resolver.js';
import { paperworkRefusals } from './refusals.js';

const services = [
  ...[CertificatePrintingService, CertificateQueries, CertificateService],
  ...[PaperFiles, PaperQueries, PaperService, PaperSources, PaperTemplateQueries, PaperTemplateService],
];

@Module({
  imports: [NoticeModule, ResultModule, RolloutModule],
  providers: [...services, CertificateNotices, CertificateExports, CertificateResolver, PaperExports, PaperResolver, PaperTemplateResolver],
  exports: services,
})
export class PaperworkModule {}

export const paperworkLibrary: Library = {
  module: PaperworkModule,
  entities: [PaperTemplate, Paper, Certificate],
  refusals: paperworkRefusals,
  personal: PAPERWORK_PERSONAL,
  audited: [{ types: ['Paper', 'PaperTemplate', 'Certificate'], permission: 'paper:read' }],
};
