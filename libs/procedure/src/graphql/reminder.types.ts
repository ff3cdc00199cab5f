import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type PublicLicenceRead, type ReminderDayRead, type ReminderRead } from '../application/reminder.queries.js';
import { CALL_OUTCOMES, type CallOutcome, OPT_OUT_SCOPES, type OptOutScope, type SentChannel } from '../application/reminder.service.js';
import { REMINDER_WORDINGS, type ReminderWording } from '../domain/licence-dates.js';
import { REMINDER_CHANNELS, REMINDER_STATES, type ReminderChannel, type ReminderState } from '../domain/reminder.entity.js';
import { LicenceKindNameObject, LicenceNameObject, ProcedureNameObject } from './names.types.js';
import { LicenceObject } from './licence.types.js';

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

const ReminderStateEnum = enumOf(REMINDER_STATES);
registerEnumType(ReminderStateEnum, { name: 'ReminderState', description: 'What became of a reminder.' });
const ReminderChannelEnum = enumOf(REMINDER_CHANNELS);
registerEnumType(ReminderChannelEnum, { name: 'ReminderChannel', description: 'By which way a holder is told.' });
const ReminderWordingEnum = enumOf(REMINDER_WORDINGS);
registerEnumType(ReminderWordingEnum, { name: 'ReminderWording', description: 'What a reminder says.' });
const CallOutcomeEnum = enumOf(CALL_OUTCOMES);
registerEnumType(CallOutcomeEnum, { name: 'CallOutcome', description: 'What came of a call.' });
const OptOutScopeEnum = enumOf(OPT_OUT_SCOPES);
registerEnumType(OptOutScopeEnum, { name: 'OptOutScope', description: 'Of which licences somebody wants no reminders.' });
const SENT_CHANNELS: readonly SentChannel[] = ['LETTER', 'SMS'];
const SentChannelEnum = enumOf(SENT_CHANNELS);
registerEnumType(SentChannelEnum, { name: 'SentChannel', description: 'What is sent from outside the platform.' });

/** Of one PDF, and of one act. */
const MOST_AT_ONCE = 200;

@ObjectType('Reminder', { description: 'That the holder of a licence is told of its end, once for each step.' })
export class ReminderObject implements ReminderRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => LicenceNameObject, { description: 'The licence whose end it is about.' }) licence!: LicenceNameObject;
  @Field(() => LicenceKindNameObject, { description: 'Of which kind the licence is.' }) kind!: LicenceKindNameObject;
  @Field({ description: 'The business that holds it.' }) holder!: string;
  @Field(() => UnitNameObject, { description: 'The unit that keeps the licence.' }) unit!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'Who speaks for the holder; none where it is not known, or not for you.' })
  contact!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone; none where it is not known, or not for you.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail; none where it is not known, or not for you.' }) email!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the business; none where it is not known, or not for you.' }) address!:
    string | null;
  @Field(() => LocalDateScalar, { description: 'The end that it is about.' }) expiresOn!: string;
  @Field(() => LocalDateScalar, { description: 'The last day to file the renewal.' }) fileBy!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last working day up to then; none: it is not known yet.' }) safeOn!:
    string | null;
  @Field(() => Int, { nullable: true, description: 'So many days before the last day to file; none: it is of after that day.' })
  daysBefore!: number | null;
  @Field(() => ReminderWordingEnum, { description: 'What it says.' }) wording!: ReminderWording;
  @Field(() => LocalDateScalar, { description: 'The working day on which it is made.' }) dueOn!: string;
  @Field({ description: 'Whether it came onto the list after that day.' }) late!: boolean;
  @Field(() => ReminderChannelEnum, { nullable: true, description: 'By which way; none: it has not come yet.' })
  channel!: ReminderChannel | null;
  @Field(() => ReminderStateEnum, { description: 'What became of it.' }) state!: ReminderState;
  @Field(() => Int, { description: 'Tries that reached nobody.' }) attempts!: number;
  @Field(() => Date, { nullable: true, description: 'When its state last changed; none: it is planned.' }) at!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who called or sent it; none: the system, or nobody yet.' }) byName!: string | null;
  @Field({ description: 'What a short message says, without marks, in 160 characters.' }) smsText!: string;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether you may call, send or put it off now.' }) canAct!: boolean;
  @Field({ description: 'Whether you may say that it did not arrive.' }) canReturn!: boolean;
}

@ObjectType('ReminderDay', { description: 'How much there is to do for the reminders of a unit today.' })
export class ReminderDayObject implements ReminderDayRead {
  @Field(() => ID, { description: 'The unit.' }) id!: string;
  @Field(() => Int, { description: 'Holders to call.' }) toCall!: number;
  @Field(() => Int, { description: 'Letters to print.' }) toPost!: number;
  @Field(() => Int, { description: 'Mails on their way.' }) toMail!: number;
  @Field(() => Int, { description: 'What reached nobody and needs another way.' }) failed!: number;
  @Field(() => Int, { description: 'What was done today.' }) doneToday!: number;
}

@ObjectType('PublicLicence', { description: 'What who has a letter in hand reads of the licence.' })
export class PublicLicenceObject implements PublicLicenceRead {
  @Field(() => ID, { description: 'What its link is called; nobody finds the link by it.' }) id!: string;
  @Field(() => LicenceKindNameObject, { description: 'Of which kind it is.' }) kind!: LicenceKindNameObject;
  @Field({ description: 'The end of its number.' }) lastFour!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; none: it has no end.' }) expiresOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day to file the renewal; none: it is not known.' }) fileBy!:
    string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last working day up to then; none: it is not known yet.' }) safeOn!:
    string | null;
  @Field(() => UnitNameObject, { description: 'Where the renewal is filed.' }) unit!: UnitNameObject;
  @Field(() => ProcedureNameObject, { nullable: true, description: 'The procedure of its renewal; none: it is not in the catalogue.' })
  procedure!: ProcedureNameObject | null;
  @Field({ description: 'Whether it was renewed or has ended.' }) over!: boolean;
  @Field({ description: 'Whether its holder wants no reminders.' }) wantsNone!: boolean;
  @Field() illustrative!: boolean;
}

export const ReminderConnection = connectionOf('Reminder', ReminderObject);

@ArgsType()
export class RemindersArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this licence alone.' }) @IsOptional() @IsUUID() licenceId?: string | null;
  @Field(() => ReminderChannelEnum, { nullable: true, description: 'By this way alone.' })
  @IsOptional()
  @IsIn(REMINDER_CHANNELS)
  channel?: ReminderChannel | null;
  @Field(() => ReminderStateEnum, { nullable: true, description: 'In this state alone.' })
  @IsOptional()
  @IsIn(REMINDER_STATES)
  state?: ReminderState | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone that wait for somebody.' }) @IsOptional() @IsBoolean() waiting?:
    boolean | null;
}

@ArgsType()
export class ReminderLettersArguments {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => [ID], { description: 'Those that are printed: up to 200.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsUUID(undefined, { each: true })
  reminderIds!: string[];
}

@InputType({ isAbstract: true })
abstract class OfReminder extends MutationInput {
  @Field(() => ID, { description: 'Which reminder.' }) @IsUUID() reminderId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class RecordCallInput extends OfReminder {
  @Field(() => CallOutcomeEnum, { description: 'What came of it.' }) @IsIn(CALL_OUTCOMES) outcome!: CallOutcome;
}

@InputType()
export class RecordReturnedInput extends OfReminder {
  @Lines() @Field({ description: 'What is known of why.' }) @Length(1, 1000) reason!: string;
}

@InputType()
export class SnoozeReminderInput extends OfReminder {
  @Field(() => LocalDateScalar, { description: 'Until this day, after today.' }) dueOn!: string;
  @Lines() @Field() @Length(1, 1000) reason!: string;
}

@InputType()
export class RecordSentInput extends MutationInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => SentChannelEnum, { description: 'How.' }) @IsIn(SENT_CHANNELS) channel!: SentChannel;
  @Field(() => [ID], { description: 'Those that were: up to 200.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsUUID(undefined, { each: true })
  reminderIds!: string[];
}

@InputType()
export class OptOutOfRemindersInput extends MutationInput {
  @Field(() => ID, { description: 'Which licence.' }) @IsUUID() licenceId!: string;
  @Field(() => OptOutScopeEnum, { description: 'Of which licences.' }) @IsIn(OPT_OUT_SCOPES) scope!: OptOutScope;
}

@InputType()
export class ResumeRemindersInput extends MutationInput {
  @Field(() => ID, { description: 'Which licence.' }) @IsUUID() licenceId!: string;
}

@InputType()
export class LeaveRemindersInput extends MutationInput {
  @Field({ description: 'The end of the address in the letter.' }) @Length(10, 50) link!: string;
  @Field(() => OptOutScopeEnum, { description: 'Of which licences.' }) @IsIn(OPT_OUT_SCOPES) scope!: OptOutScope;
}

export const RecordCallResult = orRefusal('RecordCallResult', ReminderObject);
export const RecordReturnedResult = orRefusal('RecordReturnedResult', ReminderObject);
export const SnoozeReminderResult = orRefusal('SnoozeReminderResult', ReminderObject);
export const RecordSentResult = orRefusal('RecordSentResult', ReminderDayObject);
export const OptOutOfRemindersResult = orRefusal('OptOutOfRemindersResult', LicenceObject);
export const ResumeRemindersResult = orRefusal('ResumeRemindersResult', LicenceObject);
export const LeaveRemindersResult = orRefusal('LeaveRemindersResult', PublicLicenceObject);
