import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, Public, Refusable } from '#lib/platform';
import { CounterQueries, type CounterRead, type PublicCounterRead } from '../application/counter.queries.js';
import { CounterService } from '../application/counter.service.js';
import {
  CloseCounterInput,
  CloseCounterResult,
  CounterConnection,
  CounterObject,
  CounterSheetArguments,
  CountersArguments,
  EditCounterInput,
  EditCounterResult,
  OpenCounterInput,
  OpenCounterResult,
  PublicCounterObject,
} from './counter.types.js';

@Resolver(() => CounterObject)
export class CounterResolver {
  constructor(
    private readonly service: CounterService,
    private readonly queries: CounterQueries,
  ) {}

  @Query(() => CounterConnection, { description: 'Counters of the units that you may read about, sorted by name.' })
  @Allow('counter:read')
  counters(@CurrentActor() actor: Actor, @Args() filter: CountersArguments): Promise<Page<CounterRead>> {
    return this.queries.counters(actor, filter);
  }

  @Query(() => CounterObject, { nullable: true, description: 'A counter; null where there is none for you.' })
  @Allow('counter:read')
  counter(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<CounterRead | null> {
    return this.queries.counter(actor, id);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description:
      'A signed address to save what hangs at a counter from, a PDF with its code, good for five minutes; null where there is none for you.',
  })
  @Allow('counter:read')
  counterSheet(@CurrentActor() actor: Actor, @Args() { counterId, paper }: CounterSheetArguments): Promise<FileLink | null> {
    return this.queries.counterSheet(actor, counterId, paper);
  }

  @Query(() => PublicCounterObject, { nullable: true, description: 'The counter of a code; null where there is none. Needs no account.' })
  @Public()
  publicCounter(
    @Args('counterCode', { description: 'As it stands under the picture; case aside.' }) counterCode: string,
  ): Promise<PublicCounterRead | null> {
    return this.queries.publicCounter(counterCode);
  }

  @Mutation(() => OpenCounterResult, { description: 'Opens a counter, with a code of its own.' })
  @Allow('counter:manage')
  @Refusable()
  async openCounter(@CurrentActor() actor: Actor, @Args('input') input: OpenCounterInput): Promise<CounterRead | null> {
    return this.queries.counter(actor, (await this.service.openCounter(actor, input)).id);
  }

  @Mutation(() => EditCounterResult, { description: 'Says anew what a counter is called and what is done there; its code stays.' })
  @Allow('counter:manage')
  @Refusable()
  async editCounter(@CurrentActor() actor: Actor, @Args('input') input: EditCounterInput): Promise<CounterRead | null> {
    return this.queries.counter(actor, (await this.service.editCounter(actor, input)).id);
  }

  @Mutation(() => CloseCounterResult, { description: 'Closes a counter for good, as of its last day.' })
  @Allow('counter:manage')
  @Refusable()
  async closeCounter(@CurrentActor() actor: Actor, @Args('input') input: CloseCounterInput): Promise<CounterRead | null> {
    return this.queries.counter(actor, (await this.service.closeCounter(actor, input)).id);
  }
}
