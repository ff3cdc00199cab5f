import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';

@ObjectType('Notice', { description: 'What you were told, in your language.' })
export class NoticeObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'What it is about and what happened, as in `award.published`.' }) kind!: string;
  @Field({ description: 'What it is about, in one line, in your language.' }) subject!: string;
  @Field({ description: 'All of it, in your language.' }) text!: string;
  @Field({ description: 'Where in the application to go on.' }) link!: string;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was read; null as long as it was not.' }) readAt!: Date | null;
}

export const NoticeConnection = connectionOf('Notice', NoticeObject);

@ArgsType()
export class NoticesArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, description: 'Only what was not read yet.' }) unread?: boolean | null;
}

@InputType()
export class MarkNoticeReadInput extends MutationInput {
  @Field(() => ID) @IsUUID() noticeId!: string;
}

export const MarkNoticeReadResult = orRefusal('MarkNoticeReadResult', NoticeObject);
