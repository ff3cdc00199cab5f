import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEmail, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { MutationInput, RefusalObject, Secret, connectionOf, orRefusal } from '#lib/platform';
import { LONGEST_PASSWORD } from '../domain/password-policy.js';
import { SESSION_KINDS, type SessionKind } from '../domain/session.entity.js';
import { TOKEN_SCOPES, type TokenScope } from '../domain/token-scope.js';

const SessionKindEnum = Object.fromEntries(SESSION_KINDS.map((kind) => [kind, kind]));
registerEnumType(SessionKindEnum, { name: 'SessionKind', description: 'A browser by its cookie, or a program by its bearer token.' });

const TokenScopeEnum = Object.fromEntries(TOKEN_SCOPES.map((scope) => [scope, scope])) as { readonly [S in TokenScope]: S };
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description: 'What a program may do for you, by context: ask (READ) or change (WRITE). Files also take a scope of what they hang on.',
});

@ObjectType('Session', { description: 'That you are signed in somewhere.' })
export class SessionObject {
  @Field(() => ID) id!: string;
  @Field(() => SessionKindEnum) kind!: SessionKind;
  @Field(() => String, { nullable: true, description: 'What a program calls itself; null where it says nothing, and of a browser.' })
  label!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What a browser says that it is, as in `Chrome · Windows`; null where it does not say.',
  })
  browser!: string | null;
  @Field(() => [TokenScopeEnum], { nullable: true, description: 'Of a program; none: all that you may.' }) scopes!: TokenScope[] | null;
  @Field(() => Date, { nullable: true, description: 'To the hour; null: not yet.' }) lastUsedAt!: Date | null;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) expiresAt!: Date;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
  @Field({ description: 'Whether it is the one that asks.' }) current!: boolean;
}

@ObjectType('AccessToken', { description: 'By which a program acts for you.' })
export class AccessTokenObject {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'What the token is for, in the words of who made it; null where nothing was said.' })
  label!: string | null;
  @Field(() => [TokenScopeEnum]) scopes!: TokenScope[];
  @Field(() => Date) expiresAt!: Date;
  @Field(() => String, { nullable: true, description: 'For the header `Authorization: Bearer …`. Shown when it is made, never again.' })
  token!: string | null;
}

@ObjectType('DraftKey', {
  description: 'What you typed and did not send is closed with it on your machine. It is to be kept in memory only.',
})
export class DraftKeyObject {
  @Field(() => ID, { description: 'The person.' }) id!: string;
  @Field({ description: 'For AES-256, in base64url; the same at each sign-in.' }) key!: string;
}

@ObjectType('CodeOwed', {
  description: 'The password is right. The code of the second factor is still owed, in this browser: `confirmSignIn`.',
})
export class CodeOwedObject {
  @Field(() => ID) id!: string;
  @Field(() => Date, { description: 'Until when.' }) expiresAt!: Date;

  constructor({ id, expiresAt }: { readonly id: string; readonly expiresAt: Date }) {
    Object.assign(this, { id, expiresAt });
  }
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
  @Secret() @Field() @IsString() @MaxLength(LONGEST_PASSWORD) password!: string;
}

@InputType()
export class ConfirmSignInInput extends MutationInput {
  @Field({ description: 'Six figures of the authenticator, or a recovery code.' }) @Length(1, 40) code!: string;
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
  @Field(() => [TokenScopeEnum], { description: 'One at least.' })
  @ArrayMaxSize(TOKEN_SCOPES.length)
  @IsIn(TOKEN_SCOPES, { each: true })
  scopes!: TokenScope[];
  @Field(() => Date, { description: 'A year from now at most.' }) expiresAt!: Date;
}

@InputType()
export class ChangePasswordInput extends MutationInput {
  @Secret() @Field({ description: 'The one you have now.' }) @IsString() @MaxLength(LONGEST_PASSWORD) present!: string;
  @Secret() @Field({ description: 'The new one: 10 characters at least.' }) @IsString() password!: string;
}

@InputType()
export class RequestPasswordResetInput extends MutationInput {
  @Field() @IsEmail() @MaxLength(320) email!: string;
}

@InputType()
export class ResetPasswordInput extends MutationInput {
  @Field({ description: 'From the link that was mailed.' }) @IsString() token!: string;
  @Secret() @Field({ description: '10 characters at least.' }) @IsString() password!: string;
}

@InputType()
export class AcceptFirstAdministratorInput extends MutationInput {
  @Field({ description: 'From the link that was printed.' }) @IsString() token!: string;
  @Field() @Length(1, 200) fullName!: string;
  @Field() @IsEmail() @MaxLength(320) email!: string;
  @Secret() @Field({ description: '10 characters at least.' }) @IsString() password!: string;
  @Field({ description: 'The district, where no unit is there yet.' }) @Length(1, 200) unitNameVi!: string;
  @Field({ description: 'Its English name.' }) @Length(1, 200) unitNameEn!: string;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SessionObject, CodeOwedObject, RefusalObject] as const,
  resolveType: (value: object) => [RefusalObject, CodeOwedObject].find((type) => value instanceof type) ?? SessionObject,
});
export const ConfirmSignInResult = orRefusal('ConfirmSignInResult', SessionObject);
export const SignOutResult = orRefusal('SignOutResult', SessionObject);
export const SignOutEverywhereResult = orRefusal('SignOutEverywhereResult', SessionObject);
export const RevokeOtherSessionsResult = orRefusal('RevokeOtherSessionsResult', SessionObject);
export const RevokeSessionResult = orRefusal('RevokeSessionResult', SessionObject);
export const CreateAccessTokenResult = orRefusal('CreateAccessTokenResult', AccessTokenObject);
export const ChangePasswordResult = orRefusal('ChangePasswordResult', SessionObject);
export const RequestPasswordResetResult = orRefusal('RequestPasswordResetResult', PasswordLinkRequestObject);
export const ResetPasswordResult = orRefusal('ResetPasswordResult', PasswordSetObject);
export const AcceptFirstAdministratorResult = orRefusal('AcceptFirstAdministratorResult', PasswordSetObject);
