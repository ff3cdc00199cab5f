import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type AgeOrder, AgeOrderField, Lines, LocalDateScalar, MutationInput, PageArguments } from '#lib/platform';
import {
  MOST_PILOT_FILES,
  MOST_PILOT_UNITS,
  PILOT_MEASURES,
  PILOT_OUTCOMES,
  PILOT_STATES,
  type PilotMeasure,
  type PilotOutcome,
  type PilotState,
} from '../domain/pilot-policy.js';
import { PILOT_ARMS, type PilotArm } from '../domain/pilot-result.js';
import { PilotArmEnum, PilotMeasureEnum, PilotOutcomeEnum, PilotStateEnum } from './pilot.types.js';

@ArgsType()
export class PilotsArguments extends PageArguments {
  @Field(() => [PilotStateEnum], { nullable: true, description: 'Those alone that are in one of these.' })
  @IsOptional()
  @IsIn(PILOT_STATES, { each: true })
  states?: PilotState[] | null;
  @Field(() => ID, { nullable: true, description: 'Those alone of this roll-out.' }) @IsOptional() @IsUUID() rolloutId?: string | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType({ description: 'A commune to be in a pilot.' })
export class PilotPlaceInput {
  @Field(() => ID, { description: 'Which commune.' }) @IsUUID() unitId!: string;
  @Field(() => PilotArmEnum, { description: 'Whether it tries, or is held against those that do.' }) @IsIn(PILOT_ARMS) arm!: PilotArm;
}

@InputType({ isAbstract: true })
abstract class SaidOfPilotInput extends MutationInput {
  @Field({ description: 'What is tried, in a few words.' }) @Length(1, 300) title!: string;
  @Field(() => [String], { description: 'The fields of procedures that it is about, as the catalogue calls them; none: all.' })
  @ArrayMaxSize(20)
  @Length(1, 200, { each: true })
  procedureFields!: string[];
  @Field(() => Int, { nullable: true, description: 'The day of the week that it is about, from 1, Monday, to 7; null: all days.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number | null;
  @Field(() => LocalDateScalar, { description: 'Its first day; it is registered before.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { description: 'Its last day.' }) endsOn!: string;
  @Field(() => [String], { description: 'The documents that it rests on.' })
  @ArrayMaxSize(20)
  @Length(1, 300, { each: true })
  legalBases!: string[];
  @Field(() => PilotMeasureEnum, { description: 'What is measured of each file.' }) @IsIn(PILOT_MEASURES) measure!: PilotMeasure;
  @Field(() => Int, { nullable: true, description: 'The limit of the procedure, in the same days; null: none is held against.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  limitDays?: number | null;
  @Field(() => LocalDateScalar, { description: 'The first day of the months that it is held against.' }) baselineFrom!: string;
  @Field(() => LocalDateScalar, { description: 'The last day of these, before it begins.' }) baselineTo!: string;
  @Field(() => [PilotPlaceInput], { description: 'The communes that try, and those that they are held against.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PILOT_UNITS)
  @ValidateNested({ each: true })
  @Type(() => PilotPlaceInput)
  units!: PilotPlaceInput[];
}

@InputType()
export class DraftPilotInput extends SaidOfPilotInput {
  @Field(() => ID, { description: 'The roll-out that it is of.' }) @IsUUID() rolloutId!: string;
}

@InputType()
export class EditPilotInput extends SaidOfPilotInput {
  @Field(() => ID, { description: 'Which pilot.' }) @IsUUID() pilotId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType({ isAbstract: true })
abstract class OfPilotInput extends MutationInput {
  @Field(() => ID, { description: 'Which pilot.' }) @IsUUID() pilotId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class RegisterPilotInput extends OfPilotInput {}

@InputType()
export class StartPilotInput extends OfPilotInput {}

@InputType()
export class EndPilotInput extends OfPilotInput {
  @Lines()
  @Field(() => String, { nullable: true, description: 'Why; needed where its last day is not over.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string | null;
}

@InputType()
export class ConcludePilotInput extends OfPilotInput {
  @Field(() => PilotOutcomeEnum, { description: 'What becomes of it.' }) @IsIn(PILOT_OUTCOMES) outcome!: PilotOutcome;
  @Lines() @Field({ description: 'Why, in words that everybody reads.' }) @Length(1, 4000) conclusion!: string;
}

@InputType({ description: 'How long one file took; nothing of whose it was.' })
export class PilotFileInput {
  @Field(() => LocalDateScalar, { description: 'When it was received whole.' }) receivedOn!: string;
  @Field(() => LocalDateScalar, { description: 'When its result was there.' }) doneOn!: string;
  @Field(() => String, { nullable: true, description: 'The code of its procedure; null: not written down.' })
  @IsOptional()
  @Length(1, 40)
  procedureCode?: string | null;
}

@InputType()
export class EnterPilotFilesInput extends MutationInput {
  @Field(() => ID, { description: 'The place of the commune in the pilot.' }) @IsUUID() pilotUnitId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => [PilotFileInput], {
    description: 'All of them that were received in the days that are asked for, in place of those that were entered.',
  })
  @ArrayMaxSize(MOST_PILOT_FILES)
  @ValidateNested({ each: true })
  @Type(() => PilotFileInput)
  files!: PilotFileInput[];
}
