import { Module } from '@nestjs/common';
import { ContestModule } from '#lib/contest';
import { InitiativeModule } from '#lib/initiative';
import { JuryModule, notShutOut } from '#lib/jury';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { ScoringModule } from '#lib/scoring';
import { CardCorrectionQueries } from './application/correction/card-correction.queries.js';
import { CorrectionApplyingService } from './application/correction/correction-applying.service.js';
import { CorrectionImpactQueries } from './application/correction/correction-impact.queries.js';
import { CorrectionFieldQueries } from './application/correction/correction.field.js';
import { CorrectionNotices } from './application/correction/correction.notices.js';
import { CorrectionQueries } from './application/correction/correction.queries.js';
import { CorrectionService } from './application/correction/correction.service.js';
import { CorrectionsMerge } from './application/correction/corrections-merge.js';
import { SignedResult } from './application/correction/signed-result.js';
import { PackContentQueries } from './application/pack/pack-content.queries.js';
import { PackJobs } from './application/pack/pack-jobs.js';
import { PackQueries } from './application/pack/pack.queries.js';
import { PackService } from './application/pack/pack.service.js';
import { ChairAwaiting, ResultAwaiting } from './application/result.awaiting.js';
import { RESULT_PERSONAL } from './application/result.personal.js';
import { ChairVoteQueries } from './application/result/chair-vote.queries.js';
import { ChairVoteService } from './application/result/chair-vote.service.js';
import { ClosedRoundQueries } from './application/result/closed-round.queries.js';
import { CountingQueries } from './application/result/counting.queries.js';
import { JudgingDetailQueries } from './application/result/judging-detail.queries.js';
import { PublicRankingQueries } from './application/result/public-ranking.queries.js';
import { ResultLooksService } from './application/result/result-looks.service.js';
import { ResultPorts } from './application/result/result.ports.js';
import { ResultQueries } from './application/result/result.queries.js';
import { RoundClosingService } from './application/result/round-closing.service.js';
import { StabilityQueries } from './application/result/stability.queries.js';
import { StabilityService } from './application/result/stability.service.js';
import { StandingsQueries } from './application/result/standings.queries.js';
import { StandingsService } from './application/result/standings.service.js';
import { ChairVote, ContestResult, Correction, FinalStanding, ResultPack, RoundResult, Standing } from './domain/index.js';
import { ChairVoteResolver } from './graphql/chair-vote.resolver.js';
import { CorrectionResolver } from './graphql/correction.resolver.js';
import { JudgingDetailExports } from './graphql/judging-detail.exports.js';
import { PackResolver } from './graphql/pack.resolver.js';
import { ResultLooksExports } from './graphql/result-looks.exports.js';
import { ResultKeptExports } from './graphql/result-kept.exports.js';
import { ResultLooksResolver } from './graphql/result-looks.resolver.js';
import { ResultExports } from './graphql/result.exports.js';
import { ResultResolver } from './graphql/result.resolver.js';
import { RoundClosingResolver } from './graphql/round-closing.resolver.js';
import { resultRefusals } from './refusals.js';

const inside = [
  ClosedRoundQueries,
  StabilityQueries,
  StandingsService,
  CardCorrectionQueries,
  CorrectionFieldQueries,
  SignedResult,
  CorrectionNotices,
  PackContentQueries,
  ResultAwaiting,
  CountingQueries,
  CorrectionsMerge,
  ChairAwaiting,
];
const services = [
  ChairVoteQueries,
  ChairVoteService,
  CorrectionApplyingService,
  CorrectionImpactQueries,
  CorrectionQueries,
  CorrectionService,
  JudgingDetailQueries,
  PackQueries,
  PackJobs,
  PackService,
  ResultPorts,
  ResultLooksService,
  ResultQueries,
  PublicRankingQueries,
  RoundClosingService,
  StabilityService,
  StandingsQueries,
];
const resolvers = [
  ChairVoteResolver,
  CorrectionResolver,
  ResultLooksResolver,
  PackResolver,
  ResultResolver,
  ResultExports,
  JudgingDetailExports,
  ResultKeptExports,
  ResultLooksExports,
  RoundClosingResolver,
];

@Module({
  imports: [ContestModule, InitiativeModule, JuryModule, NoticeModule, ScoringModule],
  providers: [...inside, ...services, ...resolvers],
  exports: services,
})
export class ResultModule {}

export const resultLibrary: Library = {
  module: ResultModule,
  entities: [RoundResult, Standing, ContestResult, FinalStanding, ChairVote, ResultPack, Correction],
  refusals: resultRefusals,
  personal: RESULT_PERSONAL,
  audited: [{ types: ['ContestResult', 'Correction', 'ResultPack'], permission: 'standings:read', unsealed: notShutOut }],
};
