import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { CalendarQueries, type CalendarRead, type TermEnd } from '../application/calendar.queries.js';
import { CalendarService } from '../application/calendar.service.js';
import {
  ChangeWorkingCalendarInput,
  ChangeWorkingCalendarResult,
  EnterWorkingCalendarInput,
  EnterWorkingCalendarResult,
  TermEndArguments,
  TermEndObject,
  WorkingCalendarObject,
} from './calendar.types.js';

@Resolver(() => WorkingCalendarObject)
export class CalendarResolver {
  constructor(
    private readonly calendars: CalendarService,
    private readonly queries: CalendarQueries,
  ) {}

  @Query(() => [WorkingCalendarObject], { description: 'The days off of all years that have a list, the latest first. Needs no account.' })
  @Public()
  workingCalendars(@CurrentActor() actor: Actor | null): Promise<CalendarRead[]> {
    return this.queries.workingCalendars(actor);
  }

  @Query(() => TermEndObject, {
    nullable: true,
    description:
      'When a term ends, by the Civil Code and the working calendar. Refuses `CALENDAR_MISSING` for a year without a list. Needs no account.',
  })
  @Public()
  termEnd(@Args() { occurredOn, amount, countedIn }: TermEndArguments): Promise<TermEnd> {
    return this.queries.termEnd(occurredOn, { amount, countedIn });
  }

  @Mutation(() => EnterWorkingCalendarResult, { description: 'Enters the days off of a year, from its notice.' })
  @Allow('calendar:edit')
  @Refusable()
  async enterWorkingCalendar(@CurrentActor() actor: Actor, @Args('input') input: EnterWorkingCalendarInput): Promise<CalendarRead | null> {
    return this.queries.workingCalendar(actor, (await this.calendars.enterWorkingCalendar(actor, input)).id);
  }

  @Mutation(() => ChangeWorkingCalendarResult, { description: 'Writes the days off of a year anew, with the reason.' })
  @Allow('calendar:edit')
  @Refusable()
  async changeWorkingCalendar(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeWorkingCalendarInput,
  ): Promise<CalendarRead | null> {
    return this.queries.workingCalendar(actor, (await this.calendars.changeWorkingCalendar(actor, input)).id);
  }
}
