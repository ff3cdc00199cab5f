import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, orRefusal } from '#lib/platform';
import { type CalendarRead, type TermEnd } from '../application/calendar.queries.js';
import { TERM_UNITS, type TermUnit } from '../domain/working-calendar.js';

export const TermUnitEnum = Object.fromEntries(TERM_UNITS.map((unit) => [unit, unit]));
registerEnumType(TermUnitEnum, {
  name: 'TermUnit',
  description: 'What a term is counted in.',
  valuesMap: {
    WORKING_DAY: { description: 'Days on which offices work.' },
    DAY: { description: 'Days of the calendar.' },
    MONTH: { description: 'Months, to the same date or the last of the month.' },
    YEAR: { description: 'Years, to the same date or the last of the month.' },
  },
});

@ObjectType('WorkingCalendar', { description: 'Which days of a year differ from an ordinary week, by that year’s notice.' })
export class WorkingCalendarObject implements CalendarRead {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The year that the list is of.' }) year!: number;
  @Field({ description: 'The number of the notice.' }) decisionNumber!: string;
  @Field({ description: 'Who gave the notice.' }) issuer!: string;
  @Field(() => LocalDateScalar, { description: 'The date of the notice.' }) decidedOn!: string;
  @Field(() => [LocalDateScalar], { description: 'Holidays and days given in exchange, in order.' }) daysOff!: string[];
  @Field(() => [LocalDateScalar], { description: 'Saturdays and Sundays that are worked in exchange, in order.' }) daysWorked!: string[];
  @Field({ description: 'When the list was entered or last changed.' }) savedAt!: Date;
  @Field(() => Int) version!: number;
  @Field({ description: 'Whether you may write it anew.' }) canChange!: boolean;
}

@ObjectType('TermEnd', { description: 'When a term ends.' })
export class TermEndObject implements TermEnd {
  @Field(() => LocalDateScalar, { description: 'Its last day, moved on to a working day where it must be.' }) lastDay!: string;
  @Field(() => Int, { description: 'How many days are worked after the event, up to and with the last day.' }) workingDays!: number;
}

@ArgsType()
export class TermEndArguments {
  @Field(() => LocalDateScalar, { description: 'The day of the event; it is not counted.' }) @IsString() occurredOn!: string;
  @Field(() => Int, { description: 'How long the term is: 1 to 1,000.' }) @IsInt() @Min(1) @Max(1000) amount!: number;
  @Field(() => TermUnitEnum, { description: 'What that is counted in.' }) @IsIn(TERM_UNITS) countedIn!: TermUnit;
}

@InputType({ isAbstract: true })
abstract class CalendarInput extends MutationInput {
  @Field({ description: 'The number of the notice.' }) @Length(1, 100) decisionNumber!: string;
  @Field({ description: 'Who gave the notice.' }) @Length(1, 200) issuer!: string;
  @Field(() => LocalDateScalar, { description: 'The date of the notice, today at the latest.' }) @IsString() decidedOn!: string;
  @Field(() => [LocalDateScalar], { description: 'Days off of that year, those in exchange with them.' })
  @ArrayMaxSize(100)
  daysOff!: string[];
  @Field(() => [LocalDateScalar], { description: 'Saturdays and Sundays of that year that are worked.' })
  @ArrayMaxSize(100)
  daysWorked!: string[];
}

@InputType()
export class EnterWorkingCalendarInput extends CalendarInput {
  @Field(() => Int, { description: 'Which year has that list: 2000 to 2200.' }) @IsInt() @Min(2000) @Max(2200) year!: number;
}

@InputType()
export class ChangeWorkingCalendarInput extends CalendarInput {
  @Field(() => ID, { description: 'The list that is written anew.' }) @IsUUID() calendarId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

export const EnterWorkingCalendarResult = orRefusal('EnterWorkingCalendarResult', WorkingCalendarObject);
export const ChangeWorkingCalendarResult = orRefusal('ChangeWorkingCalendarResult', WorkingCalendarObject);
