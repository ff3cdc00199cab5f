import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { type TitleKindNamed } from '../application/achievement.queries.js';
import { EligibilityQueries, type EligibilityRead } from '../application/eligibility.queries.js';
import { type RuleRead, type TitleKindRead, TitleQueries } from '../application/title.queries.js';
import { TitleService } from '../application/title.service.js';
import {
  EligibilityArguments,
  EligibilityObject,
  EligibilityRuleObject,
  EndTitleKindInput,
  EndTitleKindResult,
  EnterEligibilityRuleInput,
  EnterEligibilityRuleResult,
  EnterTitleKindInput,
  EnterTitleKindResult,
  TitleKindNameObject,
  TitleKindObject,
} from './title.types.js';

@Resolver(() => TitleKindObject)
export class TitleResolver {
  constructor(
    private readonly service: TitleService,
    private readonly queries: TitleQueries,
    private readonly eligibilities: EligibilityQueries,
  ) {}

  @Query(() => [TitleKindObject], { description: 'The kinds of titles of all times, the nearest level first.' })
  @Allow('self', 'emulation')
  titleKinds(@CurrentActor() actor: Actor): Promise<TitleKindRead[]> {
    return this.queries.titleKinds(actor);
  }

  @Query(() => [TitleKindNameObject], { description: 'Which titles there are, the nearest level first: by name. Needs no account.' })
  @Public()
  publicTitleKinds(): Promise<TitleKindNamed[]> {
    return this.queries.publicTitleKinds();
  }

  @Query(() => [EligibilityRuleObject], { description: 'What titles ask for, in the versions that are in force.' })
  @Allow('self', 'emulation')
  eligibilityRules(): Promise<RuleRead[]> {
    return this.queries.eligibilityRules();
  }

  @Query(() => EligibilityObject, {
    nullable: true,
    description:
      'By the records here, whether somebody has what a title asks for: you, somebody of a unit that you head, or of your office. Null where nothing is asked for, or they are none of these.',
  })
  @Allow('self', 'emulation')
  titleEligibility(@CurrentActor() actor: Actor, @Args() args: EligibilityArguments): Promise<EligibilityRead | null> {
    return this.eligibilities.eligibility(actor, args);
  }

  @Mutation(() => EnterTitleKindResult, { description: 'Enters a kind of title that is recorded.' })
  @Allow('achievement:manage')
  @Refusable()
  async enterTitleKind(@CurrentActor() actor: Actor, @Args('input') input: EnterTitleKindInput): Promise<TitleKindRead | null> {
    return this.queries.titleKind(actor, (await this.service.enterTitleKind(actor, input)).id);
  }

  @Mutation(() => EndTitleKindResult, { description: 'Ends a kind: of the years after its last day none is recorded.' })
  @Allow('achievement:manage')
  @Refusable()
  async endTitleKind(@CurrentActor() actor: Actor, @Args('input') input: EndTitleKindInput): Promise<TitleKindRead | null> {
    return this.queries.titleKind(actor, (await this.service.endTitleKind(actor, input)).id);
  }

  @Mutation(() => EnterEligibilityRuleResult, { description: 'Enters the next version of what a title asks for.' })
  @Allow('achievement:manage')
  @Refusable()
  async enterEligibilityRule(@CurrentActor() actor: Actor, @Args('input') input: EnterEligibilityRuleInput): Promise<RuleRead | null> {
    return this.queries.eligibilityRule(actor, (await this.service.enterEligibilityRule(actor, input)).id);
  }
}
