import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { type AgeOrder, AgeOrderField, PageArguments, connectionOf } from '#lib/platform';
import { MAIL_STATES, type MailRead, type MailState } from '../application/mail.queries.js';
import { NOTICE_TOPICS, type NoticeTopic } from '../domain/delivery.js';
import { NoticeTopicEnum } from './preference.types.js';

const MailStateEnum = Object.fromEntries(MAIL_STATES.map((state) => [state, state]));
registerEnumType(MailStateEnum, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesMap: {
    WAITING: { description: 'To be sent, for the first time or again.' },
    SENT: { description: 'The mail server has taken it.' },
    FAILED: { description: 'Tried too often, or refused for good.' },
    DISCARDED: { description: 'Given up by somebody.' },
  },
});

@ObjectType('Mail', { description: 'A mail and its fate. What it says is not shown.' })
export class MailObject implements MailRead {
  @Field(() => ID) id!: string;
  @Field(() => MailStateEnum) state!: MailState;
  @Field(() => NoticeTopicEnum, { nullable: true, description: 'What it is about; null: the letter of a day, about several things.' })
  topic!: NoticeTopic | null;
  @Field(() => String, {
    nullable: true,
    description: 'What it tells of, e.g. `award.published`; null for the letter of a day, and for what is about the judging.',
  })
  about!: string | null;
  @Field(() => PersonNameObject, { description: 'Whom it is for, by their name of today.' }) recipient!: PersonNameObject;
  @Field({ description: 'The name that stands in it: what they were called when it was written.' }) recipientName!: string;
  @Field({ description: 'The address it goes to.' }) recipientAddress!: string;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts!: number;
  @Field(() => String, { nullable: true, description: 'Why the last try failed; null where none did.' }) error!: string | null;
  @Field(() => String, { nullable: true, description: 'The proof that it was sent: its id with the mail server; null before.' })
  messageId!: string | null;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was sent; null before.' }) sentAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was given up trying; null as long as it goes on.' }) failedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it is tried next; null where it is not.' }) nextAttemptAt!: Date | null;
  @Field({ description: 'Whether you may have it tried again now.' }) canRetry!: boolean;
  @Field({ description: 'Whether you may give it up now.' }) canDiscard!: boolean;
}

export const MailConnection = connectionOf('Mail', MailObject);

@ArgsType()
export class MailsArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the recipient’s name, tone marks and case aside, or of their address: three letters in a row at least, what follows the @ only with it.',
  })
  @IsOptional()
  @MaxLength(320)
  search?: string | null;
  @Field(() => MailStateEnum, { nullable: true, description: 'Only those with this fate.' })
  @IsOptional()
  @IsIn(MAIL_STATES)
  state?: MailState | null;
  @Field(() => NoticeTopicEnum, { nullable: true, description: 'Only those about this.' })
  @IsOptional()
  @IsIn(NOTICE_TOPICS)
  topic?: NoticeTopic | null;
  @AgeOrderField() order?: AgeOrder | null;
}
