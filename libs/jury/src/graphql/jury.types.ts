import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import {
  type AgeOrder,
  AgeOrderField,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  connectionOf,
  orRefusal,
  orderEnum,
} from '#lib/platform';
import { InitiativeNameObject } from '#lib/initiative';
import { UnitNameObject } from '#lib/units';
import { type ConflictRow, type ConflictsFilter } from '../application/conflict/conflict.queries.js';
import { JURY_ORDERS, type JuryFilter, type JuryMemberRow, type JuryOrder } from '../application/member/jury.queries.js';
import { CONFLICT_SOURCES, CONFLICT_TYPES, type ConflictSource, type ConflictType } from '../domain/conflict/conflicts.js';
import { ConflictSourceEnum, ConflictTypeEnum } from './conflict.enums.js';

const JuryOrderEnum = orderEnum<JuryOrder>('JuryOrder', {
  SEATED: 'As they were seated.',
  NAME: 'By name.',
  UNIT: 'By the name of their unit; those of none first.',
});

@ObjectType('JuryMember', { description: 'A judge of a contest; the id is that of the seat.' })
export class JuryMemberObject implements JuryMemberRow {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: '0 where nothing was agreed yet.' }) version!: number;
  @Field(() => ID) contestId!: string;
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => UnitNameObject, { nullable: true, description: 'Where the person works; null where in none.' }) unit!: UnitNameObject | null;
  @Field() chair!: boolean;
  @Field(() => Int, { description: 'Cards in a round, at least.' }) loadMin!: number;
  @Field(() => Int, { nullable: true, description: 'Cards in a round, at most; none: as many as there are.' }) loadMax!: number | null;
  @Field(() => LocalDateScalar, { nullable: true }) absentFrom!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) absentTo!: string | null;
  @Field(() => [ID], { description: 'The areas of reform they are at home in.' }) areaIds!: string[];
  @Field({ description: 'Whether you may change what is agreed with them now.' }) canSetTerms!: boolean;
}

@ObjectType('Conflict', { description: 'That a person may not judge an initiative.' })
export class ConflictObject implements ConflictRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) contestId!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => ConflictTypeEnum) type!: ConflictType;
  @Field(() => ConflictSourceEnum, { description: 'Whether it was declared, detected or set by somebody.' }) source!: ConflictSource;
  @Field({ description: 'Left alone when conflicts are detected again.' }) pinned!: boolean;
  @Field({ description: 'False for one that was lifted.' }) active!: boolean;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field() createdAt!: Date;
  @Field({ description: 'Whether you may lift it now.' }) canLift!: boolean;
  @Field({ description: 'Whether you may pin it now, so that detection leaves it as it is.' }) canPin!: boolean;
  @Field({ description: 'Of somebody who has a say in the judging: it changes nothing until a second person has decided.' })
  waits!: boolean;
  @Field(() => String, { nullable: true, description: 'What the person says to it; null where they said nothing.' }) answer!: string | null;
  @Field() canDecide!: boolean;
  @Field({ description: 'What you proposed and nobody has decided.' }) canWithdraw!: boolean;
  @Field({ description: 'Whether you may answer it now.' }) canAnswer!: boolean;
}

export const JuryMemberConnection = connectionOf('JuryMember', JuryMemberObject);
export const ConflictConnection = connectionOf('Conflict', ConflictObject);

@ArgsType()
export class JuryArguments extends PageArguments implements JuryFilter {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => String, { nullable: true, description: 'Part of the name; tone marks and case aside.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those who are at home in this area of reform.' })
  @IsOptional()
  @IsUUID()
  areaId?: string | null;
  @Field(() => JuryOrderEnum, { nullable: true, description: 'Default: as they were seated.' })
  @IsOptional()
  @IsIn(JURY_ORDERS)
  order?: JuryOrder | null;
}

@ArgsType()
export class ConflictsArguments extends PageArguments implements ConflictsFilter {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() personId?: string | null;
  @Field(() => [ConflictTypeEnum], { nullable: true, description: 'Only those that consist in one of these.' })
  @IsOptional()
  @IsIn(CONFLICT_TYPES, { each: true })
  types?: ConflictType[] | null;
  @Field(() => [ConflictSourceEnum], { nullable: true, description: 'Only those that are known in one of these ways.' })
  @IsOptional()
  @IsIn(CONFLICT_SOURCES, { each: true })
  sources?: ConflictSource[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True: those in force; false: those that were lifted, or only proposed.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they wait for a second person to decide.' })
  @IsOptional()
  @IsBoolean()
  waits?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "Part of the person's name or of the title, tone marks and case aside, or the whole receipt number.",
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;
  @AgeOrderField('OLDEST') order?: AgeOrder | null;
}

@InputType()
export class SetJuryTermsInput extends MutationInput {
  @Field(() => ID) @IsUUID() seatId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => Int, { description: 'The fewest cards that the judge is to get.' }) @IsInt() @Min(0) @Max(10_000) loadMin!: number;
  @Field(() => Int, { nullable: true, description: 'The most cards that the judge takes; left out: no limit.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  loadMax?: number | null;
  @Field(() => LocalDateScalar, { nullable: true }) absentFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) absentTo?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The areas of reform they are at home in.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  areaIds?: string[] | null;
}

@InputType()
export class SetConflictInput extends MutationInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => ConflictTypeEnum) @IsIn(CONFLICT_TYPES) type!: ConflictType;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

@InputType()
export class LiftConflictInput extends MutationInput {
  @Field(() => ID) @IsUUID() conflictId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

@InputType()
export class PinConflictInput extends MutationInput {
  @Field(() => ID) @IsUUID() conflictId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

@InputType()
export class DecideConflictInput extends LiftConflictInput {}

@InputType()
export class WithdrawConflictInput extends LiftConflictInput {}

@InputType()
export class AnswerConflictInput extends MutationInput {
  @Field(() => ID) @IsUUID() conflictId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field() @IsString() @Length(3, 2000) answer!: string;
}

export const ConfirmConflictResult = orRefusal('ConfirmConflictResult', ConflictObject);
export const RefuseConflictResult = orRefusal('RefuseConflictResult', ConflictObject);
export const WithdrawConflictResult = orRefusal('WithdrawConflictResult', ConflictObject);
export const AnswerConflictResult = orRefusal('AnswerConflictResult', ConflictObject);
export const SetJuryTermsResult = orRefusal('SetJuryTermsResult', JuryMemberObject);
export const SetConflictResult = orRefusal('SetConflictResult', ConflictObject);
export const PinConflictResult = orRefusal('PinConflictResult', ConflictObject);
export const LiftConflictResult = orRefusal('LiftConflictResult', ConflictObject);
