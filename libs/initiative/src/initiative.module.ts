import { Module } from '@nestjs/common';
import { ContestModule } from '#lib/contest';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { INITIATIVE_PERSONAL } from './application/initiative.personal.js';
import { AuthorQueries } from './application/author.queries.js';
import { AuthorshipNotices } from './application/authorship.notices.js';
import { AuthorshipQueries } from './application/authorship.queries.js';
import { AuthorshipService } from './application/authorship.service.js';
import { AuthorsService } from './application/authors.service.js';
import { AuthorsMerge } from './application/authors-merge.js';
import { ContestChecks } from './application/contest-checks.js';
import { DossierContents } from './application/dossier-contents.js';
import { DraftService } from './application/draft.service.js';
import { InitiativeAwaiting } from './application/initiative.awaiting.js';
import { InitiativeFiles } from './application/initiative-files.js';
import { InitiativeCountQueries } from './application/initiative-counts.queries.js';
import { InitiativeListQueries } from './application/initiative-list.queries.js';
import { InitiativeNotices } from './application/initiative.notices.js';
import { InitiativePorts } from './application/initiative.ports.js';
import { InitiativeQueries } from './application/initiative.queries.js';
import { NoSubmissionQueries } from './application/no-submission.queries.js';
import { NoSubmissionService } from './application/no-submission.service.js';
import { OnBehalfService } from './application/on-behalf.service.js';
import { ReadingService } from './application/reading.service.js';
import { ReceiptPaperQueries } from './application/receipt-paper.queries.js';
import { ReceiptService } from './application/receipt.service.js';
import { ScreeningService } from './application/screening.service.js';
import { SimilarQueries } from './application/similar.queries.js';
import { SubmissionService } from './application/submission.service.js';
import { WayQueries } from './application/way.queries.js';
import { VersionQueries } from './application/version.queries.js';
import {
  DossierFile,
  Initiative,
  InitiativeAuthor,
  InitiativeLink,
  InitiativeSearch,
  InitiativeVersion,
  NoSubmission,
  ReceiptCounter,
  Screening,
} from './domain/index.js';
import { AuthorshipResolver } from './graphql/authorship.resolver.js';
import { InitiativeExports } from './graphql/initiative.exports.js';
import { InitiativeCountsResolver } from './graphql/initiative-counts.js';
import { InitiativeReadsResolver } from './graphql/initiative-reads.resolver.js';
import { InitiativeResolver } from './graphql/initiative.resolver.js';
import { OnBehalfResolver } from './graphql/on-behalf.resolver.js';
import { ScreeningResolver } from './graphql/screening.resolver.js';
import { VersionResolver } from './graphql/version.resolver.js';
import { initiativeRefusals } from './refusals.js';

const services = [
  DraftService,
  SubmissionService,
  ScreeningService,
  ReadingService,
  InitiativeQueries,
  InitiativeCountQueries,
  InitiativeListQueries,
  InitiativePorts,
  SimilarQueries,
];
const inner = [
  AuthorsService,
  AuthorshipService,
  AuthorshipQueries,
  AuthorshipNotices,
  NoSubmissionService,
  NoSubmissionQueries,
  OnBehalfService,
  VersionQueries,
  WayQueries,
  DossierContents,
  ReceiptService,
  ReceiptPaperQueries,
  InitiativeFiles,
  InitiativeNotices,
  AuthorsMerge,
  ContestChecks,
  InitiativeAwaiting,
  AuthorQueries,
  InitiativeExports,
];
const resolvers = [
  InitiativeResolver,
  ScreeningResolver,
  InitiativeReadsResolver,
  InitiativeCountsResolver,
  AuthorshipResolver,
  OnBehalfResolver,
  VersionResolver,
];

@Module({ imports: [ContestModule, NoticeModule], providers: [...services, ...inner, ...resolvers], exports: services })
export class InitiativeModule {}

export const initiativeLibrary: Library = {
  module: InitiativeModule,
  entities: [
    Initiative,
    DossierFile,
    InitiativeAuthor,
    InitiativeVersion,
    Screening,
    InitiativeLink,
    NoSubmission,
    ReceiptCounter,
    InitiativeSearch,
  ],
  refusals: initiativeRefusals,
  personal: INITIATIVE_PERSONAL,
  audited: [{ types: ['Initiative', 'NoSubmission'], permission: 'initiative:read' }],
};
