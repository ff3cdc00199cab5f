import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, ExportsService, JobObject, JobResult, type JobRow, Refusable } from '#lib/platform';
import { ExportRoundInput, JUDGING_DETAIL } from './judging-detail.types.js';

@Resolver(() => JobObject)
export class JudgingDetailResolver {
  constructor(private readonly exports: ExportsService) {}

  @Mutation(() => JobResult, {
    description:
      'Has the full judging detail of a closed round written into a workbook: standings, cards, marks, comments, what counted and why.',
  })
  @Allow('standings:read')
  @Refusable()
  exportRound(@CurrentActor() actor: Actor, @Args('input') { roundId }: ExportRoundInput): Promise<JobRow> {
    return this.exports.exportWorkbook(actor, 'exportRound', { name: JUDGING_DETAIL, args: { roundId } });
  }
}
