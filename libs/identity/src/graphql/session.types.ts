import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEmail, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { MutationInput, Secret, connectionOf, orRefusal } from '#lib/platform';
import { SESSION_KINDS, type SessionKind } from '../domain/session.entity.js';

const SessionKindEnum = Object.fromEntries(SESSION_KINDS.map((kind) => [kind, kind]));
registerEnumType(SessionKindEnum, { name: 'SessionKind', description: 'A browser by its cookie, or a program by its bearer token.' });

@ObjectType('Session', { description: 'That you are signed in somewhere.' })
export class SessionObject {
  @Field(() => ID) id!: string;
  @Field(() => SessionKindEnum) kind!: SessionKind;
  @Field(() => String, { nullable: true, description: 'What a program calls itself.' }) label!: string | null;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) expiresAt!: Date;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
  @Field({ description: 'Whether it is the one that asks.' }) isCurrent!: boolean;
}

@ObjectType('AccessToken', { description: 'By which a program acts for you.' })
export class AccessTokenObject {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Date) expiresAt!: Date;
  @Field(() => String, { nullable: true, description: 'For the header `Authorization: Bearer …`. Shown when it is made, never again.' })
  token!: string | null;
}

@ObjectType('PasswordLinkRequest', { description: 'Says nothing of whether somebody has this address.' })
export class PasswordLinkRequestObject {
  @Field(() => ID) id!: string;
}

@ObjectType('PasswordSet', { description: 'The password is set; sign in with it.' })
export class PasswordSetObject {
  @Field(() => ID, { description: 'The person.' }) id!: string;
}

export const SessionConnection = connectionOf('Session', SessionObject);

@InputType()
export class SignInInput extends MutationInput {
  @Field() @IsString() @Length(1, 320) email!: string;
  @Secret() @Field() @IsString() @MaxLength(200) password!: string;
}

@InputType()
export class SignOutInput extends MutationInput {}

@InputType()
export class RevokeSessionInput extends MutationInput {
  @Field(() => ID) @IsUUID() sessionId!: string;
}

@InputType()
export class CreateAccessTokenInput extends MutationInput {
  @Field({ description: 'What the program is called.' }) @Length(1, 100) label!: string;
  @Field(() => Date, { nullable: true, description: 'Default: in 90 days; a year at most.' }) @IsOptional() expiresAt?: Date | null;
}

@InputType()
export class ChangePasswordInput extends MutationInput {
  @Secret() @Field({ description: 'The one you have now.' }) @IsString() @MaxLength(200) present!: string;
  @Secret() @Field({ description: 'The new one: 10 characters at least.' }) @IsString() @MaxLength(1000) password!: string;
}

@InputType()
export class RequestPasswordResetInput extends MutationInput {
  @Field() @IsEmail() @MaxLength(320) email!: string;
}

@InputType()
export class ResetPasswordInput extends MutationInput {
  @Field({ description: 'From the link that was mailed.' }) @Length(20, 200) token!: string;
  @Secret() @Field({ description: '10 characters at least.' }) @IsString() @MaxLength(1000) password!: string;
}

@InputType()
export class AcceptFirstAdministratorInput extends MutationInput {
  @Field({ description: 'From the link that was printed.' }) @Length(20, 200) token!: string;
  @Field() @Length(1, 200) fullName!: string;
  @Field() @IsEmail() @MaxLength(320) email!: string;
  @Secret() @Field({ description: '10 characters at least.' }) @IsString() @MaxLength(1000) password!: string;
  @Field({ description: 'The district, where no unit is there yet.' }) @Length(1, 200) unitNameVi!: string;
  @Field() @Length(1, 200) unitNameEn!: string;
}

export const SignInResult = orRefusal('SignInResult', SessionObject);
export const SignOutResult = orRefusal('SignOutResult', SessionObject);
export const SignOutEverywhereResult = orRefusal('SignOutEverywhereResult', SessionObject);
export const RevokeSessionResult = orRefusal('RevokeSessionResult', SessionObject);
export const CreateAccessTokenResult = orRefusal('CreateAccessTokenResult', AccessTokenObject);
export const ChangePasswordResult = orRefusal('ChangePasswordResult', SessionObject);
export const RequestPasswordResetResult = orRefusal('RequestPasswordResetResult', PasswordLinkRequestObject);
export const ResetPasswordResult = orRefusal('ResetPasswordResult', PasswordSetObject);
export const AcceptFirstAdministratorResult = orRefusal('AcceptFirstAdministratorResult', PasswordSetObject);
