import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { HoldQueries, type HoldRead } from '../application/hold.queries.js';
import { HoldService } from '../application/hold.service.js';
import { EndHoldInput, EndHoldResult, HoldConnection, HoldObject, HoldsArguments, PlaceHoldInput, PlaceHoldResult } from './hold.types.js';

@Resolver(() => HoldObject)
export class HoldResolver {
  constructor(
    private readonly service: HoldService,
    private readonly queries: HoldQueries,
  ) {}

  @Query(() => HoldConnection, { description: 'Whose titles wait. None that is about yourself.' })
  @Allow('hold:read')
  holds(@CurrentActor() actor: Actor, @Args() args: HoldsArguments): Promise<Page<HoldRead>> {
    return this.queries.holds(actor, args);
  }

  @Mutation(() => PlaceHoldResult, { description: 'Has titles of somebody wait. Nobody is told.' })
  @Allow('hold:manage')
  @Refusable()
  async placeHold(@CurrentActor() actor: Actor, @Args('input') input: PlaceHoldInput): Promise<HoldRead | null> {
    return this.queries.hold(actor, (await this.service.placeHold(actor, input)).id);
  }

  @Mutation(() => EndHoldResult, { description: 'Ends a hold. Nobody is told.' })
  @Allow('hold:manage')
  @Refusable()
  async endHold(@CurrentActor() actor: Actor, @Args('input') input: EndHoldInput): Promise<HoldRead | null> {
    return this.queries.hold(actor, (await this.service.endHold(actor, input)).id);
  }
}
