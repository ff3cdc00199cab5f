import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { NudgeOfferObject } from '#lib/notice';
import {
  type AgeOrder,
  AgeOrderField,
  DecimalScalar,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  connectionOf,
  orRefusal,
  orderEnum,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { OVERDUE_ORDERS, type OverdueOrder, type OverdueRead } from '../application/period.queries.js';
import { type ReportState } from '../domain/report-policy.js';
import { OverdueKindEnum, ReportStateEnum } from './enums.js';

const OverdueOrderEnum = orderEnum<OverdueOrder>('OverdueOrder', {
  DUE: 'The longest overdue first.',
  DUE_LAST: 'What became overdue last comes first.',
  UNIT: 'By the name of the unit, its longest overdue first.',
});

const NUDGED = 'Of what you may remind its officers now; null: of nothing, or you are not the office that waits.';

@ObjectType('PeriodException', { description: 'A closed period reopened for one unit.' })
export class PeriodExceptionObject {
  @Field(() => ID) id!: string;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field() reason!: string;
  @Field(() => LocalDateScalar, { description: 'The last day.' }) until!: string;
  @Field(() => String, { nullable: true, description: 'Who granted it, by full name; null where it is not known.' }) grantedByName!:
    string | null;
  @Field({ description: 'When it was granted.' }) grantedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was taken back; none where it stands.' }) revokedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who took it back, by full name; null where it stands.' }) revokedByName!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken back; null where it stands.' }) revocationReason!: string | null;
  @Field({ description: 'Whether you may take it back.' }) canRevoke!: boolean;
}

@ObjectType('PeriodName', { description: 'A reporting period, by name and dates.' })
export class PeriodNameObject {
  @Field(() => ID) id!: string;
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => LocalDateScalar) startsOn!: string;
  @Field(() => LocalDateScalar) endsOn!: string;
  @Field(() => LocalDateScalar) dueOn!: string;
}

@ObjectType('ReportingPeriod', { description: 'A window that communes report on. Periods overlap: the year contains the half-year.' })
export class ReportingPeriodObject extends PeriodNameObject {
  @Field(() => Int) version!: number;
  @Field(() => ID) hostUnitId!: string;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => [PeriodExceptionObject], { description: 'The communes that may report after it was closed.' })
  exceptions!: PeriodExceptionObject[];
  @Field({ description: 'Whether you may close it and grant exceptions.' }) canManage!: boolean;
}

@ObjectType('UnitReporting', { description: 'Whether one commune has reported.' })
export class UnitReportingObject {
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field({ description: 'False: exempt.' }) expected!: boolean;
  @Field(() => ReportStateEnum, { nullable: true, description: 'How far its report is; null: not begun.' }) state!: ReportState | null;
  @Field({ description: 'Whether a report was sent.' }) received!: boolean;
  @Field({ description: 'Whether it was sent in time.' }) onTime!: boolean;
  @Field(() => NudgeOfferObject, { nullable: true, description: NUDGED })
  nudge!: NudgeOfferObject | null;
}

@ObjectType('ReportingRates', { description: 'Who has reported; always of the expected.' })
export class ReportingRatesObject {
  @Field(() => ID) periodId!: string;
  @Field(() => LocalDateScalar) asOf!: string;
  @Field(() => Int, { description: 'How many communes have to report.' }) expected!: number;
  @Field(() => Int) exempt!: number;
  @Field(() => Int, { description: 'How many reports were sent.' }) received!: number;
  @Field(() => Int, { description: 'How many sent their report in time.' }) onTime!: number;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Received, in per cent of the expected, to one decimal; null where nobody is.',
  })
  receivedRate!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'On time, in per cent of the expected, to one decimal; null where nobody is.',
  })
  onTimeRate!: string | null;
  @Field(() => [UnitReportingObject], { description: 'Commune by commune.' }) units!: UnitReportingObject[];
}

@ObjectType('Overdue', { description: 'A report or an adoption that should be there and is not.' })
export class OverdueObject {
  @Field(() => ID) id!: string;
  @Field(() => OverdueKindEnum) kind!: 'REPORT' | 'ADOPTION';
  @Field(() => LocalDateScalar) dueOn!: string;
  @Field(() => Int, { description: 'How many days it is late.' }) daysLate!: number;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => ID, { nullable: true }) periodId!: string | null;
  @Field(() => ID, { nullable: true }) adoptionId!: string | null;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field(() => NudgeOfferObject, { nullable: true, description: NUDGED })
  nudge!: NudgeOfferObject | null;
}

export const ReportingPeriodConnection = connectionOf('ReportingPeriod', ReportingPeriodObject);
export const OverdueConnection = connectionOf('Overdue', OverdueObject);

@ArgsType()
export class RatesArguments {
  @Field(() => [ID], { description: 'One to 50 reporting periods.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  periodIds!: string[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'What had come in by this day; default: today.' }) asOf?: string | null;
}

@ArgsType()
export class ReportingPeriodsArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
}

@ArgsType()
export class OverdueArguments extends PageArguments {
  @Field(() => LocalDateScalar, { nullable: true }) asOf?: string | null;
  @Field(() => OverdueKindEnum, { nullable: true, description: 'Reports alone, or adoptions; null: both.' })
  kind?: OverdueRead['kind'] | null;
  @Field(() => OverdueOrderEnum, { nullable: true, description: 'Default: the longest overdue first.' })
  @IsOptional()
  @IsIn(OVERDUE_ORDERS)
  order?: OverdueOrder | null;
}

@InputType()
export class OpenReportingPeriodInput extends MutationInput {
  @Field(() => ID, { description: 'The district whose communes report.' }) @IsUUID() hostUnitId!: string;
  @Field() @Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/) key!: string;
  @Field() @Length(1, 200) nameVi!: string;
  @Field() @Length(1, 200) nameEn!: string;
  @Field(() => LocalDateScalar) startsOn!: string;
  @Field(() => LocalDateScalar) endsOn!: string;
  @Field(() => LocalDateScalar, { description: 'The last day on which a report is on time.' }) dueOn!: string;
}

@InputType()
export class ClosePeriodInput extends MutationInput {
  @Field(() => ID) @IsUUID() periodId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class GrantExceptionInput extends MutationInput {
  @Field(() => ID) @IsUUID() periodId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Lines() @Field() @Length(1, 2000) reason!: string;
  @Field(() => LocalDateScalar, { description: 'The last day on which the unit may type.' }) until!: string;
}

@InputType()
export class RevokeExceptionInput extends MutationInput {
  @Field(() => ID, { description: 'Which one is taken back.' }) @IsUUID() exceptionId!: string;
  @Lines() @Field() @Length(3, 2000) reason!: string;
}

export const RevokeExceptionResult = orRefusal('RevokeExceptionResult', ReportingPeriodObject);
export const OpenReportingPeriodResult = orRefusal('OpenReportingPeriodResult', ReportingPeriodObject);
export const ClosePeriodResult = orRefusal('ClosePeriodResult', ReportingPeriodObject);
export const GrantExceptionResult = orRefusal('GrantExceptionResult', ReportingPeriodObject);
