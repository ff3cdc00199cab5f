import { Module } from '@nestjs/common';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { RolloutModule } from '#lib/rollout';
import { UnitsModule } from '#lib/units';
import { ActionOverdueJobs } from './application/action-overdue.jobs.js';
import { ActionQueries } from './application/action.queries.js';
import { ActionService } from './application/action.service.js';
import { CaseQueries } from './application/case.queries.js';
import { CaseService } from './application/case.service.js';
import { CaseWriter } from './application/case.writer.js';
import { CounterQueries } from './application/counter.queries.js';
import { CounterService } from './application/counter.service.js';
import { FEEDBACK_PERSONAL } from './application/feedback.personal.js';
import { InspectionAwaiting } from './application/inspection.awaiting.js';
import { InspectionNotices } from './application/inspection.notices.js';
import { InspectionQueries } from './application/inspection.queries.js';
import { InspectionSealJobs } from './application/inspection-seal.jobs.js';
import { InspectionService } from './application/inspection.service.js';
import { PublicationJobs } from './application/publication.jobs.js';
import { PublicationQueries } from './application/publication.queries.js';
import { RatingDayJobs } from './application/rating-day.jobs.js';
import { RatingFigureJobs } from './application/rating-figures.jobs.js';
import { RatingHoldQueries } from './application/rating-hold.queries.js';
import { RatingQueries } from './application/rating.queries.js';
import { RatingReviewService } from './application/rating-review.service.js';
import { RatingSweep } from './application/rating.sweep.js';
import { RatingWriter } from './application/rating.writer.js';
import { SignalNotices } from './application/signal.notices.js';
import { SignalQueries } from './application/signal.queries.js';
import { SignalService } from './application/signal.service.js';
import { SignalWatch } from './application/signal.watch.js';
import { SlipQueries } from './application/slip.queries.js';
import { SlipService } from './application/slip.service.js';
import { TransactionQueries } from './application/transaction.queries.js';
import { TransactionService } from './application/transaction.service.js';
import {
  CorrectiveAction,
  Counter,
  Inspection,
  InspectionItem,
  InspectionMember,
  InspectionSeal,
  PublishedRating,
  Rating,
  RatingBurst,
  RatingComment,
  RatingDay,
  RatingHold,
  RatingPublication,
  ReportedCase,
  Signal,
  SignalBase,
  SlipBatch,
  SlipCode,
  TransactionCount,
} from './domain/index.js';
import { ActionResolver } from './graphql/action.resolver.js';
import { CaseResolver } from './graphql/case.resolver.js';
import { CounterResolver } from './graphql/counter.resolver.js';
import { ActionExports } from './graphql/action.exports.js';
import { InspectionExports } from './graphql/inspection.exports.js';
import { InspectionResolver } from './graphql/inspection.resolver.js';
import { PublicationResolver } from './graphql/publication.resolver.js';
import { RatingHoldResolver } from './graphql/rating-hold.resolver.js';
import { RatingResolver } from './graphql/rating.resolver.js';
import { SignalResolver } from './graphql/signal.resolver.js';
import { SlipResolver } from './graphql/slip.resolver.js';
import { FeedbackExports } from './graphql/feedback.exports.js';
import { TransactionExports } from './graphql/transaction.exports.js';
import { TransactionResolver } from './graphql/transaction.resolver.js';
import { feedbackRefusals } from './refusals.js';

const services = [
  ActionQueries,
  ActionService,
  CaseQueries,
  CaseService,
  CaseWriter,
  CounterQueries,
  CounterService,
  InspectionQueries,
  InspectionService,
  PublicationQueries,
  RatingHoldQueries,
  RatingQueries,
  RatingReviewService,
  RatingWriter,
  SignalQueries,
  SignalService,
  SignalWatch,
  SlipQueries,
  SlipService,
  TransactionQueries,
  TransactionService,
];
const jobs = [
  ActionOverdueJobs,
  ActionExports,
  FeedbackExports,
  InspectionAwaiting,
  InspectionExports,
  InspectionNotices,
  InspectionSealJobs,
  PublicationJobs,
  RatingDayJobs,
  RatingFigureJobs,
  RatingSweep,
  SignalNotices,
  TransactionExports,
];
const resolvers = [
  ActionResolver,
  CaseResolver,
  CounterResolver,
  InspectionResolver,
  PublicationResolver,
  RatingHoldResolver,
  RatingResolver,
  SignalResolver,
  SlipResolver,
  TransactionResolver,
];

@Module({ imports: [UnitsModule, NoticeModule, RolloutModule], providers: [...services, ...jobs, ...resolvers], exports: services })
export class FeedbackModule {}

export const feedbackLibrary: Library = {
  module: FeedbackModule,
  entities: [
    Counter,
    Rating,
    RatingComment,
    RatingDay,
    RatingHold,
    RatingBurst,
    SlipBatch,
    SlipCode,
    TransactionCount,
    RatingPublication,
    PublishedRating,
    Signal,
    SignalBase,
    ReportedCase,
    CorrectiveAction,
    InspectionSeal,
    Inspection,
    InspectionMember,
    InspectionItem,
  ],
  personal: FEEDBACK_PERSONAL,
  refusals: feedbackRefusals,
  audited: [
    { types: ['Counter', 'SlipBatch'], permission: 'counter:read' },
    { types: ['RatingHold', 'RatingPublication', 'TransactionCount'], permission: 'rating:read' },
    { types: ['Signal', 'SignalBase'], permission: 'signal:read' },
    { types: ['ReportedCase'], permission: 'case:read' },
    { types: ['CorrectiveAction'], permission: 'action:read' },
    { types: ['Inspection', 'InspectionItem', 'InspectionSeal'], permission: 'inspection:read' },
  ],
};
