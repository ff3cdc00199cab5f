import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '#lib/platform';
import { type CommentRead, RatingQueries, type RatingWeekRead } from '../application/rating.queries.js';
import { RatingCommentConnection, RatingCommentsArguments, RatingWeekArguments, RatingWeekObject } from './rating.types.js';

@Resolver()
export class RatingResolver {
  constructor(private readonly queries: RatingQueries) {}

  @Query(() => RatingWeekObject, { nullable: true, description: 'The ratings of a week by unit and field; null before the week is over.' })
  @Allow('rating:read')
  ratingWeek(@CurrentActor() actor: Actor, @Args() { day }: RatingWeekArguments): Promise<RatingWeekRead | null> {
    return this.queries.ratingWeek(actor, day);
  }

  @Query(() => RatingCommentConnection, {
    description:
      'What citizens wrote, from the next working day on, the latest week first and within it in no order. Refuses `CALENDAR_MISSING` for a year without a list.',
  })
  @Allow('comment:read')
  ratingComments(@CurrentActor() actor: Actor, @Args() filter: RatingCommentsArguments): Promise<Page<CommentRead>> {
    return this.queries.ratingComments(actor, filter);
  }
}
