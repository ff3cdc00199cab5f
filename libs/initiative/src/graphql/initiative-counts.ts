import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CountArguments, CountedObject, CurrentActor } from '#lib/platform';
import { type InitiativeCount, InitiativeCountQueries } from '../application/initiative-counts.queries.js';

@ObjectType('InitiativeCount', { description: 'How many initiatives were sent in, and what became of them.' })
export class InitiativeCountObject extends CountedObject implements InitiativeCount {
  @Field(() => Int, { description: 'All that were sent in.' }) received!: number;
  @Field(() => Int, { description: 'Wait for a verdict.' }) toScreen!: number;
  @Field(() => Int, { description: 'Were returned and have not come back.' }) returned!: number;
  @Field(() => Int, { description: 'Were found eligible.' }) eligible!: number;
  @Field(() => Int, { description: 'Were disqualified.' }) rejected!: number;
  @Field(() => Int, { description: 'Were withdrawn by those who sent them.' }) withdrawn!: number;
}

@Resolver(() => InitiativeCountObject)
export class InitiativeCountsResolver {
  constructor(private readonly queries: InitiativeCountQueries) {}

  @Query(() => [InitiativeCountObject], { description: 'Counts of what was sent to the contests that you screen or lead.' })
  @Allow('initiative:read')
  initiativeCounts(@CurrentActor() actor: Actor, @Args() args: CountArguments): Promise<InitiativeCount[]> {
    return this.queries.initiativeCounts(actor, args);
  }
}
