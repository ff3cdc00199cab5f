import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, ExportsService, JobObject, JobResult, type JobRow, MutationInput, Refusable } from '#lib/platform';
import { MY_DATA } from './my-data.exports.js';

@InputType()
class ExportMyDataInput extends MutationInput {}

@Resolver(() => JobObject)
export class MyDataResolver {
  constructor(private readonly exports: ExportsService) {}

  @Mutation(() => JobResult, {
    description:
      'Has all that is kept about you written into a file, by part of the platform; `export` of the job says when and how long it is there.',
  })
  @Allow('self')
  @Refusable()
  exportMyData(@Args('input') _input: ExportMyDataInput, @CurrentActor() actor: Actor): Promise<JobRow> {
    return this.exports.exportWorkbook(actor, 'exportMyData', { name: MY_DATA });
  }
}
