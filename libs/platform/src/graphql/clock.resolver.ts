import { Query, Resolver } from '@nestjs/graphql';
import { Clock } from '#lib/kernel';
import { Public } from '../guard/allow.js';

@Resolver()
export class ClockResolver {
  constructor(private readonly clock: Clock) {}

  @Query(() => Date, {
    description: 'The clock that deadlines go by. A page counts down by it, and not by the clock of the machine it is read on.',
  })
  @Public()
  serverTime(): Date {
    return this.clock.now();
  }
}
