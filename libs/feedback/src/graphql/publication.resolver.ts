import { Args, Query, Resolver } from '@nestjs/graphql';
import { LocalDateScalar, Public } from '#lib/platform';
import {
  type CitizensVoiceRead,
  PublicationQueries,
  type PublicRatingsRead,
  type PublicationRead,
} from '../application/publication.queries.js';
import { CitizensVoiceArguments, CitizensVoiceObject, PublicRatingsObject, RatingPublicationObject } from './publication.types.js';

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

  @Query(() => CitizensVoiceObject, {
    nullable: true,
    description:
      'What citizens said where an initiative is in use; null where its roll-out does not run on ratings, or nobody rated there. Needs no account.',
  })
  @Public()
  publicCitizensVoice(@Args() filter: CitizensVoiceArguments): Promise<CitizensVoiceRead | null> {
    return this.queries.publicCitizensVoice(filter);
  }
}
