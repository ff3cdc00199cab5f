import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsString, IsUUID } from 'class-validator';
import { connectionOf, PageArguments } from '../graphql/connection.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { orRefusal } from '../refusals/refusable.js';
import { OwnerTypeEnum } from './file-access.js';
import { type FileRow, type FileTextRow } from './file.queries.js';
import { READ_MOST } from './read-content.js';

@ObjectType('StoredFile', { description: 'A file that hangs on a record.' })
export class StoredFileObject implements FileRow {
  @Field(() => ID) id!: string;
  @Field(() => OwnerTypeEnum.values) ownerType!: string;
  @Field(() => ID) ownerId!: string;
  @Field() fileName!: string;
  @Field() contentType!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the content; null too where whose it is stays hidden.' }) sha256!:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When its content was looked at and kept; null before.' }) keptAt!: string | null;
  @Field({ description: 'It is of a kind that `fileView` shows: a PDF, a picture, a film.' }) canView!: boolean;
  @Field({ description: '`fileText` has its text; a file is read a few seconds after it was confirmed.' }) hasText!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Where it is shown in small, for half an hour at most; null for what is no picture.',
  })
  thumbnailUrl!: string | null;
}

@ObjectType('FileText', { description: 'What a file says, as text.' })
export class FileTextObject implements FileTextRow {
  @Field(() => ID) fileId!: string;
  @Field({ description: 'Paragraph by paragraph, a line each, without its looks.' }) text!: string;
  @Field({ description: `It goes on: of a text the first ${String(READ_MOST)} characters are read.` }) truncated!: boolean;
}

/** As which file a paper is saved. */
export const PAPER_FORMATS = ['PDF', 'DOCX'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
export const PaperFormatEnum = { PDF: 'PDF', DOCX: 'DOCX' } as const satisfies Record<PaperFormat, PaperFormat>;
registerEnumType(PaperFormatEnum, { name: 'PaperFormat', description: 'As which file a paper is saved.' });

const TYPES: Readonly<Record<PaperFormat, string>> = {
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** How a paper of that name is saved. */
export const asPaper = (name: string, format: PaperFormat): { fileName: string; contentType: string } => ({
  fileName: `${name}.${format.toLowerCase()}`,
  contentType: TYPES[format],
});

@ObjectType('FileLink', { description: 'An address that a file can be had at for a while.' })
export class FileLinkObject {
  @Field({ description: 'The address of the content. Whoever has it can read the file until it ends.' }) url!: string;
  @Field(() => Date) expiresAt!: Date;
}

export const StoredFileConnection = connectionOf('StoredFile', StoredFileObject);
export const StoredFileResult = orRefusal('StoredFileResult', StoredFileObject);

@ArgsType()
export class FilesArguments extends PageArguments {
  @Field(() => OwnerTypeEnum.values) @IsString() ownerType!: string;
  @Field(() => ID) @IsUUID() ownerId!: string;
}

@InputType()
export class FileInput extends MutationInput {
  @Field(() => ID) @IsUUID() fileId!: string;
}
