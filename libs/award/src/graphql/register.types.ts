import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { DongScalar, LocalDateScalar, MutationInput, connectionOf, orRefusal } from '#lib/platform';
import { type PaymentRow, type RegisteredAwardRow } from '../application/winner.queries.js';
import { type RecordPayment } from '../application/award-payment.service.js';
import { AwardObject, WinnersArguments } from './award.types.js';

@ObjectType('AwardPayment', { description: 'That the money of a prize was paid.' })
export class AwardPaymentObject implements PaymentRow {
  @Field(() => Int) version!: number;
  @Field(() => LocalDateScalar, { description: 'The day on which it was paid.' }) paidOn!: string;
  @Field(() => DongScalar, { description: 'What was paid.' }) amount!: number;
  @Field({ description: 'The number of the paper it was paid by.' }) document!: string;
  @Field({ description: 'The full name of who recorded it.' }) recordedByName!: string;
  @Field({ description: 'When it was recorded.' }) recordedAt!: Date;
}

@ObjectType('RegisteredAward', { description: 'A published prize as the office that keeps the register sees it.' })
export class RegisteredAwardObject extends AwardObject implements RegisteredAwardRow {
  @Field({ description: 'Whether its contest was recorded afterwards, for its results.' }) recorded!: boolean;
  @Field(() => AwardPaymentObject, { nullable: true, description: 'Null where no payment is recorded.' })
  payment!: AwardPaymentObject | null;
  @Field({ description: 'Whether you may record that it was paid, or write it anew.' }) canRecordPayment!: boolean;
}

export const RegisteredAwardConnection = connectionOf('RegisteredAward', RegisteredAwardObject);
export const RecordAwardPaymentResult = orRefusal('RecordAwardPaymentResult', RegisteredAwardObject);

@ArgsType()
export class AwardRegisterArguments extends WinnersArguments {
  @Field(() => Boolean, { nullable: true, description: 'Only those whose payment is recorded, or only those whose is not.' })
  @IsOptional()
  @IsBoolean()
  paid?: boolean | null;
}

@InputType()
export class RecordAwardPaymentInput extends MutationInput implements RecordPayment {
  @Field(() => ID) @IsUUID() awardId!: string;
  @Field(() => Int, { description: 'Of the payment that was on the screen; 0 where there was none.' }) @IsInt() @Min(0) version!: number;
  @Field(() => LocalDateScalar, { description: 'The day on which it was paid.' }) @IsString() paidOn!: string;
  @Field(() => DongScalar, { description: 'What was paid.' }) amount!: number;
  @Field({ description: 'The number of the paper it was paid by.' }) @IsNotEmpty() @Length(1, 100) document!: string;
}
