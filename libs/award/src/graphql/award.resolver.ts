import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { AwardQueries, type AwardDecisionRow, type AwardRow } from '../application/award.queries.js';
import { AwardService } from '../application/award.service.js';
import { AwardDecisionService } from '../application/award-decision.service.js';
import { PastAwardService } from '../application/past-award.service.js';
import { PublishedAwardService } from '../application/published-award.service.js';
import { TieService } from '../application/tie.service.js';
import {
  ApproveAwardsInput,
  AwardDecisionInput,
  AwardDecisionObject,
  AwardDecisionResult,
  AwardObject,
  AwardResult,
  ChangeAwardInput,
  DecideTieInput,
  GiveAwardInput,
  ProposeAwardsInput,
  RecordPastAwardsInput,
  RemoveAwardInput,
  ReplaceAwardInput,
  ReturnAwardsInput,
  RevokeAwardInput,
} from './award.types.js';

type Decision = Promise<AwardDecisionRow | null>;
type OneAward = Promise<AwardRow | null>;

@Resolver(() => AwardObject)
export class AwardResolver {
  constructor(
    private readonly queries: AwardQueries,
    private readonly awards: AwardService,
    private readonly decisions: AwardDecisionService,
    private readonly published: PublishedAwardService,
    private readonly past: PastAwardService,
    private readonly ties: TieService,
  ) {}

  @Query(() => AwardObject, { nullable: true, description: 'One award; before publication only for those who draw it up or sign it.' })
  @Public()
  award(@CurrentActor() actor: Actor | null, @Args('id', { type: () => ID }) id: string): OneAward {
    return this.queries.award(actor, id);
  }

  @Query(() => AwardDecisionObject, { nullable: true, description: 'The list of awards of a contest.' })
  @Allow('award:read')
  awardDecision(@CurrentActor() actor: Actor, @Args('contestId', { type: () => ID }) contestId: string): Decision {
    return this.queries.decisionOf(actor, contestId);
  }

  @Mutation(() => AwardDecisionResult, { description: 'Draws the list of prizes up from standings and prize plan.' })
  @Allow('award:propose')
  @Refusable()
  async proposeAwards(@CurrentActor() actor: Actor, @Args('input') input: ProposeAwardsInput): Decision {
    return this.queries.decision(actor, (await this.awards.proposeAwards(actor, input.contestId)).id);
  }

  @Mutation(() => AwardResult, { description: 'Puts an initiative on the list with a prize.' })
  @Allow('award:propose')
  @Refusable()
  async giveAward(@CurrentActor() actor: Actor, @Args('input') input: GiveAwardInput): OneAward {
    return this.queries.award(actor, (await this.awards.giveAward(actor, input)).id);
  }

  @Mutation(() => AwardResult, { description: 'Gives an initiative of the list another prize, with a reason.' })
  @Allow('award:propose')
  @Refusable()
  async changeAward(@CurrentActor() actor: Actor, @Args('input') input: ChangeAwardInput): OneAward {
    return this.queries.award(actor, (await this.awards.changeAward(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, { description: 'Takes an initiative off the list, with a reason.' })
  @Allow('award:propose')
  @Refusable()
  async removeAward(@CurrentActor() actor: Actor, @Args('input') input: RemoveAwardInput): Decision {
    return this.queries.decision(actor, (await this.awards.removeAward(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, {
    description: 'Decides who of equals gets which of the prizes there are; again, as long as the list is a draft.',
  })
  @Allow('award:propose')
  @Refusable()
  async decideTie(@CurrentActor() actor: Actor, @Args('input') input: DecideTieInput): Decision {
    return this.queries.decision(actor, (await this.ties.decideTie(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, { description: 'Sends the list of prizes to the leader.' })
  @Allow('award:propose')
  @Refusable()
  async submitAwards(@CurrentActor() actor: Actor, @Args('input') input: AwardDecisionInput): Decision {
    return this.queries.decision(actor, (await this.decisions.submitAwards(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, { description: 'The leader returns the list, with a reason.' })
  @Allow('award:approve')
  @Refusable()
  async returnAwards(@CurrentActor() actor: Actor, @Args('input') input: ReturnAwardsInput): Decision {
    return this.queries.decision(actor, (await this.decisions.returnAwards(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, { description: 'The leader approves the list by a decision with number and date.' })
  @Allow('award:approve')
  @Refusable()
  async approveAwards(@CurrentActor() actor: Actor, @Args('input') input: ApproveAwardsInput): Decision {
    return this.queries.decision(actor, (await this.decisions.approveAwards(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, { description: 'Shows the prizes to everybody.' })
  @Allow('award:publish')
  @Refusable()
  async publishAwards(@CurrentActor() actor: Actor, @Args('input') input: AwardDecisionInput): Decision {
    return this.queries.decision(actor, (await this.decisions.publishAwards(actor, input)).id);
  }

  @Mutation(() => AwardResult, { description: 'Takes a published prize back, with a reason; it stays on record.' })
  @Allow('award:approve')
  @Refusable()
  async revokeAward(@CurrentActor() actor: Actor, @Args('input') input: RevokeAwardInput): OneAward {
    return this.queries.award(actor, (await this.published.revokeAward(actor, input)).id);
  }

  @Mutation(() => AwardResult, {
    description:
      'Gives a revoked prize to another initiative, by a decision of its own; both stay on record. Answers with the prize that is given.',
  })
  @Allow('award:approve')
  @Refusable()
  async replaceAward(@CurrentActor() actor: Actor, @Args('input') input: ReplaceAwardInput): OneAward {
    return this.queries.award(actor, (await this.published.replaceAward(actor, input)).id);
  }

  @Mutation(() => AwardDecisionResult, { description: 'Enters the prizes of a contest of a past year.' })
  @Allow('award:record')
  @Refusable()
  async recordPastAwards(@CurrentActor() actor: Actor, @Args('input') input: RecordPastAwardsInput): Decision {
    return this.queries.decision(actor, (await this.past.recordPastAwards(actor, input)).id);
  }
}
