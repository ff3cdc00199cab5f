import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsUUID, Length } from 'class-validator';
import { connectionOf, PageArguments } from '../graphql/connection.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { orRefusal } from '../refusals/refusable.js';
import { type FileRow, type FileUploadRow } from './file.queries.js';

@ObjectType('StoredFile')
export class StoredFileObject implements FileRow {
  @Field(() => ID) id!: string;
  @Field() ownerType!: string;
  @Field(() => ID) ownerId!: string;
  @Field() fileName!: string;
  @Field() contentType!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the content.' }) sha256!: string | null;
  @Field(() => Date, { nullable: true, description: 'When its content was looked at and kept; null before.' }) keptAt!: string | null;
}

@ObjectType('NameValue')
export class NameValueObject {
  @Field() name!: string;
  @Field() value!: string;
}

@ObjectType('FileUpload', {
  description:
    'Where to send a file: PUT the content with the headers, or POST a form of the fields with the file last, in the field `file`. Then confirmUpload.',
})
export class FileUploadObject implements FileUploadRow {
  @Field(() => ID) id!: string;
  @Field() url!: string;
  @Field() method!: string;
  @Field(() => [NameValueObject]) headers!: NameValueObject[];
  @Field(() => [NameValueObject]) fields!: NameValueObject[];
}

@ObjectType('FileLink')
export class FileLinkObject {
  @Field() url!: string;
  @Field(() => Date) expiresAt!: Date;
}

export const StoredFileConnection = connectionOf('StoredFile', StoredFileObject);
export const FileUploadResult = orRefusal('FileUploadResult', FileUploadObject);
export const StoredFileResult = orRefusal('StoredFileResult', StoredFileObject);

@ArgsType()
export class FilesArguments extends PageArguments {
  @Field() @Length(1, 40) ownerType!: string;
  @Field(() => ID) @IsUUID() ownerId!: string;
}

@InputType()
export class RequestUploadInput extends MutationInput {
  @Field({ description: 'What it belongs to: `initiative`, `adoption`, …' }) @Length(1, 40) ownerType!: string;
  @Field(() => ID) @IsUUID() ownerId!: string;
  @Field() @Length(1, 400) fileName!: string;
  @Field({ description: 'As the browser says, or empty: advice only. The ending of the name says what the file claims to be.' })
  @Length(0, 200)
  contentType!: string;
  @Field(() => Int, { description: 'In bytes.' }) @IsInt() size!: number;
}

@InputType()
export class FileInput extends MutationInput {
  @Field(() => ID) @IsUUID() fileId!: string;
}
