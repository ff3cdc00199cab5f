import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
  orderEnum,
} from '#lib/platform';
import { PersonNameObject } from '#lib/identity';
import { UnitNameObject } from '#lib/units';
import { ACHIEVEMENT_ORDERS, type AchievementOrder, type AchievementRead } from '../application/achievement.queries.js';
import { type PublicAchievementRead } from '../application/public-achievement.queries.js';
import { ACHIEVEMENT_SOURCES, ACHIEVEMENT_STATES, type AchievementSource, type AchievementState } from '../domain/achievement-states.js';
import { FIRST_YEAR } from '../domain/achievement.entity.js';
import { AchievementNameObject, TitleKindNameObject } from './title.types.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const AchievementStateEnum = enumOf(ACHIEVEMENT_STATES);
export const AchievementSourceEnum = enumOf(ACHIEVEMENT_SOURCES);
registerEnumType(AchievementStateEnum, { name: 'AchievementState', description: 'How far the record of an achievement is.' });
registerEnumType(AchievementSourceEnum, { name: 'AchievementSource', description: 'Where the record of an achievement comes from.' });

@ObjectType('Achievement', { description: 'What an official achieved in a year, or that they did not.' })
export class AchievementObject implements Omit<
  AchievementRead,
  'whyNotConfirm' | 'whyNotReject' | 'whyNotRevoke' | 'whyNotWithdraw' | 'whyNotAttach'
> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => PersonNameObject, { description: 'Whom it is about.' }) person!: PersonNameObject;
  @Field(() => TitleKindNameObject, { description: 'Which title.' }) kind!: TitleKindNameObject;
  @Field(() => Int, { description: 'Of which year.' }) year!: number;
  @Field({ description: 'That it is known that the title was not reached in the year.' }) without!: boolean;
  @Field(() => String, { nullable: true, description: 'What for; null: nothing more is said.' }) detail!: string | null;
  @Field(() => UnitNameObject, { description: 'The unit whose head confirms it: where they worked when it was recorded.' })
  unit!: UnitNameObject;
  @Field(() => UnitNameObject, { description: 'Where they worked when they achieved it.' }) unitThen!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'The number of the decision; null: it has none of its own.' }) decisionNumber!:
    string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the decision; null: it has none of its own.' }) decidedOn!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Who decided; null: it has no decision of its own.' }) issuer!: string | null;
  @Field(() => AchievementSourceEnum, { description: 'Where the record comes from.' }) source!: AchievementSource;
  @Field(() => [AchievementNameObject], { description: 'What it rests on.' }) basedOn!: readonly AchievementNameObject[];
  @Field(() => AchievementStateEnum, { description: 'How far it is.' }) state!: AchievementState;
  @Field(() => String, { nullable: true, description: 'Who declared it; null: it came by itself.' }) declaredByName!: string | null;
  @Field(() => Date, { description: 'When it was recorded.' }) declaredAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who confirmed or rejected it; null: nobody did, or it came by itself.' })
  settledByName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When that was; null: it waits.' }) settledAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected; null: it was not.' }) rejectionReason!: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the decision that takes it back; null: it stands, or none has one.' })
  revocationNumber!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of that decision; null: it stands, or was taken back without one.',
  })
  revokedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken back; null: it stands.' }) revocationReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken out as a mistake; null: it was not.' }) withdrawalReason!:
    string | null;
  @Field() illustrative!: boolean;
  @WhyNotField('What keeps you from confirming it.') whyNotConfirm!: Reason;
  @WhyNotField('What keeps you from rejecting it.') whyNotReject!: Reason;
  @WhyNotField('What keeps you from revoking it.') whyNotRevoke!: Reason;
  @WhyNotField('What keeps you from taking it out as a mistake.') whyNotWithdraw!: Reason;
  @WhyNotField('What keeps you from attaching files that show it, and from taking them off.') whyNotAttach!: Reason;
}

@ObjectType('PublicAchievement', { description: 'A title as it is public: whose, of which unit, by which decision.' })
export class PublicAchievementObject implements PublicAchievementRead {
  @Field(() => ID) id!: string;
  @Field({ description: 'Who has it.' }) fullName!: string;
  @Field(() => UnitNameObject, { description: 'Where they worked when they achieved it.' }) unitThen!: UnitNameObject;
  @Field(() => TitleKindNameObject, { description: 'Which title.' }) kind!: TitleKindNameObject;
  @Field(() => Int, { description: 'Of which year.' }) year!: number;
  @Field({ description: 'The number of the decision.' }) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' }) decidedOn!: string;
  @Field({ description: 'Who decided.' }) issuer!: string;
  @Field() illustrative!: boolean;
}

@ArgsType()
abstract class NarrowedArguments extends PageArguments {
  @Field(() => Int, { nullable: true, description: 'Those of this year alone.' }) @IsOptional() @IsInt() @Min(FIRST_YEAR) @Max(2999) year?:
    number | null;
  @Field(() => ID, { nullable: true, description: 'Those of this title alone.' }) @IsOptional() @IsUUID() kindId?: string | null;
}

@ArgsType()
export class PublicAchievementsArguments extends NarrowedArguments {
  @AgeOrderField() order?: AgeOrder | null;
}

const AchievementOrderEnum = orderEnum<AchievementOrder>('AchievementOrder', {
  NEWEST: 'What was entered last first.',
  OLDEST: 'What was entered first first.',
  YEAR: 'Of the latest year first.',
  YEAR_FIRST: 'Of the earliest year first.',
});

@ArgsType()
export class AchievementsArguments extends NarrowedArguments {
  @Field(() => Boolean, { nullable: true, description: 'Those alone that are about yourself.' }) @IsOptional() @IsBoolean() mine?:
    boolean | null;
  @Field(() => ID, { nullable: true, description: 'Those alone that are about this person.' }) @IsOptional() @IsUUID() personId?:
    string | null;
  @Field(() => [AchievementStateEnum], { nullable: true, description: 'Those alone that are in one of these.' })
  @IsOptional()
  @IsIn(ACHIEVEMENT_STATES, { each: true })
  states?: AchievementState[] | null;
  @Field(() => AchievementOrderEnum, { nullable: true, description: 'Default: what was entered last first.' })
  @IsOptional()
  @IsIn(ACHIEVEMENT_ORDERS)
  order?: AchievementOrder | null;
}

@InputType()
export class DeclareAchievementInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'About whom; left out: yourself. Heads and the office declare for others.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;
  @Field(() => ID, { description: 'Which title.' }) @IsUUID() kindId!: string;
  @Field(() => Int, { description: 'Of which year.' }) @IsInt() year!: number;
  @Field({ defaultValue: false, description: 'That the title was not reached in the year.' }) @IsBoolean() without!: boolean;
  @Field(() => String, { nullable: true, description: 'What for.' }) @IsOptional() @IsString() @MaxLength(500) detail?: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the decision; needed unless it was not reached.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  decisionNumber?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its day, today at the latest.' }) @IsOptional() decidedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Who decided.' }) @IsOptional() @IsString() @MaxLength(200) issuer?: string | null;
  @Field(() => ID, { nullable: true, description: 'Where they worked then; left out: where they work.' })
  @IsOptional()
  @IsUUID()
  unitThenId?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Confirmed achievements of theirs that it rests on.' })
  @ArrayMaxSize(10)
  @IsUUID('all', { each: true })
  basedOnIds!: string[];
}

@InputType({ isAbstract: true })
abstract class OfAchievementInput extends MutationInput {
  @Field(() => ID, { description: 'Which record.' }) @IsUUID() achievementId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class ConfirmAchievementInput extends OfAchievementInput {}

@InputType()
export class RejectAchievementInput extends OfAchievementInput {
  @Lines() @Field({ description: 'Why.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class WithdrawAchievementInput extends OfAchievementInput {
  @Lines() @Field({ description: 'Why.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class RevokeAchievementInput extends OfAchievementInput {
  @Field({ description: 'The number of the decision.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'Its day, today at the latest.' }) decidedOn!: string;
  @Lines() @Field({ description: 'Why.' }) @Length(1, 2000) reason!: string;
}

export const AchievementConnection = connectionOf('Achievement', AchievementObject);
export const PublicAchievementConnection = connectionOf('PublicAchievement', PublicAchievementObject);
export const DeclareAchievementResult = orRefusal('DeclareAchievementResult', AchievementObject);
export const ConfirmAchievementResult = orRefusal('ConfirmAchievementResult', AchievementObject);
export const RejectAchievementResult = orRefusal('RejectAchievementResult', AchievementObject);
export const RevokeAchievementResult = orRefusal('RevokeAchievementResult', AchievementObject);
export const WithdrawAchievementResult = orRefusal('WithdrawAchievementResult', AchievementObject);
