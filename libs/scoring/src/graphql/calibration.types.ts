import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { TEXT_MAX, TITLE_MAX } from '#domain/initiative';
import { PersonNameObject } from '#lib/identity';
import { DecimalScalar, Lines, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import {
  type CalibratingJudge,
  type CalibrationOverviewRow,
  type CalibrationRow,
  type OwnSampleRow,
} from '../application/calibration/calibration.queries.js';
import { type SampleText } from '../domain/calibration/calibration.entity.js';
import { type CriterionSpread, type Range, type SampleSpread } from '../domain/calibration/spread.js';
import { MarkInput, MarkObject, ScorecardCriterionObject } from './scorecard.types.js';

@ObjectType('MarkRange', { description: 'How far apart the judges are.' })
export class RangeObject implements Range {
  @Field(() => DecimalScalar) lowest!: string;
  @Field(() => DecimalScalar) highest!: string;
  @Field(() => DecimalScalar, { description: 'Rounded half up to two places.' }) mean!: string;
}

@ObjectType('CriterionSpread', { description: 'How far the cards lie apart at one criterion, in points.' })
export class CriterionSpreadObject extends RangeObject implements CriterionSpread {
  @Field({ description: 'The key of the criterion.' }) criterion!: string;
}

@ObjectType('SampleSpread', { description: 'How the judges who signed saw a sample, without their names.' })
export class SampleSpreadObject implements SampleSpread {
  @Field(() => Int, { description: 'How many have signed.' }) signed!: number;
  @Field(() => RangeObject, { nullable: true, description: 'Of the totals; null where nobody has signed.' }) total!: RangeObject | null;
  @Field(() => [CriterionSpreadObject], { description: 'Criterion by criterion.' }) criteria!: CriterionSpreadObject[];
}

@ObjectType('CalibrationCard', { description: 'A judge’s card of a sample, signed.' })
export class CalibrationCardObject {
  @Field(() => [MarkObject]) marks!: MarkObject[];
  @Field(() => DecimalScalar) total!: string;
  @Field(() => Date) signedAt!: string;
}

@ObjectType({ isAbstract: true })
abstract class SampleObject implements SampleText {
  @Field(() => ID) id!: string;
  @Field(() => Int) ordinal!: number;
  @Field() title!: string;
  @Field() problem!: string;
  @Field() solution!: string;
  @Field() novelty!: string;
  @Field() effect!: string;
}

@ObjectType('OwnCalibrationSample', { description: 'A sample with your own card.' })
export class OwnSampleObject extends SampleObject implements OwnSampleRow {
  @Field(() => CalibrationCardObject, { nullable: true, description: 'Yours; null before you have signed it.' })
  card!: CalibrationCardObject | null;
  @Field(() => SampleSpreadObject, { nullable: true, description: 'How all who signed saw it; null before you have signed both samples.' })
  spread!: SampleSpreadObject | null;
  @Field() canSign!: boolean;
}

@ObjectType('Calibration', { description: "A judge's samples for a round; the id is the round's." })
export class CalibrationObject implements Omit<CalibrationRow, 'criteria'> {
  @Field(() => ID) id!: string;
  @Field({ description: 'Whether the round asks for it.' }) asked!: boolean;
  @Field(() => Date, { nullable: true, description: 'When you said that you had seen the spread; null before.' }) finishedAt!: Date | null;
  @Field({ description: 'Whether you may finish your calibration now.' }) canFinish!: boolean;
  @WhyNotField('What stands in the way of finishing.') whyNotFinish!: Reason;
  @Field(() => [ScorecardCriterionObject], { description: 'The criteria that the samples are marked by.' })
  criteria!: ScorecardCriterionObject[];
  @Field(() => [OwnSampleObject], { description: 'The samples, each with your own card.' }) samples!: OwnSampleObject[];
}

@ObjectType('CalibrationSample', { description: 'A sample that judges mark before a round, and how far their cards lie apart.' })
export class CalibrationSampleObject extends SampleObject {
  @Field(() => SampleSpreadObject, { description: 'How far the signed cards lie apart.' }) spread!: SampleSpreadObject;
}

@ObjectType('CalibratingJudge', { description: 'How far one judge is with the samples.' })
export class CalibratingJudgeObject implements CalibratingJudge {
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => Int, { description: 'Samples scored.' }) signed!: number;
  @Field(() => Date, { nullable: true }) finishedAt!: string | null;
}

@ObjectType('CalibrationOverview', { description: "A round's calibration, to who runs the judging; id and version are the round's." })
export class CalibrationOverviewObject implements CalibrationOverviewRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field({ description: 'Whether judges have to mark samples before the round.' }) asked!: boolean;
  @Field({ description: 'Whether you may choose other samples now.' }) canSetSamples!: boolean;
  @WhyNotField('What stands in the way of setting other samples.') whyNotSetSamples!: Reason;
  @Field(() => [CalibrationSampleObject], { description: 'The samples, each with how far the cards lie apart.' })
  samples!: CalibrationSampleObject[];
  @Field(() => [CalibratingJudgeObject], { description: 'How far each judge is.' }) judges!: CalibratingJudgeObject[];
}

@ArgsType()
export class CalibrationArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@InputType({ description: 'A sample that judges mark before a round.' })
export class SampleInput implements SampleText {
  @Field() @IsString() @Length(3, TITLE_MAX) title!: string;
  @Lines() @Field() @IsString() @Length(1, TEXT_MAX) problem!: string;
  @Lines() @Field() @IsString() @Length(1, TEXT_MAX) solution!: string;
  @Lines() @Field() @IsString() @Length(1, TEXT_MAX) novelty!: string;
  @Lines() @Field() @IsString() @Length(1, TEXT_MAX) effect!: string;
}

@InputType()
export class SetCalibrationSamplesInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Int, { description: "The round's." }) @IsInt() version!: number;
  @Field(() => [SampleInput], { description: 'Two.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SampleInput)
  samples!: SampleInput[];
}

@InputType()
export class SignCalibrationCardInput extends MutationInput {
  @Field(() => ID) @IsUUID() sampleId!: string;
  @Field(() => [MarkInput]) @ArrayMaxSize(200) marks!: MarkInput[];
}

@InputType()
export class FinishCalibrationInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
}

export const SetCalibrationSamplesResult = orRefusal('SetCalibrationSamplesResult', CalibrationOverviewObject);
export const SignCalibrationCardResult = orRefusal('SignCalibrationCardResult', CalibrationObject);
export const FinishCalibrationResult = orRefusal('FinishCalibrationResult', CalibrationObject);
