import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type OverdueRead, PeriodQueries, type PeriodRead, type RatesRead } from '../application/period.queries.js';
import { PeriodService } from '../application/period.service.js';
import {
  ClosePeriodInput,
  ClosePeriodResult,
  GrantExceptionInput,
  GrantExceptionResult,
  OpenReportingPeriodInput,
  OpenReportingPeriodResult,
  OverdueArguments,
  OverdueConnection,
  RatesArguments,
  ReportingPeriodConnection,
  ReportingPeriodObject,
  ReportingPeriodsArguments,
  ReportingRatesObject,
  RevokeExceptionInput,
  RevokeExceptionResult,
} from './period.types.js';

@Resolver(() => ReportingPeriodObject)
export class PeriodResolver {
  constructor(
    private readonly service: PeriodService,
    private readonly queries: PeriodQueries,
  ) {}

  @Query(() => ReportingPeriodConnection, { description: 'The latest due first, unless asked otherwise.' })
  @Allow('rollout:read')
  reportingPeriods(@CurrentActor() actor: Actor, @Args() filter: ReportingPeriodsArguments): Promise<Page<PeriodRead>> {
    return this.queries.reportingPeriods(actor, filter);
  }

  @Query(() => ReportingPeriodObject, { nullable: true, description: 'A reporting period; null where you may not see it.' })
  @Allow('rollout:read')
  reportingPeriod(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PeriodRead | null> {
    return this.queries.reportingPeriod(actor, id);
  }

  @Query(() => [ReportingRatesObject], {
    description: 'How many communes reported, and in time, of several periods at once, the latest due first.',
  })
  @Allow('rollout:read')
  reportingRates(@CurrentActor() actor: Actor, @Args() { periodIds, asOf }: RatesArguments): Promise<RatesRead[]> {
    return this.queries.reportingRates(actor, periodIds, asOf);
  }

  @Query(() => OverdueConnection, {
    description: 'Reports and adoptions past their due date; the longest overdue first, unless asked otherwise.',
  })
  @Allow('rollout:read')
  overdue(@CurrentActor() actor: Actor, @Args() filter: OverdueArguments): Promise<Page<OverdueRead>> {
    return this.queries.overdue(actor, filter);
  }

  @Mutation(() => OpenReportingPeriodResult, { description: 'Opens a window that communes report on.' })
  @Allow('rollout:manage')
  @Refusable()
  async openReportingPeriod(@CurrentActor() actor: Actor, @Args('input') input: OpenReportingPeriodInput): Promise<PeriodRead | null> {
    return this.queries.reportingPeriod(actor, (await this.service.openReportingPeriod(actor, input)).id);
  }

  @Mutation(() => ClosePeriodResult, { description: 'After this nobody types, whom no exception names.' })
  @Allow('rollout:manage')
  @Refusable()
  async closePeriod(@CurrentActor() actor: Actor, @Args('input') input: ClosePeriodInput): Promise<PeriodRead | null> {
    return this.queries.reportingPeriod(actor, (await this.service.closePeriod(actor, input)).id);
  }

  @Mutation(() => GrantExceptionResult, { description: 'Reopens a closed period for one unit.' })
  @Allow('rollout:manage')
  @Refusable()
  async grantException(@CurrentActor() actor: Actor, @Args('input') input: GrantExceptionInput): Promise<PeriodRead | null> {
    return this.queries.reportingPeriod(actor, (await this.service.grantException(actor, input)).id);
  }

  @Mutation(() => RevokeExceptionResult, { description: 'Takes an exception back: the unit types no more; what it has sent stands.' })
  @Allow('rollout:manage')
  @Refusable()
  async revokeException(@CurrentActor() actor: Actor, @Args('input') input: RevokeExceptionInput): Promise<PeriodRead | null> {
    return this.queries.reportingPeriod(actor, (await this.service.revokeException(actor, input)).id);
  }
}
