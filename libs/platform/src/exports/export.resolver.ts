import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor } from '../guard/allow.js';
import { type JobRow } from '../jobs/job.queries.js';
import { JobObject, JobResult } from '../jobs/job.types.js';
import { Refusable } from '../refusals/refusable.js';
import { ExportListInput } from './export.types.js';
import { ExportsService } from './exports.service.js';

@Resolver(() => JobObject)
export class ExportResolver {
  constructor(private readonly exports: ExportsService) {}

  @Mutation(() => JobResult, {
    description: 'Has a list written into a file, as its query shows it to you; `export` of the job says when and how long it is there.',
  })
  @Allow('self', 'jobs')
  @Refusable()
  exportList(@CurrentActor() actor: Actor, @Args('input') input: ExportListInput): Promise<JobRow> {
    return this.exports.exportList(actor, input);
  }
}
