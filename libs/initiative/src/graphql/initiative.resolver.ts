import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { DraftService } from '../application/draft.service.js';
import { SubmissionService } from '../application/submission.service.js';
import { type InitiativeRow } from '../application/initiative.rows.js';
import {
  ArrangeFilesInput,
  ArrangeFilesResult,
  ConfirmInitiativeResult,
  DeclareInitiativeInput,
  DeclareInitiativeResult,
  DraftInitiativeInput,
  DraftInitiativeResult,
  InitiativeInput,
  ReasonedInitiativeInput,
  SaveDraftInput,
  SaveDraftResult,
  SendBackInitiativeInput,
  SendBackInitiativeResult,
  SetAuthorsInput,
  SetAuthorsResult,
  SubmitInitiativeResult,
  WithdrawInitiativeResult,
} from './initiative.inputs.js';
import { InitiativeObject } from './initiative.types.js';

/** What a unit does with its initiatives. */
@Resolver(() => InitiativeObject)
export class InitiativeResolver {
  constructor(
    private readonly drafts: DraftService,
    private readonly submissions: SubmissionService,
  ) {}

  @Mutation(() => DraftInitiativeResult, { description: 'Begins an initiative of your unit.' })
  @Allow('initiative:draft')
  @Refusable()
  draftInitiative(@CurrentActor() actor: Actor, @Args('input') input: DraftInitiativeInput): Promise<InitiativeRow> {
    return this.drafts.draftInitiative(actor, input);
  }

  @Mutation(() => SaveDraftResult, { description: 'Keeps what is on the screen; also after the deadline.' })
  @Allow('initiative:draft')
  @Refusable()
  saveDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveDraftInput): Promise<InitiativeRow> {
    return this.drafts.saveDraft(actor, input);
  }

  @Mutation(() => SetAuthorsResult, { description: 'Sets the authors and their shares, which add up to 100 per cent.' })
  @Allow('initiative:draft')
  @Refusable()
  setAuthors(@CurrentActor() actor: Actor, @Args('input') input: SetAuthorsInput): Promise<InitiativeRow> {
    return this.drafts.setAuthors(actor, input);
  }

  @Mutation(() => ArrangeFilesResult, { description: 'Says what each file is, what is said of it, and in which order they stand.' })
  @Allow('initiative:draft')
  @Refusable()
  arrangeFiles(@CurrentActor() actor: Actor, @Args('input') input: ArrangeFilesInput): Promise<InitiativeRow> {
    return this.drafts.arrangeFiles(actor, input);
  }

  @Mutation(() => DeclareInitiativeResult, { description: 'Makes the declarations that go with an initiative.' })
  @Allow('initiative:draft')
  @Refusable()
  declareInitiative(@CurrentActor() actor: Actor, @Args('input') input: DeclareInitiativeInput): Promise<InitiativeRow> {
    return this.drafts.declareInitiative(actor, input);
  }

  @Mutation(() => ConfirmInitiativeResult, { description: 'The head of the unit stands for it.' })
  @Allow('initiative:confirm')
  @Refusable()
  confirmInitiative(@CurrentActor() actor: Actor, @Args('input') input: InitiativeInput): Promise<InitiativeRow> {
    return this.drafts.confirmInitiative(actor, input);
  }

  @Mutation(() => SendBackInitiativeResult, { description: 'The head of the unit sends it back to its writers, and says what to mend.' })
  @Allow('initiative:confirm')
  @Refusable()
  sendBackInitiative(@CurrentActor() actor: Actor, @Args('input') input: SendBackInitiativeInput): Promise<InitiativeRow> {
    return this.drafts.sendBackInitiative(actor, input);
  }

  @Mutation(() => SubmitInitiativeResult, { description: 'Sends it in, the first time or after it was returned.' })
  @Allow('initiative:submit')
  @Refusable()
  submitInitiative(@CurrentActor() actor: Actor, @Args('input') input: InitiativeInput): Promise<InitiativeRow> {
    return this.submissions.submitInitiative(actor, input);
  }

  @Mutation(() => WithdrawInitiativeResult, { description: 'Takes an initiative back, with a reason.' })
  @Allow('initiative:submit')
  @Refusable()
  withdrawInitiative(@CurrentActor() actor: Actor, @Args('input') input: ReasonedInitiativeInput): Promise<InitiativeRow> {
    return this.submissions.withdrawInitiative(actor, input);
  }
}
