import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type Track } from '#domain/contest';
import { TrackEnum } from '#lib/contest';
import { InitiativeNameObject, OwnerNameObject } from '#lib/initiative';
import { DecimalScalar, PageArguments, type Reason, WhyNotField, connectionOf } from '#lib/platform';
import {
  type AgreementFigureRow,
  type AgreementRow,
  type ContestResultRow,
  type RoundResultRow,
} from '../application/result/result.queries.js';
import { type PublicRankingRow } from '../application/result/public-ranking.queries.js';
import { type FinalStandingRow, type SignedTotal, type StandingRow } from '../application/result/standings.queries.js';
import { AGREEMENT_MEASURES, type AgreementMeasure } from '../domain/result/agreement.js';
import { FINAL_STATES, type FinalState } from '../domain/result/final-standings.js';
import {
  CONTEST_RESULT_CAUSES,
  type ContestResultCause,
  ROUND_RESULT_CAUSES,
  type RoundResultCause,
} from '../domain/result/result.entity.js';
import { type CutOff, STANDING_STATES, type StandingState } from '../domain/result/standings.js';
import { AppliedAggregationEnum } from '#lib/scoring';

const named = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
export const StandingStateEnum = named(STANDING_STATES);
const FinalStateEnum = named(FINAL_STATES);
const RoundResultCauseEnum = named(ROUND_RESULT_CAUSES);
const ContestResultCauseEnum = named(CONTEST_RESULT_CAUSES);
const AgreementMeasureEnum = named(AGREEMENT_MEASURES);
registerEnumType(StandingStateEnum, {
  name: 'StandingState',
  description: 'On to the next round, below the cut-off, or below a minimum of a criterion.',
});
registerEnumType(FinalStateEnum, { name: 'FinalStandingState', description: 'How far an initiative came in the whole contest.' });
registerEnumType(RoundResultCauseEnum, { name: 'RoundResultCause', description: 'What a version of the result of a round was made by.' });
registerEnumType(ContestResultCauseEnum, { name: 'ContestResultCause', description: 'What a version of the final result was made by.' });
registerEnumType(AgreementMeasureEnum, {
  name: 'AgreementMeasure',
  description: 'ICC 1 where each initiative had judges of its own, 2 where all had the same; SINGLE of one card, AVERAGE of their mean.',
});

@ObjectType({ isAbstract: true })
abstract class PlacedObject {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The order of the list.' }) place!: number;
  @Field(() => Int, { nullable: true, description: 'Shared by equals; none for who was knocked out.' }) rank!: number | null;
  @Field(() => DecimalScalar, { description: 'Exact, as it was ranked.' }) score!: string;
  @Field({ description: 'Rounded half up, as the rule book says.' }) rounded!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The step of the tie-break ladder that put it here; null where none had to, and for who was knocked out.',
  })
  decidedBy!: string | null;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => OwnerNameObject) owner!: OwnerNameObject;
  @Field({ description: 'False for one withdrawn or disqualified since.' }) eligible!: boolean;
}

@ObjectType('KnockOut', { description: 'A criterion whose minimum was not reached.' })
export class KnockOutObject {
  @Field() criterion!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => DecimalScalar, { description: 'The minimum that the mark was below, in points.' }) minimum!: string;
  @Field(() => DecimalScalar, { description: 'As the cards that count were aggregated.' }) given!: string;
}

@ObjectType('TopCutOff', { description: 'The best so many pass.' })
export class TopCutOffObject {
  @Field(() => Int, { description: 'How many pass.' }) places!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'The score of the last one in; null where nobody passes.' }) score!:
    string | null;
}

@ObjectType('CutOff', { description: 'The bounds that an initiative is below.' })
export class CutOffObject implements CutOff {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The least score that the rule book asks; null where it asks none, or that is reached.',
  })
  score!: string | null;
  @Field(() => TopCutOffObject, {
    nullable: true,
    description: 'Where the line of the best so many lies; null where the rule has none, or that is reached.',
  })
  top!: TopCutOffObject | null;
}

@ObjectType('SignedTotal', { description: 'What one signed card came to, without whose it is.' })
export class SignedTotalObject implements SignedTotal {
  @Field(() => DecimalScalar, { description: 'The sum of its marks, in points.' }) total!: string;
  @Field({ description: 'Of a further judge, called since the first ones diverged.' }) extra!: boolean;
}

@ObjectType('Standing', { description: 'Where an initiative stood when a round closed.' })
export class StandingObject extends PlacedObject implements StandingRow {
  @Field(() => Int, { description: 'How many cards count.' }) cards!: number;
  @Field(() => [SignedTotalObject], {
    nullable: true,
    description: 'All signed cards, the lowest first; null in a version that is no longer in force.',
  })
  totals!: SignedTotalObject[] | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Of the totals that count, whatever the aggregation; null in results from before means were kept, where the score is none.',
  })
  mean!: string | null;
  @Field(() => DecimalScalar, { description: 'Highest total less lowest.' }) spread!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      'The mean corrected for harsh and mild judges; shown beside the score, never ranked by. None where the marks do not determine it.',
  })
  adjusted!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The rank that the corrected score would give; null where there is no such score, or it was knocked out.',
  })
  adjustedRank!: number | null;
  @Field(() => StandingStateEnum) state!: StandingState;
  @Field(() => [KnockOutObject], { description: 'The criteria whose minimum was not reached.' }) knockedOut!: KnockOutObject[];
  @Field(() => CutOffObject, {
    nullable: true,
    description: 'The bounds that it is below; null where it passed, or was knocked out.',
  })
  cutOff!: CutOffObject | null;
}

@ObjectType('FinalStanding', { description: 'Where an initiative stands in the result of a contest.' })
export class FinalStandingObject extends PlacedObject implements FinalStandingRow {
  @Field({ description: 'The key of the last round it was in.' }) reached!: string;
  @Field(() => FinalStateEnum) state!: FinalState;
  @Field(() => TrackEnum, { nullable: true, description: 'Null where the prizes have no tracks.' }) track!: Track | null;
  @Field(() => Int, { nullable: true, description: 'Its rank among those of its track; null where it has no track, or was knocked out.' })
  trackRank!: number | null;
  @Field({ description: 'Shares its rank, and waits for the vote of the chair.' }) voteDue!: boolean;
}

@ObjectType('PublicRanking', { description: 'A place in the final ranking, as everyone may read it.' })
export class PublicRankingObject implements PublicRankingRow {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'From 1, one for each.' }) place!: number;
  @Field(() => Int, { description: 'Equals share it.' }) rank!: number;
  @Field(() => DecimalScalar, { description: 'The score, rounded half up as the rule book says.' }) rounded!: string;
  @Field(() => TrackEnum, { nullable: true, description: 'Null where the prizes have no tracks.' }) track!: Track | null;
  @Field(() => Int, { nullable: true, description: 'Its rank among those of its track; null where it has no track.' }) trackRank!:
    number | null;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => OwnerNameObject) owner!: OwnerNameObject;
}

@ObjectType({ isAbstract: true })
abstract class VersionObject {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'From 1.' }) number!: number;
  @Field() madeAt!: Date;
  @Field(() => Date, { nullable: true, description: 'None for the one in force.' }) supersededAt!: Date | null;
  @Field(() => Int) ruleBookNumber!: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the rule book that made it; null where that was never frozen.' })
  ruleBookHash!: string | null;
  @Field(() => Int, { description: 'The last entry of the audit log when it was made.' }) auditSeq!: number;
  @Field() auditHash!: string;
}

@ObjectType('RoundResult', { description: 'A version of what came out of a round; corrected, it stays readable.' })
export class RoundResultObject extends VersionObject implements RoundResultRow {
  @Field(() => ID) roundId!: string;
  @Field(() => RoundResultCauseEnum) cause!: RoundResultCause;
  @Field(() => AppliedAggregationEnum, { description: 'How cards became scores.' }) aggregation!: string;
}

@ObjectType('ContestResult', { description: 'A version of the final standings of a contest.' })
export class ContestResultObject extends VersionObject implements ContestResultRow {
  @Field(() => ID) contestId!: string;
  @Field(() => ContestResultCauseEnum) cause!: ContestResultCause;
}

@ObjectType('AgreementFigure', { description: 'One number about how judges agree, and what it means in plain words.' })
export class AgreementFigureObject implements AgreementFigureRow {
  @Field(() => String, { nullable: true, description: 'None for the totals.' }) criterion!: string | null;
  @Field(() => String, { nullable: true, description: 'The Vietnamese name of the criterion; null for the totals.' }) criterionNameVi!:
    string | null;
  @Field(() => String, { nullable: true, description: 'The English name of the criterion; null for the totals.' }) criterionNameEn!:
    string | null;
  @Field(() => AgreementMeasureEnum, { description: 'Which measure it is.' }) measure!: AgreementMeasure;
  @Field({ description: 'What the measure is called in Vietnamese.' }) nameVi!: string;
  @Field({ description: 'What the measure is called in English.' }) nameEn!: string;
  @Field(() => Float, { nullable: true, description: 'The measure itself; null where the marks do not determine it.' }) value!:
    number | null;
  @Field(() => Float, { nullable: true, description: 'The lower end of the 95 % interval; null where the marks determine none.' }) low!:
    number | null;
  @Field(() => Float, { nullable: true, description: 'The upper end of the 95 % interval; null where the marks determine none.' }) high!:
    number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The chance of as much by chance; null of measures that have none, and where the marks do not determine it.',
  })
  p!: number | null;
  @Field({ description: 'What the number says, in a Vietnamese sentence.' }) meaningVi!: string;
  @Field({ description: 'What the number says, in an English sentence.' }) meaningEn!: string;
  @Field({ description: 'What to do about it, in a Vietnamese sentence.' }) adviceVi!: string;
  @Field({ description: 'What to do about it, in an English sentence.' }) adviceEn!: string;
  @WhyNotField('Why there is no number.') whyNot!: Reason;
}

@ObjectType('Agreement', { description: 'How far the judges of a round agree, in totals and by criterion, measured on their first cards.' })
export class AgreementObject implements AgreementRow {
  @Field(() => ID) roundId!: string;
  @Field(() => Int, { description: 'The version of the result.' }) number!: number;
  @Field({ description: 'False for a result from before there were statistics.' }) kept!: boolean;
  @Field(() => Int, { description: 'How many initiatives it was measured on.' }) initiatives!: number;
  @Field(() => Int, { description: 'How many judges it was measured on.' }) judges!: number;
  @Field({ description: 'Whether all initiatives had the same judges.' }) crossed!: boolean;
  @WhyNotField('Why no score could be corrected for severity.') whyNotAdjusted!: Reason;

  @Field(() => [AgreementFigureObject], { description: 'The measures, for the totals first and then by criterion.' })
  figures!: AgreementFigureObject[];
}

export const StandingConnection = connectionOf('Standing', StandingObject);
export const FinalStandingConnection = connectionOf('FinalStanding', FinalStandingObject);

const VERSION_NUMBER = { nullable: true, description: 'Of which version of the result; left out, of the one in force.' };

@ArgsType()
export class StandingsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Int, VERSION_NUMBER) @IsOptional() @IsInt() @Min(1) @Max(1_000_000) number?: number | null;
}

@ArgsType()
export class FinalStandingsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => Int, VERSION_NUMBER) @IsOptional() @IsInt() @Min(1) @Max(1_000_000) number?: number | null;
}

export const PublicRankingConnection = connectionOf('PublicRanking', PublicRankingObject);

@ArgsType()
export class PublicRankingArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@ArgsType()
export class AgreementArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Int, VERSION_NUMBER) @IsOptional() @IsInt() @Min(1) @Max(1_000_000) number?: number | null;
}

@ArgsType()
export class RoundResultsArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@ArgsType()
export class ContestResultsArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}
