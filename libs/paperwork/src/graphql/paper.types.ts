import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  Lines,
  LocalDateScalar,
  MutationInput,
  PAPER_FORMATS,
  PageArguments,
  type PaperFormat,
  PaperFormatEnum,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { PAPER_GAPS, type PaperGap, SOURCE_LACKS, type SourceLack } from '../domain/compose.js';
import { type StandingBasis } from '../domain/bases.js';
import { PAPER_STATES, type PaperState } from '../domain/paper.entity.js';
import { PAPER_KINDS, type PaperKind, TEMPLATE_KINDS } from '../domain/paper-kinds.js';
import { type PaperListed, type PaperPreparation, type PaperRead } from '../application/paper.queries.js';
import { PaperBasisObject } from './paper-basis.types.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const PaperKindEnum = enumOf(PAPER_KINDS);
export const PaperTemplateKindEnum = enumOf(TEMPLATE_KINDS);
const PaperStateEnum = enumOf(PAPER_STATES);
const PaperGapEnum = enumOf(PAPER_GAPS);
const SourceLackEnum = enumOf(SOURCE_LACKS);
registerEnumType(PaperKindEnum, { name: 'PaperKind', description: 'What a paper is, and what it is filled from.' });
registerEnumType(PaperTemplateKindEnum, { name: 'PaperTemplateKind', description: 'What a template is of.' });
registerEnumType(PaperStateEnum, { name: 'PaperState', description: 'How far a paper has come.' });
registerEnumType(PaperGapEnum, {
  name: 'PaperGap',
  description: 'What a paper can be drafted without and has to have before it is frozen.',
});
registerEnumType(SourceLackEnum, { name: 'PaperLack', description: 'What has to be done before there can be a paper.' });

@ObjectType({ isAbstract: true })
abstract class PaperFields implements PaperListed {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => PaperKindEnum) kind!: PaperKind;
  @Field({ description: 'What it is about, in Vietnamese, as it stands in the paper.' }) subject!: string;
  @Field(() => PaperStateEnum) state!: PaperState;
  @Field(() => UnitNameObject, { description: 'The unit whose paper it is.' }) unit!: UnitNameObject;
  @Field(() => ID, { nullable: true, description: 'The contest that it is about; none: a period or a roll-out.' }) contestId!:
    string | null;
  @Field(() => ID, { nullable: true, description: 'The round that it is about; none: not of a round.' }) roundId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The reporting period that it is about; none: not of a period.' }) periodId!:
    string | null;
  @Field(() => ID, { nullable: true, description: 'The roll-out that it is about; none: not of one.' }) rolloutId!: string | null;
  @Field({ description: 'What stands after the number, e.g. QĐ-UBND.' }) symbol!: string;
  @Field(() => Int, { nullable: true, description: 'The number that the clerk gave it; none before it is signed.' }) number!: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of signing; none before.' }) signedOn!: string | null;
  @Field(() => Date, { description: 'When it was filled last.' }) draftedAt!: string;
  @Field(() => String, { nullable: true, description: 'Who filled it last; null where it is not known.' }) draftedByName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was frozen; none: it is a draft.' }) frozenAt!: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the frozen file; none: it is a draft.' }) frozenHash!: string | null;
  @Field(() => Int, { description: 'The version of the template that it was filled by.' }) templateNumber!: number;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether you may fill, freeze and register it.' }) canManage!: boolean;
}

@ObjectType('PaperListed', { description: 'A paper, as lists show it.' })
export class PaperListedObject extends PaperFields {}

@ObjectType('Paper', { description: 'A paper of an office: drafted from what is known here, frozen as a file, signed and brought back.' })
export class PaperObject extends PaperFields implements PaperRead {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what it was filled from changed since; null where it is signed, or you may not fill it anew.',
  })
  stale!: boolean | null;
  @Field(() => [PaperGapEnum], { description: 'What it lacks before it can be frozen.' }) gaps!: readonly PaperGap[];
  @Field(() => Int, { description: 'The number that is the next of its body this year.' }) nextNumber!: number;
}

@ObjectType('PaperPreparation', { description: 'What there is for a paper before it is drafted.' })
export class PaperPreparationObject implements PaperPreparation {
  @Field(() => PaperKindEnum) kind!: PaperKind;
  @Field({ description: 'What it would be about, in Vietnamese.' }) subject!: string;
  @Field(() => [SourceLackEnum], { description: 'What has to be done first; none: it can be drafted.' }) lacking!: readonly SourceLack[];
  @Field({ description: 'Whether the office has said how its papers of this kind look.' }) hasTemplate!: boolean;
  @Field(() => [PaperGapEnum], { description: 'What it would lack before it could be frozen; none without a template.' })
  gaps!: readonly PaperGap[];
  @Field(() => [PaperBasisObject], { description: 'Those of the template: the draft names those in force today.' })
  bases!: readonly StandingBasis[];
}

export const PaperConnection = connectionOf('Paper', PaperListedObject);

@ArgsType()
export class PapersArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
  @Field(() => PaperKindEnum, { nullable: true, description: 'Of this kind alone.' })
  @IsOptional()
  @IsIn(PAPER_KINDS)
  kind?: PaperKind | null;
  @Field(() => PaperStateEnum, { nullable: true, description: 'In this state alone.' })
  @IsOptional()
  @IsIn(PAPER_STATES)
  state?: PaperState | null;
  @Field(() => ID, { nullable: true, description: 'About this contest and its rounds alone.' }) @IsOptional() @IsUUID() contestId?:
    string | null;
}

@ArgsType()
export class PaperPreparationArguments {
  @Field(() => PaperKindEnum) @IsIn(PAPER_KINDS) kind!: PaperKind;
  @Field(() => ID, { description: 'The contest, the round, the period or the roll-out, by kind.' }) @IsUUID() aboutId!: string;
}

@ArgsType()
export class PaperFileArguments {
  @Field(() => ID) @IsUUID() paperId!: string;
  @Field(() => PaperFormatEnum, { description: 'PDF as it is signed, DOCX to be edited.' }) @IsIn(PAPER_FORMATS) format!: PaperFormat;
}

@InputType()
export class DraftPaperInput extends MutationInput {
  @Field(() => PaperKindEnum) @IsIn(PAPER_KINDS) kind!: PaperKind;
  @Field(() => ID, { description: 'The contest, the round, the period or the roll-out, by kind.' }) @IsUUID() aboutId!: string;
}

@InputType({ isAbstract: true })
abstract class OnPaperInput extends MutationInput {
  @Field(() => ID) @IsUUID() paperId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class RedraftPaperInput extends OnPaperInput {}

@InputType()
export class FreezePaperInput extends OnPaperInput {}

@InputType()
export class ReopenPaperInput extends OnPaperInput {
  @Lines() @Field({ description: 'What is to be changed.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class RegisterPaperInput extends OnPaperInput {
  @Field(() => Int, { description: 'From 1 each year, once per body.' }) @IsInt() @Min(1) @Max(99_999) number!: number;
  @Field(() => LocalDateScalar, { description: 'The day of signing.' }) signedOn!: string;
  @Field(() => ID, { description: 'What came back signed, a file of the paper.' }) @IsUUID() fileId!: string;
}

export const DraftPaperResult = orRefusal('DraftPaperResult', PaperObject);
export const RedraftPaperResult = orRefusal('RedraftPaperResult', PaperObject);
export const FreezePaperResult = orRefusal('FreezePaperResult', PaperObject);
export const ReopenPaperResult = orRefusal('ReopenPaperResult', PaperObject);
export const RegisterPaperResult = orRefusal('RegisterPaperResult', PaperObject);
