import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ContestQueries, type ContestRead } from '../application/contest.queries.js';
import { PhaseService } from '../application/phase.service.js';
import { AdvancePhaseInput, CancelContestInput, HoldPhaseInput, ResumePhaseInput, SetPhaseDatesInput } from './contest.inputs.js';
import {
  AdvancePhaseResult,
  CancelContestResult,
  ContestObject,
  HoldPhaseResult,
  ResumePhaseResult,
  SetPhaseDatesResult,
} from './contest.types.js';

@Resolver(() => ContestObject)
export class PhaseResolver {
  constructor(
    private readonly phases: PhaseService,
    private readonly queries: ContestQueries,
  ) {}

  @Mutation(() => SetPhaseDatesResult, { description: 'Once announced, by a decision with number and reason.' })
  @Allow('contest:edit')
  @Refusable()
  async setPhaseDates(@CurrentActor() actor: Actor, @Args('input') input: SetPhaseDatesInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.phases.setPhaseDates(actor, input)).id);
  }

  @Mutation(() => AdvancePhaseResult, { description: 'Into the next phase, once what it needs is there.' })
  @Allow('contest:edit')
  @Refusable()
  async advancePhase(@CurrentActor() actor: Actor, @Args('input') input: AdvancePhaseInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.phases.advancePhase(actor, input)).id);
  }

  @Mutation(() => HoldPhaseResult, { description: 'Keeps the contest from advancing; the deadline stands.' })
  @Allow('contest:edit')
  @Refusable()
  async holdPhase(@CurrentActor() actor: Actor, @Args('input') input: HoldPhaseInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.phases.holdPhase(actor, input)).id);
  }

  @Mutation(() => ResumePhaseResult, { description: 'Lets a phase go on that was held.' })
  @Allow('contest:edit')
  @Refusable()
  async resumePhase(@CurrentActor() actor: Actor, @Args('input') input: ResumePhaseInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.phases.resumePhase(actor, input)).id);
  }

  @Mutation(() => CancelContestResult, { description: 'Ends the contest for good, by a decision of the leader.' })
  @Allow('contest:decide')
  @Refusable()
  async cancelContest(@CurrentActor() actor: Actor, @Args('input') input: CancelContestInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.phases.cancelContest(actor, input)).id);
  }
}
