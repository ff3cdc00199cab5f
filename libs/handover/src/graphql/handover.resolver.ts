import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type HandoverCountsRead, HandoverQueries, type HandoverRead } from '../application/handover.queries.js';
import { HandoverService } from '../application/handover.service.js';
import {
  CorrectHandoverInput,
  CorrectHandoverResult,
  EnterHandoverInput,
  EnterHandoverResult,
  HandoverConnection,
  HandoverCountsArguments,
  HandoverCountsConnection,
  HandoverObject,
  HandoversArguments,
  VoidHandoverInput,
  VoidHandoverResult,
} from './handover.types.js';

@Resolver(() => HandoverObject)
export class HandoverResolver {
  constructor(
    private readonly service: HandoverService,
    private readonly queries: HandoverQueries,
  ) {}

  @Query(() => HandoverConnection, {
    description: 'Handovers of the units that you may read about; the latest first, unless asked otherwise.',
  })
  @Allow('handover:read')
  handovers(@CurrentActor() actor: Actor, @Args() filter: HandoversArguments): Promise<Page<HandoverRead>> {
    return this.queries.handovers(actor, filter);
  }

  @Query(() => HandoverCountsConnection, {
    description: 'How many results each unit handed over in a month, of those that you may read about.',
  })
  @Allow('handover:read')
  handoverCounts(@CurrentActor() actor: Actor, @Args() filter: HandoverCountsArguments): Promise<Page<HandoverCountsRead>> {
    return this.queries.handoverCounts(actor, filter);
  }

  @Mutation(() => EnterHandoverResult, { description: 'Enters that a result was handed over, or was tried to be; without any name.' })
  @Allow('handover:enter')
  @Refusable()
  async enterHandover(@CurrentActor() actor: Actor, @Args('input') input: EnterHandoverInput): Promise<HandoverRead | null> {
    return this.queries.handover(actor, (await this.service.enterHandover(actor, input)).id);
  }

  @Mutation(() => CorrectHandoverResult, { description: 'Says anew how it was, with a reason; figures of it are restated.' })
  @Allow('handover:enter')
  @Refusable()
  async correctHandover(@CurrentActor() actor: Actor, @Args('input') input: CorrectHandoverInput): Promise<HandoverRead | null> {
    return this.queries.handover(actor, (await this.service.correctHandover(actor, input)).id);
  }

  @Mutation(() => VoidHandoverResult, { description: 'Has it count no longer, with a reason; it stays to be seen.' })
  @Allow('handover:enter')
  @Refusable()
  async voidHandover(@CurrentActor() actor: Actor, @Args('input') input: VoidHandoverInput): Promise<HandoverRead | null> {
    return this.queries.handover(actor, (await this.service.voidHandover(actor, input)).id);
  }
}
