import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type SignalBaseRead, SignalQueries, type SignalRead, type SignalTermsRead } from '../application/signal.queries.js';
import { SignalService } from '../application/signal.service.js';
import {
  CloseSignalInput,
  CloseSignalResult,
  RebaseSignalsInput,
  RebaseSignalsResult,
  SignalConnection,
  SignalObject,
  SignalTermsObject,
  SignalsArguments,
} from './signal.types.js';

@Resolver(() => SignalObject)
export class SignalResolver {
  constructor(
    private readonly service: SignalService,
    private readonly queries: SignalQueries,
  ) {}

  @Query(() => SignalConnection, {
    description: 'Signals of the units that you may read about or head, the latest week first.',
  })
  @Allow('self', 'feedback')
  signals(@CurrentActor() actor: Actor, @Args() filter: SignalsArguments): Promise<Page<SignalRead>> {
    return this.queries.signals(actor, filter);
  }

  @Query(() => SignalTermsObject, {
    description: 'What weeks are held against at the units that you may read about or head, and how often chance alone opens a signal.',
  })
  @Allow('self', 'feedback')
  signalTerms(@CurrentActor() actor: Actor): Promise<SignalTermsRead> {
    return this.queries.signalTerms(actor);
  }

  @Mutation(() => CloseSignalResult, { description: 'Closes a signal with what was found out.' })
  @Allow('signal:settle')
  @Refusable()
  async closeSignal(@CurrentActor() actor: Actor, @Args('input') input: CloseSignalInput): Promise<SignalRead | null> {
    return this.queries.signal(actor, (await this.service.closeSignal(actor, input)).id);
  }

  @Mutation(() => RebaseSignalsResult, { description: 'Takes the last twelve weeks that settled for usual from now on.' })
  @Allow('signal:settle')
  @Refusable()
  async rebaseSignals(@CurrentActor() actor: Actor, @Args('input') input: RebaseSignalsInput): Promise<SignalBaseRead | null> {
    return this.queries.signalBase(actor, (await this.service.rebaseSignals(actor, input)).id);
  }
}
