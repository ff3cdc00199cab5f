import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { SubmissionService } from '../application/submission.service.js';
import { ScreeningService } from '../application/screening.service.js';
import { type InitiativeRow } from '../application/initiative.rows.js';
import {
  DisqualifyInitiativeResult,
  EnterPaperInitiativeInput,
  EnterPaperInitiativeResult,
  LinkSimilarInput,
  LinkSimilarResult,
  MoveReturnDueInput,
  MoveReturnDueResult,
  ReasonedInitiativeInput,
  RecordPastInitiativeInput,
  RecordPastInitiativeResult,
  ReturnInitiativeInput,
  ReturnInitiativeResult,
  ScreenInitiativeInput,
  ScreenInitiativeResult,
} from './initiative.inputs.js';
import { InitiativeObject } from './initiative.types.js';

/** What the secretariat does with initiatives. */
@Resolver(() => InitiativeObject)
export class ScreeningResolver {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly screening: ScreeningService,
  ) {}

  @Mutation(() => EnterPaperInitiativeResult, { description: 'Enters for a unit what came on paper.' })
  @Allow('initiative:enter')
  @Refusable()
  enterPaperInitiative(@CurrentActor() actor: Actor, @Args('input') input: EnterPaperInitiativeInput): Promise<InitiativeRow> {
    return this.submissions.enterPaperInitiative(actor, input);
  }

  @Mutation(() => RecordPastInitiativeResult, { description: 'Records one of a past contest.' })
  @Allow('initiative:enter')
  @Refusable()
  recordPastInitiative(@CurrentActor() actor: Actor, @Args('input') input: RecordPastInitiativeInput): Promise<InitiativeRow> {
    return this.submissions.recordPastInitiative(actor, input);
  }

  @Mutation(() => ReturnInitiativeResult, { description: 'Returns an initiative for more, with what is asked and until when.' })
  @Allow('initiative:screen')
  @Refusable()
  returnInitiative(@CurrentActor() actor: Actor, @Args('input') input: ReturnInitiativeInput): Promise<InitiativeRow> {
    return this.screening.returnInitiative(actor, input);
  }

  @Mutation(() => MoveReturnDueResult, { description: 'Moves the moment until which one that was returned may come back.' })
  @Allow('initiative:screen')
  @Refusable()
  moveReturnDue(@CurrentActor() actor: Actor, @Args('input') input: MoveReturnDueInput): Promise<InitiativeRow> {
    return this.screening.moveReturnDue(actor, input);
  }

  @Mutation(() => ScreenInitiativeResult, { description: 'Decides whether an initiative is eligible.' })
  @Allow('initiative:screen')
  @Refusable()
  screenInitiative(@CurrentActor() actor: Actor, @Args('input') input: ScreenInitiativeInput): Promise<InitiativeRow> {
    return this.screening.screenInitiative(actor, input);
  }

  @Mutation(() => DisqualifyInitiativeResult, { description: 'Takes an initiative out of the contest, with a reason.' })
  @Allow('initiative:screen')
  @Refusable()
  disqualifyInitiative(@CurrentActor() actor: Actor, @Args('input') input: ReasonedInitiativeInput): Promise<InitiativeRow> {
    return this.screening.disqualifyInitiative(actor, input);
  }

  @Mutation(() => LinkSimilarResult, { description: 'The screener’s word on an initiative and an earlier one that is like it.' })
  @Allow('initiative:screen')
  @Refusable()
  linkSimilar(@CurrentActor() actor: Actor, @Args('input') input: LinkSimilarInput): Promise<InitiativeRow> {
    return this.screening.linkSimilar(actor, input);
  }
}
