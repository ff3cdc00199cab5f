import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public } from '#lib/platform';
import { type AgreementRow, type ContestResultRow, ResultQueries, type RoundResultRow } from '../application/result/result.queries.js';
import { PublicRankingQueries, type PublicRankingRow } from '../application/result/public-ranking.queries.js';
import { type FinalStandingRow, type StandingRow, StandingsQueries } from '../application/result/standings.queries.js';
import {
  AgreementArguments,
  AgreementObject,
  ContestResultObject,
  ContestResultsArguments,
  FinalStandingConnection,
  FinalStandingsArguments,
  PublicRankingArguments,
  PublicRankingConnection,
  RoundResultObject,
  RoundResultsArguments,
  StandingConnection,
  StandingObject,
  StandingsArguments,
} from './result.types.js';

@Resolver(() => StandingObject)
export class ResultResolver {
  constructor(
    private readonly standingsOf: StandingsQueries,
    private readonly results: ResultQueries,
    private readonly ranking: PublicRankingQueries,
  ) {}

  @Query(() => StandingConnection, { description: 'The standings of a round; none before it is closed.' })
  @Allow('standings:read')
  standings(@CurrentActor() actor: Actor, @Args() args: StandingsArguments): Promise<Page<StandingRow>> {
    return this.standingsOf.standings(actor, args);
  }

  @Query(() => FinalStandingConnection, { description: 'The result of a contest, after its last round.' })
  @Allow('standings:read')
  finalStandings(@CurrentActor() actor: Actor, @Args() args: FinalStandingsArguments): Promise<Page<FinalStandingRow>> {
    return this.standingsOf.final(actor, args);
  }

  @Query(() => PublicRankingConnection, {
    description: 'The final ranking of a published contest, where its rule book lets it be public; empty otherwise. Needs no account.',
  })
  @Public()
  publicRanking(@Args() args: PublicRankingArguments): Promise<Page<PublicRankingRow>> {
    return this.ranking.publicRanking(args);
  }

  @Query(() => [RoundResultObject], { description: 'The versions of the result of a round, the newest first; none before it is closed.' })
  @Allow('standings:read')
  roundResults(@CurrentActor() actor: Actor, @Args() args: RoundResultsArguments): Promise<RoundResultRow[]> {
    return this.results.roundResults(actor, args);
  }

  @Query(() => [ContestResultObject], { description: 'The versions of the result of a contest, the newest first.' })
  @Allow('standings:read')
  contestResults(@CurrentActor() actor: Actor, @Args() args: ContestResultsArguments): Promise<ContestResultRow[]> {
    return this.results.contestResults(actor, args);
  }

  @Query(() => AgreementObject, { nullable: true, description: 'How far the judges of a round agree; none before it is closed.' })
  @Allow('standings:read')
  agreement(@CurrentActor() actor: Actor, @Args() args: AgreementArguments): Promise<AgreementRow | null> {
    return this.results.agreement(actor, args);
  }
}
