import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ReopeningQueries, type ReopeningRow, type ScorecardVersionRow } from '../application/card/reopening.queries.js';
import { ReopeningService } from '../application/card/reopening.service.js';
import {
  ApproveReopeningInput,
  ApproveReopeningResult,
  RefuseReopeningInput,
  RefuseReopeningResult,
  ReopeningConnection,
  ReopeningObject,
  ReopeningsArguments,
  RequestReopeningInput,
  RequestReopeningResult,
  ScorecardVersionObject,
  VersionsArguments,
  WithdrawReopeningInput,
  WithdrawReopeningResult,
} from './reopening.types.js';

@Resolver(() => ReopeningObject)
export class ReopeningResolver {
  constructor(
    private readonly service: ReopeningService,
    private readonly queries: ReopeningQueries,
  ) {}

  @Query(() => ReopeningConnection, { name: 'reopenings', description: 'Signed cards of a round that were to be marked anew.' })
  @Allow('round:manage')
  reopeningsOf(@CurrentActor() actor: Actor, @Args() args: ReopeningsArguments): Promise<Page<ReopeningRow>> {
    return this.queries.reopenings(actor, args);
  }

  @Query(() => [ScorecardVersionObject], { description: 'What you signed before on a card that was reopened or corrected.' })
  @Allow('scorecard:sign')
  scorecardVersions(@CurrentActor() judge: Actor, @Args() { scorecardId }: VersionsArguments): Promise<ScorecardVersionRow[]> {
    return this.queries.versions(judge, scorecardId);
  }

  @Mutation(() => RequestReopeningResult, { description: 'By the judge of the card, or by who runs the round.' })
  @Allow('self', 'scoring')
  @Refusable()
  requestReopening(@CurrentActor() actor: Actor, @Args('input') input: RequestReopeningInput): Promise<ReopeningRow> {
    return this.service.requestReopening(actor, input);
  }

  @Mutation(() => ApproveReopeningResult, { description: 'Not by who asked for it. The card is a draft again; what was signed is kept.' })
  @Allow('round:manage')
  @Refusable()
  approveReopening(@CurrentActor() actor: Actor, @Args('input') input: ApproveReopeningInput): Promise<ReopeningRow> {
    return this.service.approveReopening(actor, input);
  }

  @Mutation(() => RefuseReopeningResult, { description: 'The card stays as it was signed.' })
  @Allow('round:manage')
  @Refusable()
  refuseReopening(@CurrentActor() actor: Actor, @Args('input') input: RefuseReopeningInput): Promise<ReopeningRow> {
    return this.service.refuseReopening(actor, input);
  }

  @Mutation(() => WithdrawReopeningResult, { description: 'By who asked for it.' })
  @Allow('self', 'scoring')
  @Refusable()
  withdrawReopening(@CurrentActor() actor: Actor, @Args('input') input: WithdrawReopeningInput): Promise<ReopeningRow> {
    return this.service.withdrawReopening(actor, input);
  }
}
