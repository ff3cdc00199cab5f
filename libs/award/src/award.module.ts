import { Module } from '@nestjs/common';
import { ContestModule } from '#lib/contest';
import { InitiativeModule } from '#lib/initiative';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { ResultModule } from '#lib/result';
import { AWARD_PERSONAL } from './application/award.personal.js';
import { AwardDecisionService } from './application/award-decision.service.js';
import { AwardAwaiting } from './application/award.awaiting.js';
import { ResultSteps } from './application/way-steps.js';
import { AwardNotices } from './application/award-notices.js';
import { AwardQueries } from './application/award.queries.js';
import { WinnerQueries } from './application/winner.queries.js';
import { ContestAwardsQueries } from './application/contest-awards.queries.js';
import { AwardService } from './application/award.service.js';
import { ListChecks } from './application/list-checks.js';
import { AwardPaymentService } from './application/award-payment.service.js';
import { PastAwardService } from './application/past-award.service.js';
import { PrizeCountQueries } from './application/prize-counts.queries.js';
import { PrizeFieldQueries } from './application/prize-field.queries.js';
import { PublishedPrizes } from './application/published-prizes.queries.js';
import { PublishedAwardService } from './application/published-award.service.js';
import { ResultPrizes } from './application/result-prizes.js';
import { SigningNotices } from './application/signing.notices.js';
import { TieService } from './application/tie.service.js';
import { AwardDecision } from './domain/award-decision.entity.js';
import { Award } from './domain/award.entity.js';
import { AwardPayment } from './domain/award-payment.entity.js';
import { WithheldPrize } from './domain/withheld-prize.entity.js';
import { AwardExports } from './graphql/award.exports.js';
import { PastImports } from './graphql/past.imports.js';
import { ContestAwardsResolver } from './graphql/contest-awards.resolver.js';
import { AwardResolver } from './graphql/award.resolver.js';
import { RegisterResolver } from './graphql/register.resolver.js';
import { WinnerResolver } from './graphql/winner.resolver.js';
import { awardRefusals } from './refusals.js';

@Module({
  imports: [ContestModule, InitiativeModule, NoticeModule, ResultModule],
  providers: [
    AwardService,
    TieService,
    AwardDecisionService,
    PublishedAwardService,
    PastAwardService,
    AwardPaymentService,
    ListChecks,
    PrizeFieldQueries,
    PublishedPrizes,
    AwardQueries,
    ContestAwardsQueries,
    WinnerQueries,
    PrizeCountQueries,
    AwardAwaiting,
    AwardNotices,
    ResultSteps,
    SigningNotices,
    ResultPrizes,
    AwardExports,
    PastImports,
    AwardResolver,
    ContestAwardsResolver,
    WinnerResolver,
    RegisterResolver,
  ],
  exports: [AwardService, TieService, AwardDecisionService, PublishedAwardService, PastAwardService, AwardQueries],
})
export class AwardModule {}

export const awardLibrary: Library = {
  module: AwardModule,
  entities: [AwardDecision, Award, WithheldPrize, AwardPayment],
  refusals: awardRefusals,
  personal: AWARD_PERSONAL,
  audited: [{ types: ['Award', 'AwardDecision'], permission: 'award:read' }],
};
