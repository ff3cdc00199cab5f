import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { DecimalScalar, LocalDateScalar, PageArguments, connectionOf } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type CommentRead, type RatingRowRead, type RatingWeekRead, type WeekReadingRead } from '../application/rating.queries.js';
import { type PercentRead, type ShareRead } from '../application/share.rows.js';
import { REASONS, type Reason } from '../domain/rating-words.js';

export const RatingReasonEnum = Object.fromEntries(REASONS.map((reason) => [reason, reason]));
registerEnumType(RatingReasonEnum, { name: 'RatingReason', description: 'What somebody who rated a counter ticked beside it.' });

@ObjectType({ isAbstract: true })
abstract class PercentFields implements PercentRead {
  @Field(() => DecimalScalar, { description: 'Of those who rated, in per cent.' }) percent!: string;
  @Field(() => DecimalScalar, { description: 'The low end of its interval of 95 %.' }) low!: string;
  @Field(() => DecimalScalar, { description: 'The high end of its interval of 95 %.' }) high!: string;
}

@ObjectType('RatingPercent', { description: 'A share of ratings, with its interval.' })
export class RatingPercentObject extends PercentFields {}

@ObjectType('RatingShare', { description: 'How many of those who rated were satisfied (4 or 5), with its interval.' })
export class RatingShareObject extends PercentFields implements ShareRead {
  @Field(() => Int, { description: 'How many ratings it is of.' }) ratings!: number;
  @Field({ description: 'Whether its parts weigh as many transactions as they had; else as many ratings.' }) weighted!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many transactions could have been rated; none: not known of all of it.' })
  transactions!: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How many of them were, in per cent; none: not known.' }) coverage!:
    string | null;
}

@ObjectType('RatingReasonCount', { description: 'How many gave a reason.' })
export class RatingReasonCountObject {
  @Field(() => RatingReasonEnum, { description: 'Which reason.' }) reason!: Reason;
  @Field(() => Int, { description: 'How many ratings have it.' }) ratings!: number;
}

@ObjectType('RatingReading', { description: 'What was said at the counters of a unit for a field in a week.' })
export class RatingReadingObject implements WeekReadingRead {
  @Field(() => RatingPercentObject, { description: 'Those who gave 4 or 5.' }) satisfied!: RatingPercentObject;
  @Field(() => RatingPercentObject, { description: 'Those who gave 1 or 2.' }) dissatisfied!: RatingPercentObject;
  @Field(() => [RatingReasonCountObject], { description: 'The reasons that were given, the most frequent first.' })
  reasons!: RatingReasonCountObject[];
}

@ObjectType('RatingRow', { description: 'The ratings of a unit and a field in a week.' })
export class RatingRowObject implements RatingRowRead {
  @Field(() => UnitNameObject, { description: 'The unit whose counters they are.' }) unit!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'The field of the counters; none: they are for all fields.' }) fieldName!:
    string | null;
  @Field(() => Int, { description: 'How many count.' }) ratings!: number;
  @Field(() => Int, { description: 'How many of those came with a slip.' }) slipRatings!: number;
  @Field(() => Int, { description: 'How many are held still.' }) heldRatings!: number;
  @Field(() => Int, { description: 'How many were left out after they had been held.' }) excludedRatings!: number;
  @Field() illustrative!: boolean;
  @Field(() => RatingReadingObject, { nullable: true, description: 'What they say; none of fewer than five.' })
  reading!: RatingReadingObject | null;
}

@ObjectType('RatingWeek', { description: 'A week’s ratings in the units that you may read about.' })
export class RatingWeekObject implements RatingWeekRead {
  @Field(() => LocalDateScalar, { description: 'Its Monday.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { description: 'Its Sunday.' }) endsOn!: string;
  @Field(() => [RatingRowObject], { description: 'By unit and field, sorted by name.' }) rows!: RatingRowObject[];
}

@ObjectType('RatingComment', { description: 'What somebody who rated a counter added in words.' })
export class RatingCommentObject implements CommentRead {
  @Field(() => ID) id!: string;
  @Field(() => LocalDateScalar, { description: 'The Monday of its week.' }) week!: string;
  @Field(() => UnitNameObject, { description: 'The unit whose counter it was.' }) unit!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'The field of the counter; none: it was for all fields.' }) fieldName!: string | null;
  @Field(() => Int, { description: 'From 1, very dissatisfied, to 5, very satisfied.' }) level!: number;
  @Field(() => [RatingReasonEnum], { description: 'What was ticked beside it.' }) givenReasons!: Reason[];
  @Field({ description: 'The words.' }) text!: string;
}

@ArgsType()
export class RatingWeekArguments {
  @Field(() => LocalDateScalar, { description: 'Any day of the week.' }) day!: string;
}

@ArgsType()
export class RatingCommentsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
}

export const RatingCommentConnection = connectionOf('RatingComment', RatingCommentObject);
