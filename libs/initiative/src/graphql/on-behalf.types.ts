import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { Lines, MutationInput, type NameOrder, NameOrderField, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { type NoSubmissionRow, type SilentUnitRow } from '../application/no-submission.queries.js';
import { OwnerNameObject } from './initiative-names.types.js';
import { AuthorInput, OriginInput, SaveDraftInput } from './initiative.inputs.js';
import { InitiativeObject } from './initiative.types.js';

@InputType()
export class DraftOnBehalfInput extends OriginInput {
  @Field(() => ID, { description: 'Whose it is: somebody who may draft for the unit.' }) @IsUUID() submitterId!: string;
  @Field(() => [AuthorInput], { nullable: true, description: 'Without them the submitter is its one author.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AuthorInput)
  authors?: AuthorInput[] | null;
}

@InputType()
export class SaveDraftOnBehalfInput extends SaveDraftInput {}

@InputType()
export class GiveNoSubmissionReasonInput extends MutationInput {
  @Field(() => ID, { description: 'To which contest nothing was sent.' }) @IsUUID() contestId!: string;
  @Field(() => ID, { description: 'By which unit of its roster.' }) @IsUUID() unitId!: string;
  @Field(() => Int, { description: 'The version of what was said before; 0 where nothing was.' }) @IsInt() @Min(0) version!: number;
  @Lines() @Field({ description: 'Why; the secretariat reads it.' }) @IsString() @MaxLength(4000) reason!: string;
}

@ArgsType()
export class UnitsWithoutSubmissionArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
  @NameOrderField() order?: NameOrder | null;
}

@ObjectType('NoSubmission', { description: 'Why a unit has sent nothing to a contest, in its own words.' })
export class NoSubmissionObject implements Omit<NoSubmissionRow, 'at'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { description: 'To which contest.' }) contestId!: string;
  @Field(() => OwnerNameObject, { description: 'Which unit.' }) unit!: OwnerNameObject;
  @Field({ description: 'Why.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'Who said so; null where it is not known.' }) byName!: string | null;
  @Field(() => Date, { description: 'When they last said so.' }) at!: Date | string;
}

@ObjectType('UnitWithoutSubmission', {
  description: 'A unit of the roster of which nothing was received, or nothing that it did not withdraw.',
})
export class SilentUnitObject implements Omit<SilentUnitRow, 'said' | 'nameVi'> {
  @Field(() => ID, { description: 'The unit’s.' }) id!: string;
  @Field(() => OwnerNameObject, { description: 'Which unit.' }) unit!: OwnerNameObject;
  @Field(() => NoSubmissionObject, { nullable: true, description: 'Why, in its own words; null as long as it has not said so.' })
  said!: NoSubmissionObject | null;
  @Field({ description: 'You may say why for this unit.' }) canSay!: boolean;
}

export const UnitWithoutSubmissionConnection = connectionOf('UnitWithoutSubmission', SilentUnitObject);
export const GiveNoSubmissionReasonResult = orRefusal('GiveNoSubmissionReasonResult', NoSubmissionObject);
export const DraftOnBehalfResult = orRefusal('DraftOnBehalfResult', InitiativeObject);
export const SaveDraftOnBehalfResult = orRefusal('SaveDraftOnBehalfResult', InitiativeObject);
