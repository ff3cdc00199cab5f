import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsString, IsUUID, Length } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { InitiativeNameObject } from '#lib/initiative';
import { DecimalScalar, Lines, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { type ReopeningRow, type ScorecardVersionRow } from '../application/card/reopening.queries.js';
import { REOPENING_STATES, type ReopeningState } from '../domain/card/reopening.entity.js';
import { CardInput, MarkObject } from './scorecard.types.js';

const ReopeningStateEnum = Object.fromEntries(REOPENING_STATES.map((state) => [state, state]));
registerEnumType(ReopeningStateEnum, { name: 'ReopeningState', description: 'Where a request to reopen a card stands.' });

@ObjectType('Reopening', { description: 'That a signed card be marked anew while its round runs; decided by a second person.' })
export class ReopeningObject implements Omit<ReopeningRow, 'requestedById' | 'tied'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) scorecardId!: string;
  @Field(() => ID) roundId!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field() reason!: string;
  @Field() requestedByName!: string;
  @Field() requestedAt!: Date;
  @Field(() => ReopeningStateEnum) state!: ReopeningState;
  @Field(() => String, { nullable: true }) decidedByName!: string | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused; null where it was not.' }) decisionReason!: string | null;
  @Field() canDecide!: boolean;
  @WhyNotField('What stands in the way of your deciding.') whyNotDecide!: Reason;
  @Field({ description: 'Whether it is yours, and waits.' }) canWithdraw!: boolean;
}

@ObjectType('ScorecardVersion', { description: 'Your own card as you signed it before it was reopened or corrected.' })
export class ScorecardVersionObject implements ScorecardVersionRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Field(() => [MarkObject]) marks!: ScorecardVersionRow['marks'];
  @Field(() => DecimalScalar) total!: string;
  @Field({ description: 'As it stands in the log.' }) hash!: string;
  @Field() signedAt!: Date;
  @Field() keptAt!: Date;
}

export const ReopeningConnection = connectionOf('Reopening', ReopeningObject);

@ArgsType()
export class ReopeningsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@ArgsType()
export class VersionsArguments {
  @Field(() => ID) @IsUUID() scorecardId!: string;
}

@InputType()
export class RequestReopeningInput extends CardInput {
  @Lines()
  @Field({ description: 'Why it has to be marked anew; say no marks, they are sealed.' })
  @IsString()
  @Length(3, 2000)
  reason!: string;
}

@InputType()
export class ApproveReopeningInput extends MutationInput {
  @Field(() => ID) @IsUUID() reopeningId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class WithdrawReopeningInput extends ApproveReopeningInput {}

@InputType()
export class RefuseReopeningInput extends ApproveReopeningInput {
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const RequestReopeningResult = orRefusal('RequestReopeningResult', ReopeningObject);
export const ApproveReopeningResult = orRefusal('ApproveReopeningResult', ReopeningObject);
export const WithdrawReopeningResult = orRefusal('WithdrawReopeningResult', ReopeningObject);
export const RefuseReopeningResult = orRefusal('RefuseReopeningResult', ReopeningObject);
