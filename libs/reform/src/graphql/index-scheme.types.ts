import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsOptional, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { DecimalScalar, LocalDateScalar, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type IndexCriterionRead,
  type IndexFieldRead,
  type IndexSchemeNamed,
  type IndexSchemeRead,
} from '../application/index-scheme.queries.js';
import { INDEX_STEPS } from '../domain/index-scheme.entity.js';
import { INDEX_SCHEME_STATES, type IndexSchemeState, MOST_CRITERIA } from '../domain/index-states.js';

export const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const IndexSchemeStateEnum = enumOf(INDEX_SCHEME_STATES);
registerEnumType(IndexSchemeStateEnum, { name: 'IndexSchemeState', description: 'Whether a scheme of the index stands.' });

@ObjectType({ isAbstract: true })
abstract class NamedCriterion {
  @Field(() => ID) id!: string;
  @Field({ description: 'Its number in the decision, as `1.2`.' }) criterionCode!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
}

@ObjectType('IndexCriterion', { description: 'For what a unit gets points.' })
export class IndexCriterionObject extends NamedCriterion implements IndexCriterionRead {
  @Field(() => DecimalScalar, { description: 'How many points at most.' }) maximum!: string;
  @Field(() => ID, { nullable: true, description: 'The oldest criterion with the same meaning; null: it has none.' })
  comparableWithId!: string | null;
  @Field(() => String, { nullable: true, description: 'The number of that one; null: it has none.' }) comparableWith!: string | null;
}

@ObjectType('IndexField', { description: 'A field of the index, with the criteria in it.' })
export class IndexFieldObject extends NamedCriterion implements IndexFieldRead {
  @Field(() => DecimalScalar, { description: 'How many points its criteria give at most, together.' }) maximum!: string;
  @Field(() => [IndexCriterionObject], { description: 'In the order of the decision.' }) criteria!: readonly IndexCriterionObject[];
}

@ObjectType('IndexSchemeName', { description: 'A scheme of the index as others name it.' })
export class IndexSchemeNameObject implements IndexSchemeNamed {
  @Field(() => ID) id!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field({ description: 'The number of the decision that it rests on, as the office typed it.' }) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of that decision.' }) decidedOn!: string;
  @Field({ description: 'Who decided it.' }) issuer!: string;
  @Field(() => Int, { description: 'The first year that it is used for.' }) fromYear!: number;
  @Field(() => DecimalScalar, { description: 'How many points there are in all.' }) total!: string;
  @Field(() => DecimalScalar, { description: 'Points are given by this much.' }) step!: string;
  @Field() illustrative!: boolean;
}

@ObjectType('IndexScheme', { description: 'By which criteria units are scored; it stands from when it is put in force.' })
export class IndexSchemeObject extends IndexSchemeNameObject implements Omit<IndexSchemeRead, 'whyNotEdit' | 'whyNotPutInForce'> {
  @Field(() => Int) version!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose office keeps it.' }) host!: UnitNameObject;
  @Field(() => IndexSchemeStateEnum, { description: 'Whether it stands.' }) state!: IndexSchemeState;
  @Field(() => Date, { nullable: true, description: 'Since when it stands; null: a draft.' }) putInForceAt!: Date | null;
  @Field(() => DecimalScalar, { description: 'What the maxima of its criteria add up to.' }) maximaSum!: string;
  @Field(() => [IndexFieldObject], { description: 'In the order of the decision.' }) fields!: readonly IndexFieldObject[];
  @WhyNotField('What keeps you from changing it.') whyNotEdit!: Reason;
  @WhyNotField('What keeps you from putting it in force.') whyNotPutInForce!: Reason;
}

/** More than nothing, to two decimals. */
const POINTS = /^(?!0+(\.0+)?$)\d{1,4}(\.\d{1,2})?$/;

@InputType({ description: 'A criterion of a scheme.' })
export class IndexCriterionInput {
  @Field({ description: 'Its number in the decision, as `1.2`.' }) @Length(1, 20) criterionCode!: string;
  @Field() @Length(1, 500) nameVi!: string;
  @Field() @Length(1, 500) nameEn!: string;
  @Field(() => DecimalScalar, { description: 'How many points at most, to two decimals.' }) @Matches(POINTS) maximum!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A criterion of an older scheme in force with the same meaning; its maximum may be another.',
  })
  @IsOptional()
  @IsUUID()
  comparableWithId?: string | null;
}

@InputType({ description: 'A field of a scheme, with the criteria in it.' })
export class IndexFieldInput {
  @Field({ description: 'Its number in the decision, as `1`.' }) @Length(1, 20) criterionCode!: string;
  @Field() @Length(1, 500) nameVi!: string;
  @Field() @Length(1, 500) nameEn!: string;
  @Field(() => [IndexCriterionInput], { description: 'In the order of the decision.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CRITERIA)
  @ValidateNested({ each: true })
  @Type(() => IndexCriterionInput)
  criteria!: IndexCriterionInput[];
}

@InputType({ isAbstract: true })
abstract class SaidOfSchemeInput extends MutationInput {
  @Field() @Length(1, 300) nameVi!: string;
  @Field() @Length(1, 300) nameEn!: string;
  @Field({ description: 'The number of the decision that it rests on.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of that decision.' }) decidedOn!: string;
  @Field({ description: 'Who decided it.' }) @Length(1, 200) issuer!: string;
  @Field(() => Int, { description: 'The first year that it is used for.' }) @IsInt() @Min(2000) @Max(2999) fromYear!: number;
  @Field(() => DecimalScalar, { description: 'How many points there are in all; the maxima add up to it.' })
  @Matches(POINTS)
  total!: string;
  @Field(() => DecimalScalar, { defaultValue: '0.01', description: 'Points are given by this much: 0.01, 0.05, 0.1, 0.25, 0.5 or 1.' })
  @IsIn(INDEX_STEPS)
  step!: string;
  @Field(() => [IndexFieldInput], { description: 'In the order of the decision.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => IndexFieldInput)
  fields!: IndexFieldInput[];
}

@InputType()
export class EnterIndexSchemeInput extends SaidOfSchemeInput {
  @Field(() => ID, { nullable: true, description: 'The unit whose office keeps it; left out: the highest one of yours.' })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
}

@InputType()
export class EditIndexSchemeInput extends SaidOfSchemeInput {
  @Field(() => ID, { description: 'Which scheme.' }) @IsUUID() schemeId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class PutIndexSchemeInForceInput extends MutationInput {
  @Field(() => ID, { description: 'Which scheme.' }) @IsUUID() schemeId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

export const EnterIndexSchemeResult = orRefusal('EnterIndexSchemeResult', IndexSchemeObject);
export const EditIndexSchemeResult = orRefusal('EditIndexSchemeResult', IndexSchemeObject);
export const PutIndexSchemeInForceResult = orRefusal('PutIndexSchemeInForceResult', IndexSchemeObject);
