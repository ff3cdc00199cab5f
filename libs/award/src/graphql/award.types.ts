import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ContestNameObject, TrackEnum } from '#lib/contest';
import { PersonNameObject } from '#lib/identity';
import { AreaNameObject, InitiativeNameObject } from '#lib/initiative';
import { UnitNameObject } from '#lib/units';
import {
  DecimalScalar,
  DongScalar,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { type AwardDecisionRow, type AwardRow, type PrizeTierName } from '../application/award.queries.js';
import { type RolloutName } from '../application/rollout-name.js';
import { WINNER_ORDERS, type WinnerFilter, type WinnerOrder, type WinningUnitRow } from '../application/winner.queries.js';
import { DEPARTURE_KINDS, type DepartureKind, TRACKS, type Track } from '#domain/contest';
import { type AwardTieRow, type WithheldRow } from '../application/ties.js';
import { DECISION_STATES, type DecisionState } from '../domain/award-decision.entity.js';

const WinnerOrderEnum = Object.fromEntries(WINNER_ORDERS.map((order) => [order, order]));
registerEnumType(WinnerOrderEnum, {
  name: 'WinnerOrder',
  description: 'By year, the newest or the oldest first; the best prizes first; by the title; by the name of the unit.',
});
const DecisionStateEnum = Object.fromEntries(DECISION_STATES.map((state) => [state, state]));
registerEnumType(DecisionStateEnum, { name: 'AwardDecisionState', description: 'How far a list of prizes is.' });
const DepartureKindEnum = Object.fromEntries(DEPARTURE_KINDS.map((kind) => [kind, kind]));
registerEnumType(DepartureKindEnum, {
  name: 'AwardDepartureKind',
  description: 'Another prize than standings and plan propose; or a decision among equals of whom not all could have the same.',
});

@ObjectType('WinningUnit', { description: 'A unit whose initiatives have won.' })
export class WinningUnitObject implements WinningUnitRow {
  @Field(() => ID) id!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null while it is there.' }) validTo!: string | null;
}

@ObjectType('AwardAuthor', { description: 'An author of an initiative with a prize.' })
export class AwardAuthorObject {
  @Field(() => PersonNameObject, { description: 'Who it is, by their name of today.' }) person!: PersonNameObject;
  @Field(() => DecimalScalar, { description: 'Their share of the initiative, in per cent.' }) share!: string;
}

@ObjectType('RolloutName', { description: 'A roll-out by its title, as whoever points to it shows it.' })
export class RolloutNameObject implements RolloutName {
  @Field(() => ID) id!: string;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field({ description: 'Whether a decision rolls it out; else a commune took it up of its own.' }) byDecision!: boolean;
}

@ObjectType('PrizeTierName', { description: 'A tier of a prize plan, as a prize shows it.' })
export class PrizeTierNameObject implements PrizeTierName {
  @Field(() => ID) id!: string;
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => Int, { description: 'Its place in the plan; 0 is the highest.' }) ordinal!: number;
}

@ObjectType('Award', { description: 'A prize of the contest; not the recognition of Decree 13/2012.' })
export class AwardObject implements AwardRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ContestNameObject) contest!: ContestNameObject;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => UnitNameObject, { description: 'The unit that sent it in.' }) unit!: UnitNameObject;
  @Field(() => AreaNameObject, { description: 'Two owners may use one code for two areas.' }) area!: AreaNameObject;
  @Field(() => PrizeTierNameObject, { description: 'Which prize.' }) tier!: PrizeTierName;
  @Field(() => TrackEnum, { nullable: true, description: 'Null where the plan has no tracks.' }) track!: Track | null;
  @Field(() => DongScalar) amount!: number;
  @Field(() => Int, { nullable: true, description: 'Rank in the final standings, among those of its track; null for a prize of the past.' })
  rank!: number | null;
  @Field(() => DepartureKindEnum, {
    nullable: true,
    description: 'In what it differs from what standings and plan propose; null where it does not.',
  })
  departureKind!: DepartureKind | null;
  @Field(() => String, { nullable: true, description: 'Why it differs; null where it does not.' }) departureReason!: string | null;
  @Field(() => Date, { nullable: true }) revokedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was revoked; null where it was not.' }) revocationReason!: string | null;
  @Field(() => ID, { nullable: true, description: 'The revoked prize that it was given in place of; null where it was in place of none.' })
  replacesId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Of a revoked prize: the one that another was given in its place; null where none was.' })
  replacedById!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was given to this initiative in place of another; null where it was not.' })
  replacementReason!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of the decision that gave it: of its own, where it was given in place of another. Null before the list is approved.',
  })
  decisionNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field({ description: 'True where the data is invented for demonstration.' }) illustrative!: boolean;
  @Field(() => RolloutNameObject, { nullable: true, description: 'Its roll-out to the communes; null where there is none.' })
  rollout!: RolloutName | null;
  @Field(() => [AwardAuthorObject]) authors!: AwardAuthorObject[];
}

@ObjectType('TiePrize', { description: 'A tier of the plan, and how many prizes of it are there for the equals.' })
export class TiePrizeObject {
  @Field(() => ID) tierId!: string;
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => Int) quantity!: number;
}

@ObjectType('AwardTie', { description: 'Equals of whom not all can have the same prize: a person decides, with a reason.' })
export class AwardTieObject implements AwardTieRow {
  @Field(() => TrackEnum, { nullable: true }) track!: Track | null;
  @Field(() => Int, { description: 'The rank that they share.' }) rank!: number;
  @Field(() => DecimalScalar, { description: 'The score that they share.' }) score!: string;
  @Field({ description: 'Whether somebody has decided between them.' }) decided!: boolean;
  @Field(() => [InitiativeNameObject], { description: 'Those who share the rank.' }) initiatives!: InitiativeNameObject[];
  @Field(() => [TiePrizeObject], { description: 'The best first.' }) prizes!: TiePrizeObject[];
}

@ObjectType('WithheldPrize', { description: 'Somebody who gets no prize though one was proposed, or though equals got theirs.' })
export class WithheldPrizeObject implements WithheldRow {
  @Field(() => InitiativeNameObject) initiative!: WithheldRow['initiative'];
  @Field(() => DepartureKindEnum) kind!: DepartureKind;
  @Field() reason!: string;
}

@ObjectType('AwardDecision', { description: 'The result of a contest on its way to publication.' })
export class AwardDecisionObject implements AwardDecisionRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) contestId!: string;
  @Field(() => DecisionStateEnum) state!: DecisionState;
  @Field(() => String, { nullable: true, description: 'The number of the decision, e.g. 1234/QĐ-UBND; null before it is approved.' })
  number!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => Date, { nullable: true, description: 'When the leader approved it; null before.' }) approvedAt!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was published; null before.' }) publishedAt!: string | null;
  @Field(() => String, { nullable: true }) returnReason!: string | null;
  @Field({ description: 'The result has another version since; propose the awards again.' }) standingsChanged!: boolean;
  @Field({ description: 'Whether you may change the list now.' }) canChange!: boolean;
  @Field({ description: 'Whether you may approve it now.' }) canApprove!: boolean;
  @WhyNotField('What stands in the way of your signing the list, to the leader.') whyNotApprove!: Reason;
  @Field({ description: 'Whether you may return it to who drew it up.' }) canReturn!: boolean;
  @Field({ description: 'Whether you may publish it now.' }) canPublish!: boolean;
  @Field({ description: 'Whether you may revoke its prizes, and give one that was revoked to another.' }) canRevoke!: boolean;
  @WhyNotField('What stands in the way of your sending the list to the leader.') whyNotSubmit!: Reason;
  @Field(() => [AwardObject]) awards!: AwardObject[];
  @Field(() => [AwardTieObject], { description: 'Equals of whom not all can have the same prize. Each has to be decided, with a reason.' })
  ties!: AwardTieObject[];
  @Field(() => [WithheldPrizeObject], { description: 'Who gets no prize though one was proposed, or though equals got theirs.' })
  withheld!: WithheldPrizeObject[];
}

export const AwardConnection = connectionOf('Award', AwardObject);
export const AwardResult = orRefusal('AwardResult', AwardObject);
export const AwardDecisionResult = orRefusal('AwardDecisionResult', AwardDecisionObject);

@ArgsType()
export class WinnersArguments extends PageArguments implements WinnerFilter {
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() year?: number | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() personId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() areaId?: string | null;
  @Field(() => String, { nullable: true, description: 'In the list of `areaOwnerId`; without one, in the list that all share.' })
  @IsOptional()
  @MaxLength(40)
  areaCode?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit that keeps the area.' }) @IsOptional() @IsUUID() areaOwnerId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) tierKey?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() contestId?: string | null;
  @Field(() => String, { nullable: true, description: "Part of an author's name; tone marks and case aside." })
  @IsOptional()
  @MaxLength(200)
  author?: string | null;
  @Field(() => String, { nullable: true, description: 'The receipt number of the initiative, whole.' })
  @IsOptional()
  @MaxLength(60)
  receiptNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the decision that gave the prize, whole.' })
  @IsOptional()
  @MaxLength(100)
  decision?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: prizes that were revoked; false: those that were not.' })
  @IsOptional()
  @IsBoolean()
  revoked?: boolean | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) search?: string | null;
  @Field(() => WinnerOrderEnum, { nullable: true, description: 'Default: the newest first.' })
  @IsOptional()
  @IsIn(WINNER_ORDERS)
  order?: WinnerOrder | null;
}

@InputType()
export class ProposeAwardsInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@InputType()
export class GiveAwardInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => ID) @IsUUID() tierId!: string;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Due where it departs from the standings or the prize plan.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string | null;
}

@InputType()
export class RemoveAwardInput extends MutationInput {
  @Field(() => ID) @IsUUID() awardId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field() @IsNotEmpty() @Length(3, 2000) reason!: string;
}

@InputType()
export class ChangeAwardInput extends RemoveAwardInput {
  @Field(() => ID) @IsUUID() tierId!: string;
}

@InputType()
export class RevokeAwardInput extends RemoveAwardInput {}

@InputType()
export class ReplaceAwardInput extends RemoveAwardInput {
  @Field(() => ID, { description: 'Who gets the prize instead.' }) @IsUUID() initiativeId!: string;
  @Field({ description: 'Number of the decision, e.g. 1234/QĐ-UBND.' }) @IsNotEmpty() @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar) @IsString() decidedOn!: string;
}

@InputType()
export class AwardDecisionInput extends MutationInput {
  @Field(() => ID) @IsUUID() decisionId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class DecideTieInput extends AwardDecisionInput {
  @Field(() => TrackEnum, { nullable: true }) @IsOptional() @IsIn(TRACKS) track?: Track | null;
  @Field(() => Int, { description: 'The rank that they share.' }) @IsInt() rank!: number;
  @Field(() => [ID], { description: 'Who gets the prizes, the best prize first. Who is left out of the equals gets none.' })
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  initiativeIds!: string[];
  @Lines() @Field() @IsNotEmpty() @Length(3, 2000) reason!: string;
}

@InputType()
export class ReturnAwardsInput extends AwardDecisionInput {
  @Lines() @Field() @Length(3, 2000) reason!: string;
}

@InputType()
export class ApproveAwardsInput extends AwardDecisionInput {
  @Field({ description: 'Number of the decision, e.g. 1234/QĐ-UBND.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar) @IsString() decidedOn!: string;
}

@InputType({ description: 'A prize of a past year.' })
export class PastAwardInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field() @Length(1, 40) tierKey!: string;
}

@InputType()
export class RecordPastAwardsInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field() @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar) @IsString() decidedOn!: string;
  @Field(() => [PastAwardInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PastAwardInput)
  awards!: PastAwardInput[];
}
