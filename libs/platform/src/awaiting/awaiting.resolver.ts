import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '../guard/allow.js';
import { Live } from '../live/live.js';
import { type AwaitedRead, AwaitingQueries } from './awaiting.queries.js';
import { AwaitedConnection, AwaitedObject, AwaitingArguments } from './awaiting.types.js';

@Resolver(() => AwaitedObject)
export class AwaitingResolver {
  constructor(private readonly queries: AwaitingQueries) {}

  @Query(() => AwaitedConnection, { description: 'What waits for you, what is due first in front; the total is what the bell shows.' })
  @Allow('self', 'notice')
  @Live((_, { id }) => [`person:${id}`, `acted:${id}`])
  awaiting(@CurrentActor() actor: Actor, @Args() filter: AwaitingArguments): Promise<Page<AwaitedRead>> {
    return this.queries.awaiting(actor, filter);
  }
}
