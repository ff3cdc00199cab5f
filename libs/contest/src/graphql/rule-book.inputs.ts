import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DecimalScalar, Lines, MutationInput } from '#lib/platform';
import {
  AGGREGATIONS,
  COMBINATIONS,
  CUT_OFF_JOINS,
  type CriterionRule,
  type CutOffJoin,
  type CutOffRule,
  FURTHER_MARKS,
  type FurtherMark,
  type PresentationRule,
  RANKED_ON,
  type RankedOn,
  type RoundRule,
  type RoundingRule,
  type RuleBookContent,
  TIE_BREAKS,
  TRIMMINGS,
  type TieBreakRule,
  VISIBILITIES,
  type Visibility,
  AUTHOR_READS,
  type AuthorRead,
  PUBLIC_TEXTS,
  type PublicText,
} from '../domain/rule-book.js';
import {
  AggregationEnum,
  CombinationEnum,
  CutOffJoinEnum,
  FurtherMarkEnum,
  RankedOnEnum,
  TieBreakEnum,
  TrimmingEnum,
  VisibilityEnum,
  AuthorReadEnum,
  PublicTextEnum,
} from './enums.js';

@InputType({ description: 'What points mean in words.' })
export class BandInput {
  @Field(() => DecimalScalar, { description: 'The fewest points of the band.' }) @IsString() from!: string;
  @Field(() => DecimalScalar, { description: 'The most points of the band.' }) @IsString() to!: string;
  @Lines() @Field() @MaxLength(500) vi!: string;
  @Lines() @Field() @MaxLength(500) en!: string;
}

@InputType({ isAbstract: true })
abstract class CriterionBase {
  @Field() @MaxLength(60) key!: string;
  @Field() @MaxLength(300) nameVi!: string;
  @Field() @MaxLength(300) nameEn!: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2000) guidanceVi: string | null = null;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2000) guidanceEn: string | null = null;
  @Field(() => DecimalScalar) @IsString() max!: string;
  @Field(() => DecimalScalar) @IsString() step!: string;
  @Field(() => DecimalScalar, { nullable: true }) @IsOptional() @IsString() knockOutMinimum: string | null = null;
  @Field(() => Boolean, { nullable: true }) @IsBoolean() commentRequired = false;
  @Field(() => [BandInput], { nullable: true })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BandInput)
  bands: BandInput[] = [];
}

// A level, a type: so no tree of criteria is deeper than the rubric may be.
@InputType({ description: 'The lowest level of the tree.' })
export class LeafCriterionRuleInput extends CriterionBase implements CriterionRule {
  @Field(() => [String], { nullable: true, description: 'Always empty.' }) @ArrayMaxSize(0) children: never[] = [];
}

@InputType({ description: 'A sub-criterion of a rubric.' })
export class SubCriterionRuleInput extends CriterionBase implements CriterionRule {
  @Field(() => [LeafCriterionRuleInput], { nullable: true })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => LeafCriterionRuleInput)
  children: LeafCriterionRuleInput[] = [];
}

@InputType({ description: 'A criterion of a rubric, which is marked itself or has sub-criteria.' })
export class CriterionRuleInput extends CriterionBase implements CriterionRule {
  @Field(() => [SubCriterionRuleInput], { nullable: true })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => SubCriterionRuleInput)
  children: SubCriterionRuleInput[] = [];
}

@InputType({ description: 'How the cards of an initiative become its score.' })
export class AggregationRuleInput {
  @Field(() => AggregationEnum) @IsIn(AGGREGATIONS) kind!: RoundRule['aggregation']['kind'];
  @Field(() => TrimmingEnum, { nullable: true }) @IsIn(TRIMMINGS) trimming: RoundRule['aggregation']['trimming'] = 'SHEETS';
}

@InputType({ description: 'Who passes into the next round.' })
export class CutOffRuleInput implements CutOffRule {
  @Field(() => DecimalScalar, { nullable: true, description: 'The least score that passes; null: no score is asked.' })
  @IsOptional()
  @IsString()
  score: string | null = null;
  @Field(() => Int, { nullable: true, description: 'How many pass at most, equals at the edge aside; null: any number.' })
  @IsOptional()
  @IsInt()
  top: number | null = null;
  @Field(() => CutOffJoinEnum, { nullable: true, description: 'Default ALL; ANY only with both a score and a top.' })
  @IsIn(CUT_OFF_JOINS)
  join: CutOffJoin = 'ALL';
}

@InputType({ description: 'How initiatives are presented in a round.' })
export class PresentationRuleInput implements PresentationRule {
  @Field(() => Int, { nullable: true, description: 'Default 10.' }) @IsInt() presentMinutes = 10;
  @Field(() => Int, { nullable: true, description: 'Default 5.' }) @IsInt() questionMinutes = 5;
  @Field(() => Boolean, { nullable: true, description: 'A card is marked only once its presentation has begun. Default false.' })
  @IsBoolean()
  marksInRoom = false;
}

@InputType({ description: 'What the rule book says of one round.' })
export class RoundRuleInput implements RoundRule {
  @Field() @MaxLength(60) key!: string;
  @Field() @MaxLength(300) nameVi!: string;
  @Field() @MaxLength(300) nameEn!: string;
  @Field(() => [CriterionRuleInput])
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => CriterionRuleInput)
  rubric!: CriterionRuleInput[];
  @Field(() => Int) @IsInt() judgesPerInitiative!: number;
  @Field(() => Int) @IsInt() minimumCards!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of a weighted combination, and of no other.' })
  @IsOptional()
  @IsString()
  weight: string | null = null;
  @Field(() => AggregationRuleInput, { description: 'How the cards of an initiative become its score.' })
  @ValidateNested()
  @Type(() => AggregationRuleInput)
  aggregation!: AggregationRuleInput;
  @Field(() => DecimalScalar, { nullable: true }) @IsOptional() @IsString() divergenceThreshold: string | null = null;
  @Field(() => CutOffRuleInput) @ValidateNested() @Type(() => CutOffRuleInput) cutOff!: CutOffRuleInput;
  @Field(() => FurtherMarkEnum, { nullable: true, description: 'Default JOINS; another only with a divergence threshold.' })
  @IsIn(FURTHER_MARKS)
  furtherMark: FurtherMark = 'JOINS';
  @Field(() => VisibilityEnum, { nullable: true, description: 'Default NAMED.' }) @IsIn(VISIBILITIES) visibility: Visibility = 'NAMED';
  @Field(() => PresentationRuleInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PresentationRuleInput)
  presentation: PresentationRuleInput | null = null;
  @Field(() => Boolean, { nullable: true, description: 'Judges score two samples before they mark. Default false.' })
  @IsBoolean()
  calibration = false;
}

@InputType({ description: 'How the rounds become the final score.' })
export class CombinationRuleInput {
  @Field(() => CombinationEnum) @IsIn(COMBINATIONS) kind!: RuleBookContent['combination']['kind'];
}

@InputType({ description: 'How scores are rounded, and what ranks are made of.' })
export class RoundingRuleInput implements RoundingRule {
  @Field(() => Int, { description: 'How many decimals scores are rounded to.' }) @IsInt() places!: number;
  @Field(() => RankedOnEnum, { nullable: true, description: 'Default UNROUNDED.' }) @IsIn(RANKED_ON) rankOn: RankedOn = 'UNROUNDED';
}

@InputType({ description: '`CRITERION` names a round and a criterion of it, `ROUND_SCORE` a round, `CHAIR_VOTE` neither.' })
export class TieBreakRuleInput {
  @Field(() => TieBreakEnum) @IsIn(TIE_BREAKS) kind!: TieBreakRule['kind'];
  @Field(() => String, { nullable: true }) @MaxLength(60) round = '';
  @Field(() => String, { nullable: true }) @MaxLength(60) criterion = '';
}

@InputType({ description: 'What a rule book says.' })
export class RuleBookContentInput implements RuleBookContent {
  @Field(() => [RoundRuleInput], { description: 'The rounds, in their order.' })
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => RoundRuleInput)
  rounds!: RoundRuleInput[];
  @Field(() => CombinationRuleInput) @ValidateNested() @Type(() => CombinationRuleInput) combination!: CombinationRuleInput;
  @Field(() => RoundingRuleInput) @ValidateNested() @Type(() => RoundingRuleInput) rounding!: RoundingRuleInput;
  @Field(() => [TieBreakRuleInput])
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TieBreakRuleInput)
  tieBreak!: TieBreakRuleInput[];
  @Field(() => Boolean, { nullable: true, description: 'Anyone may download the result pack after publication. Default false.' })
  @IsBoolean()
  publicPack = false;
  @Field(() => [PublicTextEnum], {
    nullable: true,
    description: 'Texts that everybody may read of an initiative with a prize or a roll-out. Default none.',
  })
  @IsArray()
  @ArrayMaxSize(PUBLIC_TEXTS.length)
  publicText: PublicText[] = [];
  @Field(() => Boolean, { nullable: true, description: 'Anyone may read the final ranking after publication. Default false.' })
  @IsBoolean()
  publicRanking = false;
  @Field(() => [AuthorReadEnum], { nullable: true, description: 'What authors may read of the result of their initiative. Default none.' })
  @IsArray()
  @ArrayMaxSize(AUTHOR_READS.length)
  authorsRead: AuthorRead[] = [];
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
  @Lines() @Field() @IsString() @Length(1, 2000) reason!: string;
}
