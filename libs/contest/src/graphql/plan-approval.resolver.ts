import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ContestQueries, type ContestRead } from '../application/contest.queries.js';
import { PlanApprovalService } from '../application/plan-approval.service.js';
import { ApprovePlanInput, ReturnPlanInput, SetPlanApprovalInput, SubmitPlanInput } from './contest.inputs.js';
import { ApprovePlanResult, ContestObject, ReturnPlanResult, SetPlanApprovalResult, SubmitPlanResult } from './contest.types.js';

@Resolver(() => ContestObject)
export class PlanApprovalResolver {
  constructor(
    private readonly plans: PlanApprovalService,
    private readonly queries: ContestQueries,
  ) {}

  @Mutation(() => SubmitPlanResult, { description: 'Sends the plan, as it is now, to the leader.' })
  @Allow('contest:edit')
  @Refusable()
  async submitPlan(@CurrentActor() actor: Actor, @Args('input') input: SubmitPlanInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plans.submitPlan(actor, input)).id);
  }

  @Mutation(() => ApprovePlanResult, {
    description: 'Approves the plan that was sent. Whatever is changed afterwards is to be approved anew.',
  })
  @Allow('contest:decide')
  @Refusable()
  async approvePlan(@CurrentActor() actor: Actor, @Args('input') input: ApprovePlanInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plans.approvePlan(actor, input)).id);
  }

  @Mutation(() => ReturnPlanResult, {
    description: 'Gives the plan back with what is to be changed; until the announcement one that was approved, too.',
  })
  @Allow('contest:decide')
  @Refusable()
  async returnPlan(@CurrentActor() actor: Actor, @Args('input') input: ReturnPlanInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plans.returnPlan(actor, input)).id);
  }

  @Mutation(() => SetPlanApprovalResult, { description: 'Says whether the leader approves the plan before the contest is announced.' })
  @Allow('contest:decide')
  @Refusable()
  async setPlanApproval(@CurrentActor() actor: Actor, @Args('input') input: SetPlanApprovalInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plans.setPlanApproval(actor, input)).id);
  }
}
