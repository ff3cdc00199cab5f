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
import { CardService } from './application/assignment/card.service.js';
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
import { FieldQueries } from './application/common/field.queries.js';
import { ProposalSweep } from './application/assignment/proposal.sweep.js';
import { RecusalNotices } from './application/recusal/recusal.notices.js';
import { RecusalService } from './application/recusal/recusal.service.js';
import { ReplacementService } from './application/assignment/replacement.service.js';
import { PresentationQueries } from './application/presentation/presentation.queries.js';
import { PresentationService } from './application/presentation/presentation.service.js';
import { RoundDueNotices } from './application/round/round-due.notices.js';
import { RoundLocks } from './application/common/round-locks.js';
import { ContestJudgingQueries } from './application/round/contest-judging.queries.js';
import { RoundQueries } from './application/round/round.queries.js';
import { RoundReadiness } from './application/round/round-readiness.js';
import { RoundService } from './application/round/round.service.js';
import { ScorecardQueries } from './application/card/scorecard.queries.js';
import { ScorecardService } from './application/card/scorecard.service.js';
import { JudgeAwaiting, JudgingAwaiting, JudgingLed } from './application/scoring.awaiting.js';
import { ScoringListeners } from './application/scoring.listeners.js';
import { RoundNotices } from './application/round/round.notices.js';
import { RoundSteps } from './application/round/way-steps.js';
import { ScoringNotices } from './application/scoring.notices.js';
import { ScoringPreconditions } from './application/scoring.preconditions.js';
import { OfflineSheetService } from './application/sheet/offline-sheet.service.js';
import { SheetFiles } from './application/sheet/sheet-files.js';
import { SheetQueries } from './application/sheet/sheet.queries.js';
import { SCORING_ENTITIES } from './domain/entities.js';
import { AssignmentResolver } from './graphql/assignment.resolver.js';
import { CalibrationResolver } from './graphql/calibration.resolver.js';
import { AssignmentExports } from './graphql/assignment.exports.js';
import { JUDGING_EXPORTS } from './graphql/judging.exports.js';
import { JudgingDetailResolver } from './graphql/judging-detail.resolver.js';
import { ReopeningResolver } from './graphql/reopening.resolver.js';
import { OfflineSheetResolver } from './graphql/offline-sheet.resolver.js';
import { PresentationResolver } from './graphql/presentation.resolver.js';
import { ProposalResolver } from './graphql/proposal.resolver.js';
import { NamesResolver } from './graphql/names.resolver.js';
import { RoundResolver } from './graphql/round.resolver.js';
import { ScorecardResolver } from './graphql/scorecard.resolver.js';
import { scoringRefusals } from './refusals.js';

const inside = [
  CardsMerge,
  ConflictedCards,
  AssignableRounds,
  AssignmentSolverService,
  ProposalSweep,
  RoundReadiness,
  NameLooks,
  RoundDueNotices,
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
  SheetFiles,
  SheetQueries,
];
const services = [
  RoundLocks,
  FieldQueries,
  ContestJudgingQueries,
  AssignmentProposalQueries,
  AssignmentProposalService,
  AssignmentMatrixQueries,
  AssignmentQueries,
  AssignmentService,
  CalibrationQueries,
  CalibrationService,
  CardService,
  NameLookQueries,
  NamesService,
  NoteQueries,
  NoteService,
  OfflineSheetService,
  OwnCardsQueries,
  RecusalService,
  ReopeningQueries,
  ReopeningService,
  ReplacementService,
  PresentationQueries,
  PresentationService,
  RoundQueries,
  RoundService,
  ScorecardQueries,
  ScorecardService,
];
const resolvers = [
  JudgingDetailResolver,
  AssignmentResolver,
  CalibrationResolver,
  NamesResolver,
  ReopeningResolver,
  OfflineSheetResolver,
  ...JUDGING_EXPORTS,
  AssignmentExports,
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
