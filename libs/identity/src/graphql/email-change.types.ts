import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEmail, IsString, IsUUID, MaxLength } from 'class-validator';
import { MutationInput, Secret, orRefusal } from '#lib/platform';
import { LONGEST_PASSWORD } from '../domain/password-policy.js';

@ObjectType('EmailChange', { description: 'Your new e-mail address, yours once it is confirmed by a link that is mailed to it.' })
export class EmailChangeObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'The new one.' }) email!: string;
  @Field(() => Date) requestedAt!: Date;
  @Field(() => Date, { description: 'Until when it can be confirmed.' }) expiresAt!: Date;
  @Field({ description: 'Whether it can still be confirmed.' }) waits!: boolean;
}

@ObjectType('EmailConfirmed', { description: 'The address has changed; sign in with the new one.' })
export class EmailConfirmedObject {
  @Field(() => ID, { description: 'Of the change.' }) id!: string;
}

@InputType()
export class ChangeEmailInput extends MutationInput {
  @Field({ description: 'The new address.' }) @IsEmail() @MaxLength(320) email!: string;
  @Secret() @Field({ description: 'Your password.' }) @IsString() @MaxLength(LONGEST_PASSWORD) present!: string;
}

@InputType()
export class GiveUpEmailChangeInput extends MutationInput {
  @Field(() => ID) @IsUUID() changeId!: string;
}

@InputType()
export class ConfirmEmailInput extends MutationInput {
  @Field({ description: 'From the link that was mailed.' }) @IsString() token!: string;
}

export const ChangeEmailResult = orRefusal('ChangeEmailResult', EmailChangeObject);
export const GiveUpEmailChangeResult = orRefusal('GiveUpEmailChangeResult', EmailChangeObject);
export const ConfirmEmailResult = orRefusal('ConfirmEmailResult', EmailConfirmedObject);
