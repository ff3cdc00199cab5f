import { Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { type Actor, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { TransactionCount, whyNotMonth } from '../domain/transaction-count.entity.js';

export interface RecordTransactionsOrder {
  readonly unitId: string;
  readonly fieldName?: string | null;
  readonly month: string;
  readonly transactions: number;
  readonly source: string;
  readonly illustrative?: boolean | null;
}

/** How many transactions each commune had of each field, by which ratings are weighed. */
@Injectable()
export class TransactionService {
  constructor(private readonly work: UnitOfWork) {}

  /** Says it, or says it anew, of a month that is over. */
  recordTransactions(actor: Actor, order: RecordTransactionsOrder): Promise<TransactionCount> {
    return this.work.act(actor, 'recordTransactions', async ({ em, at, record }) => {
      const reach = actor.isSystem ? { $ne: null } : { $in: actor.unitsFor('transaction:record') };
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, { id: reach }] });
      refuseIf(whyNotMonth(order.month, localDate(at)));
      const field = order.fieldName?.trim() ? order.fieldName.trim() : null;
      const known = await em.findOne(TransactionCount, { unit, field, month: order.month });
      const count = known ?? TransactionCount.of(unit, field, order.month);
      const before = known && { transactions: known.transactions, source: known.source };
      count.say({ transactions: order.transactions, source: order.source, illustrative: order.illustrative ?? false });
      em.persist(count);
      const { transactions, source } = count;
      record({
        subject: { type: 'TransactionCount', id: count.id },
        ...(before && { before }),
        after: { ...(!before && { unit: unit.id, field, month: order.month }), transactions, source },
      });
      await em.flush();
      return count;
    });
  }
}
