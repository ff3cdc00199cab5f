import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ExceptionQueries, type ExceptionRequestRow } from '../application/exception.queries.js';
import { ExceptionService } from '../application/exception.service.js';
import {
  ExceptionRequestConnection,
  ExceptionRequestObject,
  ExceptionRequestsArguments,
  RefuseExceptionInput,
  RefuseExceptionResult,
  RequestExceptionInput,
  RequestExceptionResult,
} from './exception.types.js';

/** Exceptions that communes ask for. */
@Resolver(() => ExceptionRequestObject)
export class ExceptionResolver {
  constructor(
    private readonly exceptions: ExceptionService,
    private readonly queries: ExceptionQueries,
  ) {}

  @Query(() => ExceptionRequestConnection, { description: 'To the office those it decides, to a commune its own; newest first.' })
  @Allow('rollout:read')
  exceptionRequests(@CurrentActor() actor: Actor, @Args() args: ExceptionRequestsArguments): Promise<Page<ExceptionRequestRow>> {
    return this.queries.exceptionRequests(actor, args);
  }

  @Mutation(() => RequestExceptionResult, { description: 'Asks that a closed period be opened for a commune.' })
  @Allow('adoption:report')
  @Refusable()
  async requestException(@CurrentActor() actor: Actor, @Args('input') input: RequestExceptionInput): Promise<ExceptionRequestRow | null> {
    return this.queries.exceptionRequest(actor, (await this.exceptions.requestException(actor, input)).id);
  }

  @Mutation(() => RefuseExceptionResult, { description: 'Refuses what a commune asked for; it is granted by `grantException`.' })
  @Allow('rollout:manage')
  @Refusable()
  async refuseException(@CurrentActor() actor: Actor, @Args('input') input: RefuseExceptionInput): Promise<ExceptionRequestRow | null> {
    return this.queries.exceptionRequest(actor, (await this.exceptions.refuseException(actor, input)).id);
  }
}
