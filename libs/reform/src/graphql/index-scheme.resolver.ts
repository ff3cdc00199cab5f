import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { IndexSchemeQueries, type IndexSchemeRead } from '../application/index-scheme.queries.js';
import { IndexSchemeService } from '../application/index-scheme.service.js';
import {
  EditIndexSchemeInput,
  EditIndexSchemeResult,
  EnterIndexSchemeInput,
  EnterIndexSchemeResult,
  IndexSchemeObject,
  PutIndexSchemeInForceInput,
  PutIndexSchemeInForceResult,
} from './index-scheme.types.js';

@Resolver(() => IndexSchemeObject)
export class IndexSchemeResolver {
  constructor(
    private readonly service: IndexSchemeService,
    private readonly queries: IndexSchemeQueries,
  ) {}

  @Query(() => [IndexSchemeObject], { description: 'The schemes of the reform index of your office, the newest first.' })
  @Allow('index:read')
  indexSchemes(@CurrentActor() actor: Actor): Promise<IndexSchemeRead[]> {
    return this.queries.indexSchemes(actor);
  }

  @Query(() => IndexSchemeObject, { nullable: true, description: 'One of them; null where there is none that you read.' })
  @Allow('index:read')
  indexScheme(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<IndexSchemeRead | null> {
    return this.queries.indexScheme(actor, id);
  }

  @Mutation(() => EnterIndexSchemeResult, { description: 'Enters a scheme of the reform index as a draft, as a decision has it.' })
  @Allow('index:keep')
  @Refusable()
  async enterIndexScheme(@CurrentActor() actor: Actor, @Args('input') input: EnterIndexSchemeInput): Promise<IndexSchemeRead | null> {
    return this.queries.indexScheme(actor, (await this.service.enterIndexScheme(actor, input)).id);
  }

  @Mutation(() => EditIndexSchemeResult, { description: 'Writes a draft anew, with all of its criteria.' })
  @Allow('index:keep')
  @Refusable()
  async editIndexScheme(@CurrentActor() actor: Actor, @Args('input') input: EditIndexSchemeInput): Promise<IndexSchemeRead | null> {
    return this.queries.indexScheme(actor, (await this.service.editIndexScheme(actor, input)).id);
  }

  @Mutation(() => PutIndexSchemeInForceResult, {
    description: 'Puts a scheme in force, when its maxima add up: from then on nothing of it changes.',
  })
  @Allow('index:keep')
  @Refusable()
  async putIndexSchemeInForce(
    @CurrentActor() actor: Actor,
    @Args('input') input: PutIndexSchemeInForceInput,
  ): Promise<IndexSchemeRead | null> {
    return this.queries.indexScheme(actor, (await this.service.putIndexSchemeInForce(actor, input)).id);
  }
}
