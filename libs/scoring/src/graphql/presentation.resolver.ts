import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Live, Refusable } from '#lib/platform';
import {
  type PresentationOrderRow,
  type PresentationPanelRow,
  PresentationQueries,
} from '../application/presentation/presentation.queries.js';
import { PresentationService } from '../application/presentation/presentation.service.js';
import {
  DrawPresentationOrderInput,
  DrawPresentationOrderResult,
  EndPresentationInput,
  EndPresentationResult,
  PresentationArguments,
  PresentationOrderObject,
  PresentationPanelObject,
  SkipPresentationInput,
  SkipPresentationResult,
  StartPresentationInput,
  StartPresentationResult,
} from './presentation.types.js';

@Resolver(() => PresentationPanelObject)
export class PresentationResolver {
  constructor(
    private readonly presentations: PresentationService,
    private readonly queries: PresentationQueries,
  ) {}

  @Query(() => PresentationOrderObject, { nullable: true, description: 'Who presents when in a round, once it was drawn.' })
  @Allow('contest:read')
  @Live<PresentationArguments>(({ roundId }) => [`round:${roundId}`])
  presentationOrder(@CurrentActor() actor: Actor, @Args() { roundId }: PresentationArguments): Promise<PresentationOrderRow | null> {
    return this.queries.order(actor, roundId);
  }

  @Query(() => PresentationPanelObject, {
    nullable: true,
    description: 'A round while it is presented: the time left, and who has signed.',
  })
  @Allow('round:manage')
  presentationPanel(@CurrentActor() actor: Actor, @Args() { roundId }: PresentationArguments): Promise<PresentationPanelRow | null> {
    return this.queries.panel(actor, roundId);
  }

  @Mutation(() => DrawPresentationOrderResult, {
    description: 'By a seed that is kept and shown. Again with a reason, before the first begins.',
  })
  @Allow('round:manage')
  @Refusable()
  drawPresentationOrder(@CurrentActor() actor: Actor, @Args('input') input: DrawPresentationOrderInput): Promise<PresentationPanelRow> {
    return this.presentations.drawPresentationOrder(actor, input);
  }

  @Mutation(() => StartPresentationResult, { description: 'One at a time, in the order drawn.' })
  @Allow('round:manage')
  @Refusable()
  startPresentation(@CurrentActor() actor: Actor, @Args('input') input: StartPresentationInput): Promise<PresentationPanelRow> {
    return this.presentations.startPresentation(actor, input);
  }

  @Mutation(() => EndPresentationResult, { description: 'Notes that somebody has finished presenting.' })
  @Allow('round:manage')
  @Refusable()
  endPresentation(@CurrentActor() actor: Actor, @Args('input') input: EndPresentationInput): Promise<PresentationPanelRow> {
    return this.presentations.endPresentation(actor, input);
  }

  @Mutation(() => SkipPresentationResult, { description: 'Who is next and absent comes at the end.' })
  @Allow('round:manage')
  @Refusable()
  skipPresentation(@CurrentActor() actor: Actor, @Args('input') input: SkipPresentationInput): Promise<PresentationPanelRow> {
    return this.presentations.skipPresentation(actor, input);
  }
}
