import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import {
  Lines,
  LocalDateScalar,
  MutationInput,
  type NameOrder,
  NameOrderField,
  PageArguments,
  UnitNameObject,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { TABLE_MAX } from '#lib/kernel';
import { type PublicUnitRead, type UnitLink } from '../application/unit.queries.js';
import { LINEAGE_KINDS, type LineageKind } from '../domain/lineage.js';
import { UNIT_KINDS, type UnitKind } from '../domain/unit.entity.js';

const UnitKindEnum = Object.fromEntries(UNIT_KINDS.map((kind) => [kind, kind]));
const LineageKindEnum = Object.fromEntries(LINEAGE_KINDS.map((kind) => [kind, kind]));
registerEnumType(UnitKindEnum, { name: 'UnitKind', description: 'What kind of unit it is.' });
registerEnumType(LineageKindEnum, {
  name: 'LineageKind',
  description: 'How much of the old unit went over: the whole, the rest after parts were cut off, a strip of land, or one part of a split.',
});

@ObjectType('Unit', { description: 'A department, commune or town, between its first and its last day.' })
export class UnitObject {
  @Field(() => ID) id!: string;
  @Field(() => UnitKindEnum) kind!: UnitKind;
  @Field(() => String, {
    nullable: true,
    description: 'Of the statistics office; reused with another meaning in 2025, so no identity. Null where it has none.',
  })
  statisticsCode!: string | null;
  @Field(() => String, { nullable: true }) abbreviation!: string | null;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => ID, { nullable: true }) parentId!: string | null;
  @Field(() => LocalDateScalar) validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; none: until further notice.' }) validTo!: string | null;
  @Field(() => Int) version!: number;
  @Field({ description: 'Whether you may rename or close it, enter units below it, and say what became of it.' }) canEdit!: boolean;
}

@ObjectType('UnitLineage', { description: 'What became of a unit on a day.' })
export class UnitLineageObject {
  @Field(() => ID) id!: string;
  @Field(() => LineageKindEnum) kind!: LineageKind;
  @Field(() => LocalDateScalar) effectiveOn!: string;
  @Field(() => UnitNameObject, { description: 'The unit before.' }) from!: UnitNameObject;
  @Field(() => UnitNameObject, { description: 'The unit after.' }) to!: UnitNameObject;
  @Field(() => Date, {
    nullable: true,
    description: 'Since when it does not hold any more; such a one is in no list. Null as long as it holds.',
  })
  removedAt!: Date | null;
  @Field({ description: 'Whether you may take it back, as long as nothing rests on it.' }) canRemove!: boolean;
}

@ObjectType('UnitLink', { description: 'Another unit that one came from, or that it became.' })
export class UnitLinkObject implements UnitLink {
  @Field(() => ID) unitId!: string;
  @Field(() => LineageKindEnum) kind!: LineageKind;
  @Field(() => LocalDateScalar, { description: 'The first day of the new order.' }) effectiveOn!: string;
}

@ObjectType('PublicUnit', { description: 'A commune, town or ward of some time, as anyone may read of it.' })
export class PublicUnitObject implements PublicUnitRead {
  @Field(() => ID) id!: string;
  @Field(() => UnitKindEnum) kind!: UnitKind;
  @Field(() => String, { nullable: true, description: 'Of the statistics office, of its time; null where it has none.' }) statisticsCode!:
    string | null;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => LocalDateScalar) validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; none where it is there today.' }) validTo!: string | null;
  @Field(() => [UnitLinkObject], { description: 'The units that it was made of; empty where it was there from the beginning.' })
  cameFrom!: UnitLinkObject[];
  @Field(() => [UnitLinkObject], { description: 'The units that it went into; empty where it is there today.' }) became!: UnitLinkObject[];
}

@ObjectType('Roster', { description: 'The units that a contest or roll-out counts with, as of a day.' })
export class RosterObject {
  @Field(() => ID) id!: string;
  @Field(() => ID) hostUnitId!: string;
  @Field(() => LocalDateScalar) asOf!: string;
  @Field(() => Int, { description: 'How many units are on it.' }) unitCount!: number;
}

export const UnitConnection = connectionOf('Unit', UnitObject);
export const UnitLineageConnection = connectionOf('UnitLineage', UnitLineageObject);

@ArgsType()
export class UnitsArguments extends PageArguments {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Units valid on this day; default today.' }) asOf?: string | null;
  @Field(() => UnitKindEnum, { nullable: true }) kind?: UnitKind | null;
  @Field(() => ID, { nullable: true, description: 'Only units below this one.' }) @IsOptional() @IsUUID() belowId?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the name; tone marks and case aside.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
  @NameOrderField() order?: NameOrder | null;
}

@ArgsType()
export class RosterUnitsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() rosterId!: string;
}

@ArgsType()
export class LineageArguments extends PageArguments {
  @Field(() => ID) @IsUUID() unitId!: string;
}

@ArgsType()
export class UnitLineagesArguments {
  @Field(() => [ID], { description: 'Up to 200 units.' }) @ArrayMaxSize(TABLE_MAX) @IsUUID(undefined, { each: true }) unitIds!: string[];
}

@InputType({ isAbstract: true })
abstract class UnitNamingInput extends MutationInput {
  @Field(() => UnitKindEnum) @IsIn(UNIT_KINDS) kind!: UnitKind;
  @Field(() => String, { nullable: true }) @IsOptional() @Length(1, 20) statisticsCode?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Length(1, 20) abbreviation?: string | null;
  @Field() @Length(1, 200) nameVi!: string;
  @Field() @Length(1, 200) nameEn!: string;
}

@InputType()
export class CreateUnitInput extends UnitNamingInput {
  @Field(() => ID) @IsUUID() parentId!: string;
  @Field(() => LocalDateScalar) @IsString() validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day, where it is known; under a unit that ends it is due.' })
  @IsOptional()
  @IsString()
  validTo?: string | null;
}

@InputType()
export class EditUnitInput extends UnitNamingInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class CloseUnitInput extends MutationInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
  @Field(() => LocalDateScalar, { description: 'Its last day.' }) @IsString() validTo!: string;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class RecordLineageInput extends MutationInput {
  @Field(() => ID) @IsUUID() fromId!: string;
  @Field(() => ID) @IsUUID() toId!: string;
  @Field(() => LineageKindEnum) @IsIn(LINEAGE_KINDS) kind!: LineageKind;
  @Field(() => LocalDateScalar, { description: 'The first day of the new order.' }) @IsString() effectiveOn!: string;
}

@InputType()
export class RemoveLineageInput extends MutationInput {
  @Field(() => ID) @IsUUID() lineageId!: string;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

export const CreateUnitResult = orRefusal('CreateUnitResult', UnitObject);
export const EditUnitResult = orRefusal('EditUnitResult', UnitObject);
export const CloseUnitResult = orRefusal('CloseUnitResult', UnitObject);
export const RecordLineageResult = orRefusal('RecordLineageResult', UnitLineageObject);
export const RemoveLineageResult = orRefusal('RemoveLineageResult', UnitObject);
