import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { type DossierField } from '#domain/initiative';
import { DossierFieldEnum } from '#lib/initiative';
import { Lines, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { NAME_LOOK_STATES, type NameLookRow, type NameLookState } from '../application/names/name-look.queries.js';
import { type Mention, NAME_KINDS, type NameKind } from '../domain/names/mentions.js';
import { NAME_DECISIONS, type NameDecision } from '../domain/names/name-look.entity.js';

const enumOf = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
const NameKindEnum = enumOf(NAME_KINDS);
registerEnumType(NameKindEnum, { name: 'NameKind', description: 'Whose name it is.' });
const NameDecisionEnum = enumOf(NAME_DECISIONS);
registerEnumType(NameDecisionEnum, {
  name: 'NameDecision',
  description: 'What judges of an anonymous round read where an initiative names somebody.',
});
const NameLookStateEnum = enumOf(NAME_LOOK_STATES);
registerEnumType(NameLookStateEnum, {
  name: 'NameLookState',
  description: 'How far an initiative is, of which judges are not to learn whose it is.',
});

@ObjectType('NameMention', { description: 'A name in what judges read, with what stands around it.' })
export class NameMentionObject implements Mention {
  @Field(() => DossierFieldEnum, { nullable: true, description: 'The text it stands in; null: a file.' }) field!: DossierField | null;
  @Field(() => ID, { nullable: true, description: 'The file it stands in, or whose caption it stands in; null: one of the texts.' })
  fileId!: string | null;
  @Field(() => NameKindEnum) kind!: NameKind;
  @Field({ description: 'At most 60 characters before it.' }) before!: string;
  @Field({ description: 'The name as it is written there.' }) said!: string;
  @Field({ description: 'At most 60 characters after it.' }) after!: string;
}

@ObjectType('NameLookFile', { description: 'A file of an initiative, and whether names can be looked for in it.' })
export class NameLookFileObject {
  @Field(() => ID) id!: string;
  @Field() fileName!: string;
  @Field({ description: 'Its text was read. What has none (a picture, a scan, a film) is for a person to look through.' })
  hasText!: boolean;
}

@ObjectType('NameLook', {
  description: 'Where an initiative says whose it is, though judges are not to learn it; `id` is the initiative’s.',
})
export class NameLookObject implements NameLookRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field() receiptNumber!: string;
  @Field() title!: string;
  @Field(() => NameLookStateEnum) state!: NameLookState;
  @Field(() => [NameMentionObject], { description: 'At most 20 of each text.' }) mentions!: NameMentionObject[];
  @Field(() => [NameLookFileObject], { description: 'In the order of the dossier.' }) files!: NameLookFileObject[];
  @Field(() => [String], { description: 'Further words that are hidden.' }) words!: string[];
  @Field(() => [ID], { description: 'The files that judges do not get.' }) withheld!: string[];
  @Field(() => String, { nullable: true, description: 'The title as those judges read it; null: as it is.' }) hiddenTitle!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was decided so; null where it never was, or nothing was said.' }) reason!:
    string | null;
  @Field(() => String, { nullable: true }) decidedByName!: string | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was looked through last; null: not yet.' }) lookedAt!: Date | null;
  @WhyNotField('What stands in the way of hiding its names.') whyNotHide!: Reason;
  @WhyNotField('What stands in the way of leaving it as it is.') whyNotLeave!: Reason;
}

export const NameLookConnection = connectionOf('NameLook', NameLookObject);
export const DecideNamesResult = orRefusal('DecideNamesResult', NameLookObject);

@ArgsType()
export class NameLooksArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;

  @IsOptional()
  @IsIn(NAME_LOOK_STATES, { each: true })
  @Field(() => [NameLookStateEnum], { nullable: true, description: 'Those in one of these states; all where left out.' })
  states?: NameLookState[] | null;
}

@InputType()
export class DecideNamesInput extends MutationInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => NameDecisionEnum) @IsIn(NAME_DECISIONS) decision!: NameDecision;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Further words that tell whose it is, such as a nickname or a telephone number.',
  })
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(2, 100, { each: true })
  words!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Files that judges of anonymous rounds are not to get.' })
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  fileIds!: string[];

  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}
