import { ArgsType, Field, ID, InputType, Int, OmitType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsDate,
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  DecimalScalar,
  DongScalar,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
} from '#lib/platform';
import { DOCUMENT_KINDS, type DocumentFacts, type DocumentKind, type PrizeTierFacts } from '../domain/contest-parts.entity.js';
import { type ContestPhase, DATED_PHASES, type DatedPhase, type PhaseDates } from '../domain/phases.js';
import { TRACKS, type Track } from '../domain/prizes.js';
import { SEAT_KINDS, type SeatKind } from '../domain/seat.entity.js';
import { ContestPhaseEnum, DatedPhaseEnum, DocumentKindEnum, SeatKindEnum, TrackEnum } from './enums.js';

@ArgsType()
export class PublicContestsArguments extends PageArguments {
  @Field(() => Int, { nullable: true }) year?: number | null;
}

@ArgsType()
export class ContestsArguments extends PublicContestsArguments {
  @Field(() => ContestPhaseEnum, { nullable: true }) phase?: ContestPhase | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType({ description: 'The dates of one phase.' })
export class PhaseDatesInput implements PhaseDates {
  @Field(() => DatedPhaseEnum) @IsIn(DATED_PHASES) kind!: DatedPhase;
  @Field(() => Date, { description: 'When it begins.' }) @IsDate() startsAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Needed for OPEN: the deadline.' }) @IsOptional() @IsDate() endsAt?: Date | null;
}

@InputType({ description: 'A tier of the prize plan.' })
export class PrizeTierInput implements PrizeTierFacts {
  @Field() @Matches(/^[A-Z][A-Z0-9_]{0,29}$/) key!: string;
  @Field() @Length(1, 200) nameVi!: string;
  @Field() @Length(1, 200) nameEn!: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(1000) quantity!: number;
  @Field(() => DongScalar) @IsInt() @Min(0) amount!: number;

  @Field(() => TrackEnum, { nullable: true, description: 'All tiers of a plan have a track, or none has.' })
  @IsOptional()
  @IsIn(TRACKS)
  track?: Track | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Given to nobody whose score in the final standings is below it.' })
  @IsOptional()
  @IsString()
  minimumScore?: string | null;
}

@InputType({ description: 'A paper of a contest, with number and date.' })
export class ContestDocumentInput implements DocumentFacts {
  @Field(() => DocumentKindEnum) @IsIn(DOCUMENT_KINDS) kind!: DocumentKind;
  @Field({ description: 'As on the paper: 118/KH-UBND.' }) @Length(1, 100) number!: string;
  @Field(() => LocalDateScalar) @IsString() issuedOn!: string;
  @Field() @Length(1, 500) title!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() fileId?: string | null;
  @Field(() => Boolean, { nullable: true }) @IsBoolean() illustrative = false;
}

@InputType()
export class CreateContestInput extends MutationInput {
  @Field(() => ID) @IsUUID() hostUnitId!: string;
  @Field(() => Int) @IsInt() @Min(2000) @Max(2100) year!: number;
  @Field() @Length(1, 300) titleVi!: string;
  @Field() @Length(1, 300) titleEn!: string;
  @Lines() @Field() @MaxLength(5000) objectives!: string;
  @Field(() => LocalDateScalar, { description: 'The day whose units take part.' }) @IsString() rosterAsOf!: string;
  @Field({ nullable: true }) @IsOptional() @IsBoolean() headConfirms?: boolean;
  @Field({ nullable: true }) @IsOptional() @IsBoolean() authorsConfirm?: boolean;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(1440) graceMinutes?: number;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(50) maxFiles?: number;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1024) @Max(209_715_200) maxFileBytes?: number;
  @Field(() => [PhaseDatesInput], { nullable: true })
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => PhaseDatesInput)
  phases: PhaseDatesInput[] = [];
  @Field(() => [ID], { nullable: true }) @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) areaIds: string[] = [];
  @Field(() => [PrizeTierInput], { nullable: true })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PrizeTierInput)
  prizePlan: PrizeTierInput[] = [];

  @Field(() => [ContestDocumentInput], { nullable: true })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ContestDocumentInput)
  documents: ContestDocumentInput[] = [];

  @Field(() => Boolean, { nullable: true }) @IsBoolean() illustrative = false;
}

@InputType()
export class RecordPastContestInput extends OmitType(CreateContestInput, ['phases'] as const) {}

@InputType()
export class CopyContestInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => Int) @IsInt() @Min(2000) @Max(2100) year!: number;
  @Field() @Length(1, 300) titleVi!: string;
  @Field() @Length(1, 300) titleEn!: string;
  @Field(() => LocalDateScalar) @IsString() rosterAsOf!: string;
}

@InputType({ isAbstract: true })
abstract class ContestChange extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class EditContestInput extends ContestChange {
  @Field() @Length(1, 300) titleVi!: string;
  @Field() @Length(1, 300) titleEn!: string;
  @Lines() @Field() @MaxLength(5000) objectives!: string;
  @Field() @IsBoolean() headConfirms!: boolean;
  @Field({ nullable: true, description: 'Left out: as it was.' }) @IsOptional() @IsBoolean() authorsConfirm?: boolean;
  @Field(() => Int) @IsInt() @Min(0) @Max(1440) graceMinutes!: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(50) maxFiles!: number;
  @Field(() => Int) @IsInt() @Min(1024) @Max(209_715_200) maxFileBytes!: number;
}

@InputType()
export class SetAreasInput extends ContestChange {
  @Field(() => [ID]) @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) areaIds!: string[];
}

@InputType()
export class SetPrizePlanInput extends ContestChange {
  @Field(() => [PrizeTierInput], { description: 'The tiers, the highest first, in place of those there were.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PrizeTierInput)
  tiers!: PrizeTierInput[];
}

@InputType()
export class AttachDocumentInput extends ContestChange implements DocumentFacts {
  @Field(() => DocumentKindEnum) @IsIn(DOCUMENT_KINDS) kind!: DocumentKind;
  @Field() @Length(1, 100) number!: string;
  @Field(() => LocalDateScalar) @IsString() issuedOn!: string;
  @Field() @Length(1, 500) title!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() fileId?: string | null;
}

@InputType()
export class DetachDocumentInput extends ContestChange {
  @Field(() => ID) @IsUUID() documentId!: string;
}

@InputType()
export class SetPhaseDatesInput extends ContestChange {
  @Field(() => [PhaseDatesInput]) @ArrayMaxSize(6) @ValidateNested({ each: true }) @Type(() => PhaseDatesInput) phases!: PhaseDatesInput[];
  @Field(() => String, { nullable: true, description: 'Needed once announced.' }) @IsOptional() @MaxLength(100) decisionNumber?: string;
  @Lines() @Field(() => String, { nullable: true, description: 'Needed once announced.' }) @IsOptional() @MaxLength(2000) reason?: string;
}

@InputType()
export class SubmitPlanInput extends ContestChange {}

@InputType()
export class ApprovePlanInput extends ContestChange {}

@InputType()
export class ReturnPlanInput extends ContestChange {
  @Lines() @Field({ description: 'What is to be changed.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class SetPlanApprovalInput extends ContestChange {
  @Field({ description: 'Whether the leader approves the plan before the contest is announced.' }) @IsBoolean() asked!: boolean;
}

@InputType()
export class AdvancePhaseInput extends ContestChange {}

@InputType()
export class HoldPhaseInput extends ContestChange {
  @Lines() @Field() @Length(1, 2000) reason!: string;
}

@InputType()
export class ResumePhaseInput extends HoldPhaseInput {}

@InputType()
export class CancelContestInput extends ContestChange {
  @Field() @Length(1, 100) decisionNumber!: string;
  @Lines() @Field() @Length(1, 2000) reason!: string;
}

@InputType()
export class SeatPersonInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => SeatKindEnum) @IsIn(SEAT_KINDS) kind!: SeatKind;
  @Field(() => Boolean, { nullable: true }) @IsBoolean() chair = false;
}

@InputType()
export class EndSeatInput extends MutationInput {
  @Field(() => ID) @IsUUID() seatId!: string;
  @Lines() @Field() @Length(1, 2000) reason!: string;
}

@InputType({ isAbstract: true })
abstract class AreaInput extends MutationInput {
  @Field() @Length(1, 300) nameVi!: string;
  @Field() @Length(1, 300) nameEn!: string;
  @Field(() => String, { nullable: true, description: 'Which programme or contest names the area; left out where none does.' })
  @IsOptional()
  @MaxLength(500)
  source?: string | null;
  @Field(() => Int) @IsInt() @Min(0) @Max(1000) ordinal!: number;
}

@InputType()
export class CreateAreaInput extends AreaInput {
  @Field() @Matches(/^[A-Z][A-Z0-9_]{0,39}$/) areaCode!: string;
  @Field(() => ID, { nullable: true, description: 'Who keeps it. Default: the highest unit whose contests you edit.' })
  @IsOptional()
  @IsUUID()
  ownerUnitId?: string | null;
}

@InputType()
export class EditAreaInput extends AreaInput {
  @Field(() => ID) @IsUUID() areaId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether no later contest is to take it; left out: as it was.' })
  @ValidateIf((_, retired) => retired !== undefined)
  @IsBoolean()
  retired?: boolean;
}
