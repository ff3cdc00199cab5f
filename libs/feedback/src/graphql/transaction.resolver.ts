import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type TransactionCountRead, TransactionQueries } from '../application/transaction.queries.js';
import { TransactionService } from '../application/transaction.service.js';
import {
  RecordTransactionsInput,
  RecordTransactionsResult,
  TransactionCountConnection,
  TransactionCountObject,
  TransactionCountsArguments,
} from './transaction.types.js';

@Resolver(() => TransactionCountObject)
export class TransactionResolver {
  constructor(
    private readonly service: TransactionService,
    private readonly queries: TransactionQueries,
  ) {}

  @Query(() => TransactionCountConnection, {
    description: 'Transactions of the units that you may read about, the latest month first unless asked otherwise.',
  })
  @Allow('rating:read')
  transactionCounts(@CurrentActor() actor: Actor, @Args() filter: TransactionCountsArguments): Promise<Page<TransactionCountRead>> {
    return this.queries.transactionCounts(actor, filter);
  }

  @Mutation(() => RecordTransactionsResult, {
    description: 'Says how many transactions a unit had of a field in a month, or says it anew.',
  })
  @Allow('transaction:record')
  @Refusable()
  async recordTransactions(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordTransactionsInput,
  ): Promise<TransactionCountRead | null> {
    return this.queries.transactionCount(actor, (await this.service.recordTransactions(actor, input)).id);
  }
}
