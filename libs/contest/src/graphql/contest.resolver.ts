import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, Live, Public, Refusable } from '#lib/platform';
import { type PublicRow } from '../application/contest.columns.js';
import { ContestQueries, type ContestRead, type ContestSummary, type PublicDetail } from '../application/contest.queries.js';
import { ContestService } from '../application/contest.service.js';
import {
  ContestsArguments,
  CopyContestInput,
  CreateContestInput,
  EditContestInput,
  PublicContestsArguments,
  RecordPastContestInput,
} from './contest.inputs.js';
import {
  ContestObject,
  ContestSummaryConnection,
  CopyContestResult,
  CreateContestResult,
  EditContestResult,
  PublicContestConnection,
  PublicContestDetailObject,
  RecordPastContestResult,
} from './contest.types.js';

@Resolver(() => ContestObject)
export class ContestResolver {
  constructor(
    private readonly service: ContestService,
    private readonly queries: ContestQueries,
  ) {}

  @Query(() => ContestSummaryConnection, { description: 'Contests that you may see, the newest year first.' })
  @Allow('contest:read')
  contests(@CurrentActor() actor: Actor, @Args() filter: ContestsArguments): Promise<Page<ContestSummary>> {
    return this.queries.contests(actor, filter);
  }

  @Query(() => ContestObject, {
    nullable: true,
    description: 'A contest with all that you may see and do in it; null where you may not see it.',
  })
  @Allow('contest:read')
  @Live<{ id: string }>(({ id }) => [`contest:${id}`])
  contest(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ContestRead | null> {
    return this.queries.contest(actor, id);
  }

  @Query(() => PublicContestConnection, { description: 'Announced contests and those of past years, for everyone.' })
  @Public()
  publicContests(@Args() filter: PublicContestsArguments): Promise<Page<PublicRow>> {
    return this.queries.publicContests(filter);
  }

  @Query(() => PublicContestDetailObject, { nullable: true, description: 'One announced contest or past year, for everyone.' })
  @Public()
  publicContest(@Args('id', { type: () => ID }) id: string): Promise<PublicDetail | null> {
    return this.queries.publicContest(id);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description: 'A signed address of a paper of an announced contest, good for five minutes, for everyone.',
  })
  @Public()
  publicDocument(@Args('id', { type: () => ID }) id: string): Promise<FileLink | null> {
    return this.queries.publicDocument(id);
  }

  @Mutation(() => CreateContestResult, { description: 'Begins the draft of a contest.' })
  @Allow('contest:edit')
  @Refusable()
  async createContest(@CurrentActor() actor: Actor, @Args('input') input: CreateContestInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.service.createContest(actor, input)).id);
  }

  @Mutation(() => CopyContestResult, {
    description: 'Next year’s draft from an earlier contest, its dates as many years on. Documents are not copied.',
  })
  @Allow('contest:edit')
  @Refusable()
  async copyContest(@CurrentActor() actor: Actor, @Args('input') input: CopyContestInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.service.copyContest(actor, input)).id);
  }

  @Mutation(() => RecordPastContestResult, { description: 'A contest of a past year, entered afterwards for its results.' })
  @Allow('contest:edit')
  @Refusable()
  async recordPastContest(@CurrentActor() actor: Actor, @Args('input') input: RecordPastContestInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.service.recordPastContest(actor, input)).id);
  }

  @Mutation(() => EditContestResult, { description: 'Changes title, aims and how initiatives are taken, before the announcement.' })
  @Allow('contest:edit')
  @Refusable()
  async editContest(@CurrentActor() actor: Actor, @Args('input') input: EditContestInput): Promise<ContestRead | null> {
    return this.queries.contest(actor, (await this.service.editContest(actor, input)).id);
  }
}
