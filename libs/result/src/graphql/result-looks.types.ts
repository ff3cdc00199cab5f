import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { AGGREGATIONS, FURTHER_MARKS, type FurtherMark, type RoundRule, TRIMMINGS } from '#domain/contest';
import { AggregationEnum, FurtherMarkEnum, TrimmingEnum } from '#lib/contest';
import { PersonNameObject } from '#lib/identity';
import { InitiativeNameObject } from '#lib/initiative';
import { DecimalScalar, PageArguments, type Reason, WhyNotField, connectionOf } from '#lib/platform';
import { type FigureRow, type JudgeStatisticsRow, type WhatIfRow } from '../application/result/result-looks.service.js';
import { type StabilityRow } from '../application/result/stability.service.js';
import { type StandingState } from '../domain/result/standings.js';
import { StandingStateEnum } from './result.types.js';
import { AppliedAggregationEnum } from '#lib/scoring';

@ObjectType({ isAbstract: true })
abstract class NamedLineObject {
  @Field(() => Int, { description: 'The order of the list.' }) place!: number;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
}

@ObjectType('WhatIfLine', { description: 'A line of supposed standings beside the result in force. Never kept.' })
export class WhatIfLineObject extends NamedLineObject implements WhatIfRow {
  @Field(() => AppliedAggregationEnum, { description: 'How cards became scores.' }) aggregation!: WhatIfRow['aggregation'];
  @Field(() => Int, { description: 'How many cards would count.' }) cards!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'The score that it would have, in points; null where there is none.' })
  score!: string | null;
  @Field(() => String, { nullable: true, description: 'The score rounded as the rule book says; null where there is none.' }) rounded!:
    string | null;
  @Field(() => Int, { nullable: true, description: 'The rank that it would have; null where it would have none.' }) rank!: number | null;
  @Field(() => StandingStateEnum, { nullable: true, description: 'Whether it would pass; null where it would have no score.' })
  state!: StandingState | null;
  @WhyNotField('Why there is no score, e.g. `NO_VALUES` where no card would be left.') whyNot!: Reason;
  @Field(() => Int, { nullable: true, description: 'The rank that it has; null where it has none.' }) rankInForce!: number | null;
  @Field(() => DecimalScalar, { description: 'The score that it has, in points.' }) scoreInForce!: string;
  @Field(() => StandingStateEnum, { description: 'Where it stands by the result in force.' }) stateInForce!: StandingState;
  @Field(() => Int, {
    nullable: true,
    description: 'Ranks gained against the result in force, negative for ranks lost; null where it has, or would have, none.',
  })
  gained!: number | null;
}

@ObjectType('StatisticsFigure', { description: 'A number, or why there is none.' })
export class FigureObject implements FigureRow {
  @Field(() => Float, { nullable: true, description: 'The number; null where the marks do not determine it.' }) value!: number | null;
  @WhyNotField('Why there is no number.') whyNot!: Reason;
}

@ObjectType('OutlyingCard', {
  description: 'A card far from what its initiative and its judge lead one to expect. To be looked at: it counts like any other.',
})
export class OutlyingCardObject {
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Float) total!: number;
  @Field(() => Float, { description: 'What the jury gave the initiative, less the severity of this judge.' }) expected!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Beyond 3.5 either way it is listed (Iglewicz and Hoaglin 1993); null where the cards do not determine it.',
  })
  modifiedZ!: number | null;
  @Field({ description: 'Whether its modified z lies beyond 3.5.' }) byModifiedZ!: boolean;
  @Field({ description: 'By the test of Grubbs (1969), at 5 %.' }) byGrubbs!: boolean;
}

@ObjectType('JudgeStatistics', { description: 'How a judge marks, against the others of a round. Advisory: never dropping anybody.' })
export class JudgeStatisticsObject implements JudgeStatisticsRow {
  @Field(() => Int, { description: 'The order of the list.' }) place!: number;
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => Int, { description: 'How many signed cards it was computed on.' }) cards!: number;
  @Field(() => Float, { description: 'The mean of the judge’s totals, in points.' }) mean!: number;
  @Field(() => FigureObject, { description: 'The standard deviation of their totals.' }) deviation!: FigureObject;
  @Field(() => FigureObject, {
    description: 'Points below the jury, with the initiatives they got allowed for; negative for a mild judge.',
  })
  severity!: FigureObject;
  @Field(() => FigureObject, { description: 'Their mean, in standard deviations of the means of all judges.' }) zMean!: FigureObject;
  @Field(() => FigureObject, { description: 'Spearman’s ρ with the other judges on the same initiatives, all put on one scale.' })
  correlation!: FigureObject;
  @Field(() => [OutlyingCardObject], { description: 'The furthest first, twenty at most.' }) outliers!: OutlyingCardObject[];
}

@ObjectType('PrizeChance', { description: 'How likely a prize is when cards are drawn again.' })
export class PrizeChanceObject {
  @Field({ description: 'The key of the prize.' }) key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => Float, { description: '0 to 1.' }) chance!: number;
}

@ObjectType('StabilityLine', { description: 'How firm the place of an initiative is.' })
export class StabilityLineObject extends NamedLineObject implements StabilityRow {
  @Field(() => Int, { nullable: true, description: 'The rank in force; null where there is none.' }) rank!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The best rank it has, as it is or without any one judge; null where it never has one.',
  })
  best!: number | null;
  @Field(() => Int, { nullable: true, description: 'The worst rank without any one judge; null where there is none.' }) worst!:
    number | null;
  @Field(() => Int, { description: 'Judges without whom it would have no rank.' }) unrankedWithout!: number;
  @Field(() => [PrizeChanceObject], {
    description:
      'Of each prize of the plan, from cards drawn again and again; only after the last round, for who can get one. Equals take the better prize together.',
  })
  chances!: PrizeChanceObject[];
  @Field(() => Int, { description: 'The same seed gives the same chances.' }) seed!: number;
  @Field(() => Int, { description: 'How often cards were drawn again.' }) replicates!: number;
}

export const WhatIfConnection = connectionOf('WhatIfLine', WhatIfLineObject);
export const JudgeStatisticsConnection = connectionOf('JudgeStatistics', JudgeStatisticsObject);
export const StabilityConnection = connectionOf('StabilityLine', StabilityLineObject);

@ArgsType()
export class WhatIfArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => AggregationEnum, { nullable: true, description: 'Left out: as the rule book says.' })
  @IsOptional()
  @IsIn(AGGREGATIONS)
  aggregation?: RoundRule['aggregation']['kind'] | null;
  @Field(() => TrimmingEnum, { nullable: true, description: 'Of a trimmed mean.' })
  @IsOptional()
  @IsIn(TRIMMINGS)
  trimming?: RoundRule['aggregation']['trimming'] | null;
  @Field(() => FurtherMarkEnum, { nullable: true }) @IsOptional() @IsIn(FURTHER_MARKS) furtherMark?: FurtherMark | null;
  @Field(() => ID, { nullable: true, description: 'As if this judge had signed nothing.' }) @IsOptional() @IsUUID() withoutJudgeId?:
    string | null;
}

@ArgsType()
export class JudgeStatisticsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@ArgsType()
export class StabilityArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Int, { nullable: true, description: 'Left out, a seed that nobody chose: of the audit log when the result was made.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seed?: number | null;
}
