import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { type AgeOrder, AgeOrderField, Lines, LocalDateScalar, MutationInput, PageArguments } from '#lib/platform';
import {
  INSPECTION_ANSWERS,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  ITEMS_MOST,
  type InspectionAnswer,
  type InspectionKind,
  type InspectionState,
  TEAM_MOST,
} from '../domain/inspection-rules.js';
import { InspectionAnswerEnum, InspectionKindEnum, InspectionStateEnum } from './inspection.types.js';

@ArgsType()
export class InspectionsArguments extends PageArguments {
  @Field(() => [InspectionStateEnum], { nullable: true, description: 'Those alone that are in one of these.' })
  @IsOptional()
  @IsIn(INSPECTION_STATES, { each: true })
  states?: InspectionState[] | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType()
export class OrderInspectionInput extends MutationInput {
  @Field(() => InspectionKindEnum, { description: 'Planned, of which the unit is told, or a surprise.' })
  @IsIn(INSPECTION_KINDS)
  kind!: InspectionKind;
  @Field(() => ID, { description: 'The unit that is inspected; not your own.' }) @IsUUID() unitId!: string;
  @Field({ description: 'The number of the decision.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'Its day, today at the latest.' }) decidedOn!: string;
  @Field(() => ID, { description: 'Who leads the team.' }) @IsUUID() leadId!: string;
  @Field(() => [ID], { description: 'The others of the team; nobody of the unit.' })
  @ArrayMaxSize(TEAM_MOST)
  @IsUUID('all', { each: true })
  memberIds!: string[];
  @Field(() => [String], { description: 'What is looked at, in its order.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEMS_MOST)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  items!: string[];
}

@InputType({ isAbstract: true })
abstract class OfInspectionInput extends MutationInput {
  @Field(() => ID, { description: 'Which inspection.' }) @IsUUID() inspectionId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class CallOffInspectionInput extends OfInspectionInput {
  @Lines() @Field({ description: 'Why; it stands in the log.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class StartInspectionInput extends OfInspectionInput {}

@InputType()
export class AnswerInspectionItemInput extends MutationInput {
  @Field(() => ID, { description: 'Which item.' }) @IsUUID() itemId!: string;
  @Field(() => Int, { description: 'The version of the item.' }) @IsInt() version!: number;
  @Field(() => InspectionAnswerEnum, { description: 'What the team found.' }) @IsIn(INSPECTION_ANSWERS) answer!: InspectionAnswer;
  @Lines()
  @Field(() => String, { nullable: true, description: 'In words; needed where it is not as it should be.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remark?: string | null;
}

@InputType()
export class DrawUpMinutesInput extends OfInspectionInput {
  @Lines() @Field({ description: 'What the minutes conclude.' }) @Length(1, 4000) conclusion!: string;
}

@InputType()
export class SignMinutesInput extends OfInspectionInput {}

@InputType()
export class RecordMinutesRefusalInput extends OfInspectionInput {
  @Lines() @Field({ description: 'Why nobody of the unit signs; it stands in the minutes.' }) @Length(1, 2000) reason!: string;
}
