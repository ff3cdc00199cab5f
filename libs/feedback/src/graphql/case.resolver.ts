import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { CaseQueries, type ReportedCaseRead } from '../application/case.queries.js';
import { CaseService } from '../application/case.service.js';
import {
  AnswerCaseInput,
  AnswerCaseResult,
  CloseCaseInput,
  CloseCaseResult,
  PassCaseInput,
  PassCaseResult,
  ReportedCaseConnection,
  ReportedCaseObject,
  ReportedCasesArguments,
} from './case.types.js';

@Resolver(() => ReportedCaseObject)
export class CaseResolver {
  constructor(
    private readonly service: CaseService,
    private readonly queries: CaseQueries,
  ) {}

  @Query(() => ReportedCaseConnection, {
    description: 'What citizens reported at the units that you may read about, or head where it is not about you; the latest day first.',
  })
  @Allow('self', 'feedback')
  reportedCases(@CurrentActor() actor: Actor, @Args() filter: ReportedCasesArguments): Promise<Page<ReportedCaseRead>> {
    return this.queries.reportedCases(actor, filter);
  }

  @Mutation(() => AnswerCaseResult, { description: 'Says, as the head of the unit, what there is to it.' })
  @Allow('self', 'feedback')
  @Refusable()
  async answerCase(@CurrentActor() actor: Actor, @Args('input') input: AnswerCaseInput): Promise<ReportedCaseRead | null> {
    return this.queries.reportedCase(actor, (await this.service.answerCase(actor, input)).id);
  }

  @Mutation(() => PassCaseResult, { description: 'Lets the head of the unit read a case that turned out not to be about them.' })
  @Allow('case:settle')
  @Refusable()
  async passCase(@CurrentActor() actor: Actor, @Args('input') input: PassCaseInput): Promise<ReportedCaseRead | null> {
    return this.queries.reportedCase(actor, (await this.service.passCase(actor, input)).id);
  }

  @Mutation(() => CloseCaseResult, { description: 'Closes a case: whether it was so, and what came of it.' })
  @Allow('case:settle')
  @Refusable()
  async closeCase(@CurrentActor() actor: Actor, @Args('input') input: CloseCaseInput): Promise<ReportedCaseRead | null> {
    return this.queries.reportedCase(actor, (await this.service.closeCase(actor, input)).id);
  }
}
