import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CountArguments, CountedObject, CurrentActor, DecimalScalar } from '#lib/platform';
import { type AdoptionCount, AdoptionCountQueries } from '../application/adoption-counts.queries.js';

@ObjectType('AdoptionCount', { description: 'How far adopted initiatives are, today.' })
export class AdoptionCountObject extends CountedObject implements AdoptionCount {
  @Field(() => Int, { description: 'How many roll-outs it is counted over.' }) rollouts!: number;
  @Field(() => Int, { description: 'Communes that are expected, each once for each roll-out.' }) expected!: number;
  @Field(() => Int, { description: 'Of them, those where it is in use.' }) inUse!: number;
  @Field(() => Int, { description: 'Past the due date of the roll-out, and not there yet.' }) overdue!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'In use, in per cent of the expected; null where nobody is.' }) coverage!:
    string | null;
}

@Resolver(() => AdoptionCountObject)
export class AdoptionCountsResolver {
  constructor(private readonly queries: AdoptionCountQueries) {}

  @Query(() => [AdoptionCountObject], { description: 'Counts over the roll-outs that you may see: by year, area, or commune.' })
  @Allow('rollout:read')
  adoptionCounts(@CurrentActor() actor: Actor, @Args() args: CountArguments): Promise<AdoptionCount[]> {
    return this.queries.adoptionCounts(actor, args);
  }
}
