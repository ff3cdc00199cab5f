import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsString, IsUUID, MaxLength } from 'class-validator';
import { ContestNameObject } from '#lib/contest';
import { DecimalScalar, Lines, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { type AuthorshipRow } from '../application/authorship.queries.js';
import { type AuthorAnswerRow } from '../application/initiative.rows.js';
import { AUTHOR_ANSWERS, type AuthorAnswer } from '../domain/authorship.js';
import { type InitiativeState } from '../domain/states.js';
import { AuthorObject, InitiativeNameObject, InitiativeStateEnum, OwnerNameObject, enumOf } from './initiative-names.types.js';

export const AuthorAnswerEnum = enumOf(AUTHOR_ANSWERS);
registerEnumType(AuthorAnswerEnum, {
  name: 'AuthorAnswer',
  description: 'What an author says of being that, with the share that was said.',
  valuesMap: {
    CONFIRMED: { description: 'They are an author, with this share.' },
    DECLINED: { description: 'They are no author, or not with this share.' },
  },
});

@ObjectType('AuthorAnswerGiven', { description: 'What an author of an initiative has said of being that, with their share.' })
export class AuthorAnswerObject implements Omit<AuthorAnswerRow, 'answeredAt'> {
  @Field(() => ID, { description: 'Who it is of.' }) personId!: string;
  @Field(() => AuthorAnswerEnum, { nullable: true, description: 'Null: nothing yet.' }) answer!: AuthorAnswer | null;
  @Field(() => Date, { nullable: true, description: 'When they said so; null as long as they have not.' }) answeredAt!:
    Date | string | null;
  @Field(() => String, { nullable: true, description: 'Why they declined; null where they did not.' }) declineReason!: string | null;
}

@ObjectType('Authorship', {
  description: 'That you are named an author of an initiative; named anew, you are asked again under another id.',
})
export class AuthorshipObject implements Omit<AuthorshipRow, 'askedAt' | 'answeredAt'> {
  @Field(() => ID) id!: string;
  @Field(() => InitiativeNameObject, { description: 'Of which initiative; its title is empty while it has none.' })
  initiative!: InitiativeNameObject;
  @Field(() => InitiativeStateEnum, { description: 'Where the initiative stands.' }) state!: InitiativeState;
  @Field(() => ContestNameObject, { description: 'To which contest it is sent.' }) contest!: ContestNameObject;
  @Field(() => OwnerNameObject, { description: 'The unit whose initiative it is.' }) owner!: OwnerNameObject;
  @Field(() => DecimalScalar, { description: 'Your share in percent.' }) share!: string;
  @Field({ description: 'You are named the lead author.' }) lead!: boolean;
  @Field(() => Date, { description: 'Since when it awaits you.' }) askedAt!: Date | string;
  @Field(() => AuthorAnswerEnum, { nullable: true, description: 'What you said; null: nothing yet.' }) answer!: AuthorAnswer | null;
  @Field(() => Date, { nullable: true, description: 'When you said so; null as long as you have not.' }) answeredAt!: Date | string | null;
  @Field(() => String, { nullable: true, description: 'Why you declined; null where you did not.' }) declineReason!: string | null;
  @Field(() => [AuthorObject], { description: 'All who are named, with their shares.' }) authors!: AuthorObject[];
  @Field({ description: 'You may confirm or decline now.' }) canAnswer!: boolean;
  @Field({ description: 'You may open the initiative.' }) mayRead!: boolean;
}

@InputType()
export class AuthorshipInput extends MutationInput {
  @Field(() => ID, { description: 'What you were asked.' }) @IsUUID() authorshipId!: string;
}

@InputType()
export class DeclineAuthorshipInput extends AuthorshipInput {
  @Lines()
  @Field({ description: 'Who drafted the initiative and the secretariat read it.' })
  @IsString()
  @MaxLength(4000)
  reason!: string;
}

@ArgsType()
export class MyAuthorshipsArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, description: 'Also what you have answered and may still answer otherwise; left out: no.' })
  @IsBoolean()
  answered = false;
}

export const AuthorshipConnection = connectionOf('Authorship', AuthorshipObject);
export const ConfirmAuthorshipResult = orRefusal('ConfirmAuthorshipResult', AuthorshipObject);
export const DeclineAuthorshipResult = orRefusal('DeclineAuthorshipResult', AuthorshipObject);
