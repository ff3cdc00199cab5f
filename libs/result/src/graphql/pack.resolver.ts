import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, RefusableInSteps } from '#lib/platform';
import { PackQueries, type PublicResultPackRow, type ResultPackRow } from '../application/pack/pack.queries.js';
import { PackService } from '../application/pack/pack.service.js';
import {
  MakeResultPackInput,
  MakeResultPackResult,
  PublicResultPackObject,
  ResultPackConnection,
  ResultPackObject,
  ResultPacksArguments,
} from './pack.types.js';
import { ContestArguments } from '#lib/scoring';

@Resolver(() => ResultPackObject)
export class PackResolver {
  constructor(
    private readonly packs: PackService,
    private readonly queries: PackQueries,
  ) {}

  @Query(() => ResultPackConnection, { description: 'The result packs of a contest, newest first: one for every version of its result.' })
  @Allow('standings:read')
  resultPacks(@CurrentActor() actor: Actor, @Args() args: ResultPacksArguments): Promise<Page<ResultPackRow>> {
    return this.queries.resultPacks(actor, args);
  }

  @Query(() => PublicResultPackObject, {
    nullable: true,
    description: 'The newest result pack of a published contest whose rule book gives it to everyone; else nothing.',
  })
  @Public()
  publicResultPack(@CurrentActor() actor: Actor | null, @Args() { contestId }: ContestArguments): Promise<PublicResultPackRow | null> {
    return this.queries.publicResultPack(actor, contestId);
  }

  @Mutation(() => MakeResultPackResult, {
    description:
      'Makes the result pack of what is closed, where no closing or correction has. Returns the newest where nothing has changed.',
  })
  @Allow('round:manage')
  @RefusableInSteps()
  makeResultPack(@CurrentActor() actor: Actor, @Args('input') input: MakeResultPackInput): Promise<ResultPackRow> {
    return this.packs.makeResultPack(actor, input);
  }
}
