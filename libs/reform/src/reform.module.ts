import { Module } from '@nestjs/common';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { IndexComparisonQueries } from './application/index-comparison.queries.js';
import { IndexSchemeQueries } from './application/index-scheme.queries.js';
import { IndexSchemeService } from './application/index-scheme.service.js';
import { IndexSheetQueries } from './application/index-sheet.queries.js';
import { IndexSheetService } from './application/index-sheet.service.js';
import { IndexYearQueries } from './application/index-year.queries.js';
import { IndexYearService } from './application/index-year.service.js';
import { ReformAwaiting } from './application/reform.awaiting.js';
import { ReformNotices } from './application/reform.notices.js';
import { REFORM_PERSONAL } from './application/reform.personal.js';
import { IndexCriterion, IndexScheme, IndexScore, IndexSheet, IndexYear } from './domain/index.js';
import { IndexSchemeResolver } from './graphql/index-scheme.resolver.js';
import { IndexSheetResolver } from './graphql/index-sheet.resolver.js';
import { IndexYearResolver } from './graphql/index-year.resolver.js';
import { ReformExports } from './graphql/reform.exports.js';
import { reformRefusals } from './refusals.js';

const services = [IndexSchemeService, IndexSheetService, IndexYearService];
const queries = [IndexComparisonQueries, IndexSchemeQueries, IndexSheetQueries, IndexYearQueries];
const others = [ReformAwaiting, ReformExports, ReformNotices];
const resolvers = [IndexSchemeResolver, IndexSheetResolver, IndexYearResolver];

@Module({ imports: [NoticeModule], providers: [...services, ...queries, ...others, ...resolvers], exports: services })
export class ReformModule {}

export const reformLibrary: Library = {
  module: ReformModule,
  entities: [IndexScheme, IndexCriterion, IndexYear, IndexSheet, IndexScore],
  refusals: reformRefusals,
  personal: REFORM_PERSONAL,
  audited: [{ types: ['IndexScheme', 'IndexYear', 'IndexSheet'], permission: 'index:read' }],
};
