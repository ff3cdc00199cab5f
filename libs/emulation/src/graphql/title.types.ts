import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import { PersonNameObject } from '#lib/identity';
import { UnitNameObject } from '#lib/units';
import { type AchievementNamed, type TitleKindNamed } from '../application/achievement.queries.js';
import { type EligibilityRead, type LinkRead } from '../application/eligibility.queries.js';
import { type LinkNamed, type RuleRead, type TitleKindRead } from '../application/title.queries.js';
import { CHAIN_MOST, LINK_YEARS, VERDICTS, type Verdict, YEAR_FINDINGS, type YearFinding } from '../domain/eligibility.js';
import { FIRST_YEAR } from '../domain/achievement.entity.js';
import { TITLE_LEVELS, type TitleLevel } from '../domain/title-kind.entity.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const TitleLevelEnum = enumOf(TITLE_LEVELS);
export const VerdictEnum = enumOf(VERDICTS);
export const YearFindingEnum = enumOf(YEAR_FINDINGS);
registerEnumType(TitleLevelEnum, { name: 'TitleLevel', description: 'Who gives a title.' });
registerEnumType(VerdictEnum, { name: 'EligibilityVerdict', description: 'What the records here say of what a title asks for.' });
registerEnumType(YearFindingEnum, { name: 'YearFinding', description: 'What the records here say of one year.' });

@ObjectType('TitleKindName', { description: 'A kind of title as others name it.' })
export class TitleKindNameObject implements TitleKindNamed {
  @Field(() => ID) id!: string;
  @Field({ description: 'What programs call it.' }) kindCode!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => TitleLevelEnum, { description: 'Who gives it.' }) level!: TitleLevel;
}

@ObjectType('TitleKind', { description: 'A title, a commendation or another achievement that is recorded of officials.' })
export class TitleKindObject extends TitleKindNameObject implements Omit<TitleKindRead, 'whyNotEnd'> {
  @Field({ description: 'Whether somebody may have several of a year.' }) multiple!: boolean;
  @Field(() => LocalDateScalar, { description: 'Since when it is given.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it was; null: it still is.' }) endsOn!: string | null;
  @Field({ description: 'The text that it rests on, as the office typed it.' }) legalBasis!: string;
  @Field() illustrative!: boolean;
  @Field(() => Int) version!: number;
  @WhyNotField('What keeps you from ending it.') whyNotEnd!: Reason;
}

@ObjectType('AchievementName', { description: 'A record of an achievement as others name it.' })
export class AchievementNameObject implements AchievementNamed {
  @Field(() => ID) id!: string;
  @Field(() => TitleKindNameObject, { description: 'Which title.' }) kind!: TitleKindNameObject;
  @Field(() => Int, { description: 'Of which year.' }) year!: number;
  @Field(() => String, { nullable: true, description: 'The number of the decision; null: it has none.' }) decisionNumber!: string | null;
}

@ObjectType('EligibilityLink', { description: 'One condition: one of some kinds in each of so many years in a row.' })
export class EligibilityLinkObject implements LinkNamed {
  @Field(() => [TitleKindNameObject], { description: 'Any of these counts.' }) kinds!: readonly TitleKindNameObject[];
  @Field(() => Int, { description: 'How many years in a row, the last of them the last year that is asked about.' }) years!: number;
}

@ObjectType('EligibilityRule', { description: 'What a title asks for, as far as records can say it: a version of it.' })
export class EligibilityRuleObject implements RuleRead {
  @Field(() => ID) id!: string;
  @Field(() => TitleKindNameObject, { description: 'Which title asks for it.' }) kind!: TitleKindNameObject;
  @Field(() => UnitNameObject, { description: 'It holds of who works in this unit or below it.' }) unit!: UnitNameObject;
  @Field(() => Int, { description: 'Its version: the highest is in force.' }) number!: number;
  @Field(() => [EligibilityLinkObject], { description: 'All of these are asked for.' }) links!: readonly EligibilityLinkObject[];
  @Field({ description: 'The text that it rests on, as the office typed it.' }) legalBasis!: string;
  @Field(() => String, { nullable: true, description: 'What is asked for besides and no record can say; null: nothing.' }) unchecked!:
    string | null;
  @Field() illustrative!: boolean;
}

@ObjectType('EligibilityYear', { description: 'What the records here say of one year.' })
export class EligibilityYearObject {
  @Field(() => Int, { description: 'Which year.' }) year!: number;
  @Field(() => YearFindingEnum, { description: 'What is recorded of it.' }) finding!: YearFinding;
  @Field(() => [AchievementNameObject], { description: 'The records that say so; none: nothing is recorded.' })
  records!: readonly AchievementNameObject[];
}

@ObjectType('EligibilityLinkFound', { description: 'What the records here say of one condition.' })
export class EligibilityLinkFoundObject extends EligibilityLinkObject implements LinkRead {
  @Field(() => VerdictEnum, { description: 'Whether the condition is met.' }) verdict!: Verdict;
  @Field(() => [EligibilityYearObject], { description: 'Year by year.' }) found!: readonly EligibilityYearObject[];
}

@ObjectType('TitleEligibility', { description: 'By the records here, whether somebody has what a title asks for. It proposes nothing.' })
export class EligibilityObject implements EligibilityRead {
  @Field(() => PersonNameObject, { description: 'Whom it is about.' }) person!: PersonNameObject;
  @Field(() => TitleKindNameObject, { description: 'Which title.' }) kind!: TitleKindNameObject;
  @Field(() => Int, { description: 'The last year that counts.' }) lastYear!: number;
  @Field(() => Int, { description: 'The version of the rule.' }) ruleNumber!: number;
  @Field({ description: 'The text that the rule rests on.' }) legalBasis!: string;
  @Field(() => String, { nullable: true, description: 'What is asked for besides and no record can say; null: nothing.' }) unchecked!:
    string | null;
  @Field() illustrative!: boolean;
  @Field(() => VerdictEnum, { description: 'Met where all conditions are, not met where one is not, else it cannot be told.' })
  verdict!: Verdict;
  @Field(() => [EligibilityLinkFoundObject], { description: 'Condition by condition.' }) links!: readonly EligibilityLinkFoundObject[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether their titles wait today; null to whoever does not read holds. The verdict does not go by it.',
  })
  held!: boolean | null;
}

@ArgsType()
export class EligibilityArguments {
  @Field(() => ID, { nullable: true, description: 'About whom; left out: yourself.' }) @IsOptional() @IsUUID() personId?: string | null;
  @Field(() => ID, { description: 'Which title.' }) @IsUUID() kindId!: string;
  @Field(() => Int, { description: 'The last year that counts.' }) @IsInt() @Min(FIRST_YEAR) @Max(2999) lastYear!: number;
}

@InputType()
export class EnterTitleKindInput extends MutationInput {
  @Field({ description: 'What programs call it: capitals, digits and underscores.' })
  @Matches(/^\s*[A-Za-z][A-Za-z0-9_]{1,39}\s*$/)
  kindCode!: string;
  @Field() @Length(1, 200) nameVi!: string;
  @Field() @Length(1, 200) nameEn!: string;
  @Field(() => TitleLevelEnum, { description: 'Who gives it.' }) @IsIn(TITLE_LEVELS) level!: TitleLevel;
  @Field({ defaultValue: false, description: 'Whether somebody may have several of a year.' }) @IsBoolean() multiple!: boolean;
  @Field(() => LocalDateScalar, { description: 'Since when it is given.' }) startsOn!: string;
  @Lines() @Field({ description: 'The text that it rests on.' }) @Length(1, 1000) legalBasis!: string;
}

@InputType()
export class EndTitleKindInput extends MutationInput {
  @Field(() => ID, { description: 'Which kind.' }) @IsUUID() kindId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => LocalDateScalar, { description: 'The last day on which it is given.' }) endsOn!: string;
}

@InputType({ description: 'One condition of a title.' })
export class EligibilityLinkInput {
  @Field(() => [ID], { description: 'Any of these kinds counts.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsUUID('all', { each: true })
  kindIds!: string[];
  @Field(() => Int, { description: 'How many years in a row.' }) @IsInt() @Min(1) @Max(LINK_YEARS) years!: number;
}

@InputType()
export class EnterEligibilityRuleInput extends MutationInput {
  @Field(() => ID, { description: 'Which title asks for it.' }) @IsUUID() kindId!: string;
  @Field(() => ID, { description: 'It holds of who works in this unit or below it.' }) @IsUUID() unitId!: string;
  @Field(() => [EligibilityLinkInput], { description: 'All of these are asked for.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(CHAIN_MOST)
  @ValidateNested({ each: true })
  @Type(() => EligibilityLinkInput)
  links!: EligibilityLinkInput[];
  @Lines() @Field({ description: 'The text that it rests on.' }) @Length(1, 1000) legalBasis!: string;
  @Lines()
  @Field(() => String, { nullable: true, description: 'What is asked for besides and no record can say.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  unchecked?: string | null;
}

export const EnterTitleKindResult = orRefusal('EnterTitleKindResult', TitleKindObject);
export const EndTitleKindResult = orRefusal('EndTitleKindResult', TitleKindObject);
export const EnterEligibilityRuleResult = orRefusal('EnterEligibilityRuleResult', EligibilityRuleObject);
