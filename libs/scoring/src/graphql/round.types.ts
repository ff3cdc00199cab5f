import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { type FurtherMark, type Visibility } from '#domain/contest';
import { FurtherMarkEnum, PresentationRuleObject, VisibilityEnum } from '#lib/contest';
import { PersonNameObject } from '#lib/identity';
import { InitiativeNameObject } from '#lib/initiative';
import { Lines, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { type RoundAssignmentRow, type RoundAssignmentsFilter } from '../application/assignment/assignment.queries.js';
import { type ContestJudgingRow } from '../application/round/contest-judging.queries.js';
import { type RoundRow } from '../application/round/round.queries.js';
import { type ConflictSource, type ConflictType } from '#domain/jury';
import { ConflictSourceEnum, ConflictTypeEnum } from '#lib/jury';
import { type RoundProgress } from '../domain/card/policies.js';
import { type RoundState } from '../domain/round/round.entity.js';
import { CARD_STATES, type CardState } from '../domain/card/scorecard.entity.js';
import { CardStateEnum, RoundStateEnum, ScorecardCriterionObject } from './scorecard.types.js';
import { AppliedAggregationEnum } from './enums.js';

@ObjectType('RoundProgress', { description: 'Counts alone: anything more would be about sealed cards.' })
export class RoundProgressObject implements RoundProgress {
  @Field(() => Int, { description: 'Cards that are signed or still to be.' }) due!: number;
  @Field(() => Int, { description: 'How many cards are signed.' }) signed!: number;
  @Field(() => Int, { description: 'Initiatives with fewer cards than the minimum.' }) short!: number;
  @Field(() => Int, { description: 'How many initiatives are judged in it.' }) initiatives!: number;
  @Field(() => Int, { description: 'Requests to reopen a card that nobody has decided on.' }) reopenings!: number;
  @Field(() => Int, { description: 'Signed cards whose judge is in conflict since: they are excused before the round closes.' })
  conflicted!: number;
  @Field(() => Int, { description: 'Initiatives with too few cards for the trimming of the round: closed so, nothing is trimmed in it.' })
  untrimmed!: number;
}

@ObjectType('Round', { description: 'A round of judging.' })
export class RoundObject implements Omit<RoundRow, 'criteria' | 'previousClosed'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) contestId!: string;
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => Int) ordinal!: number;
  @Field({ description: 'Whether no round follows.' }) last!: boolean;
  @Field(() => RoundStateEnum) state!: RoundState;
  @Field(() => Date, { nullable: true, description: 'When it was opened; null before.' }) openedAt!: Date | null;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => Date, {
    nullable: true,
    description: 'Until when the cards given out before it are signed; the grace of the contest comes after it. Null where none is set.',
  })
  dueAt!: Date | null;
  @Field(() => AppliedAggregationEnum, { nullable: true, description: 'How cards became scores, decided at the closing; null before.' })
  aggregation!: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the rule book it is judged by; null before it is opened.' })
  ruleBookHash!: string | null;
  @Field(() => Int) judgesPerInitiative!: number;
  @Field(() => Int) minimumCards!: number;
  @Field(() => FurtherMarkEnum) furtherMark!: FurtherMark;
  @Field(() => VisibilityEnum) visibility!: Visibility;
  @Field(() => PresentationRuleObject, {
    nullable: true,
    description: 'How initiatives are presented one after another; null where they are not.',
  })
  presentation!: PresentationRuleObject | null;
  @Field({ description: 'Judges score two samples and see the spread before they mark.' }) calibration!: boolean;
  @Field(() => [ScorecardCriterionObject], { description: 'The criteria that are marked, in the order of the rubric.' })
  criteria!: ScorecardCriterionObject[];
  @Field(() => RoundProgressObject, {
    nullable: true,
    description: 'As it stood at the last full minute, to those who run or lead the judging; null for others.',
  })
  progress!: RoundProgressObject | null;
  @Field({ description: 'Whether you may open it now.' }) canOpen!: boolean;
  @WhyNotField('What stands in the way of opening the round, to who runs it.') whyNotOpen!: Reason;
  @Field({ description: 'Whether you may give cards to judges now.' }) canAssign!: boolean;
  @WhyNotField('Why judges are given no cards, to who runs it.') whyNotAssign!: Reason;
  @Field({ description: 'Whether you may give it another deadline.' }) canMoveDue!: boolean;
  @Field({ description: 'Whether you may close it now.' }) canClose!: boolean;
  @WhyNotField('What stands in the way of closing the round.') whyNotClose!: Reason;
  @Field({ description: 'Whether you may have its judging written into a workbook: it is closed, and you read its results.' })
  canExport!: boolean;
  @Field({ description: 'Whether you may propose that a card of it be corrected.' }) canProposeCorrection!: boolean;
  @WhyNotField('Why none of its cards can be corrected now, to who runs it.') whyNotProposeCorrection!: Reason;
}

@ObjectType('ContestJudging', { description: 'What you may do for the judging of a contest as a whole, whether or not it has rounds yet.' })
export class ContestJudgingObject implements ContestJudgingRow {
  @Field(() => ID, { description: "The contest's." }) id!: string;
  @Field({ description: 'Whether you may have its rounds made from its rule book, or made anew.' }) canPlanRounds!: boolean;
  @WhyNotField('Why no rounds are made, to who runs the judging.') whyNotPlanRounds!: Reason;
  @Field({
    description: 'Whether you may enter a conflict of interest with an initiative of it; of others only where you see its judging.',
  })
  canSetConflict!: boolean;
  @Field({ description: 'Whether you may have the pack of its results made.' }) canMakePack!: boolean;
  @WhyNotField('Why no pack is made, to who runs the judging.') whyNotMakePack!: Reason;
}

@ObjectType('AssignmentConflict', { description: 'Why a judge may not judge what they were assigned. Other judges are not told.' })
export class AssignmentConflictObject implements NonNullable<RoundAssignmentRow['conflict']> {
  @Field(() => ConflictTypeEnum) type!: ConflictType;
  @Field(() => ConflictSourceEnum, { description: 'Whether it was declared, detected or set by somebody.' }) source!: ConflictSource;
  @Field(() => String, { nullable: true }) reason!: string | null;
}

@ObjectType('RoundAssignment', { description: 'Who judges what: whether the card is signed, and nothing of what is on it.' })
export class RoundAssignmentObject implements RoundAssignmentRow {
  @Field(() => ID) id!: string;
  @Field(() => ID) roundId!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => CardStateEnum) state!: CardState;
  @Field({ description: 'Called as a further judge.' }) extra!: boolean;
  @Field() attested!: boolean;
  @Field() conflicted!: boolean;
  @Field(() => String, { nullable: true }) excuseReason!: string | null;
  @Field() assignedAt!: Date;
  @Field(() => AssignmentConflictObject, {
    nullable: true,
    description: 'The judge’s own word before what was found or set; null where none stands.',
  })
  conflict!: AssignmentConflictObject | null;
  @Field({ description: 'The judge stepped back from it themselves.' }) declined!: boolean;
  @Field({ description: 'Whether you may excuse the card now.' }) canExcuse!: boolean;
  @Field() canRequestReopening!: boolean;
  @Field({ description: 'Whether you may take it back, as long as the judge has not begun on it, which is not told before.' })
  canUnassign!: boolean;
}

export const RoundAssignmentConnection = connectionOf('RoundAssignment', RoundAssignmentObject);

@ArgsType()
export class ContestArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@ArgsType()
export class RoundArguments {
  @Field(() => ID) @IsUUID() id!: string;
}

@ArgsType()
export class RoundAssignmentsArguments extends PageArguments implements RoundAssignmentsFilter {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() initiativeId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() judgeId?: string | null;
  @Field(() => [CardStateEnum], { nullable: true, description: 'Only those in one of these states, as their rows show it.' })
  @IsOptional()
  @IsIn(CARD_STATES, { each: true })
  states?: CardState[] | null;
  @Field(() => String, {
    nullable: true,
    description: "Part of the judge's name or of the title, tone marks and case aside, or the whole receipt number.",
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;
}

@InputType()
export class PlanRoundsInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@InputType()
export class OpenRoundInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class MoveRoundDueInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field() dueAt!: Date;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

@InputType()
export class AssignJudgeInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => ID) @IsUUID() judgeId!: string;
}

@InputType()
export class UnassignJudgeInput extends MutationInput {
  @Field(() => ID) @IsUUID() scorecardId!: string;
}

@InputType()
export class ExcuseCardInput extends MutationInput {
  @Field(() => ID) @IsUUID() scorecardId!: string;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
  @Field(() => ID, { nullable: true, description: 'The judge who takes it over.' }) @IsOptional() @IsUUID() replacementId?: string | null;
}

export const PlanRoundsResult = orRefusal('PlanRoundsResult', RoundObject);
export const OpenRoundResult = orRefusal('OpenRoundResult', RoundObject);
export const MoveRoundDueResult = orRefusal('MoveRoundDueResult', RoundObject);
export const AssignJudgeResult = orRefusal('AssignJudgeResult', RoundAssignmentObject);
export const UnassignJudgeResult = orRefusal('UnassignJudgeResult', RoundObject);
export const ExcuseCardResult = orRefusal('ExcuseCardResult', RoundAssignmentObject);
