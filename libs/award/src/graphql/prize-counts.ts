import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CountedObject, DongScalar } from '#lib/platform';
import { type PrizeCount } from '../application/prize-counts.queries.js';

@ObjectType('PrizeCount', { description: 'How many prizes were published.' })
export class PrizeCountObject extends CountedObject implements PrizeCount {
  @Field(() => Int, { description: 'Without those that were revoked.' }) prizes!: number;
  @Field(() => Int, { description: 'Those that were revoked.' }) revoked!: number;
  @Field(() => DongScalar, { description: 'What their tiers come to, without those that were revoked.' }) money!: number;
}
