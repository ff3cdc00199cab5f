import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ContestPlanService } from '../application/contest-plan.service.js';
import { ContestQueries, type ContestRead } from '../application/contest.queries.js';
import { RuleBookService } from '../application/rule-book.service.js';
import { AttachDocumentInput, DetachDocumentInput, SetAreasInput, SetPrizePlanInput } from './contest.inputs.js';
import {
  AmendRuleBookResult,
  AttachDocumentResult,
  ContestObject,
  DetachDocumentResult,
  SetAreasResult,
  SetPrizePlanResult,
  SetRuleBookResult,
} from './contest.types.js';
import { AmendRuleBookInput, SetRuleBookInput } from './rule-book.inputs.js';

@Resolver(() => ContestObject)
export class ContestPlanResolver {
  constructor(
    private readonly plan: ContestPlanService,
    private readonly ruleBooks: RuleBookService,
    private readonly queries: ContestQueries,
  ) {}

  @Mutation(() => SetAreasResult, { description: 'Sets the reform areas that initiatives may be of.' })
  @Allow('contest:edit')
  @Refusable()
  async setAreas(@CurrentActor() actor: Actor, @Args('input') input: SetAreasInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plan.setAreas(actor, input)).id);
  }

  @Mutation(() => SetPrizePlanResult, { description: 'Sets the tiers of prizes, in place of those there were.' })
  @Allow('contest:edit')
  @Refusable()
  async setPrizePlan(@CurrentActor() actor: Actor, @Args('input') input: SetPrizePlanInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plan.setPrizePlan(actor, input)).id);
  }

  @Mutation(() => AttachDocumentResult, { description: 'Adds a paper with number and date to the contest.' })
  @Allow('contest:edit')
  @Refusable()
  async attachDocument(@CurrentActor() actor: Actor, @Args('input') input: AttachDocumentInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plan.attachDocument(actor, input)).id);
  }

  @Mutation(() => DetachDocumentResult, { description: 'Takes a paper off the contest again.' })
  @Allow('contest:edit')
  @Refusable()
  async detachDocument(@CurrentActor() actor: Actor, @Args('input') input: DetachDocumentInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.plan.detachDocument(actor, input)).id);
  }

  @Mutation(() => SetRuleBookResult, { description: 'Sets the rule book, as long as it is not frozen.' })
  @Allow('contest:edit')
  @Refusable()
  async setRuleBook(@CurrentActor() actor: Actor, @Args('input') input: SetRuleBookInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.ruleBooks.setRuleBook(actor, input)).id);
  }

  @Mutation(() => AmendRuleBookResult, { description: 'A new version by decision, once the rule book is frozen.' })
  @Allow('contest:edit')
  @Refusable()
  async amendRuleBook(@CurrentActor() actor: Actor, @Args('input') input: AmendRuleBookInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.ruleBooks.amendRuleBook(actor, input)).id);
  }
}
