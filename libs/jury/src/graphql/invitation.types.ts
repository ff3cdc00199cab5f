import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { UnitNameObject } from '#lib/units';
import { ContestNameObject } from '#lib/contest';
import { Lines, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal, orderEnum } from '#lib/platform';
import { InitiativeNameObject, OwnerNameObject } from '#lib/initiative';
import { type ConflictCheck, type FoundConflict, type HeadedUnit } from '../application/invitation/conflict-check.queries.js';
import {
  INVITATION_ORDERS,
  type InvitationOrder,
  type InvitationsFilter,
  type JuryInvitationRow,
} from '../application/invitation/invitation.queries.js';
import { type ConflictSource, type ConflictType } from '../domain/conflict/conflicts.js';
import { INVITATION_STATES, type InvitationState } from '../domain/invitation/jury-invitation.entity.js';
import { ConflictSourceEnum, ConflictTypeEnum } from './conflict.enums.js';

const InvitationStateEnum = Object.fromEntries(INVITATION_STATES.map((state) => [state, state]));
registerEnumType(InvitationStateEnum, { name: 'JuryInvitationState', description: 'Where an invitation to the jury stands.' });
const InvitationOrderEnum = orderEnum<InvitationOrder>('JuryInvitationOrder', {
  NEWEST: 'The newest first.',
  OLDEST: 'The oldest first.',
  NAME: 'By the name of who was asked.',
  STATE: 'By state, the newest of each first.',
});

@ObjectType('JuryInvitation', { description: 'That somebody is asked onto a jury, and what they answered.' })
export class JuryInvitationObject implements JuryInvitationRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ContestNameObject) contest!: ContestNameObject;
  @Field(() => UnitNameObject, { description: 'The unit that holds it.' }) host!: UnitNameObject;
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => String, { nullable: true, description: 'Who invited, by full name; null for who is invited.' }) invitedByName!:
    string | null;
  @Field({ description: 'To lead the jury.' }) chair!: boolean;
  @Field(() => InvitationStateEnum) state!: InvitationState;
  @Field(() => Int, {
    nullable: true,
    description: 'Initiatives they could not judge when they were invited; to organisers, null for others.',
  })
  conflictsFound!: number | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined or taken back; null where it was not.' }) reason!: string | null;
  @Field({ description: 'When it was sent.' }) invitedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was answered; null before.' }) answeredAt!: Date | null;
  @Field({ description: 'It is yours to accept or decline.' }) canAnswer!: boolean;
  @Field() canWithdraw!: boolean;
}

@ObjectType('FoundConflict', { description: 'An initiative that somebody could not judge, and why.' })
export class FoundConflictObject implements FoundConflict {
  @Field(() => ID) id!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => OwnerNameObject) owner!: OwnerNameObject;
  @Field(() => ConflictTypeEnum) type!: ConflictType;
  @Field(() => ConflictSourceEnum, { description: 'Whether it was declared, detected or set by somebody.' }) source!: ConflictSource;
}

@ObjectType('HeadedUnit', { description: 'A unit that somebody heads and that competes.' })
export class HeadedUnitObject implements HeadedUnit {
  @Field(() => ID) id!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => Int, { description: 'How many initiatives this unit sent in.' }) initiatives!: number;
}

export const JuryInvitationConnection = connectionOf('JuryInvitation', JuryInvitationObject);
export const FoundConflictConnection = connectionOf('FoundConflict', FoundConflictObject);

@ObjectType('ConflictCheck', { description: 'What is known of somebody before they are asked onto a jury. Nothing is written.' })
export class ConflictCheckObject implements ConflictCheck {
  @Field(() => ID, { description: "The person's." }) id!: string;
  @Field(() => ID) contestId!: string;
  @Field() fullName!: string;
  @Field({ description: 'Of something in the contest: then they cannot sit.' }) author!: boolean;
  @Field({ description: 'Whether they have a seat in the contest already.' }) seated!: boolean;
  @Field({ description: 'And has not answered yet.' }) invited!: boolean;
  @Field({ description: 'Holds the role of a judge.' }) judge!: boolean;
  @WhyNotField('What stands in the way of an invitation.') whyNotInvite!: Reason;
  @Field(() => [HeadedUnitObject], { description: 'The units that they head and that sent something in.' }) heads!: HeadedUnitObject[];
  @Field(() => Int, { description: 'Of how many initiatives they could not judge.' }) initiatives!: number;
  @Field(() => FoundConflictConnection, { description: 'The initiatives that they could not judge.' })
  conflicts!: ConflictCheck['conflicts'];
}

@ArgsType()
export class ConflictCheckArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID) @IsUUID() personId!: string;
}

@ArgsType()
export class JuryInvitationsArguments extends PageArguments implements InvitationsFilter {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => [InvitationStateEnum], { nullable: true })
  @IsOptional()
  @IsIn(INVITATION_STATES, { each: true })
  states?: InvitationState[] | null;
  @Field(() => String, { nullable: true, description: 'Part of the name of who was asked; tone marks and case aside.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
  @Field(() => InvitationOrderEnum, { nullable: true, description: 'Default: the newest first.' })
  @IsOptional()
  @IsIn(INVITATION_ORDERS)
  order?: InvitationOrder | null;
}

@InputType()
export class InviteToJuryInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => Boolean, { nullable: true, description: 'To lead the jury.' }) @IsOptional() @IsBoolean() chair?: boolean | null;
}

@InputType()
export class AcceptInvitationInput extends MutationInput {
  @Field(() => ID) @IsUUID() invitationId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class EndInvitationInput extends AcceptInvitationInput {
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const InviteToJuryResult = orRefusal('InviteToJuryResult', JuryInvitationObject);
export const WithdrawInvitationResult = orRefusal('WithdrawInvitationResult', JuryInvitationObject);
export const AcceptInvitationResult = orRefusal('AcceptInvitationResult', JuryInvitationObject);
export const DeclineInvitationResult = orRefusal('DeclineInvitationResult', JuryInvitationObject);
