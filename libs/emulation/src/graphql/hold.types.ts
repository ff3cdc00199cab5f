import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { PersonNameObject } from '#lib/identity';
import { type HoldRead } from '../application/hold.queries.js';

@ObjectType('Hold', {
  description: 'That titles of somebody wait while something about them is looked into. For the office and the leader alone.',
})
export class HoldObject implements Omit<HoldRead, 'whyNotEnd'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => PersonNameObject, { description: 'Whom it is about.' }) person!: PersonNameObject;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null: until further notice.' }) endsOn!: string | null;
  @Field({ description: 'Why.' }) ground!: string;
  @Field(() => String, { nullable: true, description: 'Who entered it; null: the system.' }) placedByName!: string | null;
  @Field({ description: 'Whether it holds today.' }) inForce!: boolean;
  @Field() illustrative!: boolean;
  @WhyNotField('What keeps you from ending it.') whyNotEnd!: Reason;
}

@ArgsType()
export class HoldsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Those alone that are about this person.' }) @IsOptional() @IsUUID() personId?:
    string | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType()
export class PlaceHoldInput extends MutationInput {
  @Field(() => ID, { description: 'About whom.' }) @IsUUID() personId!: string;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Lines() @Field({ description: 'Why; read by the office and the leader alone.' }) @Length(1, 2000) ground!: string;
}

@InputType()
export class EndHoldInput extends MutationInput {
  @Field(() => ID, { description: 'Which hold.' }) @IsUUID() holdId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => LocalDateScalar, { description: 'Its last day.' }) endsOn!: string;
  @Lines() @Field({ description: 'Why; it stands in the log.' }) @Length(1, 2000) reason!: string;
}

export const HoldConnection = connectionOf('Hold', HoldObject);
export const PlaceHoldResult = orRefusal('PlaceHoldResult', HoldObject);
export const EndHoldResult = orRefusal('EndHoldResult', HoldObject);
