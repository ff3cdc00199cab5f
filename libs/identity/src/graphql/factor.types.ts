import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { Lines, MutationInput, type Reason, Secret, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { LONGEST_PASSWORD } from '../domain/password-policy.js';
import { PersonNameObject } from './person-name.types.js';
import { RESET_STATES, type ResetState } from '../domain/factor-reset.entity.js';

const ResetStateEnum = Object.fromEntries(RESET_STATES.map((state) => [state, state])) as { readonly [S in ResetState]: S };
registerEnumType(ResetStateEnum, { name: 'ResetState', description: 'Where the reset of a second factor stands.' });

@ObjectType('SecondFactor', { description: 'A code by an authenticator, beside the password.' })
export class SecondFactorObject {
  @Field(() => ID, { description: 'The person.' }) id!: string;
  @Field({ description: 'Whether your roles ask for one.' }) needed!: boolean;
  @Field(() => Date, { nullable: true, description: 'Since when you have one; null where you have none.' }) confirmedAt!: Date | null;
  @Field(() => Int, { description: 'How many recovery codes are left.' }) recoveryCodesLeft!: number;
  @Field({ description: 'Whether you may set one up, or another in its place.' }) canEnrol!: boolean;
  @WhyNotField('What stands in the way of setting up a second factor now.') whyNotEnrol!: Reason;
  @Field({ description: 'Whether you may have new recovery codes: you have a second factor.' }) canRenewCodes!: boolean;
  @Field({ description: 'Whether you may do without: you have one, and your roles ask for none.' }) canRemove!: boolean;
  @Field(() => [String], { nullable: true, description: 'Each lets you in once. Shown when they are made, never again.' })
  recoveryCodes!: string[] | null;
}

@ObjectType('SecondFactorEnrolment', { description: 'Begun; in force with its first code, within an hour.' })
export class SecondFactorEnrolmentObject {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'To type into an authenticator. Shown when it is made, never again.' })
  secret!: string | null;
  @Field(() => String, { nullable: true, description: '`otpauth://…`, to draw as a QR code. Shown when it is made, never again.' })
  uri!: string | null;
}

@ObjectType('FactorReset', { description: 'A second factor that was lost, to be taken off an account by others.' })
export class FactorResetObject {
  @Field(() => ID) id!: string;
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => ResetStateEnum) state!: ResetState;
  @Field() reason!: string;
  @Field(() => String, { nullable: true }) proposedByName!: string | null;
  @Field(() => Date) proposedAt!: Date;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field({ description: 'Whether it waits and you may confirm it as the second person.' }) canConfirm!: boolean;
  @WhyNotField('Why you are not the second person for one that waits.') whyNotConfirm!: Reason;
  @Field({ description: 'Whether it waits and you may say no, or take back what you proposed.' }) canRefuse!: boolean;
  @Field(() => Int) version!: number;
}

export const FactorResetConnection = connectionOf('FactorReset', FactorResetObject);

const CODE = 'Six figures of the authenticator, or a recovery code.';

@InputType()
export class EnrolSecondFactorInput extends MutationInput {
  @Secret() @Field({ description: 'Your password.' }) @IsString() @MaxLength(LONGEST_PASSWORD) password!: string;
  @Field(() => String, { nullable: true, description: `Where you have a second factor already: ${CODE}` })
  @IsOptional()
  @MaxLength(40)
  code?: string | null;
}

@InputType()
export class ConfirmSecondFactorInput extends MutationInput {
  @Field(() => ID) @IsUUID() enrolmentId!: string;
  @Field({ description: 'The six figures that the authenticator shows.' }) @Length(1, 40) code!: string;
}

@InputType()
export class ProofInput extends MutationInput {
  @Secret() @Field({ description: 'Your password.' }) @IsString() @MaxLength(LONGEST_PASSWORD) password!: string;
  @Field({ description: CODE }) @Length(1, 40) code!: string;
}

@InputType()
export class ResetSecondFactorInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class ConfirmFactorResetInput extends MutationInput {
  @Field(() => ID) @IsUUID() resetId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class RefuseFactorResetInput extends ConfirmFactorResetInput {
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

export const EnrolSecondFactorResult = orRefusal('EnrolSecondFactorResult', SecondFactorEnrolmentObject);
export const ConfirmSecondFactorResult = orRefusal('ConfirmSecondFactorResult', SecondFactorObject);
export const RenewRecoveryCodesResult = orRefusal('RenewRecoveryCodesResult', SecondFactorObject);
export const RemoveSecondFactorResult = orRefusal('RemoveSecondFactorResult', SecondFactorObject);
export const ResetSecondFactorResult = orRefusal('ResetSecondFactorResult', FactorResetObject);
export const ConfirmFactorResetResult = orRefusal('ConfirmFactorResetResult', FactorResetObject);
export const RefuseFactorResetResult = orRefusal('RefuseFactorResetResult', FactorResetObject);
