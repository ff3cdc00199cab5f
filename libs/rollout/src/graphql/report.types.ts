import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import {
  DecimalScalar,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  RefusalObject,
  WhyNotField,
  connectionOf,
  orRefusal,
  orderEnum,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { REPORT_ORDERS, type ReportOrder } from '../application/report.queries.js';
import { type ReportState } from '../domain/report-policy.js';
import { ReportStateEnum } from './enums.js';
import { FigureFields } from './figure.types.js';
import { PeriodNameObject } from './period.types.js';

const ReportOrderEnum = orderEnum<ReportOrder>('ReportOrder', {
  NEWEST: 'Of the period that is due last first.',
  OLDEST: 'Of the period that is due first first.',
  UNIT: 'By the name of the unit, its latest first.',
});

@ObjectType('ReportFigure', { description: 'A figure in a report.' })
export class ReportFigureObject extends FigureFields {}

@ObjectType({ isAbstract: true })
abstract class ReportFields {
  @Field(() => Int, { description: '0 where there is no report yet.' }) version!: number;
  @Field(() => PeriodNameObject) period!: PeriodNameObject;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => Boolean, { nullable: true, description: 'Whether it first came in by the due date; none while it has not.' }) onTime!:
    boolean | null;
  @Field({ description: 'Whether you may type it now.' }) canReport!: boolean;
  @WhyNotField('What stands in the way of typing it now.') whyNotReport!: Reason;
}

@ObjectType('Report', { description: 'What a commune reports for a period.' })
export class ReportObject extends ReportFields {
  @Field(() => ID) id!: string;
  @Field(() => ReportStateEnum) state!: ReportState;
  @Field(() => String, { nullable: true, description: 'What the commune writes to it; null where nothing was written.' }) note!:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When it first came in; null before.' }) receivedAt!: Date | null;
  @Field(() => Date, { nullable: true }) submittedAt!: Date | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) returnReason!: string | null;
  @Field(() => [ReportFigureObject], { description: 'The figures, by indicator.' }) figures!: ReportFigureObject[];
  @Field(() => [RefusalObject], { description: 'All that keeps it from being sent, for who may send it.' })
  problems!: RefusalObject[];
  @Field({ description: 'Whether you may approve or return it.' }) canApprove!: boolean;
}

@ObjectType('MyReport', { description: 'A report that is asked of one of your units.' })
export class MyReportObject extends ReportFields {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'None: not begun.' }) reportId!: string | null;
  @Field(() => ReportStateEnum, { nullable: true, description: 'How far it is; null: not begun.' }) state!: ReportState | null;
  @Field({ description: 'Whether you may ask that the closed period be opened for the unit.' }) canRequestException!: boolean;
  @WhyNotField('Why you do not ask that the period be opened for the unit.') whyNotRequestException!: Reason;
}

export const ReportConnection = connectionOf('Report', ReportObject);
export const MyReportConnection = connectionOf('MyReport', MyReportObject);

@ArgsType()
export class ReportsArguments extends PageArguments {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() periodId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => ReportStateEnum, { nullable: true }) state?: ReportState | null;
  @Field(() => ReportOrderEnum, { nullable: true, description: 'Default: of the period that is due last first.' })
  @IsOptional()
  @IsIn(REPORT_ORDERS)
  order?: ReportOrder | null;
}

@InputType({ description: 'A figure of a report.' })
export class ReportFigureInput {
  @Field(() => ID) @IsUUID() indicatorId!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "Default: the period's first day." }) startsOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Default: the period's last day." }) endsOn?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of a sum or a last value.' }) value?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of a ratio.' }) numerator?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of a ratio.' }) denominator?: string | null;
  @Field(() => String, { nullable: true, description: 'Default: the unit itself.' }) @IsOptional() @Length(1, 300) source?: string | null;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2000) note?: string | null;
  @Field(() => Boolean, { nullable: true }) illustrative?: boolean | null;
  @Lines()
  @Field(() => String, {
    nullable: true,
    description: 'Why it is right although it jumps. Left out: what was answered stands for as long as the numbers do.',
  })
  @IsOptional()
  @MaxLength(2000)
  jumpReason?: string | null;
}

@InputType()
export class SaveReportInput extends MutationInput {
  @Field(() => ID) @IsUUID() periodId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => Int, { description: 'The version that was on the screen; 0 where there was none.' }) @IsInt() version!: number;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(5000) note?: string | null;
  @Field(() => [ReportFigureInput], { description: 'All figures of the report.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReportFigureInput)
  figures!: ReportFigureInput[];
}

@InputType({ isAbstract: true })
abstract class OfReportInput extends MutationInput {
  @Field(() => ID) @IsUUID() reportId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class SubmitReportInput extends OfReportInput {}

@InputType()
export class ApproveReportInput extends OfReportInput {}

@InputType()
export class ReturnReportInput extends OfReportInput {
  @Lines() @Field() @Length(1, 2000) reason!: string;
}

export const SaveReportResult = orRefusal('SaveReportResult', ReportObject);
export const SubmitReportResult = orRefusal('SubmitReportResult', ReportObject);
export const ApproveReportResult = orRefusal('ApproveReportResult', ReportObject);
export const ReturnReportResult = orRefusal('ReturnReportResult', ReportObject);
