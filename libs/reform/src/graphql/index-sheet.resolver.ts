import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { IndexSheetQueries, type IndexSheetRead } from '../application/index-sheet.queries.js';
import { IndexSheetService } from '../application/index-sheet.service.js';
import {
  AssessIndexSheetInput,
  AssessIndexSheetResult,
  IndexSheetObject,
  SaveIndexScoresInput,
  SaveIndexScoresResult,
  SettleIndexSheetInput,
  SettleIndexSheetResult,
  SubmitIndexSheetInput,
  SubmitIndexSheetResult,
} from './index-sheet.types.js';

@Resolver(() => IndexSheetObject)
export class IndexSheetResolver {
  constructor(
    private readonly service: IndexSheetService,
    private readonly queries: IndexSheetQueries,
  ) {}

  @Query(() => IndexSheetObject, {
    nullable: true,
    description: 'The scores of one unit for a year; null where there are none that you read.',
  })
  @Allow('self', 'reform')
  indexSheet(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<IndexSheetRead | null> {
    return this.queries.indexSheet(actor, id);
  }

  @Mutation(() => SaveIndexScoresResult, {
    description: 'Writes points of the step that a sheet is at: of the unit its own, then of the office what it assesses and settles.',
  })
  @Allow('self', 'reform')
  @Refusable()
  async saveIndexScores(@CurrentActor() actor: Actor, @Args('input') input: SaveIndexScoresInput): Promise<IndexSheetRead | null> {
    return this.queries.indexSheet(actor, (await this.service.saveIndexScores(actor, input)).id);
  }

  @Mutation(() => SubmitIndexSheetResult, { description: 'Sends in what a unit gives itself, as its head or as who reports for it.' })
  @Allow('self', 'reform')
  @Refusable()
  async submitIndexSheet(@CurrentActor() actor: Actor, @Args('input') input: SubmitIndexSheetInput): Promise<IndexSheetRead | null> {
    return this.queries.indexSheet(actor, (await this.service.submitIndexSheet(actor, input)).id);
  }

  @Mutation(() => AssessIndexSheetResult, {
    description: 'Says that every criterion is assessed; what was assessed is what is settled, where nothing else is said.',
  })
  @Allow('index:keep')
  @Refusable()
  async assessIndexSheet(@CurrentActor() actor: Actor, @Args('input') input: AssessIndexSheetInput): Promise<IndexSheetRead | null> {
    return this.queries.indexSheet(actor, (await this.service.assessIndexSheet(actor, input)).id);
  }

  @Mutation(() => SettleIndexSheetResult, {
    description: 'Settles the points of a unit: they stand, and everybody who is signed in reads them.',
  })
  @Allow('index:keep')
  @Refusable()
  async settleIndexSheet(@CurrentActor() actor: Actor, @Args('input') input: SettleIndexSheetInput): Promise<IndexSheetRead | null> {
    return this.queries.indexSheet(actor, (await this.service.settleIndexSheet(actor, input)).id);
  }
}
