import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { AwaitedKindEnum, MutationInput, orRefusal } from '#lib/platform';
import { type NudgeRead } from '../application/nudge.queries.js';
import { type NudgeOrder } from '../application/nudge.service.js';

@ObjectType('Nudge', { description: 'That people were reminded of what awaits them.' })
export class NudgeObject implements NudgeRead {
  @Field(() => ID) id!: string;
  @Field(() => AwaitedKindEnum.values, { description: 'What awaits them.' }) kind!: string;
  @Field(() => ID, { description: 'The record that it is about, as `subjectId` of `awaiting` says it.' }) subjectId!: string;
  @Field({ description: 'When it was.' }) at!: Date;
  @Field({ description: 'The full name of who nudged them.' }) byName!: string;
  @Field(() => [PersonNameObject], { description: 'Who was nudged, by name.' }) people!: PersonNameObject[];
}

@ObjectType('NudgeOffer', { description: 'What you may `nudge` somebody about.' })
export class NudgeOfferObject {
  @Field(() => AwaitedKindEnum.values, { description: 'What awaits them.' }) kind!: string;
  @Field(() => ID, { description: 'The record that it is about, as `nudge` takes it.' }) subjectId!: string;
}

@InputType()
export class NudgeInput extends MutationInput implements NudgeOrder {
  @Field(() => AwaitedKindEnum.values, {
    description: 'What awaits them: `cardSign`, `juryAnswer`, `initiativeResubmit`, `reportSubmit` or `reportResubmit`.',
  })
  @IsString()
  kind!: string;
  @Field(() => ID, { description: 'The record that it is about.' }) @IsUUID() subjectId!: string;
  @Field(() => ID, { nullable: true, description: 'One of those for whom it waits; null: all of them.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;
}

export const NudgeResult = orRefusal('NudgeResult', NudgeObject);
