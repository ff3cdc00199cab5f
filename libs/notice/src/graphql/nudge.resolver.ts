import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { NudgeQueries, type NudgeRead } from '../application/nudge.queries.js';
import { NudgeService } from '../application/nudge.service.js';
import { NudgeInput, NudgeObject, NudgeResult } from './nudge.types.js';

@Resolver(() => NudgeObject)
export class NudgeResolver {
  constructor(
    private readonly service: NudgeService,
    private readonly queries: NudgeQueries,
  ) {}

  @Query(() => [NudgeObject], { description: 'Who was nudged in the last month where your office waits, the newest first; at most 200.' })
  @Allow('self', 'notice')
  nudges(@CurrentActor() actor: Actor): Promise<NudgeRead[]> {
    return this.queries.nudges(actor);
  }

  @Mutation(() => NudgeResult, {
    description: 'Reminds people, by a notice, of what awaits them and your office waits for; once a day for each of them and each record.',
  })
  @Allow('self', 'notice')
  @Refusable()
  async nudge(@CurrentActor() actor: Actor, @Args('input') input: NudgeInput): Promise<NudgeRead | null> {
    return this.queries.nudge(actor, (await this.service.nudge(actor, input)).id);
  }
}
