import { Args, Query, Resolver } from '@nestjs/graphql';
import { LocalDateScalar, Public } from '#lib/platform';
import { PublicationQueries, type PublicRatingsRead, type PublicationRead } from '../application/publication.queries.js';
import { PublicRatingsObject, RatingPublicationObject } from './publication.types.js';

@Resolver()
export class PublicationResolver {
  constructor(private readonly queries: PublicationQueries) {}

  @Query(() => [RatingPublicationObject], { description: 'The months whose ratings are published, the latest first. Needs no account.' })
  @Public()
  publicRatingMonths(): Promise<PublicationRead[]> {
    return this.queries.publicRatingMonths();
  }

  @Query(() => PublicRatingsObject, {
    nullable: true,
    description: 'The ratings of a month; null where they are not published. Needs no account.',
  })
  @Public()
  publicRatings(
    @Args('month', { type: () => LocalDateScalar, nullable: true, description: 'Its first day; left out: the latest that is published.' })
    month?: string | null,
  ): Promise<PublicRatingsRead | null> {
    return this.queries.publicRatings(month ?? null);
  }
}
