import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { Lines, LocalDateScalar, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type BurstRead, type RatingHoldRead } from '../application/rating-hold.queries.js';
import { VERDICTS, type Verdict } from '../domain/rating-hold.entity.js';

const VerdictEnum = Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdict]));
registerEnumType(VerdictEnum, { name: 'RatingVerdict', description: 'What becomes of ratings that were held.' });

@ObjectType('CounterName', { description: 'A counter, by its name.' })
export class CounterNameObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'Eight signs, without 0, O, 1 and I; it never changes.' }) counterCode!: string;
  @Field({ description: 'What it is called.' }) name!: string;
}

@ObjectType('RatingBurst', { description: 'More ratings from one network at one counter within ten minutes than chance makes.' })
export class RatingBurstObject implements BurstRead {
  @Field(() => Date, { nullable: true, description: 'The ten minutes in which it began; none: forgotten, after a day or at the verdict.' })
  startedAt!: string | null;
  @Field(() => Date, { nullable: true, description: 'When the last ten minutes of it ended; none: forgotten.' }) endedAt!: string | null;
  @Field(() => Int, { description: 'How many ratings it has.' }) ratings!: number;
  @Field(() => Float, { description: 'How many are usual there in ten minutes.' }) usual!: number;
  @Field(() => String, { nullable: true, description: 'The same for bursts of one network on one day; none: forgotten.' }) networkMark!:
    string | null;
}

@ObjectType('RatingHold', {
  description:
    'That ratings of one day at one counter are held until somebody decides who sees when and how many they were, and not which.',
})
export class RatingHoldObject implements Omit<RatingHoldRead, 'whyNotDecide'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => LocalDateScalar, { description: 'The day of the ratings.' }) day!: string;
  @Field(() => CounterNameObject, { description: 'Where they were given.' }) counter!: CounterNameObject;
  @Field(() => UnitNameObject, { description: 'The unit whose counter it is.' }) unit!: UnitNameObject;
  @Field(() => Int, { description: 'How many ratings are held, or were when it was decided.' }) heldRatings!: number;
  @Field(() => [RatingBurstObject], { description: 'What they were held for.' }) bursts!: RatingBurstObject[];
  @Field(() => VerdictEnum, { nullable: true, description: 'What became of them; none: it waits.' }) verdict!: Verdict | null;
  @Field(() => Date, { nullable: true, description: 'When that was decided; none: it waits.' }) decidedAt!: Date | string | null;
  @Field(() => String, { nullable: true, description: 'Why; none: it waits.' }) reason!: string | null;
  @WhyNotField('What keeps you from deciding.') whyNotDecide!: Reason;
}

@ArgsType()
export class RatingHoldsArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, description: 'Those alone that are decided, or that wait.' })
  @IsOptional()
  @IsBoolean()
  decided?: boolean | null;
}

@InputType()
export class DecideRatingsInput extends MutationInput {
  @Field(() => ID, { description: 'What is held.' }) @IsUUID() holdId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => VerdictEnum, { description: 'What becomes of them.' }) @IsIn(VERDICTS) verdict!: Verdict;
  @Lines() @Field({ description: 'Why; it stands in the log.' }) @Length(1, 2000) reason!: string;
}

export const RatingHoldConnection = connectionOf('RatingHold', RatingHoldObject);
export const DecideRatingsResult = orRefusal('DecideRatingsResult', RatingHoldObject);
