import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { PageArguments, connectionOf } from '../graphql/connection.js';
import { type AwaitedRead } from './awaiting.queries.js';
import { AwaitedActEnum, AwaitedKindEnum } from './awaits.js';

@ObjectType('Awaited', { description: 'Something that waits for you.' })
export class AwaitedObject implements AwaitedRead {
  @Field(() => ID, { description: 'Of its kind and its subject: the same as long as it waits.' }) id!: string;
  @Field(() => AwaitedKindEnum.values, { description: 'What it is about and what is to be done.' }) kind!: string;
  @Field({ description: 'What is to be done, in your language.' }) label!: string;
  @Field(() => AwaitedActEnum.values, { description: 'The mutation that ends it.' }) act!: string;
  @Field(() => ID, { description: 'The record that it is about: an initiative, a round, a contest, a report’s period, …' })
  subjectId!: string;
  @Field({ description: 'What people call that record.' }) subject!: string;
  @Field(() => Date, { description: 'Since when it waits.' }) since!: Date;
  @Field(() => Date, { nullable: true, description: 'Until when it is to be done; null where nothing says.' }) due!: Date | null;
  @Field({ description: 'It was due before now.' }) late!: boolean;
  @Field(() => String, { nullable: true, description: 'Who waits for it: a person or a unit; null where it is your own affair.' }) who!:
    string | null;
  @Field(() => Int, { description: 'How many there are of it: dossiers to check, cards to sign.' }) count!: number;
  @Field({ description: 'Where in the application to go on.' }) link!: string;
  @Field(() => Date, { nullable: true, description: 'When you were last nudged about it; null: never.' }) nudgedAt!: Date | null;
}

export const AwaitedConnection = connectionOf('Awaited', AwaitedObject);

@ArgsType()
export class AwaitingArguments extends PageArguments {
  @Field(() => [AwaitedKindEnum.values], { nullable: true, description: 'Only of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(50)
  kinds?: string[] | null;
}
