import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ChairVoteQueries, type ChairVoteRow, type TiesRow } from '../application/result/chair-vote.queries.js';
import { ChairVoteService } from '../application/result/chair-vote.service.js';
import { CastChairVoteInput, CastChairVoteResult, ChairVoteObject, TiesToDecideObject } from './chair-vote.types.js';
import { ContestArguments } from '#lib/scoring';

@Resolver(() => ChairVoteObject)
export class ChairVoteResolver {
  constructor(
    private readonly votes: ChairVoteService,
    private readonly queries: ChairVoteQueries,
  ) {}

  @Query(() => TiesToDecideObject, { nullable: true, description: 'The ties that wait for you as the chair of the jury.' })
  @Allow('scorecard:sign')
  tiesToDecide(@CurrentActor() chair: Actor, @Args() { contestId }: ContestArguments): Promise<TiesRow | null> {
    return this.queries.tiesToDecide(chair, contestId);
  }

  @Query(() => [ChairVoteObject], { name: 'chairVotes', description: 'The votes of the chair in a contest, as they were cast.' })
  @Allow('standings:read')
  votesOf(@CurrentActor() actor: Actor, @Args() { contestId }: ContestArguments): Promise<ChairVoteRow[]> {
    return this.queries.chairVotes(actor, contestId);
  }

  @Mutation(() => CastChairVoteResult, { description: 'Parts those who share a rank; makes the next version of the result.' })
  @Allow('scorecard:sign')
  @Refusable()
  castChairVote(@CurrentActor() chair: Actor, @Args('input') input: CastChairVoteInput): Promise<ChairVoteRow> {
    return this.votes.castChairVote(chair, input);
  }
}
