import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type ActionCountsRead, ActionQueries, type ActionRead } from '../application/action.queries.js';
import { ActionService } from '../application/action.service.js';
import {
  ActionCountsObject,
  CancelActionInput,
  CancelActionResult,
  ClaimActionInput,
  ClaimActionResult,
  ConfirmEffectInput,
  ConfirmEffectResult,
  CorrectiveActionConnection,
  CorrectiveActionObject,
  CorrectiveActionsArguments,
  OpenActionInput,
  OpenActionResult,
  ReopenActionInput,
  ReopenActionResult,
  VerifyActionInput,
  VerifyActionResult,
} from './action.types.js';

@Resolver(() => CorrectiveActionObject)
export class ActionResolver {
  constructor(
    private readonly service: ActionService,
    private readonly queries: ActionQueries,
  ) {}

  @Query(() => CorrectiveActionConnection, {
    description: 'Corrective actions of the units that you may read about or head, and your own; what is due last in front.',
  })
  @Allow('self', 'feedback')
  correctiveActions(@CurrentActor() actor: Actor, @Args() filter: CorrectiveActionsArguments): Promise<Page<ActionRead>> {
    return this.queries.correctiveActions(actor, filter);
  }

  @Query(() => ActionCountsObject, { description: 'The same in numbers.' })
  @Allow('self', 'feedback')
  actionCounts(@CurrentActor() actor: Actor): Promise<ActionCountsRead> {
    return this.queries.actionCounts(actor);
  }

  @Mutation(() => OpenActionResult, { description: 'Opens what a unit does about a signal, a case or a finding; its head answers for it.' })
  @Allow('self', 'feedback')
  @Refusable()
  async openAction(@CurrentActor() actor: Actor, @Args('input') input: OpenActionInput): Promise<ActionRead | null> {
    return this.queries.correctiveAction(actor, (await this.service.openAction(actor, input)).id);
  }

  @Mutation(() => ClaimActionResult, { description: 'Says, as who answers for it, that it was done.' })
  @Allow('self', 'feedback')
  @Refusable()
  async claimAction(@CurrentActor() actor: Actor, @Args('input') input: ClaimActionInput): Promise<ActionRead | null> {
    return this.queries.correctiveAction(actor, (await this.service.claimAction(actor, input)).id);
  }

  @Mutation(() => VerifyActionResult, { description: 'Says that somebody else saw that it was done.' })
  @Allow('action:verify')
  @Refusable()
  async verifyAction(@CurrentActor() actor: Actor, @Args('input') input: VerifyActionInput): Promise<ActionRead | null> {
    return this.queries.correctiveAction(actor, (await this.service.verifyAction(actor, input)).id);
  }

  @Mutation(() => ConfirmEffectResult, { description: 'Names the check, four weeks later at the earliest, that showed that it worked.' })
  @Allow('action:verify')
  @Refusable()
  async confirmEffect(@CurrentActor() actor: Actor, @Args('input') input: ConfirmEffectInput): Promise<ActionRead | null> {
    return this.queries.correctiveAction(actor, (await this.service.confirmEffect(actor, input)).id);
  }

  @Mutation(() => ReopenActionResult, { description: 'Has it done anew: it was not, or did not help.' })
  @Allow('action:verify')
  @Refusable()
  async reopenAction(@CurrentActor() actor: Actor, @Args('input') input: ReopenActionInput): Promise<ActionRead | null> {
    return this.queries.correctiveAction(actor, (await this.service.reopenAction(actor, input)).id);
  }

  @Mutation(() => CancelActionResult, { description: 'Gives it up, with a reason.' })
  @Allow('action:verify')
  @Refusable()
  async cancelAction(@CurrentActor() actor: Actor, @Args('input') input: CancelActionInput): Promise<ActionRead | null> {
    return this.queries.correctiveAction(actor, (await this.service.cancelAction(actor, input)).id);
  }
}
