import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { type PublicResultPackRow, type ResultPackRow } from '../application/pack/pack.queries.js';
import { type PackedVersion } from '../domain/pack/result-pack.entity.js';

@ObjectType('PackedVersion', { description: 'Which version of the result of a round a pack has.' })
export class PackedVersionObject implements PackedVersion {
  @Field({ description: 'Of the round.' }) key!: string;
  @Field(() => Int, { description: 'The version of its result.' }) number!: number;
}

@ObjectType({ isAbstract: true })
abstract class PackFileObject {
  @Field(() => ID) id!: string;
  @Field(() => ID) contestId!: string;
  @Field(() => Int) format!: number;
  @Field({ description: 'Of the file: what to publish, and to compare a copy with.' }) sha256!: string;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  @Field(() => [PackedVersionObject], { description: 'The rounds that are closed, each with the version of its result.' })
  rounds!: PackedVersion[];
  @Field(() => Int, { nullable: true, description: 'Which version of the published prizes stands in it; null for none.' })
  prizesNumber!: number | null;
  @Field(() => Int, { nullable: true, description: 'The version of the final standings; none before the last round is closed.' })
  finalNumber!: number | null;
  @Field() madeAt!: Date;
}

@ObjectType('ResultPack', {
  description: 'Everything that a result was computed from, in one file. Download it by its file id; `npm run verify-result` checks it.',
})
export class ResultPackObject extends PackFileObject implements ResultPackRow {
  @Field(() => ID) fileId!: string;
}

@ObjectType('PublicResultPack', { description: 'The result pack of a published contest, for anyone.' })
export class PublicResultPackObject extends PackFileObject implements PublicResultPackRow {
  @Field({ description: 'A signed address, good for five minutes.' }) url!: string;
  @Field() expiresAt!: Date;
}

export const ResultPackConnection = connectionOf('ResultPack', ResultPackObject);

@ArgsType()
export class ResultPacksArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@InputType()
export class MakeResultPackInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
}

export const MakeResultPackResult = orRefusal('MakeResultPackResult', ResultPackObject);
