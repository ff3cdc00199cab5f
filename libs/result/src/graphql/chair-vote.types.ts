import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsString, IsUUID, Length } from 'class-validator';
import { InitiativeNameObject } from '#lib/initiative';
import { Lines, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import { type ChairVoteRow, type Tie, type TiesRow } from '../application/result/chair-vote.queries.js';
import { type ChairVoteOrder } from '../application/result/chair-vote.service.js';

@ObjectType('Tie', { description: 'Those who share a rank, which nothing but the chair can part.' })
export class TieObject implements Tie {
  @Field(() => Int, { description: 'The rank that they share.' }) rank!: number;
  @Field(() => [InitiativeNameObject], { description: 'By code.' }) initiatives!: InitiativeNameObject[];
}

@ObjectType('TiesToDecide', { description: 'What waits for the vote of the jury’s chair.' })
export class TiesToDecideObject implements TiesRow {
  @Field(() => ID, { description: "The contest's." }) id!: string;
  @Field(() => [TieObject], { description: 'The groups of equals, the best rank first.' }) ties!: TieObject[];
  @Field({ description: 'Whether you may vote now: there is a tie, and nothing stands in the way.' }) canVote!: boolean;
  @WhyNotField('What stands in the way of your vote; null where there is no tie.') whyNotVote!: Reason;
}

@ObjectType('ChairVote', { description: 'The word of the chair on those who shared a rank.' })
export class ChairVoteObject implements ChairVoteRow {
  @Field(() => ID) id!: string;
  @Field(() => ID) contestId!: string;
  @Field(() => Int, { description: 'The version of the result in which they were equal.' }) resultNumber!: number;
  @Field(() => [InitiativeNameObject], { description: 'In the order that the chair gave them.' }) initiatives!: InitiativeNameObject[];
  @Field() reason!: string;
  @Field({ description: 'The full name of the chair who voted.' }) castByName!: string;
  @Field({ description: 'When the chair voted.' }) castAt!: Date;
}

@InputType()
export class CastChairVoteInput extends MutationInput implements ChairVoteOrder {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => [ID], { description: 'The whole group that shares a rank, best first.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  initiativeIds!: string[];
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const CastChairVoteResult = orRefusal('CastChairVoteResult', ChairVoteObject);
