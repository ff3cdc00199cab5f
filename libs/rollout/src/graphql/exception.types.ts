import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { type ExceptionRequestRow } from '../application/exception.queries.js';
import { EXCEPTION_REQUEST_STATES, type ExceptionRequestState } from '../domain/exception-request.entity.js';
import { PeriodNameObject } from './period.types.js';
import { UnitNameObject } from '#lib/units';

const ExceptionRequestStateEnum = Object.fromEntries(EXCEPTION_REQUEST_STATES.map((state) => [state, state]));
registerEnumType(ExceptionRequestStateEnum, {
  name: 'ExceptionRequestState',
  description: 'It waits for the office, was granted by an exception, or was refused.',
});

@ObjectType('ExceptionRequest', { description: 'That a commune asks for a closed period to be opened for it, and what became of that.' })
export class ExceptionRequestObject implements Omit<ExceptionRequestRow, 'requestedAt' | 'decidedAt'> {
  @Field(() => ID) id!: string;
  @Field(() => PeriodNameObject, { description: 'Which period.' }) period!: PeriodNameObject;
  @Field(() => UnitNameObject, { description: 'Which commune.' }) unit!: UnitNameObject;
  @Field({ description: 'Why it asks.' }) reason!: string;
  @Field(() => ExceptionRequestStateEnum, { description: 'What became of it.' }) state!: ExceptionRequestState;
  @Field(() => String, { nullable: true, description: 'Who asked; null where it is not known.' }) requestedByName!: string | null;
  @Field(() => Date, { description: 'When.' }) requestedAt!: Date | string;
  @Field(() => String, { nullable: true, description: 'Who decided; null while it waits.' }) decidedByName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When; null while it waits.' }) decidedAt!: Date | string | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused; null where it was not.' }) decisionReason!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day of the exception that grants it; null where it was not granted.',
  })
  until!: string | null;
  @Field({ description: 'You may grant or refuse it.' }) canDecide!: boolean;
}

@InputType()
export class RequestExceptionInput extends MutationInput {
  @Field(() => ID, { description: 'Which closed period.' }) @IsUUID() periodId!: string;
  @Field(() => ID, { description: 'For which commune.' }) @IsUUID() unitId!: string;
  @Lines() @Field({ description: 'Why; the office reads it.' }) @IsString() @MaxLength(2000) reason!: string;
}

@InputType()
export class RefuseExceptionInput extends MutationInput {
  @Field(() => ID, { description: 'What was asked.' }) @IsUUID() requestId!: string;
  @Lines() @Field({ description: 'Why; who asked reads it.' }) @IsString() @MaxLength(2000) reason!: string;
}

@ArgsType()
export class ExceptionRequestsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of one period.' }) @IsOptional() @IsUUID() periodId?: string | null;
  @Field(() => ExceptionRequestStateEnum, { nullable: true, description: 'In one state.' })
  @IsOptional()
  @IsIn(EXCEPTION_REQUEST_STATES)
  state?: ExceptionRequestState | null;
}

export const ExceptionRequestConnection = connectionOf('ExceptionRequest', ExceptionRequestObject);
export const RequestExceptionResult = orRefusal('RequestExceptionResult', ExceptionRequestObject);
export const RefuseExceptionResult = orRefusal('RefuseExceptionResult', ExceptionRequestObject);
