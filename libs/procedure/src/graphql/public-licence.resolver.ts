import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { CurrentActor, Public, Refusable } from '#lib/platform';
import { type PublicLicenceRead, ReminderQueries } from '../application/reminder.queries.js';
import { ReminderService } from '../application/reminder.service.js';
import { LeaveRemindersInput, LeaveRemindersResult, PublicLicenceObject } from './reminder.types.js';

/** Behind the link of a letter; there is no register to look in. */
@Resolver(() => PublicLicenceObject)
export class PublicLicenceResolver {
  constructor(
    private readonly service: ReminderService,
    private readonly queries: ReminderQueries,
  ) {}

  @Query(() => PublicLicenceObject, {
    nullable: true,
    description: 'The licence that a letter is about; null where its link is none. Needs no account.',
  })
  @Public()
  publicLicence(@Args('link', { description: 'The end of the address in the letter.' }) link: string): Promise<PublicLicenceRead | null> {
    return this.queries.publicLicence(link);
  }

  @Mutation(() => LeaveRemindersResult, { description: 'Asks for no more reminders, by the link of a letter. Needs no account.' })
  @Public()
  @Refusable()
  async leaveReminders(@CurrentActor() actor: Actor, @Args('input') input: LeaveRemindersInput): Promise<PublicLicenceRead | null> {
    return this.queries.publicLicenceOf(actor, await this.service.leaveReminders(input));
  }
}
