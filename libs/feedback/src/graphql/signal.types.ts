import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type SignalBaseRead, type SignalRead, type SignalTermsRead } from '../application/signal.queries.js';
import { SIGNAL_RULES, type SignalRule } from '../domain/signal-rules.js';

const SignalRuleEnum = Object.fromEntries(SIGNAL_RULES.map((rule) => [rule, rule]));
registerEnumType(SignalRuleEnum, { name: 'SignalRule', description: 'What opens a signal.' });

@ObjectType('Signal', { description: 'That more people are dissatisfied at a commune’s counters than chance explains.' })
export class SignalObject implements Omit<SignalRead, 'whyNotClose'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose counters they are.' }) unit!: UnitNameObject;
  @Field(() => SignalRuleEnum, { description: 'What opened it.' }) rule!: SignalRule;
  @Field(() => LocalDateScalar, { description: 'The Monday of the week that opened it; of a run, of its last week.' }) week!: string;
  @Field(() => LocalDateScalar, { description: 'The Monday of the last week that would have opened it too.' }) latestWeek!: string;
  @Field(() => Int, { description: 'How many rated in that week, or in the seven of a run.' }) ratings!: number;
  @Field(() => Int, { description: 'How many of them were dissatisfied.' }) lowRatings!: number;
  @Field({ description: 'How many usually are, in per cent to two decimals.' }) usualPercent!: string;
  @Field(() => LocalDateScalar, { description: 'The day on which it was opened.' }) openedOn!: string;
  @Field(() => Date, { nullable: true, description: 'When it was closed; none: it is open.' }) closedAt!: Date | string | null;
  @Field(() => String, { nullable: true, description: 'What was found out; none: it is open.' }) conclusion!: string | null;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether you may open a corrective action about it.' }) canOpenAction!: boolean;
  @WhyNotField('What keeps you from closing it.') whyNotClose!: Reason;
}

@ObjectType('SignalBase', { description: 'What is usual at the counters of a commune: twelve weeks that settled.' })
export class SignalBaseObject implements SignalBaseRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose counters they are.' }) unit!: UnitNameObject;
  @Field(() => LocalDateScalar, { description: 'The Monday of its first week.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { description: 'The Monday of its last week.' }) lastWeek!: string;
  @Field(() => Int, { description: 'How many rated in these weeks.' }) ratings!: number;
  @Field(() => Int, { description: 'How many of them were dissatisfied.' }) lowRatings!: number;
  @Field({ description: 'The same in per cent, to two decimals.' }) usualPercent!: string;
  @Field(() => String, { nullable: true, description: 'Why somebody took other weeks; none: they are the first that settled.' })
  reason!: string | null;
  @Field({ description: 'Whether you may take other weeks.' }) canRebase!: boolean;
}

@ObjectType('SignalTerms', { description: 'What weeks are held against, and how often chance alone opens a signal.' })
export class SignalTermsObject implements SignalTermsRead {
  @Field(() => Int, { description: 'How many weeks are looked at in a year: each week of each commune.' }) checksAYear!: number;
  @Field({ description: 'At most so many signals of one week in a year are false, to one decimal.' }) falseLowShares!: string;
  @Field({ description: 'About so many runs of seven weeks in a year are false, to one decimal.' }) falseWorseRuns!: string;
  @Field(() => [SignalBaseObject], { description: 'What is usual at each commune whose twelve weeks have settled, sorted by name.' })
  bases!: SignalBaseObject[];
}

@ArgsType()
export class SignalsArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone that are open, or that are closed.' })
  @IsOptional()
  @IsBoolean()
  open?: boolean | null;
}

@InputType()
export class CloseSignalInput extends MutationInput {
  @Field(() => ID, { description: 'Which signal.' }) @IsUUID() signalId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field({ description: 'What was found out; it stands in the log.' }) @Length(1, 2000) conclusion!: string;
}

@InputType()
export class RebaseSignalsInput extends MutationInput {
  @Field(() => ID, { description: 'What is usual now.' }) @IsUUID() baseId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field({ description: 'Why other weeks are usual now; it stands in the log.' }) @Length(1, 2000) reason!: string;
}

export const SignalConnection = connectionOf('Signal', SignalObject);
export const CloseSignalResult = orRefusal('CloseSignalResult', SignalObject);
export const RebaseSignalsResult = orRefusal('RebaseSignalsResult', SignalBaseObject);
