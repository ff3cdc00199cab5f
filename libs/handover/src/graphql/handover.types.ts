import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  LocalDateScalar,
  MutationInput,
  type NameOrder,
  NameOrderField,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { ProcedureNameObject } from '#lib/procedure';
import { UnitNameObject } from '#lib/units';
import { type HandoverCountsRead, type HandoverRead } from '../application/handover.queries.js';
import {
  CORRECTION_REASONS,
  HANDOVER_LETTERS,
  HANDOVER_LEVELS,
  HANDOVER_OUTCOMES,
  HANDOVER_PLACES,
  type CorrectionReason,
  type HandoverLetter,
  type HandoverLevel,
  type HandoverOutcome,
  type HandoverPlace,
  type HandoverSaid,
  type Occasion,
} from '../domain/handover-policy.js';
import {
  HandoverCorrectionReasonEnum,
  HandoverLetterEnum,
  HandoverLevelEnum,
  HandoverOutcomeEnum,
  HandoverPlaceEnum,
  OccasionEnum,
} from './enums.js';

@ObjectType('ServiceModelName', { description: 'A model of handing over by its title.' })
export class ModelNameObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'What it is called.' }) title!: string;
}

@ObjectType('Handover', { description: 'That a result was handed over, or was tried to be. Nothing of it says whose it was.' })
export class HandoverObject implements Omit<HandoverRead, 'whyNotChange'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ModelNameObject, { description: 'The model that it is of.' }) model!: ModelNameObject;
  @Field(() => UnitNameObject, { description: 'The unit that handed over.' }) unit!: UnitNameObject;
  @Field(() => ProcedureNameObject, { description: 'The procedure whose result it was.' }) procedure!: ProcedureNameObject;
  @Field(() => OccasionEnum, { description: 'What that procedure is about.' }) occasion!: Occasion;
  @Field(() => LocalDateScalar, { description: 'The day on which it was tried.' }) day!: string;
  @Field(() => HandoverPlaceEnum, { description: 'Where.' }) venue!: HandoverPlace;
  @Field(() => HandoverLevelEnum, { description: 'Who handed over, by what they are.' }) byLevel!: HandoverLevel;
  @Field({ description: 'Whether it was asked for that it be brought home.' }) askedFor!: boolean;
  @Field(() => HandoverLetterEnum, { description: 'Which letter went with it.' }) letter!: HandoverLetter;
  @Field(() => HandoverOutcomeEnum, { description: 'What came of it.' }) outcome!: HandoverOutcome;
  @Field(() => Int, { description: 'The how many-th time it was tried, from 1.' }) attempt!: number;
  @Field(() => ID, { nullable: true, description: 'The time before, when nobody was there; null: the first.' }) previousId!: string | null;
  @Field({ description: 'Whether it was tried again since.' }) followed!: boolean;
  @Field(() => HandoverCorrectionReasonEnum, { nullable: true, description: 'Why it was corrected last; null: it was not.' })
  correctionReason!: CorrectionReason | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was voided; null: it counts.' }) voidedOn!: string | null;
  @Field(() => HandoverCorrectionReasonEnum, { nullable: true, description: 'Why it was voided; null: it was not.' })
  voidReason!: CorrectionReason | null;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether who received it may be asked to rate the office; after a death nobody is.' }) mayBeAskedToRate!: boolean;
  @Field({ description: 'Whether you may enter the next time.' }) canFollow!: boolean;
  @WhyNotField('What keeps you from correcting or voiding it.') whyNotChange!: Reason;
}

@ObjectType('HandoverCounts', { description: 'How many results a unit handed over in a month, without what was voided.' })
export class HandoverCountsObject implements HandoverCountsRead {
  @Field(() => UnitNameObject, { description: 'The unit that handed over.' }) unit!: UnitNameObject;
  @Field(() => LocalDateScalar, { description: 'The first day of the month.' }) month!: string;
  @Field(() => Int, { description: 'Handed over, wherever.' }) handed!: number;
  @Field(() => Int, { description: 'Of these at home.' }) home!: number;
  @Field(() => Int, { description: 'Of these at a ceremony.' }) ceremonies!: number;
  @Field(() => Int, { description: 'Tries at which nobody was there.' }) absent!: number;
  @Field(() => Int, { description: 'Tries that were declined.' }) declined!: number;
  @Field(() => Int, { description: 'First tries.' }) firstTries!: number;
  @Field(() => Int, { description: 'Of these handed over.' }) handedFirstTry!: number;
  @Field(() => Int, { description: 'Letters of congratulation that went with results.' }) congratulations!: number;
  @Field(() => Int, { description: 'Letters of condolence that went with results.' }) condolences!: number;
}

@ArgsType()
export class HandoversArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this month alone, by its first day.' }) @IsOptional() month?:
    string | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone at which nobody was there and that were not tried again.' })
  @IsOptional()
  @IsBoolean()
  waiting?: boolean | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@ArgsType()
export class HandoverCountsArguments extends PageArguments {
  @Field(() => LocalDateScalar, { description: 'The first day of the month.' }) month!: string;
  @NameOrderField() order?: NameOrder | null;
}

@InputType({ isAbstract: true })
abstract class SaidOfHandoverInput extends MutationInput implements HandoverSaid {
  @Field(() => LocalDateScalar, { description: 'The day on which it was tried, at most 62 days ago.' }) day!: string;
  @Field(() => HandoverPlaceEnum, { description: 'Where.' }) @IsIn(HANDOVER_PLACES) venue!: HandoverPlace;
  @Field(() => HandoverLevelEnum, { description: 'Who handed over, by what they are.' }) @IsIn(HANDOVER_LEVELS) byLevel!: HandoverLevel;
  @Field({ description: 'Whether it was asked for that it be brought home.' }) @IsBoolean() askedFor!: boolean;
  @Field(() => HandoverLetterEnum, { description: 'Which letter went with it.' }) @IsIn(HANDOVER_LETTERS) letter!: HandoverLetter;
  @Field(() => HandoverOutcomeEnum, { description: 'What came of it.' }) @IsIn(HANDOVER_OUTCOMES) outcome!: HandoverOutcome;
}

@InputType()
export class EnterHandoverInput extends SaidOfHandoverInput {
  @Field(() => ID, { description: 'The model that it is of.' }) @IsUUID() modelId!: string;
  @Field(() => ID, { description: 'The unit that handed over.' }) @IsUUID() unitId!: string;
  @Field(() => ID, { description: 'The procedure whose result it was.' }) @IsUUID() procedureId!: string;
  @Field(() => ID, { nullable: true, description: 'The time before, when nobody was there; null: the first.' })
  @IsOptional()
  @IsUUID()
  previousId?: string | null;
}

@InputType()
export class CorrectHandoverInput extends SaidOfHandoverInput {
  @Field(() => ID, { description: 'Which handover.' }) @IsUUID() handoverId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => HandoverCorrectionReasonEnum, { description: 'Why.' }) @IsIn(CORRECTION_REASONS) reason!: CorrectionReason;
}

@InputType()
export class VoidHandoverInput extends MutationInput {
  @Field(() => ID, { description: 'Which handover.' }) @IsUUID() handoverId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => HandoverCorrectionReasonEnum, { description: 'Why.' }) @IsIn(CORRECTION_REASONS) reason!: CorrectionReason;
}

export const HandoverConnection = connectionOf('Handover', HandoverObject);
export const HandoverCountsConnection = connectionOf('HandoverCounts', HandoverCountsObject);
export const EnterHandoverResult = orRefusal('EnterHandoverResult', HandoverObject);
export const CorrectHandoverResult = orRefusal('CorrectHandoverResult', HandoverObject);
export const VoidHandoverResult = orRefusal('VoidHandoverResult', HandoverObject);
