import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, Refusable } from '#lib/platform';
import { SlipQueries, type SlipBatchRead } from '../application/slip.queries.js';
import { SlipService } from '../application/slip.service.js';
import { IssueSlipsInput, IssueSlipsResult, SlipBatchObject } from './slip.types.js';

@Resolver(() => SlipBatchObject)
export class SlipResolver {
  constructor(
    private readonly service: SlipService,
    private readonly queries: SlipQueries,
  ) {}

  // It hands out what ratings are given with.
  @Query(() => SlipBatchObject, { nullable: true, description: 'Slips that were made together; null where there are none for you.' })
  @Allow('slip:issue', null, 'WRITE')
  slipBatch(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<SlipBatchRead | null> {
    return this.queries.slipBatch(actor, id);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description:
      'A signed address to save slips from, a PDF to cut up, good for five minutes; null where there are none for you, or no more.',
  })
  @Allow('slip:issue', null, 'WRITE')
  slipSheet(@CurrentActor() actor: Actor, @Args('batchId', { type: () => ID }) batchId: string): Promise<FileLink | null> {
    return this.queries.slipSheet(actor, batchId);
  }

  @Mutation(() => IssueSlipsResult, { description: 'Makes slips for a counter, each good for one rating within thirty days.' })
  @Allow('slip:issue')
  @Refusable()
  async issueSlips(@CurrentActor() actor: Actor, @Args('input') input: IssueSlipsInput): Promise<SlipBatchRead | null> {
    return this.queries.slipBatch(actor, (await this.service.issueSlips(actor, input)).id);
  }
}
