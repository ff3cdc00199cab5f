import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, PageArguments, Refusable } from '#lib/platform';
import { AreaService } from '../application/area.service.js';
import { type AreaListed, type AreaRow } from '../application/contest.columns.js';
import { ContestQueries } from '../application/contest.queries.js';
import { CreateAreaInput, EditAreaInput } from './contest.inputs.js';
import { CreateAreaResult, EditAreaResult, ReformAreaConnection, ReformAreaObject } from './contest.types.js';

@Resolver(() => ReformAreaObject)
export class AreaResolver {
  constructor(
    private readonly service: AreaService,
    private readonly queries: ContestQueries,
  ) {}

  @Query(() => ReformAreaConnection, { description: 'The list that contests choose their areas from.' })
  @Allow('contest:read')
  reformAreas(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<AreaListed>> {
    return this.queries.areas(actor, page);
  }

  @Mutation(() => CreateAreaResult, { description: 'Adds a reform area to the list that contests choose from.' })
  @Allow('contest:edit')
  @Refusable()
  async createArea(@CurrentActor() actor: Actor, @Args('input') input: CreateAreaInput): Promise<AreaRow | null> {
    return this.queries.area(actor, (await this.service.createArea(actor, input)).id);
  }

  @Mutation(() => EditAreaResult, { description: 'Renames an area, or retires it from later contests. For who acts for its owner.' })
  @Allow('contest:edit')
  @Refusable()
  async editArea(@CurrentActor() actor: Actor, @Args('input') input: EditAreaInput): Promise<AreaRow | null> {
    return this.queries.area(actor, (await this.service.editArea(actor, input)).id);
  }
}
