import { SCORING_PERSONAL } from './application/scoring.personal.js';
import { AUDITED } from './application/audited.js';
import { Module } from '@nestjs/common';
import { ContestModule } from '#lib/contest';
import { InitiativeModule } from '#lib/initiative';
import { JuryModule } from '#lib/jury';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { AssignmentProposalService } from './application/assignment/assignment-proposal.service.js';
import { AssignableRounds } from './application/assignment/assignable-rounds.js';
import { AssignmentProposalQueries } from './application/assignment/assignment-proposal.queries.js';
import { AssignmentSolverService } from './application/assignment/assignment-solver.service.js';
import { AssignmentMatrixQueries } from './application/assignment/assignment-matrix.queries.js';
import { AssignmentQueries } from './application/assignment/assignment.queries.js';
import { AssignmentService } from './application/assignment/assignment.service.js';
import { CalibrationQueries } from './application/calibration/calibration.queries.js';
import { CalibrationService } from './application/calibration/calibration.service.js';
import { CardService } from './application/card/card.service.js';
import { ConflictedCards } from './application/card/conflicted-cards.js';
import { CardsMerge } from './application/card/cards-merge.js';
import { DossierQueries } from './application/card/dossier.queries.js';
import { NoteQueries } from './application/card/note.queries.js';
import { NoteService } from './application/card/note.service.js';
import { NameLookQueries } from './application/names/name-look.queries.js';
import { NameLooks } from './application/names/name-looks.js';
import { NamesService } from './application/names/names.service.js';
import { OwnCardsQueries } from './application/card/own-cards.queries.js';
import { ReopeningNotices } from './application/card/reopening.notices.js';
import { ReopeningQueries } from './application/card/reopening.queries.js';
import { ReopeningService } from './application/card/reopening.service.js';
import { CardCorrectionQueries } from './application/correction/card-correction.queries.js';
import { CorrectionApplyingService } from './application/correction/correction-applying.service.js';
import { CorrectionFieldQueries } from './application/correction/correction.field.js';
import { CorrectionImpactQueries } from './application/correction/correction-impact.queries.js';
import { CorrectionNotices } from './application/correction/correction.notices.js';
import { CorrectionQueries } from './application/correction/correction.queries.js';
import { CorrectionService } from './application/correction/correction.service.js';
import { SignedResult } from './application/correction/signed-result.js';
import { FieldQueries } from './application/field.queries.js';
import { ProposalSweep } from './application/assignment/proposal.sweep.js';
import { RecusalNotices } from './application/recusal/recusal.notices.js';
import { RecusalService } from './application/recusal/recusal.service.js';
import { PackContentQueries } from './application/pack/pack-content.queries.js';
import { PackQueries } from './application/pack/pack.queries.js';
import { PackJobs } from './application/pack/pack-jobs.js';
import { PackService } from './application/pack/pack.service.js';
import { ReplacementService } from './application/assignment/replacement.service.js';
import { PresentationQueries } from './application/presentation/presentation.queries.js';
import { PresentationService } from './application/presentation/presentation.service.js';
import { RoundClosingService } from './application/round/round-closing.service.js';
import { RoundDueNotices } from './application/round/round-due.notices.js';
import { RoundLocks } from './application/round/round-locks.js';
import { ContestJudgingQueries } from './application/round/contest-judging.queries.js';
import { RoundQueries } from './application/round/round.queries.js';
import { RoundReadiness } from './application/round/round-readiness.js';
import { RoundService } from './application/round/round.service.js';
import { ScorecardQueries } from './application/card/scorecard.queries.js';
import { ScorecardService } from './application/card/scorecard.service.js';
import { ChairAwaiting, JudgeAwaiting, JudgingAwaiting, JudgingLed } from './application/scoring.awaiting.js';
import { ScoringListeners } from './application/scoring.listeners.js';
import { RoundNotices } from './application/round/round.notices.js';
import { RoundSteps } from './application/round/way-steps.js';
import { ScoringNotices } from './application/scoring.notices.js';
import { ScoringPreconditions } from './application/scoring.preconditions.js';
import { ChairVoteQueries } from './application/result/chair-vote.queries.js';
import { ChairVoteService } from './application/result/chair-vote.service.js';
import { ResultPorts } from './application/result/result.ports.js';
import { ClosedRoundQueries } from './application/result/closed-round.queries.js';
import { PublicRankingQueries } from './application/result/public-ranking.queries.js';
import { ResultLooksService } from './application/result/result-looks.service.js';
import { ResultQueries } from './application/result/result.queries.js';
import { OfflineSheetService } from './application/sheet/offline-sheet.service.js';
import { SheetFiles } from './application/sheet/sheet-files.js';
import { SheetQueries } from './application/sheet/sheet.queries.js';
import { StandingsQueries } from './application/result/standings.queries.js';
import { StabilityQueries } from './application/result/stability.queries.js';
import { StabilityService } from './application/result/stability.service.js';
import { StandingsService } from './application/result/standings.service.js';
import { SCORING_ENTITIES } from './domain/entities.js';
import { AssignmentResolver } from './graphql/assignment.resolver.js';
import { ChairVoteResolver } from './graphql/chair-vote.resolver.js';
import { CalibrationResolver } from './graphql/calibration.resolver.js';
import { CorrectionResolver } from './graphql/correction.resolver.js';
import { ResultLooksResolver } from './graphql/result-looks.resolver.js';
import { PackResolver } from './graphql/pack.resolver.js';
import { JudgingDetailQueries } from './application/result/judging-detail.queries.js';
import { JudgingDetailExports } from './graphql/judging-detail.exports.js';
import { JudgingDetailResolver } from './graphql/judging-detail.resolver.js';
import { ResultExports } from './graphql/result.exports.js';
import { AssignmentExports } from './graphql/assignment.exports.js';
import { JUDGING_EXPORTS } from './graphql/judging.exports.js';
import { ResultResolver } from './graphql/result.resolver.js';
import { ReopeningResolver } from './graphql/reopening.resolver.js';
import { OfflineSheetResolver } from './graphql/offline-sheet.resolver.js';
import { PresentationResolver } from './graphql/presentation.resolver.js';
import { ProposalResolver } from './graphql/proposal.resolver.js';
import { NamesResolver } from './graphql/names.resolver.js';
import { RoundResolver } from './graphql/round.resolver.js';
import { ScorecardResolver } from './graphql/scorecard.resolver.js';
import { scoringRefusals } from './refusals.js';

const inside = [
  ClosedRoundQueries,
  ContestJudgingQueries,
  CardsMerge,
  ConflictedCards,
  AssignableRounds,
  AssignmentSolverService,
  ProposalSweep,
  FieldQueries,
  RoundReadiness,
  NameLooks,
  RoundDueNotices,
  RoundLocks,
  StabilityQueries,
  StandingsService,
  ChairAwaiting,
  JudgeAwaiting,
  JudgingAwaiting,
  JudgingLed,
  ScoringListeners,
  ScoringNotices,
  RoundSteps,
  RoundNotices,
  ScoringPreconditions,
  DossierQueries,
  RecusalNotices,
  ReopeningNotices,
  CardCorrectionQueries,
  CorrectionFieldQueries,
  SignedResult,
  CorrectionNotices,
  SheetFiles,
  SheetQueries,
  PackContentQueries,
];
const services = [
  AssignmentProposalQueries,
  AssignmentProposalService,
  AssignmentMatrixQueries,
  AssignmentQueries,
  AssignmentService,
  CalibrationQueries,
  CalibrationService,
  CardService,
  ChairVoteQueries,
  ChairVoteService,
  CorrectionApplyingService,
  CorrectionImpactQueries,
  CorrectionQueries,
  CorrectionService,
  NameLookQueries,
  NamesService,
  NoteQueries,
  NoteService,
  OfflineSheetService,
  OwnCardsQueries,
  PackQueries,
  PackJobs,
  PackService,
  RecusalService,
  ReopeningQueries,
  ReopeningService,
  ReplacementService,
  ResultPorts,
  ResultLooksService,
  ResultQueries,
  PresentationQueries,
  PresentationService,
  PublicRankingQueries,
  RoundClosingService,
  RoundQueries,
  RoundService,
  ScorecardQueries,
  ScorecardService,
  StabilityService,
  StandingsQueries,
];
const resolvers = [
  AssignmentResolver,
  CalibrationResolver,
  ChairVoteResolver,
  CorrectionResolver,
  NamesResolver,
  ReopeningResolver,
  OfflineSheetResolver,
  ResultLooksResolver,
  PackResolver,
  ResultResolver,
  ResultExports,
  ...JUDGING_EXPORTS,
  AssignmentExports,
  JudgingDetailQueries,
  JudgingDetailExports,
  JudgingDetailResolver,
  PresentationResolver,
  RoundResolver,
  ScorecardResolver,
  ProposalResolver,
];

@Module({
  imports: [ContestModule, InitiativeModule, JuryModule, NoticeModule],
  providers: [...inside, ...services, ...resolvers],
  exports: services,
})
export class ScoringModule {}

export const scoringLibrary: Library = {
  module: ScoringModule,
  entities: SCORING_ENTITIES,
  refusals: scoringRefusals,
  personal: SCORING_PERSONAL,
  audited: AUDITED,
};
