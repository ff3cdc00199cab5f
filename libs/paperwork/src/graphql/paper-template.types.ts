import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type PaperTemplateRead } from '../application/paper-template.queries.js';
import { TEMPLATE_KINDS, type TemplateKind } from '../domain/paper-kinds.js';
import { type PaperBasis } from '../domain/bases.js';
import { type TemplateSigner } from '../domain/paper-template.entity.js';
import { PaperBasisObject } from './paper-basis.types.js';
import { PaperTemplateKindEnum } from './paper.types.js';

@ObjectType('PaperSigner', { description: 'Somebody who signs.' })
export class PaperSignerObject implements TemplateSigner {
  @Field(() => String, { nullable: true, description: 'In whose name, e.g. KT. Chủ tịch; none: in their own.' }) on!: string | null;
  @Field({ description: 'Their position.' }) position!: string;
  @Field(() => String, { nullable: true, description: 'Their name, without academic titles; none: not known yet.' }) name!: string | null;
}

@ObjectType('PaperTemplate', { description: 'How the papers of one kind of an office look, in one version.' })
export class PaperTemplateObject implements PaperTemplateRead {
  @Field(() => ID) id!: string;
  @Field(() => PaperTemplateKindEnum) kind!: TemplateKind;
  @Field(() => Int, { description: 'From 1; the highest is in force.' }) number!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose papers are filled by it.' }) unit!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'The body above; none: it is not written.' }) superior!: string | null;
  @Field({ description: 'The body that issues it.' }) issuer!: string;
  @Field({ description: 'What stands after the number, e.g. QĐ-UBND.' }) symbol!: string;
  @Field({ description: 'Where it is written.' }) place!: string;
  @Field(() => [String], { description: 'Whom it is addressed to.' }) addressees!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Who decides; none: it is no decision.' }) authority!: string | null;
  @Field(() => [PaperBasisObject], { description: 'In the order in which they stand.' }) bases!: readonly PaperBasisObject[];
  @Field(() => [String], { description: 'Paragraphs after what is filled in.' }) closing!: readonly string[];
  @Field(() => [PaperSignerObject], { description: 'One signs on the right; of two, the first on the left.' })
  signers!: readonly PaperSignerObject[];
  @Field(() => [String], { description: 'In the order in which they stand.' }) recipients!: readonly string[];
  @Field(() => Date, { description: 'When this version was made.' }) madeAt!: string;
  @Field(() => String, { nullable: true, description: 'Who made this version; none: the system.' }) madeByName!: string | null;
  @Field({ description: 'Whether you may make another version.' }) canManage!: boolean;
}

@InputType({ description: 'A legal basis, with the days on which it is in force.' })
export class PaperBasisInput implements PaperBasis {
  @Lines() @Field({ description: 'As it stands in papers.' }) @Length(1, 1000) text!: string;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) from!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day.' }) @IsOptional() to!: string | null;
  @Field(() => String, { nullable: true, description: 'What took its place once it ended, by its name and number.' })
  @IsOptional()
  @Length(1, 300)
  replacedBy!: string | null;
}

@InputType({ description: 'Somebody who signs.' })
export class PaperSignerInput implements TemplateSigner {
  @Field(() => String, { nullable: true, description: 'In whose name, e.g. KT. Chủ tịch.' }) @IsOptional() @Length(1, 200) on!:
    string | null;
  @Field({ description: 'Their position.' }) @Length(1, 200) position!: string;
  @Field(() => String, { nullable: true, description: 'Their name, without academic titles.' }) @IsOptional() @Length(1, 100) name!:
    string | null;
}

@InputType()
export class SavePaperTemplateInput extends MutationInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => PaperTemplateKindEnum) @IsIn(TEMPLATE_KINDS) kind!: TemplateKind;
  @Field(() => Int, { nullable: true, description: 'The version that was on the screen; none: there was none yet.' })
  @IsOptional()
  @IsInt()
  number!: number | null;
  @Field(() => String, { nullable: true, description: 'The body above.' }) @IsOptional() @Length(1, 200) superior!: string | null;
  @Field({ description: 'The body that issues it.' }) @Length(1, 200) issuer!: string;
  @Field({ description: 'What stands after the number, e.g. QĐ-UBND.' }) @Length(1, 50) symbol!: string;
  @Field({ description: 'Where it is written.' }) @Length(1, 100) place!: string;
  @Field(() => [String], { description: 'Whom it is addressed to.' })
  @IsArray()
  @ArrayMaxSize(20)
  @Length(1, 300, { each: true })
  addressees!: string[];
  @Field(() => String, { nullable: true, description: 'Who decides.' }) @IsOptional() @Length(1, 300) authority!: string | null;
  @Field(() => [PaperBasisInput], { description: 'In the order in which they stand.' })
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => PaperBasisInput)
  bases!: PaperBasisInput[];
  @Lines()
  @Field(() => [String], { description: 'Paragraphs after what is filled in.' })
  @IsArray()
  @ArrayMaxSize(20)
  @Length(1, 4000, { each: true })
  closing!: string[];
  @Field(() => [PaperSignerInput], { description: 'One signs on the right; of two, the first on the left.' })
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => PaperSignerInput)
  signers!: PaperSignerInput[];
  @Field(() => [String], { description: 'In the order in which they stand.' })
  @IsArray()
  @ArrayMaxSize(40)
  @Length(1, 300, { each: true })
  recipients!: string[];
}

export const SavePaperTemplateResult = orRefusal('SavePaperTemplateResult', PaperTemplateObject);
