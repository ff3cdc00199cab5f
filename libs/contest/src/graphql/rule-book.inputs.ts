import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { DecimalScalar, MutationInput } from '#lib/platform';
import {
  AGGREGATIONS,
  COMBINATIONS,
  type CriterionRule,
  type RoundRule,
  type RuleBookContent,
  TIE_BREAKS,
  TRIMMINGS,
  type TieBreakRule,
} from '../domain/rule-book.js';
import { AggregationEnum, CombinationEnum, TieBreakEnum, TrimmingEnum } from './enums.js';

@InputType()
export class BandInput {
  @Field(() => DecimalScalar) @IsString() from!: string;
  @Field(() => DecimalScalar) @IsString() to!: string;
  @Field() @MaxLength(500) vi!: string;
  @Field() @MaxLength(500) en!: string;
}

@InputType()
export class CriterionRuleInput implements CriterionRule {
  @Field() @MaxLength(60) key!: string;
  @Field() @MaxLength(300) nameVi!: string;
  @Field() @MaxLength(300) nameEn!: string;
  @Field(() => String, { nullable: true, defaultValue: null }) @IsOptional() @MaxLength(2000) guidanceVi!: string | null;
  @Field(() => String, { nullable: true, defaultValue: null }) @IsOptional() @MaxLength(2000) guidanceEn!: string | null;
  @Field(() => DecimalScalar) @IsString() max!: string;
  @Field(() => DecimalScalar) @IsString() step!: string;
  @Field(() => DecimalScalar, { nullable: true, defaultValue: null }) @IsOptional() @IsString() knockOutMinimum!: string | null;
  @Field({ defaultValue: false }) @IsBoolean() commentRequired!: boolean;
  @Field(() => [BandInput], { defaultValue: [] }) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => BandInput) bands!: BandInput[];

  @Field(() => [CriterionRuleInput], { defaultValue: [] })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => CriterionRuleInput)
  children!: CriterionRuleInput[];
}

@InputType()
export class AggregationRuleInput {
  @Field(() => AggregationEnum) @IsIn(AGGREGATIONS) kind!: RoundRule['aggregation']['kind'];
  @Field(() => TrimmingEnum, { defaultValue: 'SHEETS' }) @IsIn(TRIMMINGS) trimming!: RoundRule['aggregation']['trimming'];
}

@InputType()
export class CutOffRuleInput {
  @Field(() => DecimalScalar, { nullable: true, defaultValue: null }) @IsOptional() @IsString() score!: string | null;
  @Field(() => Int, { nullable: true, defaultValue: null }) @IsOptional() @IsInt() top!: number | null;
}

@InputType()
export class RoundRuleInput implements RoundRule {
  @Field() @MaxLength(60) key!: string;
  @Field() @MaxLength(300) nameVi!: string;
  @Field() @MaxLength(300) nameEn!: string;
  @Field(() => [CriterionRuleInput]) @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => CriterionRuleInput) rubric!: CriterionRuleInput[];
  @Field(() => Int) @IsInt() judgesPerInitiative!: number;
  @Field(() => Int) @IsInt() minimumCards!: number;
  @Field(() => DecimalScalar, { defaultValue: '0' }) @IsString() weight!: string;
  @Field(() => AggregationRuleInput) @ValidateNested() @Type(() => AggregationRuleInput) aggregation!: AggregationRuleInput;
  @Field(() => DecimalScalar, { nullable: true, defaultValue: null }) @IsOptional() @IsString() divergenceThreshold!: string | null;
  @Field(() => CutOffRuleInput) @ValidateNested() @Type(() => CutOffRuleInput) cutOff!: CutOffRuleInput;
}

@InputType()
export class CombinationRuleInput {
  @Field(() => CombinationEnum) @IsIn(COMBINATIONS) kind!: RuleBookContent['combination']['kind'];
}

@InputType()
export class RoundingRuleInput {
  @Field(() => Int) @IsInt() places!: number;
}

@InputType({ description: '`CRITERION` names a round and a criterion of it, `ROUND_SCORE` a round, `CHAIR_VOTE` neither.' })
export class TieBreakRuleInput {
  @Field(() => TieBreakEnum) @IsIn(TIE_BREAKS) kind!: TieBreakRule['kind'];
  @Field(() => String, { defaultValue: '' }) @MaxLength(60) round!: string;
  @Field(() => String, { defaultValue: '' }) @MaxLength(60) criterion!: string;
}

@InputType()
export class RuleBookContentInput implements RuleBookContent {
  @Field(() => [RoundRuleInput]) @ArrayMaxSize(6) @ValidateNested({ each: true }) @Type(() => RoundRuleInput) rounds!: RoundRuleInput[];
  @Field(() => CombinationRuleInput) @ValidateNested() @Type(() => CombinationRuleInput) combination!: CombinationRuleInput;
  @Field(() => RoundingRuleInput) @ValidateNested() @Type(() => RoundingRuleInput) rounding!: RoundingRuleInput;
  @Field(() => [TieBreakRuleInput]) @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => TieBreakRuleInput) tieBreak!: TieBreakRuleInput[];
}

@InputType()
export class SetRuleBookInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => RuleBookContentInput) @ValidateNested() @Type(() => RuleBookContentInput) content!: RuleBookContentInput;
}

@InputType()
export class AmendRuleBookInput extends SetRuleBookInput {
  @Field() @IsString() @Length(1, 100) decisionNumber!: string;
  @Field() @IsString() @Length(1, 2000) reason!: string;
}
