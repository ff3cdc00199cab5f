import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { UndeliveredQueries, type UndeliveredRead } from '../application/undelivered.queries.js';
import { UndeliveredService } from '../application/undelivered.service.js';
import {
  DiscardUndeliveredInput,
  RetryUndeliveredInput,
  UndeliveredArguments,
  UndeliveredConnection,
  UndeliveredObject,
  UndeliveredResult,
} from './undelivered.types.js';

@Resolver(() => UndeliveredObject)
export class UndeliveredResolver {
  constructor(
    private readonly queries: UndeliveredQueries,
    private readonly service: UndeliveredService,
  ) {}

  @Query(() => UndeliveredConnection, {
    description: 'What did not get through and mails that wait; for the administrators of the host.',
  })
  @Allow('delivery:manage')
  undelivered(@CurrentActor() actor: Actor, @Args() filter: UndeliveredArguments): Promise<Page<UndeliveredRead>> {
    return this.queries.undelivered(actor, filter);
  }

  @Mutation(() => UndeliveredResult, { description: 'Has it tried again from the beginning.' })
  @Allow('delivery:manage')
  @Refusable()
  retryUndelivered(@CurrentActor() actor: Actor, @Args('input') input: RetryUndeliveredInput): Promise<UndeliveredRead> {
    return this.service.retryUndelivered(actor, input);
  }

  @Mutation(() => UndeliveredResult, { description: 'Gives it up for good, with the reason.' })
  @Allow('delivery:manage')
  @Refusable()
  discardUndelivered(@CurrentActor() actor: Actor, @Args('input') input: DiscardUndeliveredInput): Promise<UndeliveredRead> {
    return this.service.discardUndelivered(actor, input);
  }
}
