import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { type AgeOrder, AgeOrderField, Lines, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import {
  UNDELIVERED_KINDS,
  UNDELIVERED_STATES,
  type UndeliveredKind,
  type UndeliveredRead,
  type UndeliveredState,
} from '../application/undelivered.queries.js';

const UndeliveredKindEnum = Object.fromEntries(UNDELIVERED_KINDS.map((kind) => [kind, kind]));
registerEnumType(UndeliveredKindEnum, {
  name: 'UndeliveredKind',
  description: 'What one part of the platform tells another, a mail to a person, a piece of what comes round by the clock, or a long act.',
});

const UndeliveredStateEnum = Object.fromEntries(UNDELIVERED_STATES.map((state) => [state, state]));
registerEnumType(UndeliveredStateEnum, {
  name: 'UndeliveredState',
  description: 'Tried again by itself; tried too often or refused for good; got through after all; given up by somebody.',
});

@ObjectType('Undelivered', { description: 'What did not get through, or not yet. Its text is not shown.' })
export class UndeliveredObject implements UndeliveredRead {
  @Field(() => ID) id!: string;
  @Field(() => UndeliveredKindEnum) kind!: UndeliveredKind;
  @Field(() => UndeliveredStateEnum) state!: UndeliveredState;
  @Field({ description: 'What it tells of, e.g. `award.published`, the schedule, or the kind of job.' }) about!: string;
  @Field(() => ID, { nullable: true, description: 'Whom a mail is for; null for what is no mail.' }) personId!: string | null;
  @Field(() => String, { nullable: true, description: 'Which piece of a schedule, null: the whole of it; or what a job is about.' }) item!:
    string | null;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts!: number;
  @Field(() => String, { nullable: true, description: 'Why, without names and addresses; null where it ended without a word.' }) error!:
    string | null;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it is tried next; null where it is not.' }) nextAttemptAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was given up trying; null as long as it goes on.' }) failedAt!: Date | null;
  @Field({ description: 'Whether you may have it tried again now.' }) canRetry!: boolean;
  @Field({ description: 'Whether you may give it up now.' }) canDiscard!: boolean;
}

export const UndeliveredConnection = connectionOf('Undelivered', UndeliveredObject);

@ArgsType()
export class UndeliveredArguments extends PageArguments {
  @Field(() => UndeliveredKindEnum, { nullable: true }) @IsOptional() @IsIn(UNDELIVERED_KINDS) kind?: UndeliveredKind | null;
  @Field(() => UndeliveredStateEnum, { nullable: true }) @IsOptional() @IsIn(UNDELIVERED_STATES) state?: UndeliveredState | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType()
export class RetryUndeliveredInput extends MutationInput {
  @Field(() => ID) @IsUUID() undeliveredId!: string;
}

@InputType()
export class DiscardUndeliveredInput extends RetryUndeliveredInput {
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

export const UndeliveredResult = orRefusal('UndeliveredResult', UndeliveredObject);
