import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { LETTER_FORMATS, type LetterFormat, type LetterOrder, type LetterRead, type TemplateRead } from '../application/letter.queries.js';
import { LETTER_KINDS, type LetterKind } from '../domain/handover-policy.js';
import { type TemplateState } from '../domain/letter.js';
import { LetterFormatEnum, LetterKindEnum, LetterTemplateStateEnum } from './enums.js';

@ObjectType('LetterTemplate', { description: 'What a unit writes to those whose results it hands over, in one version.' })
export class LetterTemplateObject implements Omit<TemplateRead, 'whyNotApprove'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose head signs.' }) unit!: UnitNameObject;
  @Field(() => LetterKindEnum, { description: 'What letters by it are for.' }) kind!: LetterKind;
  @Field(() => Int, { description: 'From 1, counted by unit and kind.' }) number!: number;
  @Field({ description: 'What it says, with what is filled in named in braces.' }) text!: string;
  @Field({ description: 'The position that stands under the letter.' }) signerPosition!: string;
  @Field(() => LetterTemplateStateEnum, { description: 'Whether letters are made by it.' }) state!: TemplateState;
  @Field(() => String, { nullable: true, description: 'Who wrote it; null: the system.' }) authorName!: string | null;
  @Field(() => String, { nullable: true, description: 'Who approved it, and signs; null: nobody yet.' }) approvedByName!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was approved; null: it is not.' }) approvedOn!: string | null;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether a letter by it needs the name of whom it is about too.' }) asksWhoIsNamed!: boolean;
  @Field({ description: 'Whether you may make letters by it.' }) usable!: boolean;
  @WhyNotField('What keeps you from approving it.') whyNotApprove!: Reason;
}

@ObjectType('LetterFile', { description: 'One letter, made for who asked and kept nowhere.' })
export class LetterFileObject implements LetterRead {
  @Field({ description: 'What to save it as; no name of anybody.' }) fileName!: string;
  @Field({ description: 'Its media type.' }) contentType!: string;
  @Field({ description: 'Its bytes in Base64.' }) content!: string;
}

@ArgsType()
export class LetterTemplatesArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone that are in use or wait to be approved.' })
  @IsOptional()
  @IsBoolean()
  current?: boolean | null;
}

@ArgsType()
export class LetterArguments implements LetterOrder {
  @Field(() => ID, { description: 'The template, one that is in use.' }) @IsUUID() letterTemplateId!: string;
  @Field({ description: 'Whom the letter is to; kept nowhere.' }) @Length(1, 200) recipient!: string;
  @Field(() => String, { nullable: true, description: 'Whom it is about, where the template says so; kept nowhere.' })
  @IsOptional()
  @Length(1, 200)
  named?: string | null;
  @Field(() => LocalDateScalar, { description: 'The day that stands on it.' }) day!: string;
  @Field(() => LetterFormatEnum, { description: 'As which file.' }) @IsIn(LETTER_FORMATS) format!: LetterFormat;
}

@InputType()
export class WriteLetterTemplateInput extends MutationInput {
  @Field(() => ID, { description: 'The unit whose head signs.' }) @IsUUID() unitId!: string;
  @Field(() => LetterKindEnum, { description: 'What letters by it are for.' }) @IsIn(LETTER_KINDS) kind!: LetterKind;
  @Lines()
  @Field({
    description: 'What it says; {người nhận}, {người được nhắc đến}, {đơn vị}, {ngày} and {người ký} are filled in.',
  })
  @Length(1, 4000)
  text!: string;
  @Field({ description: 'The position that stands under the letter.' }) @Length(1, 200) signerPosition!: string;
}

@InputType()
export class ApproveLetterTemplateInput extends MutationInput {
  @Field(() => ID, { description: 'Which template.' }) @IsUUID() letterTemplateId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

export const LetterTemplateConnection = connectionOf('LetterTemplate', LetterTemplateObject);
export const WriteLetterTemplateResult = orRefusal('WriteLetterTemplateResult', LetterTemplateObject);
export const ApproveLetterTemplateResult = orRefusal('ApproveLetterTemplateResult', LetterTemplateObject);
