import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, Refusable } from '#lib/platform';
import { LicenceQueries, type LicenceRead } from '../application/licence.queries.js';
import { ReminderLettersService } from '../application/reminder-letters.service.js';
import { type ReminderDayRead, ReminderQueries, type ReminderRead } from '../application/reminder.queries.js';
import { ReminderService } from '../application/reminder.service.js';
import {
  OptOutOfRemindersInput,
  OptOutOfRemindersResult,
  RecordCallInput,
  RecordCallResult,
  RecordReturnedInput,
  RecordReturnedResult,
  RecordSentInput,
  RecordSentResult,
  ReminderConnection,
  ReminderDayObject,
  ReminderLettersArguments,
  ReminderObject,
  RemindersArguments,
  ResumeRemindersInput,
  ResumeRemindersResult,
  SnoozeReminderInput,
  SnoozeReminderResult,
} from './reminder.types.js';

@Resolver(() => ReminderObject)
export class ReminderResolver {
  constructor(
    private readonly service: ReminderService,
    private readonly queries: ReminderQueries,
    private readonly licences: LicenceQueries,
    private readonly letters: ReminderLettersService,
  ) {}

  @Query(() => ReminderConnection, { description: 'Reminders of the licences that you may read of, what is due first first.' })
  @Allow('licence:read')
  reminders(@CurrentActor() actor: Actor, @Args() filter: RemindersArguments): Promise<Page<ReminderRead>> {
    return this.queries.reminders(actor, filter);
  }

  @Query(() => ReminderDayObject, { nullable: true, description: 'What there is to do for a unit today; null for one out of your reach.' })
  @Allow('licence:read')
  reminderDay(@CurrentActor() actor: Actor, @Args('unitId', { type: () => ID }) unitId: string): Promise<ReminderDayRead | null> {
    return this.queries.reminderDay(actor, unitId);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description:
      'A signed address to save letters to holders from, one PDF, good for five minutes; each letter has a link of its own. Null where none of them waits for you.',
  })
  @Allow('licence:edit')
  reminderLetters(@CurrentActor() actor: Actor, @Args() order: ReminderLettersArguments): Promise<FileLink | null> {
    return this.letters.reminderLetters(actor, order);
  }

  @Mutation(() => RecordCallResult, { description: 'Records what came of a call to the holder.' })
  @Allow('licence:edit')
  @Refusable()
  async recordCall(@CurrentActor() actor: Actor, @Args('input') input: RecordCallInput): Promise<ReminderRead | null> {
    return this.queries.reminder(actor, (await this.service.recordCall(actor, input)).id);
  }

  @Mutation(() => RecordSentResult, { description: 'Records that letters were posted, or short messages handed to who sends them.' })
  @Allow('licence:edit')
  @Refusable()
  async recordSent(@CurrentActor() actor: Actor, @Args('input') input: RecordSentInput): Promise<ReminderDayRead | null> {
    return this.queries.reminderDay(actor, await this.service.recordSent(actor, input));
  }

  @Mutation(() => RecordReturnedResult, { description: 'Records that a letter, mail or message did not arrive; it waits for another way.' })
  @Allow('licence:edit')
  @Refusable()
  async recordReturned(@CurrentActor() actor: Actor, @Args('input') input: RecordReturnedInput): Promise<ReminderRead | null> {
    return this.queries.reminder(actor, (await this.service.recordReturned(actor, input)).id);
  }

  @Mutation(() => SnoozeReminderResult, { description: 'Puts a reminder off until a later day, with a reason.' })
  @Allow('licence:edit')
  @Refusable()
  async snoozeReminder(@CurrentActor() actor: Actor, @Args('input') input: SnoozeReminderInput): Promise<ReminderRead | null> {
    return this.queries.reminder(actor, (await this.service.snoozeReminder(actor, input)).id);
  }

  @Mutation(() => OptOutOfRemindersResult, { description: 'Records that a holder wants no more reminders.' })
  @Allow('licence:edit')
  @Refusable()
  async optOutOfReminders(@CurrentActor() actor: Actor, @Args('input') input: OptOutOfRemindersInput): Promise<LicenceRead | null> {
    return this.licences.licence(actor, (await this.service.optOutOfReminders(actor, input)).id);
  }

  @Mutation(() => ResumeRemindersResult, {
    description: 'Records that a holder wants reminders again, by their telephone number and address too.',
  })
  @Allow('licence:edit')
  @Refusable()
  async resumeReminders(@CurrentActor() actor: Actor, @Args('input') input: ResumeRemindersInput): Promise<LicenceRead | null> {
    return this.licences.licence(actor, (await this.service.resumeReminders(actor, input)).id);
  }
}
