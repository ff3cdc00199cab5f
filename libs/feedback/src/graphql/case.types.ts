import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
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
import { UnitNameObject } from '#lib/units';
import { type ReportedCaseRead } from '../application/case.queries.js';
import { CASE_FINDINGS, CASE_KINDS, type CaseFinding, type CaseKind } from '../domain/case-rules.js';
import { CounterNameObject } from './rating-hold.types.js';

const CaseKindEnum = Object.fromEntries(CASE_KINDS.map((kind) => [kind, kind]));
registerEnumType(CaseKindEnum, { name: 'CaseKind', description: 'What citizens reported.' });
const CaseFindingEnum = Object.fromEntries(CASE_FINDINGS.map((finding) => [finding, finding]));
registerEnumType(CaseFindingEnum, { name: 'CaseFinding', description: 'Whether it was so.' });

@ObjectType('ReportedCase', {
  description: 'What citizens said on one day at one counter that somebody has to look into. The counter does not read it.',
})
export class ReportedCaseObject implements Omit<ReportedCaseRead, 'whyNotClose'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => CounterNameObject, { description: 'Where it was said.' }) counter!: CounterNameObject;
  @Field(() => UnitNameObject, { description: 'The unit whose counter it is.' }) unit!: UnitNameObject;
  @Field(() => LocalDateScalar, { description: 'The day on which it was said.' }) day!: string;
  @Field(() => CaseKindEnum, { description: 'What it is about.' }) kind!: CaseKind;
  @Field(() => Int, { description: 'How many said so.' }) ratings!: number;
  @Field(() => [String], { description: 'What they wrote, in no order; gone after 24 months.' }) texts!: string[];
  @Field({ description: 'Whether it speaks of the head of the unit, who does not read it.' }) pastHead!: boolean;
  @Field(() => String, { nullable: true, description: 'What the head says of it; none: nothing yet.' }) reply!: string | null;
  @Field(() => CaseFindingEnum, { nullable: true, description: 'Whether it was so; none: it is open.' }) finding!: CaseFinding | null;
  @Field(() => String, { nullable: true, description: 'What came of it; none: it is open.' }) conclusion!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was closed; none: it is open.' }) closedAt!: Date | string | null;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether you may answer it, as the head of the unit.' }) canAnswer!: boolean;
  @Field({ description: 'Whether you may open a corrective action about it.' }) canOpenAction!: boolean;
  @WhyNotField('What keeps you from closing it.') whyNotClose!: Reason;
  @Field({ description: 'Whether you may let the head of the unit read it: it is kept from them as long as it may be about them.' })
  canPass!: boolean;
}

@ArgsType()
export class ReportedCasesArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone that are open, or that are closed.' })
  @IsOptional()
  @IsBoolean()
  open?: boolean | null;
}

@InputType()
export class AnswerCaseInput extends MutationInput {
  @Field(() => ID, { description: 'Which case.' }) @IsUUID() caseId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field({ description: 'What you say of it.' }) @Length(1, 2000) reply!: string;
}

@InputType()
export class PassCaseInput extends MutationInput {
  @Field(() => ID, { description: 'Which case.' }) @IsUUID() caseId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field({ description: 'Why it is not about them; it stands in the log.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class CloseCaseInput extends MutationInput {
  @Field(() => ID, { description: 'Which case.' }) @IsUUID() caseId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => CaseFindingEnum, { description: 'Whether it was so.' }) @IsIn(CASE_FINDINGS) finding!: CaseFinding;
  @Lines() @Field({ description: 'What came of it; it stands in the log.' }) @Length(1, 2000) conclusion!: string;
}

export const ReportedCaseConnection = connectionOf('ReportedCase', ReportedCaseObject);
export const AnswerCaseResult = orRefusal('AnswerCaseResult', ReportedCaseObject);
export const PassCaseResult = orRefusal('PassCaseResult', ReportedCaseObject);
export const CloseCaseResult = orRefusal('CloseCaseResult', ReportedCaseObject);
