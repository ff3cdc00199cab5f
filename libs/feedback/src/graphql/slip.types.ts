import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { LocalDateScalar, MutationInput, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type SlipBatchRead } from '../application/slip.queries.js';
import { MOST_SLIPS } from '../domain/slip.entity.js';
import { CounterNameObject } from './rating-hold.types.js';

@ObjectType('SlipBatch', {
  description: 'Codes for a counter to hand out with receipts, requests for more and refusals alike, each good for one rating.',
})
export class SlipBatchObject implements SlipBatchRead {
  @Field(() => ID) id!: string;
  @Field(() => CounterNameObject, { description: 'The counter that hands them out.' }) counter!: CounterNameObject;
  @Field(() => UnitNameObject, { description: 'The unit whose counter it is.' }) unit!: UnitNameObject;
  @Field(() => Int, { description: 'How many were made.' }) slips!: number;
  @Field(() => LocalDateScalar, { description: 'The day on which they were made.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, { description: 'The last day on which they are good.' }) expiresOn!: string;
  @Field(() => [String], { description: 'All of them, used or not; empty once they are good no more.' }) codes!: string[];
  @Field({ description: 'Where a code leads to, but for the code itself, which comes at its end.' }) address!: string;
  @Field() illustrative!: boolean;
}

@InputType()
export class IssueSlipsInput extends MutationInput {
  @Field(() => ID) @IsUUID() counterId!: string;
  @Field(() => Int, { description: `How many: 1 to ${String(MOST_SLIPS)}.` }) @IsInt() @Min(1) @Max(MOST_SLIPS) slips!: number;
}

export const IssueSlipsResult = orRefusal('IssueSlipsResult', SlipBatchObject);
