import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsUUID, Max, Min } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  DecimalScalar,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type CommonCriterion,
  type ComparedUnit,
  type IndexComparisonRead,
  type ReachedRead,
} from '../application/index-comparison.queries.js';
import {
  type FieldPoints,
  type IndexRowRead,
  type IndexYearListed,
  type IndexYearRead,
  type UnitIndexRead,
} from '../application/index-year.queries.js';
import { INDEX_SHEET_STATES, type IndexSheetState, MOST_INDEX_UNITS } from '../domain/index-states.js';
import { IndexFieldObject, IndexSchemeNameObject, enumOf } from './index-scheme.types.js';

export const IndexSheetStateEnum = enumOf(INDEX_SHEET_STATES);
registerEnumType(IndexSheetStateEnum, { name: 'IndexSheetState', description: 'How far the scores of a unit are.' });

@ObjectType('IndexYearSummary', { description: 'A year of the index in a list.' })
export class IndexYearSummaryObject implements IndexYearListed {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Which year the points are of.' }) year!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose office keeps it.' }) host!: UnitNameObject;
  @Field(() => IndexSchemeNameObject, { description: 'By which scheme units are scored.' }) scheme!: IndexSchemeNameObject;
  @Field(() => LocalDateScalar, { description: 'By when units score themselves.' }) selfDueOn!: string;
  @Field(() => Int, { description: 'How many units are scored.' }) units!: number;
  @Field(() => Int, { description: 'Of how many of them the points are settled.' }) settled!: number;
}

@ObjectType('IndexFieldPoints', { description: 'What a unit reached in one field.' })
export class IndexFieldPointsObject implements FieldPoints {
  @Field(() => ID, { description: 'Which field of the scheme.' }) fieldId!: string;
  @Field(() => DecimalScalar, { description: 'How many points.' }) points!: string;
  @Field(() => DecimalScalar, { description: 'In per cent of the maximum, to two decimals.' }) sharePercent!: string;
}

@ObjectType('IndexRow', { description: 'What one unit reached in a year.' })
export class IndexRowObject implements IndexRowRead {
  @Field(() => ID, { description: 'Of the sheet of the unit.' }) id!: string;
  @Field(() => UnitNameObject, { description: 'Which unit.' }) unit!: UnitNameObject;
  @Field(() => IndexSheetStateEnum, { description: 'How far its scores are.' }) state!: IndexSheetState;
  @Field(() => DecimalScalar, { nullable: true, description: 'What it gives itself; null: not sent in yet.' }) selfTotal!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What was assessed; null: not yet.' }) assessedTotal!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What was settled; null: not yet.' }) finalTotal!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of the last step that is done; null: none is.' }) total!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'That in per cent of the maximum, to two decimals; null: no step is done.' })
  sharePercent!: string | null;
  @Field(() => Int, { nullable: true, description: 'Its place, 1 the highest, which equal totals share; null: not all units are settled.' })
  rank!: number | null;
  @Field(() => [IndexFieldPointsObject], { description: 'Field by field, of the last step that is done; none: no step is.' })
  fields!: readonly IndexFieldPointsObject[];
}

@ObjectType('IndexYear', { description: 'The index of a year: units by fields, with totals and what they are of the maximum.' })
export class IndexYearObject extends IndexYearSummaryObject implements IndexYearRead {
  @Field(() => [IndexFieldObject], { description: 'The fields of the scheme.' }) fields!: readonly IndexFieldObject[];
  @Field(() => [IndexRowObject], { description: 'Units that are settled, and of the others those that you read; by name.' })
  rows!: readonly IndexRowObject[];
}

@ObjectType('UnitIndex', { description: 'What was settled of a unit in one year.' })
export class UnitIndexObject implements UnitIndexRead {
  @Field(() => ID, { description: 'Of the sheet of the unit.' }) id!: string;
  @Field(() => Int, { description: 'Which year.' }) year!: number;
  @Field(() => IndexSchemeNameObject, { description: 'By which scheme: totals of two schemes are not comparable.' })
  scheme!: IndexSchemeNameObject;
  @Field(() => DecimalScalar, { description: 'How many points.' }) total!: string;
  @Field(() => DecimalScalar, { description: 'In per cent of the maximum, to two decimals.' }) sharePercent!: string;
}

@ObjectType('IndexReached', { description: 'Points for criteria that two years have in common.' })
export class IndexReachedObject implements ReachedRead {
  @Field(() => DecimalScalar, { description: 'How many points.' }) points!: string;
  @Field(() => DecimalScalar, { description: 'Of how many, by the scheme of the year.' }) maximum!: string;
  @Field(() => DecimalScalar, { description: 'The one in per cent of the other, to two decimals.' }) sharePercent!: string;
}

@ObjectType('IndexComparedUnit', { description: 'A unit in two years.' })
export class IndexComparedUnitObject implements ComparedUnit {
  @Field(() => UnitNameObject, { description: 'Which unit.' }) unit!: UnitNameObject;
  @Field(() => IndexReachedObject, { description: 'Common criteria in the other year.' }) before!: IndexReachedObject;
  @Field(() => IndexReachedObject, { description: 'Common criteria in the year.' }) now!: IndexReachedObject;
  @Field(() => DecimalScalar, { description: 'The share of the year less that of the other, in points of a hundred.' }) change!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The same of the totals; null where these are not comparable.' })
  totalChange!: string | null;
}

@ObjectType('IndexCommonCriterion', { description: 'A criterion that means the same in both years.' })
export class IndexCommonCriterionObject implements CommonCriterion {
  @Field({ description: 'Its number in the year.' }) criterionCode!: string;
  @Field({ description: 'Its number in the other year.' }) codeBefore!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => DecimalScalar, { description: 'How many points at most in the year.' }) maximum!: string;
  @Field(() => DecimalScalar, { description: 'How many points at most in the other year.' }) maximumBefore!: string;
}

@ObjectType('IndexComparison', { description: 'Two years beside one another, by the criteria that mean the same in both.' })
export class IndexComparisonObject implements Omit<IndexComparisonRead, 'whyNotTotals'> {
  @Field(() => IndexYearSummaryObject, { description: 'The other year.' }) before!: IndexYearSummaryObject;
  @Field(() => IndexYearSummaryObject, { description: 'The year.' }) now!: IndexYearSummaryObject;
  @Field(() => [IndexCommonCriterionObject], { description: 'None: nothing is comparable.' })
  common!: readonly IndexCommonCriterionObject[];
  @Field(() => [IndexComparedUnitObject], { description: 'Units that are settled in both, by name.' })
  units!: readonly IndexComparedUnitObject[];
  @WhyNotField('What keeps the totals from being compared.') whyNotTotals!: Reason;
}

export const IndexYearConnection = connectionOf('IndexYearSummary', IndexYearSummaryObject);

@ArgsType()
export class IndexYearsArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
}

@ArgsType()
export class IndexYearArguments {
  @Field(() => ID, { description: 'Which year.' }) @IsUUID() yearId!: string;
}

@ArgsType()
export class IndexComparisonArguments extends IndexYearArguments {
  @Field(() => ID, { description: 'The other year.' }) @IsUUID() withId!: string;
}

@InputType()
export class OpenIndexYearInput extends MutationInput {
  @Field(() => ID, { description: 'By which scheme, which is in force.' }) @IsUUID() schemeId!: string;
  @Field(() => Int, { description: 'Which year the points are of.' }) @IsInt() @Min(2000) @Max(2999) year!: number;
  @Field(() => LocalDateScalar, { description: 'By when units score themselves.' }) selfDueOn!: string;
  @Field(() => [ID], { description: 'The units that are scored.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INDEX_UNITS)
  @IsUUID('all', { each: true })
  unitIds!: string[];
}

export const OpenIndexYearResult = orRefusal('OpenIndexYearResult', IndexYearObject);
