import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { type Locale, ROLES, type Role } from '#lib/kernel';
import {
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
  orderEnum,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { GRANT_ORDERS, type GrantOrder } from '../application/grant.queries.js';
import { ACCOUNT_STATES, type AccountState, PEOPLE_ORDERS, type PeopleOrder } from '../application/person.queries.js';
import { SecondFactorObject } from './factor.types.js';
import { PersonNameObject } from './person-name.types.js';
import { MeActs } from './me-acts.types.js';
import { GRANT_STATES, type GrantState } from '../domain/role-grant.entity.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { readonly [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a person may do for a unit and all below it.' });

const GrantOrderEnum = orderEnum<GrantOrder>('GrantOrder', {
  END: 'What ends first comes first; what has no last day is the last.',
  END_LAST: 'What has no last day comes first, then what ends last.',
});

const PeopleOrderEnum = orderEnum<PeopleOrder>('PeopleOrder', {
  NAME: 'By name.',
  NAME_LAST: 'By name, from its end.',
  NEWEST: 'The latest entered first.',
});

const GrantStateEnum = Object.fromEntries(GRANT_STATES.map((state) => [state, state])) as { readonly [S in GrantState]: S };
registerEnumType(GrantStateEnum, { name: 'GrantState', description: 'Where a role that somebody was given stands.' });

const AccountStateEnum = Object.fromEntries(ACCOUNT_STATES.map((state) => [state, state])) as { readonly [S in AccountState]: S };
registerEnumType(AccountStateEnum, {
  name: 'AccountState',
  description: 'Whether a person has an account, and whether it is open.',
  valuesMap: {
    NONE: { description: 'They cannot sign in.' },
    OPEN: { description: 'They can sign in, or were invited to.' },
    DISABLED: { description: 'It was shut.' },
  },
});

const LOCALES: readonly Locale[] = ['vi', 'en'];
const LocaleEnum = { vi: 'vi', en: 'en' } as const;
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language that people are told things in.',
  valuesMap: { vi: { description: 'Vietnamese.' }, en: { description: 'English.' } },
});

@ObjectType('RoleGrant', { description: 'A role for a unit and all below it, between two days. It gives nothing while it is PROPOSED.' })
export class RoleGrantObject {
  @Field(() => ID) id!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => LocalDateScalar) validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true }) validTo!: string | null;
  @Field(() => GrantStateEnum) state!: GrantState;
  @Field(() => String, { nullable: true, description: 'Of the paper by which it was decided; null where there is none.' }) decisionNumber!:
    string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field({ description: 'Of a leader: somebody asked that it end, and it holds until a second person or the leader has agreed.' })
  revocationWaits!: boolean;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
  @Field(() => Int) version!: number;
}

@ObjectType('HeldGrant', { description: 'A role, and who holds it or is to.' })
export class HeldGrantObject extends RoleGrantObject {
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => String, { nullable: true, description: 'Who proposed it or, of a leader, that it end; null: the system gave it.' })
  proposedByName!: string | null;
  @Field({ description: 'Whether it waits and you may be its second person; or it is yours, and you may agree that it end.' })
  canConfirm!: boolean;
  @Field({ description: 'Whether it waits and you may say no as its second person.' }) canRefuse!: boolean;
  @WhyNotField('Why you are not the second person for one that waits in your units.') whyNotConfirm!: Reason;
  @Field({ description: 'Whether it is yours to take back: you proposed it, or that it end, and nobody has decided.' })
  canWithdraw!: boolean;
  @Field({ description: 'Whether you may end it; a leader’s ends once a second person, or the leader, has agreed.' }) canRevoke!: boolean;
}

@ObjectType('Position', { description: 'What a person is in a unit.' })
export class PositionObject {
  @Field(() => ID) id!: string;
  @Field(() => ID) personId!: string;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field({ description: 'The head confirms what the unit sends in.' }) heads!: boolean;
  @Field(() => LocalDateScalar, { description: 'The first day in it.' }) from!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day in it; null: until further notice.' }) to!: string | null;
  @Field({ description: 'Whether you may say when it ends.' }) canEnd!: boolean;
}

@ObjectType('Person', { description: 'A person with positions and roles.' })
export class PersonObject {
  @Field(() => ID) id!: string;
  @Field() fullName!: string;
  @Field(() => String, { nullable: true, description: 'The address that they sign in by and that mails go to; null where there is none.' })
  email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => LocaleEnum, { description: 'The language of their mails.' }) locale!: Locale;
  @Field(() => UnitNameObject, { nullable: true, description: 'Where they work now; null: in no unit.' }) unit!: UnitNameObject | null;
  @Field() external!: boolean;
  @Field(() => Int) version!: number;
  @Field({ description: 'Whether they can sign in.' }) hasAccount!: boolean;
  @Field(() => Date, { nullable: true, description: 'When the account was shut; null as long as it is open.' }) disabledAt!: Date | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The record that goes on in place of this one; null where it was not merged into another.',
  })
  mergedIntoId!: string | null;
  @Field({ description: 'Whether you may edit the person, enter positions and disable the account.' }) canManage!: boolean;
  @Field({ description: 'Whether you may send their invitation again: they have never set a password.' }) canInviteAgain!: boolean;
  @Field({ description: 'Whether you may give them a role, or name them as leader.' }) canGrantRole!: boolean;
  @Field({ description: 'Whether you may take their second factor off, where they have one; or propose to.' })
  canResetSecondFactor!: boolean;
  @Field(() => [RoleGrantObject], { description: 'Those in force, those to come, and those that wait for a second person.' })
  grants!: RoleGrantObject[];
  @Field(() => [PositionObject], { description: 'Where they work and what they do there, those in force first.' })
  positions!: PositionObject[];
}

@ObjectType('Permission', { description: 'Something that you may do, and where.' })
export class PermissionObject {
  @Field({ description: '`noun:verb`, as each operation names it.' }) name!: string;
  @Field(() => [ID], { description: 'The units where it holds.' }) unitIds!: string[];
}

@ObjectType('Me', { description: 'Who is signed in, and what they may do.' })
export class MeObject extends MeActs {
  @Field(() => ID) id!: string;
  @Field(() => PersonObject, { description: 'Who is signed in.' }) person!: PersonObject;
  @Field(() => SecondFactorObject, { description: 'Where it is needed and you have none, you may set one up and nothing else.' })
  secondFactor!: SecondFactorObject;
  @Field(() => [RoleEnum], { description: 'The roles in force today.' }) roles!: Role[];
  @Field(() => [PermissionObject], { description: 'What you may do, and for which units.' }) permissions!: PermissionObject[];
}

export const PersonConnection = connectionOf('Person', PersonObject);
export const HeldGrantConnection = connectionOf('HeldGrant', HeldGrantObject);

@ArgsType()
export class PeopleArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, tone marks and case aside, or of the address: three letters in a row at least, what follows the @ only with it.',
  })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'They hold it, or are to.' }) @IsOptional() @IsIn(ROLES) role?: Role | null;
  @Field(() => AccountStateEnum, { nullable: true, description: 'Only those whose account is in this state.' })
  @IsOptional()
  @IsIn(ACCOUNT_STATES)
  account?: AccountState | null;
  @Field(() => PeopleOrderEnum, { nullable: true, description: 'Default: by name.' })
  @IsOptional()
  @IsIn(PEOPLE_ORDERS)
  order?: PeopleOrder | null;
}

@ArgsType()
export class GrantsArguments extends PageArguments {
  @Field(() => String, { nullable: true, description: 'Part of the name of who holds it; tone marks and case aside.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those of this person.' }) @IsOptional() @IsUUID() personId?: string | null;
  @Field(() => RoleEnum, { nullable: true }) @IsOptional() @IsIn(ROLES) role?: Role | null;
  @Field(() => ID, { nullable: true, description: 'For this unit, not those below it.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those whose last day is this one or before.' })
  @IsOptional()
  @IsString()
  endsUntil?: string | null;
  @Field(() => GrantOrderEnum, { nullable: true, description: 'Default: what ends first comes first.' })
  @IsOptional()
  @IsIn(GRANT_ORDERS)
  order?: GrantOrder | null;
}

@InputType()
export class InvitePersonInput extends MutationInput {
  @Field() @Length(1, 200) fullName!: string;
  @Field() @IsEmail() @MaxLength(320) email!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(30) phone?: string | null;
  @Field(() => ID, { nullable: true, description: 'None: from outside.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field({ defaultValue: false }) external!: boolean;
  @Field(() => LocaleEnum, { defaultValue: 'vi' }) @IsIn(LOCALES) locale!: Locale;
}

@InputType()
export class CreatePersonInput extends MutationInput {
  @Field() @Length(1, 200) fullName!: string;
  @Field(() => String, { nullable: true, description: 'With one, the person gets an account.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(320)
  email?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(30) phone?: string | null;
  @Field(() => ID, { nullable: true, description: 'None: from outside.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field({ defaultValue: false }) external!: boolean;
  @Field(() => LocaleEnum, { defaultValue: 'vi' }) @IsIn(LOCALES) locale!: Locale;
}

@InputType()
export class EditPersonInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
  @Field() @Length(1, 200) fullName!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(30) phone?: string | null;
  @Field(() => LocaleEnum) @IsIn(LOCALES) locale!: Locale;
}

@InputType()
export class SendInvitationAgainInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
}

@InputType()
export class AccountInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType({ description: 'The decision that a role rests on.' })
export class GrantDecisionInput {
  @Field() @Length(1, 100) number!: string;
  @Field(() => LocalDateScalar) @IsString() decidedOn!: string;
}

@InputType()
export class GrantRoleInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => RoleEnum) @IsIn(ROLES) role!: Role;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Default: today.' }) @IsOptional() @IsString() validFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() @IsString() validTo?: string | null;
  @Field(() => GrantDecisionInput, { nullable: true, description: 'The paper it stands on, where there is one.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => GrantDecisionInput)
  decision?: GrantDecisionInput | null;
}

@InputType()
export class NameLeaderInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => GrantDecisionInput) @ValidateNested() @Type(() => GrantDecisionInput) decision!: GrantDecisionInput;
}

@InputType()
export class ConfirmGrantInput extends MutationInput {
  @Field(() => ID) @IsUUID() grantId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class RefuseGrantInput extends ConfirmGrantInput {
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class RevokeGrantInput extends MutationInput {
  @Field(() => ID) @IsUUID() grantId!: string;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class AddPositionInput extends MutationInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field() @Length(1, 200) titleVi!: string;
  @Field() @Length(1, 200) titleEn!: string;
  @Field({ defaultValue: false, description: 'Whether they head the unit.' }) heads!: boolean;
  @Field(() => LocalDateScalar, { description: 'The first day in it.' }) @IsString() from!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day in it; left out: until further notice.' })
  @IsOptional()
  @IsString()
  to?: string | null;
}

@InputType()
export class EndPositionInput extends MutationInput {
  @Field(() => ID) @IsUUID() positionId!: string;
  @Field(() => LocalDateScalar, { description: 'The last day.' }) @IsString() to!: string;
}

export const InvitePersonResult = orRefusal('InvitePersonResult', PersonObject);
export const SendInvitationAgainResult = orRefusal('SendInvitationAgainResult', PersonObject);
export const CreatePersonResult = orRefusal('CreatePersonResult', PersonObject);
export const EditPersonResult = orRefusal('EditPersonResult', PersonObject);
export const DisableAccountResult = orRefusal('DisableAccountResult', PersonObject);
export const EnableAccountResult = orRefusal('EnableAccountResult', PersonObject);
export const GrantRoleResult = orRefusal('GrantRoleResult', RoleGrantObject);
export const NameLeaderResult = orRefusal('NameLeaderResult', RoleGrantObject);
export const ConfirmGrantResult = orRefusal('ConfirmGrantResult', RoleGrantObject);
export const RefuseGrantResult = orRefusal('RefuseGrantResult', RoleGrantObject);
export const ConfirmRevocationResult = orRefusal('ConfirmRevocationResult', RoleGrantObject);
export const RefuseRevocationResult = orRefusal('RefuseRevocationResult', RoleGrantObject);
export const WithdrawGrantResult = orRefusal('WithdrawGrantResult', RoleGrantObject);
export const RevokeGrantResult = orRefusal('RevokeGrantResult', RoleGrantObject);
export const AddPositionResult = orRefusal('AddPositionResult', PositionObject);
export const EndPositionResult = orRefusal('EndPositionResult', PositionObject);
