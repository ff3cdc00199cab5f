import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
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
import { type ActionCountsRead, type ActionRead } from '../application/action.queries.js';
import { ACTION_STATES, type ActionState, type FourWeeks } from '../domain/action-states.js';

const ActionStateEnum = Object.fromEntries(ACTION_STATES.map((state) => [state, state]));
registerEnumType(ActionStateEnum, { name: 'ActionState', description: 'How far a corrective action is.' });

@ObjectType('FourWeeks', { description: 'What citizens said at a unit’s counters in four whole weeks.' })
export class FourWeeksObject implements FourWeeks {
  @Field(() => LocalDateScalar, { description: 'The Monday of the first week.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'The Sunday of the last week.' }) to!: string;
  @Field(() => Int, { description: 'How many rated.' }) ratings!: number;
  @Field(() => Int, { description: 'How many of them were dissatisfied.' }) lowRatings!: number;
}

@ObjectType('CorrectiveAction', {
  description:
    'What a unit does about a signal, a case or a finding: done when somebody else saw it, and effective when a later check shows so.',
})
export class CorrectiveActionObject implements Omit<ActionRead, 'whyNotVerify' | 'whyNotConfirmEffect'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => UnitNameObject, { description: 'The unit that does it.' }) unit!: UnitNameObject;
  @Field(() => ID, { nullable: true, description: 'The signal that it is about; none: something else.' }) signalId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The case that it is about; none: something else.' }) caseId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The finding of an inspection that it is about; none: something else.' })
  findingId!: string | null;
  @Field({ description: 'Why it came to that.' }) rootCause!: string;
  @Field({ description: 'What is done about it.' }) remedy!: string;
  @Field({ description: 'Who answers for it.' }) ownerName!: string;
  @Field(() => LocalDateScalar, { description: 'The day on which it was opened.' }) openedOn!: string;
  @Field(() => LocalDateScalar, { description: 'By when it is to be done.' }) dueOn!: string;
  @Field({ description: 'Whether that day is over and it is not done.' }) late!: boolean;
  @Field(() => ActionStateEnum, { description: 'How far it is.' }) state!: ActionState;
  @Field(() => String, { nullable: true, description: 'What shows that it was done; none: it is not claimed.' }) evidence!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When that was claimed; none: it is not.' }) claimedOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When somebody else saw it; none: nobody did.' }) verifiedOn!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From when on it can be checked whether it worked; none: it is not verified.',
  })
  effectFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'Which check showed that it worked; none did yet.' }) effectCheck!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When that check was; none was yet.' }) checkedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was reopened last, or cancelled; none: neither.' }) reason!: string | null;
  @Field({ description: 'Whether you may say that it was done.' }) canClaim!: boolean;
  @WhyNotField('What keeps you from seeing to it: verifying, checking, reopening, cancelling.') whyNotVerify!: Reason;
  @Field(() => [ActionStateEnum], { description: 'The states that it can go to.' }) moves!: ActionState[];
  @Field(() => FourWeeksObject, { nullable: true, description: 'The four weeks before it was opened; none: too few rated.' })
  before!: FourWeeks | null;
  @Field(() => FourWeeksObject, {
    nullable: true,
    description: 'The four weeks after it was verified; none: too few rated, or these weeks are not over.',
  })
  after!: FourWeeks | null;
  @Field() illustrative!: boolean;
  @WhyNotField('What keeps you from saying that it worked.') whyNotConfirmEffect!: Reason;
}

@ObjectType('ActionCount', { description: 'How many corrective actions are in a state.' })
export class ActionCountObject {
  @Field(() => ActionStateEnum, { description: 'The state.' }) state!: ActionState;
  @Field(() => Int, { description: 'How many are in it.' }) count!: number;
}

@ObjectType('ActionCounts', { description: 'Corrective actions in numbers.' })
export class ActionCountsObject implements ActionCountsRead {
  @Field(() => [ActionCountObject], { description: 'By their state; none left out.' }) counts!: ActionCountObject[];
  @Field(() => Int, { description: 'How many were to be done by now; without the cancelled ones.' }) due!: number;
  @Field(() => Int, { description: 'How many of these were claimed in time.' }) inTime!: number;
  @Field(() => Int, { description: 'Of how many it is known whether they worked: effective or reopened ones.' }) checked!: number;
  @Field(() => Int, { description: 'How many of these worked.' }) effective!: number;
}

@ArgsType()
export class CorrectiveActionsArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
  @Field(() => [ActionStateEnum], { nullable: true, description: 'Those alone that are in one of these.' })
  @IsOptional()
  @IsIn(ACTION_STATES, { each: true })
  states?: ActionState[] | null;
}

@InputType()
export class OpenActionInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'The signal that it is about; a signal, a case or a finding, and one alone.' })
  @IsOptional()
  @IsUUID()
  signalId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The case that it is about.' }) @IsOptional() @IsUUID() caseId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The item of an inspection that it is about.' })
  @IsOptional()
  @IsUUID()
  findingId?: string | null;
  @Lines() @Field({ description: 'Why it came to that.' }) @Length(1, 2000) rootCause!: string;
  @Lines() @Field({ description: 'What is done about it.' }) @Length(1, 2000) remedy!: string;
  @Field(() => LocalDateScalar, { description: 'By when it is to be done.' }) dueOn!: string;
}

@InputType({ isAbstract: true })
abstract class OfActionInput extends MutationInput {
  @Field(() => ID, { description: 'Which action.' }) @IsUUID() actionId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class ClaimActionInput extends OfActionInput {
  @Lines() @Field({ description: 'What shows that it was done.' }) @Length(1, 2000) evidence!: string;
}

@InputType()
export class VerifyActionInput extends OfActionInput {}

@InputType()
export class ConfirmEffectInput extends OfActionInput {
  @Lines() @Field({ description: 'Which check showed that it worked.' }) @Length(1, 2000) check!: string;
}

@InputType()
export class ReopenActionInput extends OfActionInput {
  @Lines() @Field({ description: 'Why; it stands in the log.' }) @Length(1, 2000) reason!: string;
  @Field(() => LocalDateScalar, { description: 'By when it is to be done now.' }) dueOn!: string;
}

@InputType()
export class CancelActionInput extends OfActionInput {
  @Lines() @Field({ description: 'Why; it stands in the log.' }) @Length(1, 2000) reason!: string;
}

export const CorrectiveActionConnection = connectionOf('CorrectiveAction', CorrectiveActionObject);
export const OpenActionResult = orRefusal('OpenActionResult', CorrectiveActionObject);
export const ClaimActionResult = orRefusal('ClaimActionResult', CorrectiveActionObject);
export const VerifyActionResult = orRefusal('VerifyActionResult', CorrectiveActionObject);
export const ConfirmEffectResult = orRefusal('ConfirmEffectResult', CorrectiveActionObject);
export const ReopenActionResult = orRefusal('ReopenActionResult', CorrectiveActionObject);
export const CancelActionResult = orRefusal('CancelActionResult', CorrectiveActionObject);
