import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { NOTICE_MAIL_STATES, type NoticeMailState } from '../application/notice.queries.js';
import { MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';

const NoticeMailStateEnum = Object.fromEntries(NOTICE_MAIL_STATES.map((state) => [state, state]));
registerEnumType(NoticeMailStateEnum, {
  name: 'NoticeMailState',
  description: 'In the application alone; it waits for the letter of the day; it waits to be sent; sent; it could not be sent.',
});

@ObjectType('Notice', { description: 'What you were told, in your language.' })
export class NoticeObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'What it is about and what happened, as in `award.published`.' }) kind!: string;
  @Field({ description: 'What it is about, in one line, in your language.' }) subject!: string;
  @Field({ description: 'All of it, in your language.' }) text!: string;
  @Field({ description: 'Where in the application to go on.' }) link!: string;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was read; null as long as it was not.' }) readAt!: Date | null;
  @Field(() => NoticeMailStateEnum, { description: 'How far it is on its way to you by mail.' }) mailState!: NoticeMailState;
  @Field(() => Date, { nullable: true, description: 'When the mail server took it; null as long as it did not.' }) mailedAt!: Date | null;
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

@InputType()
export class MarkNoticesReadInput extends MutationInput {
  @Field(() => ID, { description: 'The newest that you saw: it and all before it; what comes while you look stays unread.' })
  @IsUUID()
  noticeId!: string;
}

@ObjectType('NoticesRead', { description: 'That you have read what you were told.' })
export class NoticesReadObject {
  @Field(() => ID, { description: 'The person.' }) id!: string;
  @Field(() => Int, { description: 'How many are still unread.' }) unread!: number;
}

export const MarkNoticesReadResult = orRefusal('MarkNoticesReadResult', NoticesReadObject);
export const MarkNoticeReadResult = orRefusal('MarkNoticeReadResult', NoticeObject);
