import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DecimalScalar, Lines, LocalDateScalar, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type IndexScoreRead, type IndexSheetField, type IndexSheetRead } from '../application/index-sheet.queries.js';
import { type IndexSheetState, MOST_CRITERIA } from '../domain/index-states.js';
import { IndexSchemeNameObject } from './index-scheme.types.js';
import { IndexSheetStateEnum } from './index-year.types.js';

@ObjectType('IndexScore', { description: 'The points of a unit for one criterion, step by step.' })
export class IndexScoreObject implements IndexScoreRead {
  @Field(() => ID) id!: string;
  @Field({ description: 'The number of the criterion in the decision.' }) criterionCode!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => DecimalScalar, { description: 'How many points at most.' }) maximum!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the unit gives itself; null: nothing yet.' }) selfPoints!: string | null;
  @Field(() => String, { nullable: true, description: 'What it rests that on; null: nothing was said.' }) evidence!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the office assessed; null: nothing yet.' }) assessedPoints!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Why that departs from what the unit gives itself; null: nothing was said.' })
  assessedReason!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What was settled; null: nothing yet.' }) finalPoints!: string | null;
  @Field(() => String, { nullable: true, description: 'Why that departs from what was assessed; null: nothing was said.' })
  finalReason!: string | null;
}

@ObjectType('IndexSheetField', { description: 'A field of the index on the sheet of a unit.' })
export class IndexSheetFieldObject implements IndexSheetField {
  @Field(() => ID) id!: string;
  @Field({ description: 'Its number in the decision.' }) criterionCode!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => [IndexScoreObject], { description: 'Criterion by criterion.' }) scores!: readonly IndexScoreObject[];
}

@ObjectType('IndexSheet', { description: 'The scores of one unit for a year: its own, what the office assessed, and what was settled.' })
export class IndexSheetObject implements Omit<IndexSheetRead, Whys> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { description: 'The year of the index that it is of.' }) yearId!: string;
  @Field(() => Int, { description: 'Which year that is.' }) year!: number;
  @Field(() => LocalDateScalar, { description: 'By when the unit scores itself.' }) selfDueOn!: string;
  @Field(() => IndexSchemeNameObject, { description: 'By which scheme.' }) scheme!: IndexSchemeNameObject;
  @Field(() => UnitNameObject, { description: 'Which unit.' }) unit!: UnitNameObject;
  @Field(() => IndexSheetStateEnum, { description: 'How far it is.' }) state!: IndexSheetState;
  @Field(() => Date, { nullable: true, description: 'When the unit sent it in; null: not yet.' }) submittedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who sent it in; null: nobody yet, or the system.' }) submittedByName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was assessed; null: not yet.' }) assessedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who assessed it; null: nobody yet, or the system.' }) assessedByName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was settled; null: not yet.' }) settledAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who settled it; null: nobody yet, or the system.' }) settledByName!: string | null;
  @Field(() => [IndexSheetFieldObject], { description: 'Field by field.' }) fields!: readonly IndexSheetFieldObject[];
  @Field(() => DecimalScalar, { description: 'What the unit gives itself, as far as it is.' }) selfTotal!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What was assessed, as far as it is; null: not sent in yet.' })
  assessedTotal!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What was settled; null: not yet.' }) finalTotal!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'That in per cent of the maximum, to two decimals; null: not settled.' })
  finalPercent!: string | null;
  @Field(() => Int, { description: 'How many criteria have no points of the step that it is at.' }) unscored!: number;
  @WhyNotField('What keeps you from writing points of the step that it is at.') whyNotScore!: Reason;
  @WhyNotField('What keeps you from sending it in.') whyNotSubmit!: Reason;
  @WhyNotField('What keeps you from saying that it is assessed.') whyNotAssess!: Reason;
  @WhyNotField('What keeps you from settling it.') whyNotSettle!: Reason;
}
type Whys = 'whyNotScore' | 'whyNotSubmit' | 'whyNotAssess' | 'whyNotSettle';

@InputType({ description: 'Points for one criterion, in the step that the sheet is at.' })
export class IndexScoreInput {
  @Field(() => ID, { description: 'Of which criterion of the sheet.' }) @IsUUID() scoreId!: string;
  @Field(() => DecimalScalar, { description: 'From 0 to the maximum, by the step of the scheme.' }) @IsString() points!: string;
  @Lines()
  @Field(() => String, {
    nullable: true,
    description: 'Of the unit: what it rests the points on. Of the office: why they depart from those before, which is then needed.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;
}

@InputType({ isAbstract: true })
abstract class OfSheetInput extends MutationInput {
  @Field(() => ID, { description: 'Which sheet.' }) @IsUUID() sheetId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class SaveIndexScoresInput extends OfSheetInput {
  @Field(() => [IndexScoreInput], { description: 'Criteria that are left out stay as they are.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CRITERIA)
  @ValidateNested({ each: true })
  @Type(() => IndexScoreInput)
  scores!: IndexScoreInput[];
}

@InputType()
export class SubmitIndexSheetInput extends OfSheetInput {}

@InputType()
export class AssessIndexSheetInput extends OfSheetInput {}

@InputType()
export class SettleIndexSheetInput extends OfSheetInput {}

export const SaveIndexScoresResult = orRefusal('SaveIndexScoresResult', IndexSheetObject);
export const SubmitIndexSheetResult = orRefusal('SubmitIndexSheetResult', IndexSheetObject);
export const AssessIndexSheetResult = orRefusal('AssessIndexSheetResult', IndexSheetObject);
export const SettleIndexSheetResult = orRefusal('SettleIndexSheetResult', IndexSheetObject);
