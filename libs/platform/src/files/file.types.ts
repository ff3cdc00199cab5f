import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID, Length } from 'class-validator';
import { connectionOf, PageArguments } from '../graphql/connection.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { orRefusal } from '../refusals/refusable.js';
import { type FileRow } from './file.queries.js';

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

@ObjectType('FileLink')
export class FileLinkObject {
  @Field() url!: string;
  @Field(() => Date) expiresAt!: Date;
}

export const StoredFileConnection = connectionOf('StoredFile', StoredFileObject);
export const StoredFileResult = orRefusal('StoredFileResult', StoredFileObject);

@ArgsType()
export class FilesArguments extends PageArguments {
  @Field() @Length(1, 40) ownerType!: string;
  @Field(() => ID) @IsUUID() ownerId!: string;
}

@InputType()
export class FileInput extends MutationInput {
  @Field(() => ID) @IsUUID() fileId!: string;
}
