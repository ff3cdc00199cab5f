import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor } from '../guard/allow.js';
import { LedQueries, type LedRead } from './led.queries.js';
import { LedKindEnum } from './leads.js';

@ObjectType('Led', { description: 'How far something is that you lead: counts, and nothing of what is in it.' })
export class LedObject implements LedRead {
  @Field(() => ID, { description: 'Of its kind and its subject: the same as long as it goes on.' }) id!: string;
  @Field(() => LedKindEnum.values, { description: 'What it is about and what is counted.' }) kind!: string;
  @Field({ description: 'What is counted, in your language.' }) label!: string;
  @Field(() => ID, { description: 'The record that it is about: a contest, a round, a reporting period.' }) subjectId!: string;
  @Field({ description: 'What people call that record.' }) subject!: string;
  @Field(() => Int, { description: 'How much of it is done; of cards, at the last full minute.' }) done!: number;
  @Field(() => Int, { description: 'How much there is of it; at least 1.' }) whole!: number;
  @Field(() => Date, { nullable: true, description: 'Until when it is to be done; null where nothing says.' }) due!: Date | null;
  @Field({ description: 'Where in the application more is told.' }) link!: string;
}

@Resolver(() => LedObject)
export class LedResolver {
  constructor(private readonly queries: LedQueries) {}

  @Query(() => [LedObject], {
    description:
      'How far all is that goes on under you, what is due first in front; at most 100. Nothing of a contest whose judging is shut to you but its dossiers.',
  })
  @Allow('contest:decide', 'notice')
  led(@CurrentActor() actor: Actor): Promise<LedRead[]> {
    return this.queries.led(actor);
  }
}
