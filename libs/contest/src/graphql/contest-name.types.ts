import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type ContestName } from '../application/contest-name.js';

@ObjectType('ContestName', { description: 'A contest by year and title, as whatever belongs to it shows it.' })
export class ContestNameObject implements ContestName {
  @Field(() => ID) id!: string;
  @Field(() => Int) year!: number;
  @Field({ description: 'Its Vietnamese title.' }) titleVi!: string;
  @Field({ description: 'Its English title.' }) titleEn!: string;
}
