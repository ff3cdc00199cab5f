import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type DossierFileRow } from '../application/initiative.rows.js';
import { DOSSIER_FILE_KINDS, DOSSIER_FILE_KIND_WORDS, type DossierFileKind } from '../domain/dossier-files.js';
import { enumOf } from './initiative-names.types.js';

export const DossierFileKindEnum = enumOf(DOSSIER_FILE_KINDS);
registerEnumType(DossierFileKindEnum, {
  name: 'DossierFileKind',
  description: 'What a file of a dossier is.',
  valuesMap: Object.fromEntries(DOSSIER_FILE_KINDS.map((kind) => [kind, { description: `${DOSSIER_FILE_KIND_WORDS[kind].en}.` }])),
});

@ObjectType('DossierFile', { description: 'A file of a dossier, at its place.' })
export class DossierFileObject implements DossierFileRow {
  @Field(() => ID) id!: string;
  @Field({ description: 'What it is called.' }) fileName!: string;
  @Field(() => String, { nullable: true, description: 'What its authors say of it; null where they say nothing.' }) caption!: string | null;
  @Field(() => DossierFileKindEnum, { description: 'What it is; OTHER until its authors say.' }) kind!: DossierFileKind;
  @Field(() => Int, { description: 'Its place among the files of the dossier, from 1.' }) ordinal!: number;
  @Field({ description: 'As its content was found to be.' }) contentType!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of its content; null where whose it is stays hidden.' })
  sha256!: string | null;
  @Field({ description: 'It is of a kind that can be shown without being saved: a PDF, a picture, a film.' }) canView!: boolean;
  @Field({ description: '`fileText` has its text; a file is read a few seconds after it was confirmed.' }) hasText!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Where it is shown in small, for half an hour at most; null for what is no picture.',
  })
  thumbnailUrl!: string | null;
}
