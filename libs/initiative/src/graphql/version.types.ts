import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsUUID } from 'class-validator';
import { type Track } from '#domain/contest';
import { TrackEnum } from '#lib/contest';
import { LocalDateScalar, PAPER_FORMATS, type PaperFormat, PaperFormatEnum } from '#lib/platform';
import { type DifferenceRow, type VersionFileRow, type VersionRow } from '../application/version.queries.js';
import { type DossierField } from '../domain/asks.js';
import { type Influence } from '../domain/content.js';
import { PART_KINDS, type PartKind, type TextPart } from '../domain/difference.js';
import { type FieldDifference } from '../domain/version-difference.js';
import { DossierFileObject } from './dossier-file.types.js';
import { AreaNameObject, AuthorObject, DossierFieldEnum, InfluenceEnum, InitiativeNameObject, enumOf } from './initiative-names.types.js';
import { VersionStampObject } from './initiative.types.js';

const PartKindEnum = enumOf(PART_KINDS);
registerEnumType(PartKindEnum, {
  name: 'TextPartKind',
  description: 'Both versions have it, only the later one, or only the earlier one.',
});

@ObjectType('InitiativeVersionFile', { description: 'A file as it was when a version was sent in.' })
export class VersionFileObject extends DossierFileObject implements VersionFileRow {
  @Field({ description: 'It hangs on the initiative still.' }) kept!: boolean;
}

@ObjectType('InitiativeVersion', { description: 'An initiative as it was sent in, word for word.' })
export class InitiativeVersionObject implements Omit<VersionRow, 'submittedAt'> {
  @Field(() => ID) id!: string;
  @Field(() => ID) initiativeId!: string;
  @Field(() => Int) number!: number;
  @Field({ description: 'SHA-256 of the version as it was sent in.' }) hash!: string;
  @Field(() => Date) submittedAt!: Date | string;
  @Field(() => String, { nullable: true, description: 'Who sent it in; null where it is not known.' }) submittedByName!: string | null;
  @Field(() => String, { nullable: true, description: 'The head of the unit who had confirmed it; null where none had.' })
  confirmedByName!: string | null;
  @Field(() => AreaNameObject, { nullable: true, description: 'The area it was sent in; null where it names none.' })
  area!: AreaNameObject | null;
  @Field() title!: string;
  @Field() problem!: string;
  @Field() solution!: string;
  @Field() novelty!: string;
  @Field() effect!: string;
  @Field(() => InfluenceEnum) influence!: Influence;
  @Field(() => TrackEnum, { nullable: true }) track!: Track | null;
  @Field(() => LocalDateScalar, { nullable: true }) firstAppliedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'What is for the secretariat alone; null for others, and where there is nothing.' })
  confidential!: string | null;
  @Field(() => InitiativeNameObject, {
    nullable: true,
    description: 'The one of an earlier year that it said it improves; null where it named none.',
  })
  improves!: InitiativeNameObject | null;
  @Field(() => [AuthorObject]) authors!: AuthorObject[];
  @Field(() => [VersionFileObject], { description: 'The files that hung on it then.' }) files!: VersionFileObject[];
}

@ObjectType('TextPart', { description: 'A run of text that two versions have in common, or that only one of them has.' })
export class TextPartObject implements TextPart {
  @Field(() => PartKindEnum, { description: 'Which of the two has it.' }) kind!: PartKind;
  @Field({ description: 'The text, blanks and line ends included.' }) text!: string;
}

@ObjectType('FieldDifference', {
  description: 'A part of a dossier that became another: texts by word, authors and files by line, all else whole.',
})
export class FieldDifferenceObject implements FieldDifference {
  @Field(() => DossierFieldEnum, { description: 'Which part.' }) field!: DossierField;
  @Field(() => [TextPartObject], {
    description: 'In order; what was removed stands before what took its place. Enum values stand as they are called.',
  })
  parts!: TextPartObject[];
}

@ObjectType('InitiativeDifference', { description: 'From one version of an initiative to another.' })
export class InitiativeDifferenceObject implements Omit<DifferenceRow, 'from' | 'to'> {
  @Field(() => ID) initiativeId!: string;
  @Field(() => VersionStampObject, { description: 'From which version.' }) from!: VersionStampObject;
  @Field(() => VersionStampObject, { description: 'To which version.' }) to!: VersionStampObject;
  @Field(() => [FieldDifferenceObject], { description: 'What became another; empty where nothing did.' }) fields!: FieldDifferenceObject[];
}

@ObjectType('LongestText', { description: 'How long a text of a dossier may be.' })
export class LongestTextObject {
  @Field(() => DossierFieldEnum, { description: 'Which part.' }) field!: DossierField;
  @Field(() => Int, { description: 'Characters at most.' }) characters!: number;
}

@ObjectType('InitiativeLimits', { description: 'What a dossier may hold.' })
export class InitiativeLimitsObject {
  @Field(() => ID, { description: 'Of which contest.' }) contestId!: string;
  @Field(() => [LongestTextObject], { description: 'Of each text.' }) texts!: LongestTextObject[];
  @Field(() => Int, { description: 'Authors at most.' }) maxAuthors!: number;
  @Field(() => Int, { description: 'Characters at most of what is said of a file.' }) maxCaption!: number;
  @Field(() => Int, { description: 'Files at most, in this contest.' }) maxFiles!: number;
  @Field(() => Int, { description: 'Bytes of one file at most, in this contest.' }) maxFileBytes!: number;
  @Field(() => [String], { description: 'Endings of names of files that are taken, without the dot.' }) fileEndings!: string[];
}

@ArgsType()
export class DifferenceArguments {
  @Field(() => ID, { description: 'The version that is compared.' }) @IsUUID() fromId!: string;
  @Field(() => ID, { description: 'The version that it is compared with, of the same initiative.' }) @IsUUID() toId!: string;
}

@ArgsType()
export class ReceiptArguments {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => PaperFormatEnum, { defaultValue: PaperFormatEnum.PDF, description: 'PDF as it is handed out, DOCX to be edited.' })
  @IsIn(PAPER_FORMATS)
  format!: PaperFormat;
}

@ArgsType()
export class LimitsArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}
