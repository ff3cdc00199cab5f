import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional } from 'class-validator';

/** What counts are told by. */
export const COUNT_BY = ['YEAR', 'AREA', 'UNIT'] as const;
export type CountBy = (typeof COUNT_BY)[number];

export const CountByEnum = Object.fromEntries(COUNT_BY.map((by) => [by, by]));
registerEnumType(CountByEnum, {
  name: 'CountBy',
  description: 'What there is one line of counts for.',
  valuesMap: {
    YEAR: { description: 'The year of the contest.' },
    AREA: { description: 'The reform area.' },
    UNIT: { description: 'The unit.' },
  },
});

/** A line of counts: what it is about, by its id or, of a year, by its number. */
export interface Counted {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

@ObjectType({ isAbstract: true })
export abstract class CountedObject implements Counted {
  @Field(() => ID, { description: 'The id of the area or the unit; of a year, its number.' }) key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
}

@ArgsType()
export class CountArguments {
  @Field(() => CountByEnum, { description: 'What there is one line for.' }) @IsIn(COUNT_BY) by!: CountBy;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() year?: number | null;
}
