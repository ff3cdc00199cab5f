import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Live, Refusable } from '#lib/platform';
import { ContestJudgingQueries, type ContestJudgingRow } from '../application/round/contest-judging.queries.js';
import { RoundQueries, type RoundRow } from '../application/round/round.queries.js';
import { RoundService } from '../application/round/round.service.js';
import {
  ContestArguments,
  ContestJudgingObject,
  MoveRoundDueInput,
  MoveRoundDueResult,
  OpenRoundInput,
  OpenRoundResult,
  PlanRoundsInput,
  PlanRoundsResult,
  RoundArguments,
  RoundObject,
} from './round.types.js';

@Resolver(() => RoundObject)
export class RoundResolver {
  constructor(
    private readonly rounds: RoundService,
    private readonly queries: RoundQueries,
    private readonly judging: ContestJudgingQueries,
  ) {}

  @Query(() => [RoundObject], { name: 'rounds', description: 'The rounds of a contest, in their order.' })
  @Allow('contest:read')
  roundsOf(@CurrentActor() actor: Actor, @Args() args: ContestArguments): Promise<RoundRow[]> {
    return this.queries.rounds(actor, args);
  }

  @Query(() => RoundObject, { nullable: true, description: 'A round of judging and how far it is; null where you may not see it.' })
  @Allow('contest:read')
  @Live<RoundArguments>(({ id }) => [`round:${id}`])
  round(@CurrentActor() actor: Actor, @Args() { id }: RoundArguments): Promise<RoundRow | null> {
    return this.queries.round(actor, id);
  }

  @Query(() => ContestJudgingObject, {
    nullable: true,
    description: 'What you may do for the judging of a contest as a whole; null where you may not see the contest.',
  })
  @Allow('contest:read')
  contestJudging(@CurrentActor() actor: Actor, @Args() { contestId }: ContestArguments): Promise<ContestJudgingRow | null> {
    return this.judging.contestJudging(actor, contestId);
  }

  @Mutation(() => PlanRoundsResult, {
    description: 'Makes the rounds of the rule book, so that judges can be assigned. Returns the first.',
  })
  @Allow('round:manage')
  @Refusable()
  planRounds(@CurrentActor() actor: Actor, @Args('input') input: PlanRoundsInput): Promise<RoundRow> {
    return this.rounds.planRounds(actor, input);
  }

  @Mutation(() => OpenRoundResult, { description: 'The first to open freezes the rule book.' })
  @Allow('round:manage')
  @Refusable()
  openRound(@CurrentActor() actor: Actor, @Args('input') input: OpenRoundInput): Promise<RoundRow> {
    return this.rounds.openRound(actor, input);
  }

  @Mutation(() => MoveRoundDueResult, {
    description: 'Gives a round another deadline, with a reason. Judges with unsigned cards are told, and reminded before it.',
  })
  @Allow('round:manage')
  @Refusable()
  moveRoundDue(@CurrentActor() actor: Actor, @Args('input') input: MoveRoundDueInput): Promise<RoundRow> {
    return this.rounds.moveRoundDue(actor, input);
  }
}
