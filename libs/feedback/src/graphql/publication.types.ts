import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { LocalDateScalar } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type CitizensVoiceFilter,
  type CitizensVoiceRead,
  type LevelRead,
  type PublicFieldRead,
  type PublicRatingsRead,
  type PublicUnitRead,
  type PublicationRead,
} from '../application/publication.queries.js';
import { type Level } from '../domain/rating-words.js';
import { RatingShareObject } from './rating.types.js';

@ObjectType('RatingPublication', { description: 'That the ratings of a month were published; once, and as they then were.' })
export class RatingPublicationObject implements PublicationRead {
  @Field(() => LocalDateScalar, { description: 'The first day of the month.' }) month!: string;
  @Field(() => LocalDateScalar, { description: 'When they were published.' }) publishedOn!: string;
  @Field() illustrative!: boolean;
}

@ObjectType('PublicRatingLevel', { description: 'How many gave one level, and what became of it.' })
export class PublicRatingLevelObject implements LevelRead {
  @Field(() => Int, { description: 'From 1, very dissatisfied, to 5, very satisfied.' }) level!: Level;
  @Field(() => Int, { description: 'How many were given.' }) rated!: number;
  @Field(() => Int, { description: 'How many count.' }) counted!: number;
  @Field(() => Int, { description: 'How many were held, whatever became of them.' }) held!: number;
  @Field(() => Int, { description: 'How many were left out.' }) excluded!: number;
}

@ObjectType('PublicRatingField', { description: 'The ratings of a unit’s counters of one field.' })
export class PublicRatingFieldObject implements PublicFieldRead {
  @Field(() => String, { nullable: true, description: 'The field of the counters; none: they are for all fields.' }) fieldName!:
    string | null;
  @Field(() => RatingShareObject, { nullable: true, description: 'None: hidden, of fewer than ten or what would give those away.' })
  share!: RatingShareObject | null;
  @Field(() => RatingShareObject, { nullable: true, description: 'Of those who scanned the code at the counter; none: hidden, or nobody.' })
  openShare!: RatingShareObject | null;
  @Field(() => RatingShareObject, { nullable: true, description: 'Of those who held a slip; none: hidden, or nobody.' })
  slipShare!: RatingShareObject | null;
}

@ObjectType('PublicRatingUnit', { description: 'The ratings of a unit’s counters.' })
export class PublicRatingUnitObject implements PublicUnitRead {
  @Field(() => UnitNameObject, { description: 'The unit whose counters they are.' }) unit!: UnitNameObject;
  @Field(() => Int, { nullable: true, description: 'Shared by those whose intervals overlap; none: the share is hidden.' }) rank!:
    number | null;
  @Field(() => RatingShareObject, { nullable: true, description: 'None: hidden, of fewer than ten or what would give those away.' })
  share!: RatingShareObject | null;
  @Field(() => [PublicRatingFieldObject], { description: 'By field, sorted by name.' }) fields!: PublicRatingFieldObject[];
}

@ObjectType('PublicRatings', { description: 'What citizens said at the counters in a month, as it was published.' })
export class PublicRatingsObject extends RatingPublicationObject implements PublicRatingsRead {
  @Field(() => RatingShareObject, { nullable: true, description: 'Of all; none: fewer than ten rated.' }) share!: RatingShareObject | null;
  @Field(() => [PublicRatingLevelObject], { description: 'By level, from 1 to 5; empty where fewer than ten rated.' })
  levels!: PublicRatingLevelObject[];
  @Field(() => [PublicRatingUnitObject], { description: 'By unit, sorted by name.' }) units!: PublicRatingUnitObject[];
}

@ObjectType('CitizensVoiceUnit', { description: 'What citizens said at the counters of one unit.' })
export class CitizensVoiceUnitObject implements Pick<PublicUnitRead, 'unit' | 'share'> {
  @Field(() => UnitNameObject, { description: 'The unit whose counters they are.' }) unit!: UnitNameObject;
  @Field(() => RatingShareObject, { nullable: true, description: 'None: hidden, of fewer than ten or what would give those away.' })
  share!: RatingShareObject | null;
}

@ObjectType('CitizensVoice', { description: 'What citizens said where an initiative is in use, in the latest month that is published.' })
export class CitizensVoiceObject extends RatingPublicationObject implements CitizensVoiceRead {
  @Field(() => [CitizensVoiceUnitObject], { description: 'Units that were rated, sorted by name.' }) units!: CitizensVoiceUnitObject[];
}

@ArgsType()
export class CitizensVoiceArguments implements CitizensVoiceFilter {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => ID, { nullable: true, description: 'This unit alone, and those that went on with it.' }) @IsOptional() @IsUUID() unitId?:
    string | null;
}
