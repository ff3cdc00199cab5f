import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { type SheetPaper } from '#lib/documents';
import {
  Lines,
  LocalDateScalar,
  MutationInput,
  type NameOrder,
  NameOrderField,
  PageArguments,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type CounterRead, type PublicCounterRead } from '../application/counter.queries.js';

const SHEET_PAPERS: readonly SheetPaper[] = ['A4', 'A5'];
const SheetPaperEnum = Object.fromEntries(SHEET_PAPERS.map((paper) => [paper, paper]));
registerEnumType(SheetPaperEnum, { name: 'SheetPaper', description: 'The paper of what hangs at a counter.' });

@ObjectType({ isAbstract: true })
abstract class CounterFields {
  @Field({ description: 'Eight signs, without 0, O, 1 and I; it never changes.' }) counterCode!: string;
  @Field(() => UnitNameObject, { description: 'The unit whose counter it is.' }) unit!: UnitNameObject;
  @Field({ description: 'What it is called.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'The field of procedures that is done there; none: all of them.' })
  fieldName!: string | null;
  @Field({ description: 'Whether it is open today; it closes with its unit.' }) open!: boolean;
  @Field() illustrative!: boolean;
}

@ObjectType('Counter', { description: 'A place where citizens are served, with a code that leads to its page.' })
export class CounterObject extends CounterFields implements CounterRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true, description: 'The adopted initiative that it is of; none: of none.' }) adoptionId!: string | null;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) openFrom!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Its last day, at the latest that of its unit; none: until further notice.',
  })
  openTo!: string | null;
  @Field({ description: 'Where its code leads to.' }) address!: string;
  @Field({ description: 'Whether you may change and close it.' }) canManage!: boolean;
  @Field({ description: 'Whether you may issue slips with codes for it.' }) canIssueSlips!: boolean;
}

@ObjectType('PublicCounter', { description: 'A counter, as anyone who scans its code may read of it.' })
export class PublicCounterObject extends CounterFields implements PublicCounterRead {}

export const CounterConnection = connectionOf('Counter', CounterObject);

@ArgsType()
export class CountersArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone that are open today, or that are not.' })
  @IsOptional()
  @IsBoolean()
  open?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of a name, tone marks and case aside, or the whole code.' })
  @IsOptional()
  @Length(1, 100)
  search?: string | null;
  @NameOrderField() order?: NameOrder | null;
}

@ArgsType()
export class CounterSheetArguments {
  @Field(() => ID) @IsUUID() counterId!: string;
  @Field(() => SheetPaperEnum, { description: 'On which paper.' }) @IsIn(SHEET_PAPERS) paper!: SheetPaper;
}

@InputType()
export class OpenCounterInput extends MutationInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field({ description: 'What it is called.' }) @Length(1, 100) name!: string;
  @Field(() => String, { nullable: true, description: 'The field of procedures that is done there.' })
  @IsOptional()
  @Length(1, 300)
  fieldName?: string | null;
  @Field(() => ID, { nullable: true, description: 'An adopted initiative of the unit.' }) @IsOptional() @IsUUID() adoptionId?:
    string | null;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) openFrom!: string;
}

@InputType()
export class EditCounterInput extends MutationInput {
  @Field(() => ID) @IsUUID() counterId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field({ description: 'What it is called.' }) @Length(1, 100) name!: string;
  @Field(() => String, { nullable: true, description: 'The field of procedures that is done there.' })
  @IsOptional()
  @Length(1, 300)
  fieldName?: string | null;
  @Field(() => ID, { nullable: true, description: 'An adopted initiative of the unit.' }) @IsOptional() @IsUUID() adoptionId?:
    string | null;
}

@InputType()
export class CloseCounterInput extends MutationInput {
  @Field(() => ID) @IsUUID() counterId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => LocalDateScalar, { description: 'Its last day.' }) openTo!: string;
  @Lines() @Field({ description: 'Why it is closed.' }) @Length(1, 2000) reason!: string;
}

export const OpenCounterResult = orRefusal('OpenCounterResult', CounterObject);
export const EditCounterResult = orRefusal('EditCounterResult', CounterObject);
export const CloseCounterResult = orRefusal('CloseCounterResult', CounterObject);
