import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { NameLookQueries, type NameLookRow } from '../application/names/name-look.queries.js';
import { NamesService } from '../application/names/names.service.js';
import { DecideNamesInput, DecideNamesResult, NameLookConnection, NameLookObject, NameLooksArguments } from './names.types.js';

@Resolver(() => NameLookObject)
export class NamesResolver {
  constructor(
    private readonly service: NamesService,
    private readonly queries: NameLookQueries,
  ) {}

  @Query(() => NameLookConnection, {
    description: 'Where the eligible initiatives of a contest with anonymous rounds say whose they are. None where it has no such round.',
  })
  @Allow('round:manage')
  nameLooks(@CurrentActor() actor: Actor, @Args() args: NameLooksArguments): Promise<Page<NameLookRow>> {
    return this.queries.nameLooks(actor, args);
  }

  @Mutation(() => DecideNamesResult, { description: 'What judges of anonymous rounds read of an initiative that says whose it is.' })
  @Allow('round:manage')
  @Refusable()
  decideNames(@CurrentActor() actor: Actor, @Args('input') input: DecideNamesInput): Promise<NameLookRow> {
    return this.service.decideNames(actor, input);
  }
}
