import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { type AgeOrder, AgeOrderField, LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type TransactionCountRead } from '../application/transaction.queries.js';

@ObjectType('TransactionCount', {
  description: 'How many transactions a unit had of a field in a month, by which its ratings are weighed.',
})
export class TransactionCountObject implements TransactionCountRead {
  @Field(() => ID) id!: string;
  @Field(() => UnitNameObject, { description: 'The unit that had them.' }) unit!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'The field; none: at the counters for all fields.' }) fieldName!: string | null;
  @Field(() => LocalDateScalar, { description: 'The first day of the month.' }) month!: string;
  @Field(() => Int, { description: 'How many there were.' }) transactions!: number;
  @Field({ description: 'Who says so.' }) source!: string;
  @Field() illustrative!: boolean;
}

@ArgsType()
export class TransactionCountsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this month alone, by its first day.' }) @IsOptional() month?:
    string | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@InputType()
export class RecordTransactionsInput extends MutationInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => String, { nullable: true, description: 'The field; none: at the counters for all fields.' })
  @IsOptional()
  @Length(1, 300)
  fieldName?: string | null;
  @Field(() => LocalDateScalar, { description: 'The first day of a month that is over.' }) month!: string;
  @Field(() => Int, { description: 'How many there were.' }) @IsInt() @Min(0) @Max(10_000_000) transactions!: number;
  @Field({ description: 'Who says so: the one-stop software, a report with its number.' }) @Length(1, 300) source!: string;
}

export const TransactionCountConnection = connectionOf('TransactionCount', TransactionCountObject);
export const RecordTransactionsResult = orRefusal('RecordTransactionsResult', TransactionCountObject);
