import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { RoundClosingService } from '../application/round/round-closing.service.js';
import { RoundQueries, type RoundRow } from '../application/round/round.queries.js';
import { RoundService } from '../application/round/round.service.js';
import { type FinalStandingRow, type StandingRow, StandingsQueries } from '../application/result/standings.queries.js';
import {
  CloseRoundInput,
  CloseRoundResult,
  ContestArguments,
  FinalStandingConnection,
  FinalStandingsArguments,
  OpenRoundInput,
  OpenRoundResult,
  PlanRoundsInput,
  PlanRoundsResult,
  RoundArguments,
  RoundObject,
  StandingConnection,
  StandingsArguments,
} from './round.types.js';

@Resolver(() => RoundObject)
export class RoundResolver {
  constructor(
    private readonly rounds: RoundService,
    private readonly closing: RoundClosingService,
    private readonly queries: RoundQueries,
    private readonly results: StandingsQueries,
  ) {}

  @Query(() => [RoundObject], { name: 'rounds', description: 'The rounds of a contest, in their order.' })
  @Allow('contest:read')
  roundsOf(@CurrentActor() actor: Actor, @Args() args: ContestArguments): Promise<RoundRow[]> {
    return this.queries.rounds(actor, args);
  }

  @Query(() => RoundObject, { nullable: true })
  @Allow('contest:read')
  round(@CurrentActor() actor: Actor, @Args() { id }: RoundArguments): Promise<RoundRow | null> {
    return this.queries.round(actor, id);
  }

  @Query(() => StandingConnection, { description: 'The standings of a round; none before it is closed.' })
  @Allow('standings:read')
  standings(@CurrentActor() actor: Actor, @Args() args: StandingsArguments): Promise<Page<StandingRow>> {
    return this.results.standings(actor, args);
  }

  @Query(() => FinalStandingConnection, { description: 'The result of a contest, after its last round.' })
  @Allow('standings:read')
  finalStandings(@CurrentActor() actor: Actor, @Args() args: FinalStandingsArguments): Promise<Page<FinalStandingRow>> {
    return this.results.final(actor, args);
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

  @Mutation(() => CloseRoundResult, {
    description: 'Where first cards diverge, the round stays settling until the further judges have signed; then close it again.',
  })
  @Allow('round:manage')
  @Refusable()
  closeRound(@CurrentActor() actor: Actor, @Args('input') input: CloseRoundInput): Promise<RoundRow> {
    return this.closing.closeRound(actor, input);
  }
}
