import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsString, IsUUID, Length } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { Lines, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { type JuryPairRow } from '../application/member/jury-pair.queries.js';

@ObjectType('JuryPair', { description: 'Two judges who are not to judge the same initiative.' })
export class JuryPairObject implements JuryPairRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) contestId!: string;
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => PersonNameObject, { description: 'The other judge of the pair.' }) other!: PersonNameObject;
  @Field() reason!: string;
  @Field({ description: 'False for one that was removed.' }) active!: boolean;
}

export const JuryPairConnection = connectionOf('JuryPair', JuryPairObject);

@ArgsType()
export class JuryPairsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@InputType()
export class SetJuryPairInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID) @IsUUID() judgeId!: string;
  @Field(() => ID) @IsUUID() otherId!: string;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

@InputType()
export class RemoveJuryPairInput extends MutationInput {
  @Field(() => ID) @IsUUID() pairId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const SetJuryPairResult = orRefusal('SetJuryPairResult', JuryPairObject);
export const RemoveJuryPairResult = orRefusal('RemoveJuryPairResult', JuryPairObject);
