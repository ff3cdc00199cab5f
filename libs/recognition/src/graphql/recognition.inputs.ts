import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { INFLUENCES, type Influence } from '#domain/initiative';
import { InfluenceEnum } from '#lib/initiative';
import { Lines, LocalDateScalar, MutationInput, PageArguments, orderEnum } from '#lib/platform';
import { RECOGNITION_ORDERS, type RecognitionOrder } from '../application/recognition.queries.js';
import { COUNCIL_MOST, COUNCIL_ROLES, type CouncilRole } from '../domain/council.js';
import { VOTE_BASES, type VoteBase } from '../domain/majority.js';
import { RECOGNITION_STATES, type RecognitionState } from '../domain/recognition-states.js';
import { CouncilRoleEnum, RecognitionStateEnum, VoteBaseEnum } from './recognition.types.js';

const RecognitionOrderEnum = orderEnum<RecognitionOrder>('RecognitionOrder', {
  NEWEST: 'What was applied for last first.',
  OLDEST: 'What was applied for first first.',
  DUE: 'What has to be decided next first; what is decided, or was not received yet, last.',
});

@ArgsType()
export class RecognitionsArguments extends PageArguments {
  @Field(() => [RecognitionStateEnum], { nullable: true, description: 'Those alone that are in one of these.' })
  @IsOptional()
  @IsIn(RECOGNITION_STATES, { each: true })
  states?: RecognitionState[] | null;
  @Field(() => RecognitionOrderEnum, { nullable: true, description: 'Default: what was applied for last first.' })
  @IsOptional()
  @IsIn(RECOGNITION_ORDERS)
  order?: RecognitionOrder | null;
}

@InputType()
export class ApplyForRecognitionInput extends MutationInput {
  @Field(() => ID, { description: 'Which initiative.' }) @IsUUID() initiativeId!: string;
  @Field(() => LocalDateScalar, { description: 'When it was applied or tried first, today at the latest.' }) firstAppliedOn!: string;
  @Lines() @Field({ description: 'What it is good for.' }) @Length(1, 4000) benefit!: string;
}

@InputType({ isAbstract: true })
abstract class OfRecognitionInput extends MutationInput {
  @Field(() => ID, { description: 'Which application.' }) @IsUUID() recognitionId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class AcceptRecognitionInput extends OfRecognitionInput {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When its first use is complete, where that is later: the three months begin then.',
  })
  @IsOptional()
  firstUseEndsOn?: string | null;
}

@InputType({ description: 'Somebody to be seated in a council.' })
export class CouncilMemberInput {
  @Field(() => ID, { description: 'Who is seated.' }) @IsUUID() personId!: string;
  @Field(() => CouncilRoleEnum, { description: 'What they are in the council.' }) @IsIn(COUNCIL_ROLES) role!: CouncilRole;
}

@InputType()
export class SeatRecognitionCouncilInput extends OfRecognitionInput {
  @Field({ description: 'The number of the decision.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'Its day, today at the latest.' }) decidedOn!: string;
  @Field(() => VoteBaseEnum, { defaultValue: 'SEATED', description: 'Of whom two thirds have to agree.' })
  @IsIn(VOTE_BASES)
  votesOf!: VoteBase;
  @Field(() => [CouncilMemberInput], { description: 'All of them, in their order.' })
  @ArrayMaxSize(COUNCIL_MOST)
  @ValidateNested({ each: true })
  @Type(() => CouncilMemberInput)
  members!: CouncilMemberInput[];
}

@InputType()
export class OpenRecognitionSittingInput extends OfRecognitionInput {
  @Field(() => [ID], { description: 'The members who are present.' })
  @ArrayMaxSize(COUNCIL_MOST)
  @IsUUID('all', { each: true })
  presentIds!: string[];
}

@InputType()
export class CloseRecognitionSittingInput extends OfRecognitionInput {
  @Field(() => Int, { description: 'How many ballots agree.' }) @IsInt() @Min(0) @Max(COUNCIL_MOST) yes!: number;
  @Field(() => Int, { description: 'How many do not; what is missing was left blank or not given.' })
  @IsInt()
  @Min(0)
  @Max(COUNCIL_MOST)
  no!: number;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Why it is refused; needed where it is.' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string | null;
  @Field(() => InfluenceEnum, { nullable: true, description: 'How far it reaches; left out: as its dossier says.' })
  @IsOptional()
  @IsIn(INFLUENCES)
  influence?: Influence | null;
}

@InputType()
export class RecordRecognitionDecisionInput extends OfRecognitionInput {
  @Field({ description: 'The number of the decision.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'Its day: not before the council voted, today at the latest.' }) decidedOn!: string;
}

@InputType()
export class RevokeRecognitionInput extends OfRecognitionInput {
  @Field({ description: 'The number of the decision.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'Its day, today at the latest.' }) decidedOn!: string;
  @Lines() @Field({ description: 'Why.' }) @Length(1, 2000) reason!: string;
}
