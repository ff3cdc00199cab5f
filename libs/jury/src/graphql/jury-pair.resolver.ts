import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { JuryPairQueries, type JuryPairRow } from '../application/member/jury-pair.queries.js';
import { JuryPairService } from '../application/member/jury-pair.service.js';
import {
  JuryPairConnection,
  JuryPairObject,
  JuryPairsArguments,
  RemoveJuryPairInput,
  RemoveJuryPairResult,
  SetJuryPairInput,
  SetJuryPairResult,
} from './jury-pair.types.js';

@Resolver(() => JuryPairObject)
export class JuryPairResolver {
  constructor(
    private readonly service: JuryPairService,
    private readonly queries: JuryPairQueries,
  ) {}

  @Query(() => JuryPairConnection, { description: 'Which judges of a contest are not to sit together.' })
  @Allow('jury:manage')
  juryPairs(@CurrentActor() actor: Actor, @Args() args: JuryPairsArguments): Promise<Page<JuryPairRow>> {
    return this.queries.juryPairs(actor, args);
  }

  @Mutation(() => SetJuryPairResult, { description: 'Keeps two judges apart from the next assignment on.' })
  @Allow('jury:manage')
  @Refusable()
  setJuryPair(@CurrentActor() actor: Actor, @Args('input') input: SetJuryPairInput): Promise<JuryPairRow> {
    return this.service.setJuryPair(actor, input);
  }

  @Mutation(() => RemoveJuryPairResult, { description: 'Lets two judges judge the same initiative again.' })
  @Allow('jury:manage')
  @Refusable()
  removeJuryPair(@CurrentActor() actor: Actor, @Args('input') input: RemoveJuryPairInput): Promise<JuryPairRow> {
    return this.service.removeJuryPair(actor, input);
  }
}
