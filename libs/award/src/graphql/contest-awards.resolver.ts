import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, type Reason, WhyNotField } from '#lib/platform';
import { ContestAwardsQueries, type ContestAwardsRow } from '../application/contest-awards.queries.js';

@ObjectType('ContestAwards', {
  description: 'What you may do towards the prizes of a contest, whether or not there is a list of them yet.',
})
export class ContestAwardsObject implements ContestAwardsRow {
  @Field(() => ID, { description: "The contest's." }) id!: string;
  @Field({ description: 'Whether you may have the list drawn up from the standings, or anew where these have changed.' })
  canPropose!: boolean;
  @WhyNotField('Why no list is drawn up now, to who draws it up.') whyNotPropose!: Reason;
  @Field({ description: 'Whether you may record its prizes from the decision: it is a contest of before the platform, without any yet.' })
  canRecord!: boolean;
}

@Resolver(() => ContestAwardsObject)
export class ContestAwardsResolver {
  constructor(private readonly queries: ContestAwardsQueries) {}

  @Query(() => ContestAwardsObject, {
    nullable: true,
    description: 'What you may do towards the prizes of a contest; null where you may not see the contest.',
  })
  @Allow('award:read')
  contestAwards(@CurrentActor() actor: Actor, @Args('contestId', { type: () => ID }) contestId: string): Promise<ContestAwardsRow | null> {
    return this.queries.contestAwards(actor, contestId);
  }
}
