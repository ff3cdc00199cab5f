import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CountArguments, CurrentActor, Refusable } from '#lib/platform';
import { type PrizeCount, PrizeCountQueries } from '../application/prize-counts.queries.js';
import { AwardPaymentService } from '../application/award-payment.service.js';
import { type RegisteredAwardRow, WinnerQueries } from '../application/winner.queries.js';
import { PrizeCountObject } from './prize-counts.js';
import {
  AwardRegisterArguments,
  RecordAwardPaymentInput,
  RecordAwardPaymentResult,
  RegisteredAwardConnection,
  RegisteredAwardObject,
} from './register.types.js';

@Resolver(() => RegisteredAwardObject)
export class RegisterResolver {
  constructor(
    private readonly winners: WinnerQueries,
    private readonly payments: AwardPaymentService,
    private readonly counts: PrizeCountQueries,
  ) {}

  @Query(() => RegisteredAwardConnection, { description: 'The published prizes of your contests, with what was paid and when.' })
  @Allow('award:record')
  awardRegister(@CurrentActor() actor: Actor, @Args() filter: AwardRegisterArguments): Promise<Page<RegisteredAwardRow>> {
    return this.winners.register(actor, filter, filter);
  }

  @Query(() => [PrizeCountObject], { description: 'Counts of published prizes.' })
  @Allow('award:read')
  prizeCounts(@Args() args: CountArguments): Promise<PrizeCount[]> {
    return this.counts.prizeCounts(args);
  }

  @Mutation(() => RecordAwardPaymentResult, { description: 'That the money of a published prize was paid; again, to put a mistake right.' })
  @Allow('award:record')
  @Refusable()
  async recordAwardPayment(@CurrentActor() actor: Actor, @Args('input') input: RecordAwardPaymentInput): Promise<RegisteredAwardRow> {
    return this.winners.registered(actor, await this.payments.recordAwardPayment(actor, input));
  }
}
