import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { connectionOf } from '../graphql/connection.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { orRefusal } from '../refusals/refusable.js';
import { OwnerTypeEnum } from './file-access.js';
import { type FileUploadRow, type UploadPartRow, type UploadProgressRow } from './upload.queries.js';
import { type Reason, WhyNotField } from '../graphql/why-not.js';

const MOST_PARTS = 50;

@ObjectType('FileUpload', {
  description: 'A file on its way: announced, then sent in parts to the addresses that `upload` gives, then confirmed by confirmUpload.',
})
export class FileUploadObject implements FileUploadRow {
  @Field(() => ID) id!: string;
  @Field(() => OwnerTypeEnum.values) ownerType!: string;
  @Field(() => ID) ownerId!: string;
  @Field() fileName!: string;
  @Field() contentType!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => Int, { description: 'Of every part but the last, in bytes.' }) partSize!: number;
  @Field(() => Int) partCount!: number;
  @Field(() => Date) createdAt!: string;
  @Field(() => Date, { description: 'When what has come in is removed unless it was confirmed.' }) expiresAt!: string;
  @Field(() => Date, { nullable: true }) keptAt!: string | null;
  @Field(() => Date, { nullable: true }) givenUpAt!: string | null;
  @Field() canGiveUp!: boolean;
  @WhyNotField('What stands in the way of giving the upload up.') whyNotGiveUp!: Reason;
}

@ObjectType('UploadPart', {
  description:
    'PUT exactly `size` bytes of the file, from the byte `offset`, to `url`. A part may be sent again; the last whole one counts.',
})
export class UploadPartObject implements UploadPartRow {
  @Field(() => Int, { description: 'From 1.' }) number!: number;
  @Field(() => Int, { description: 'From which byte of the file the part begins.' }) offset!: number;
  @Field(() => Int, { description: 'How many bytes it has.' }) size!: number;
  @Field({ description: 'Signed for this part, good for 15 minutes.' }) url!: string;
}

@ObjectType('UploadProgress', { description: 'How far an upload is. After an interruption it goes on with the parts that are missing.' })
export class UploadProgressObject extends FileUploadObject implements UploadProgressRow {
  @Field(() => [Int], { description: 'The numbers of the parts that are there.' }) arrived!: number[];
  @Field(() => Int, { description: 'How many parts are not there yet.' }) missing!: number;
  @Field(() => [UploadPartObject], { description: 'The next parts that are not there yet.' }) parts!: UploadPartObject[];
  @Field({ description: 'Whether all parts have arrived, so that you may confirm it.' }) canConfirm!: boolean;
  @WhyNotField('What stands in the way of confirming the upload.') whyNotConfirm!: Reason;
}

export const FileUploadConnection = connectionOf('FileUpload', FileUploadObject);
export const FileUploadResult = orRefusal('FileUploadResult', FileUploadObject);

@ArgsType()
export class UploadArguments {
  @Field(() => ID) @IsUUID() id!: string;

  @Field(() => Int, { defaultValue: 10, description: `Addresses for so many parts at once, 1 to ${String(MOST_PARTS)}.` })
  @IsInt()
  @Min(1)
  @Max(MOST_PARTS)
  parts!: number;
}

@InputType()
export class RequestUploadInput extends MutationInput {
  @Field(() => OwnerTypeEnum.values, { description: 'What it belongs to.' }) @IsString() ownerType!: string;
  @Field(() => ID) @IsUUID() ownerId!: string;
  @Field() @Length(1, 400) fileName!: string;
  @Field({ description: 'As the browser says, or empty: advice only. The ending of the name says what the file claims to be.' })
  @Length(0, 200)
  contentType!: string;
  @Field(() => Int, { description: 'In bytes.' }) @IsInt() size!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the content in hexadecimal; confirmUpload refuses any other content.' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/i)
  sha256?: string | null;
}
