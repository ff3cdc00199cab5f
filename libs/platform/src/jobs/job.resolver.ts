import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '../guard/allow.js';
import { Live } from '../live/live.js';
import { Refusable } from '../refusals/refusable.js';
import { JobQueries, type JobRow } from './job.queries.js';
import { CancelJobInput, JobArguments, JobConnection, JobObject, JobResult, MyJobsArguments } from './job.types.js';
import { JobsService } from './jobs.service.js';

@Resolver(() => JobObject)
export class JobResolver {
  constructor(
    private readonly queries: JobQueries,
    private readonly jobs: JobsService,
  ) {}

  @Query(() => JobObject, { nullable: true, description: 'How far a long act is that you asked for.' })
  @Allow('self', 'jobs')
  @Live<JobArguments>(({ id }) => [`job:${id}`])
  job(@CurrentActor() actor: Actor, @Args() { id }: JobArguments): Promise<JobRow | null> {
    return this.queries.job(actor, id);
  }

  @Query(() => JobConnection, {
    description: 'The long acts that you asked for, the newest first. They are kept for a while after their end.',
  })
  @Allow('self', 'jobs')
  @Live((_, { id }) => [`person:${id}`])
  myJobs(@CurrentActor() actor: Actor, @Args() filter: MyJobsArguments): Promise<Page<JobRow>> {
    return this.queries.myJobs(actor, filter);
  }

  @Mutation(() => JobResult, { description: 'Calls off a long act that you asked for; nothing comes of it.' })
  @Allow('self', 'jobs')
  @Refusable()
  cancelJob(@CurrentActor() actor: Actor, @Args('input') input: CancelJobInput): Promise<JobRow> {
    return this.jobs.cancelJob(actor, input);
  }
}
