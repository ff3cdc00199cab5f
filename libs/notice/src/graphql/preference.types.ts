import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { MutationInput, orRefusal } from '#lib/platform';
import { MAIL_DELIVERIES, type MailDelivery, NOTICE_TOPICS, type NoticeTopic } from '../domain/delivery.js';

export const NoticeTopicEnum = Object.fromEntries(NOTICE_TOPICS.map((topic) => [topic, topic]));
registerEnumType(NoticeTopicEnum, { name: 'NoticeTopic', description: 'What notices are about, as you choose by.' });

const MailDeliveryEnum = Object.fromEntries(MAIL_DELIVERIES.map((delivery) => [delivery, delivery]));
registerEnumType(MailDeliveryEnum, {
  name: 'MailDelivery',
  description: 'By itself at once; with the others in one letter a day; or not: it stands in the application alone.',
});

@ObjectType('NoticeDelivery', { description: 'How notices about something go by mail.' })
export class NoticeDeliveryObject {
  @Field(() => NoticeTopicEnum, { description: 'What they are about.' }) topic!: NoticeTopic;
  @Field(() => MailDeliveryEnum, {
    nullable: true,
    description: 'What you chose; null: as is usual, at once where you have to act, once a day where you are only told.',
  })
  delivery!: MailDelivery | null;
  @Field({ description: 'False for what tells of your account: it always goes at once.' }) canChoose!: boolean;
}

@ObjectType('QuietHours', { description: 'The hours in which you are mailed nothing but what tells of your account.' })
export class QuietHoursObject {
  @Field(() => Int, { description: 'The hour that they begin with, 0 to 23, in Hà Nội.' }) from!: number;
  @Field(() => Int, { description: 'The hour that they end with, 0 to 23; before `from`: on the next day.' }) until!: number;
}

@ObjectType('NoticePreferences', { description: 'How you are told by mail. In the application you are told everything.' })
export class NoticePreferencesObject {
  @Field(() => ID, { description: 'The person.' }) id!: string;
  @Field(() => [NoticeDeliveryObject], { description: 'One for each topic.' }) deliveries!: NoticeDeliveryObject[];
  @Field(() => QuietHoursObject, { nullable: true, description: 'Null: you are mailed at any hour.' }) quietHours!: QuietHoursObject | null;
}

@InputType({ description: 'How notices about something are to go by mail.' })
export class NoticeDeliveryInput {
  @Field(() => NoticeTopicEnum, { description: 'What they are about.' }) @IsIn(NOTICE_TOPICS) topic!: NoticeTopic;
  @Field(() => MailDeliveryEnum, { description: 'How they go.' }) @IsIn(MAIL_DELIVERIES) delivery!: MailDelivery;
}

@InputType({ description: 'The hours in which you are to be mailed nothing but what tells of your account.' })
export class QuietHoursInput {
  @Field(() => Int, { description: 'The hour that they begin with, 0 to 23, in Hà Nội.' }) @IsInt() @Min(0) @Max(23) from!: number;
  @Field(() => Int, { description: 'The hour that they end with, 0 to 23; before `from`: on the next day.' })
  @IsInt()
  @Min(0)
  @Max(23)
  until!: number;
}

@InputType()
export class SetNoticePreferencesInput extends MutationInput {
  @Field(() => [NoticeDeliveryInput], { description: 'A topic that is left out is mailed as is usual.' })
  @ArrayMaxSize(NOTICE_TOPICS.length)
  @ValidateNested({ each: true })
  @Type(() => NoticeDeliveryInput)
  deliveries!: NoticeDeliveryInput[];
  @Field(() => QuietHoursInput, { nullable: true, description: 'Null or left out: none.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursInput)
  quietHours?: QuietHoursInput | null;
}

export const SetNoticePreferencesResult = orRefusal('SetNoticePreferencesResult', NoticePreferencesObject);
