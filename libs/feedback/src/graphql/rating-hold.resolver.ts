import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { RatingHoldQueries, type RatingHoldRead } from '../application/rating-hold.queries.js';
import { RatingReviewService } from '../application/rating-review.service.js';
import {
  DecideRatingsInput,
  DecideRatingsResult,
  RatingHoldConnection,
  RatingHoldObject,
  RatingHoldsArguments,
} from './rating-hold.types.js';

@Resolver(() => RatingHoldObject)
export class RatingHoldResolver {
  constructor(
    private readonly service: RatingReviewService,
    private readonly queries: RatingHoldQueries,
  ) {}

  @Query(() => RatingHoldConnection, {
    description: 'Ratings that are or were held in the units for which you decide on them, the latest day first.',
  })
  @Allow('rating:review')
  ratingHolds(@CurrentActor() actor: Actor, @Args() filter: RatingHoldsArguments): Promise<Page<RatingHoldRead>> {
    return this.queries.ratingHolds(actor, filter);
  }

  @Mutation(() => DecideRatingsResult, { description: 'Counts all that is held of a counter’s day, or leaves it out.' })
  @Allow('rating:review')
  @Refusable()
  async decideRatings(@CurrentActor() actor: Actor, @Args('input') input: DecideRatingsInput): Promise<RatingHoldRead | null> {
    return this.queries.ratingHold(actor, (await this.service.decideRatings(actor, input)).id);
  }
}
