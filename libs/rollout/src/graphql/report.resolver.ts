import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, PageArguments, Refusable } from '#lib/platform';
import { type MyReportRead, ReportQueries, type ReportRead } from '../application/report.queries.js';
import { ReportService } from '../application/report.service.js';
import {
  ApproveReportInput,
  ApproveReportResult,
  MyReportConnection,
  ReportConnection,
  ReportObject,
  ReportsArguments,
  ReturnReportInput,
  ReturnReportResult,
  SaveReportInput,
  SaveReportResult,
  SubmitReportInput,
  SubmitReportResult,
} from './report.types.js';

@Resolver(() => ReportObject)
export class ReportResolver {
  constructor(
    private readonly service: ReportService,
    private readonly queries: ReportQueries,
  ) {}

  @Query(() => ReportConnection, {
    description: 'Reports of the units that you may read about; the latest due first, unless asked otherwise.',
  })
  @Allow('rollout:read')
  reports(@CurrentActor() actor: Actor, @Args() filter: ReportsArguments): Promise<Page<ReportRead>> {
    return this.queries.reports(actor, filter);
  }

  @Query(() => ReportObject, { nullable: true, description: 'What one commune reported for one period; null where you may not see it.' })
  @Allow('rollout:read')
  report(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ReportRead | null> {
    return this.queries.report(actor, id);
  }

  @Query(() => MyReportConnection, { description: 'What is asked of your units, and why you may or may not type it.' })
  @Allow('adoption:report')
  myReports(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<MyReportRead>> {
    return this.queries.myReports(actor, page);
  }

  @Mutation(() => SaveReportResult, { description: 'Begins or edits a draft.' })
  @Allow('adoption:report')
  @Refusable()
  async saveReport(@CurrentActor() actor: Actor, @Args('input') input: SaveReportInput): Promise<ReportRead | null> {
    return this.queries.report(actor, (await this.service.saveReport(actor, input)).id);
  }

  @Mutation(() => SubmitReportResult, { description: 'Sends a report to the office.' })
  @Allow('adoption:report')
  @Refusable()
  async submitReport(@CurrentActor() actor: Actor, @Args('input') input: SubmitReportInput): Promise<ReportRead | null> {
    return this.queries.report(actor, (await this.service.submitReport(actor, input)).id);
  }

  @Mutation(() => ApproveReportResult, { description: 'The office takes the figures of a report as they are.' })
  @Allow('report:approve')
  @Refusable()
  async approveReport(@CurrentActor() actor: Actor, @Args('input') input: ApproveReportInput): Promise<ReportRead | null> {
    return this.queries.report(actor, (await this.service.approveReport(actor, input)).id);
  }

  @Mutation(() => ReturnReportResult, { description: 'Back to the commune, with a reason.' })
  @Allow('report:approve')
  @Refusable()
  async returnReport(@CurrentActor() actor: Actor, @Args('input') input: ReturnReportInput): Promise<ReportRead | null> {
    return this.queries.report(actor, (await this.service.returnReport(actor, input)).id);
  }
}
