import { Module } from '@nestjs/common';
import { InitiativeModule } from '#lib/initiative';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { ROLLOUT_PERSONAL } from './application/rollout.personal.js';
import { AdoptionCurveQueries } from './application/adoption-curve.queries.js';
import { ExpectedFiguresQueries } from './application/expected-figures.queries.js';
import { AdoptionFiles } from './application/adoption-files.js';
import { AdoptionQueries } from './application/adoption.queries.js';
import { AdoptionService } from './application/adoption.service.js';
import { CumulativeQueries } from './application/cumulative.queries.js';
import { FigureQueries } from './application/figure.queries.js';
import { FigureService } from './application/figure.service.js';
import { IndicatorService } from './application/indicator.service.js';
import { LineageUse } from './application/lineage-use.js';
import { MatrixQueries } from './application/matrix.queries.js';
import { PeriodQueries } from './application/period.queries.js';
import { PeriodService } from './application/period.service.js';
import { ReportReminders } from './application/report-reminders.js';
import { PublicInitiativeQueries } from './application/public-initiative.queries.js';
import { ReportQueries } from './application/report.queries.js';
import { ReportService } from './application/report.service.js';
import { RolloutAwaiting } from './application/rollout.awaiting.js';
import { AuthorNotices } from './application/author.notices.js';
import { RolloutSteps } from './application/way-steps.js';
import { RolloutNotices } from './application/rollout.notices.js';
import { AdoptionCountQueries } from './application/adoption-counts.queries.js';
import { RolloutQueries } from './application/rollout.queries.js';
import { RolloutService } from './application/rollout.service.js';
import { SustainedQueries } from './application/sustained.queries.js';
import { ExceptionNotices } from './application/exception.notices.js';
import { ExceptionQueries } from './application/exception.queries.js';
import { ExceptionService } from './application/exception.service.js';
import { SustainedUse } from './application/sustained-use.js';
import { SystemFigureService } from './application/system-figure.service.js';
import {
  Adoption,
  AdoptionChange,
  AdoptionEvidence,
  ExceptionRequest,
  Figure,
  Indicator,
  PeriodException,
  Report,
  ReportingPeriod,
  Rollout,
} from './domain/index.js';
import { AdoptionResolver } from './graphql/adoption.resolver.js';
import { ExceptionResolver } from './graphql/exception.resolver.js';
import { FigureResolver } from './graphql/figure.resolver.js';
import { PeriodResolver } from './graphql/period.resolver.js';
import { ReportResolver } from './graphql/report.resolver.js';
import { RolloutExports } from './graphql/rollout.exports.js';
import { ExceptionExports } from './graphql/exception.exports.js';
import { FigureExports } from './graphql/figure.exports.js';
import { PeriodExports } from './graphql/period.exports.js';
import { RolloutListExports } from './graphql/rollout-lists.exports.js';
import { AdoptionCountsResolver } from './graphql/adoption-counts.js';
import { RolloutResolver } from './graphql/rollout.resolver.js';
import { rolloutRefusals } from './refusals.js';

const services = [
  RolloutService,
  IndicatorService,
  AdoptionService,
  PeriodService,
  ExceptionService,
  ReportService,
  FigureService,
  SystemFigureService,
];
const queries = [
  AdoptionCountQueries,
  RolloutQueries,
  PublicInitiativeQueries,
  MatrixQueries,
  AdoptionCurveQueries,
  ExpectedFiguresQueries,
  AdoptionQueries,
  PeriodQueries,
  ExceptionQueries,
  ReportQueries,
  FigureQueries,
  CumulativeQueries,
];
const resolvers = [
  RolloutResolver,
  AdoptionCountsResolver,
  AdoptionResolver,
  PeriodResolver,
  ExceptionResolver,
  ReportResolver,
  FigureResolver,
];

@Module({
  imports: [UnitsModule, InitiativeModule, NoticeModule],
  providers: [
    ...services,
    ...queries,
    ...resolvers,
    AdoptionFiles,
    ExceptionNotices,
    LineageUse,
    ReportReminders,
    RolloutAwaiting,
    RolloutNotices,
    RolloutSteps,
    AuthorNotices,
    RolloutExports,
    PeriodExports,
    RolloutListExports,
    FigureExports,
    ExceptionExports,
    SustainedQueries,
    SustainedUse,
  ],
  exports: [...services, ...queries],
})
export class RolloutModule {}

export const rolloutLibrary: Library = {
  module: RolloutModule,
  entities: [
    Rollout,
    Indicator,
    Adoption,
    AdoptionChange,
    AdoptionEvidence,
    ReportingPeriod,
    PeriodException,
    ExceptionRequest,
    Report,
    Figure,
  ],
  refusals: rolloutRefusals,
  personal: ROLLOUT_PERSONAL,
  audited: [{ types: ['Adoption', 'Figure', 'Report', 'ReportingPeriod', 'Rollout'], permission: 'rollout:read' }],
};
