import { ArgsType, Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  JobObject,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { type AuditHead, type AuditRead } from '../application/audit.queries.js';

@ObjectType('AuditEntry', {
  description: 'An act in the log: who did what with what, and when. Each is bound to the one before it by its hash.',
})
export class AuditEntryObject implements AuditRead {
  @Field(() => Float, {
    nullable: true,
    description:
      'Its place in the chain, from 1; null for what was done since a round that is not closed was opened: a gap would tell of acts under its seal.',
  })
  seq!: number | null;
  @Field(() => Date, { description: 'When it was done.' }) at!: Date;
  @Field(() => ID, { description: 'Who did it.' }) actorId!: string;
  @Field(() => String, { nullable: true, description: 'Who did it, by name; null for the platform itself.' }) actorName!: string | null;
  @Field({ description: 'The act, as the API names it.' }) operation!: string;
  @Field({ description: 'What kind of record it was done to.' }) subjectType!: string;
  @Field({ description: 'The record that it was done to.' }) subjectId!: string;
  @Field(() => String, { nullable: true, description: 'What it was before, as JSON; null where nothing was, or it is not yours to see.' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'What it became, as JSON; null where nothing did, or it is not yours to see.' })
  after!: string | null;
  @Field(() => String, { nullable: true, description: 'Why; null where no reason was given, or it is not yours to see.' })
  reason!: string | null;
  @Field({ description: 'Whether what it was, became and why are yours to see.' }) readable!: boolean;
  @Field({ description: 'SHA-256 of the hash before it and its text.' }) hash!: string;
}

@ObjectType('AuditHead', { description: 'The last entry of the log. Printed with its day, it shows later whether the end was cut off.' })
export class AuditHeadObject implements AuditHead {
  @Field(() => Float, { nullable: true, description: 'How many entries there are; null as long as a round is not closed.' })
  entries!: number | null;
  @Field({ description: 'The hash of the last one; as long as a round is not closed, of the last before today.' }) hash!: string;
  @Field(() => Date, { description: 'When the last one was written; as long as a round is not closed, the moment that today began.' })
  at!: Date;
}

export const AuditEntryConnection = connectionOf('AuditEntry', AuditEntryObject);

@ArgsType()
export class AuditArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Only acts of this person.' }) @IsOptional() @IsUUID() actorId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only this act, as the API names it.' })
  @IsOptional()
  @MaxLength(100)
  operation?: string | null;
  @Field(() => String, { nullable: true, description: 'Only what was done to records of this kind.' })
  @IsOptional()
  @MaxLength(100)
  subjectType?: string | null;
  @Field(() => String, { nullable: true, description: 'Only what was done to this record.' })
  @IsOptional()
  @MaxLength(100)
  subjectId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'From this day on.' }) @IsOptional() @IsString() doneFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'To this day, with it.' }) @IsOptional() @IsString() doneTo?: string | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType()
export class VerifyAuditInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'A hash that was the last one some day: must be in the chain.' })
  @IsOptional()
  @Length(64, 64)
  head?: string | null;
}

export const VerifyAuditResult = orRefusal('VerifyAuditResult', JobObject);
