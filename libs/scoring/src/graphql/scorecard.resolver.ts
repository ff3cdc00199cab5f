import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SimilarInitiativeObject, type SimilarRow } from '#lib/initiative';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { RecusalService } from '../application/recusal/recusal.service.js';
import { DossierQueries, type DossierRow } from '../application/card/dossier.queries.js';
import { type CardNoteRow } from '../application/card/note.queries.js';
import { NoteService } from '../application/card/note.service.js';
import { OwnCardsQueries } from '../application/card/own-cards.queries.js';
import { type AssignmentRow, type MarkedCardRow, ScorecardQueries, type ScorecardRow } from '../application/card/scorecard.queries.js';
import { ScorecardService } from '../application/card/scorecard.service.js';
import {
  AssignmentConnection,
  AttestResult,
  CardInput,
  DeclareConflictInput,
  DeclareConflictResult,
  MarksInput,
  MyAssignmentsArguments,
  MyCardConnection,
  MyCardsArguments,
  OpenDossierResult,
  SaveNoteInput,
  SaveNoteResult,
  SaveScorecardResult,
  ScorecardArguments,
  ScorecardObject,
  SignScorecardResult,
} from './scorecard.types.js';

@Resolver(() => ScorecardObject)
export class ScorecardResolver {
  constructor(
    private readonly scorecards: ScorecardService,
    private readonly recusals: RecusalService,
    private readonly queries: ScorecardQueries,
    private readonly own: OwnCardsQueries,
    private readonly notes: NoteService,
    private readonly dossiers: DossierQueries,
  ) {}

  @Query(() => AssignmentConnection, { description: 'What you are to judge, round by round, each in an order of your own that stays.' })
  @Allow('scorecard:sign')
  myAssignments(@CurrentActor() judge: Actor, @Args() args: MyAssignmentsArguments): Promise<Page<AssignmentRow>> {
    return this.queries.myAssignments(judge, args);
  }

  @Query(() => MyCardConnection, {
    description: 'Your cards of a round beside one another, in your own order, each with its marks. The criteria are those of the round.',
  })
  @Allow('scorecard:sign')
  myCards(@CurrentActor() judge: Actor, @Args() args: MyCardsArguments): Promise<Page<MarkedCardRow>> {
    return this.own.myCards(judge, args);
  }

  @Query(() => ScorecardObject, { nullable: true, description: 'Your own card.' })
  @Allow('scorecard:sign')
  scorecard(@CurrentActor() judge: Actor, @Args() { id }: ScorecardArguments): Promise<ScorecardRow | null> {
    return this.queries.scorecard(judge, id);
  }

  @Query(() => [SimilarInitiativeObject], {
    nullable: true,
    description: 'The five initiatives that most resemble the one of your card; null before attestation, and in an anonymous round.',
  })
  @Allow('scorecard:sign')
  similarToCard(@CurrentActor() judge: Actor, @Args() { id }: ScorecardArguments): Promise<SimilarRow[] | null> {
    return this.dossiers.similarToCard(judge, id);
  }

  @Mutation(() => AttestResult, { description: 'Your word that nothing ties you to the initiative.' })
  @Allow('scorecard:sign')
  @Refusable()
  attest(@CurrentActor() judge: Actor, @Args('input') input: CardInput): Promise<ScorecardRow> {
    return this.scorecards.attest(judge, input);
  }

  @Mutation(() => OpenDossierResult, { description: 'The initiative, after attestation; the reading is logged.' })
  @Allow('scorecard:sign')
  @Refusable()
  openDossier(@CurrentActor() judge: Actor, @Args('input') input: CardInput): Promise<DossierRow> {
    return this.scorecards.openDossier(judge, input);
  }

  @Mutation(() => SaveScorecardResult, { description: 'Keeps what was typed so far.' })
  @Allow('scorecard:sign')
  @Refusable()
  saveScorecard(@CurrentActor() judge: Actor, @Args('input') input: MarksInput): Promise<ScorecardRow> {
    return this.scorecards.saveScorecard(judge, input);
  }

  @Mutation(() => SaveNoteResult, { description: 'Keeps your own notes on a card of yours. Nobody else ever reads them.' })
  @Allow('scorecard:sign')
  @Refusable()
  saveNote(@CurrentActor() judge: Actor, @Args('input') input: SaveNoteInput): Promise<CardNoteRow> {
    return this.notes.saveNote(judge, input);
  }

  @Mutation(() => SignScorecardResult, { description: 'Final.' })
  @Allow('scorecard:sign')
  @Refusable()
  signScorecard(@CurrentActor() judge: Actor, @Args('input') input: MarksInput): Promise<ScorecardRow> {
    return this.scorecards.signScorecard(judge, input);
  }

  @Mutation(() => DeclareConflictResult, { description: 'Why you cannot judge what you were assigned.' })
  @Allow('conflict:declare')
  @Refusable()
  declareConflict(@CurrentActor() judge: Actor, @Args('input') input: DeclareConflictInput): Promise<ScorecardRow> {
    return this.recusals.declareConflict(judge, input);
  }
}
