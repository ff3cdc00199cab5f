import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type SeatRow } from '../application/contest.columns.js';
import { ContestQueries } from '../application/contest.queries.js';
import { SeatService } from '../application/seat.service.js';
import { EndSeatInput, SeatPersonInput } from './contest.inputs.js';
import { EndSeatResult, SeatObject, SeatPersonResult } from './contest.types.js';

@Resolver(() => SeatObject)
export class SeatResolver {
  constructor(
    private readonly seats: SeatService,
    private readonly queries: ContestQueries,
  ) {}

  @Mutation(() => SeatPersonResult, { description: 'Gives somebody a seat in the contest.' })
  @Allow('seat:manage')
  @Refusable()
  async seatPerson(@CurrentActor() actor: Actor, @Args('input') input: SeatPersonInput): Promise<SeatRow | null> {
    return this.queries.seat(actor, (await this.seats.seat(actor, input)).id);
  }

  @Mutation(() => EndSeatResult, { description: 'Ends a seat in the contest, with a reason.' })
  @Allow('seat:manage')
  @Refusable()
  async endSeat(@CurrentActor() actor: Actor, @Args('input') input: EndSeatInput): Promise<SeatRow | null> {
    return this.queries.seat(actor, (await this.seats.endSeat(actor, input)).id);
  }
}
