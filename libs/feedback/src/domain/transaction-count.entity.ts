import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, newId } from '#lib/kernel';

const TransactionCountSchema = defineEntity({
  name: 'TransactionCount',
  tableName: 'transaction_count',
  indexes: [
    {
      name: 'transaction_count_once',
      expression: 'alter table transaction_count add constraint transaction_count_once unique nulls not distinct (unit_id, field, month)',
    },
    { name: 'transaction_count_in_order', properties: ['month', 'id'] },
  ],
  checks: [
    { name: 'transaction_count_of_a_month', expression: 'extract(day from month) = 1' },
    { name: 'transaction_count_not_negative', expression: 'transactions >= 0' },
    { name: 'transaction_count_has_source', expression: "btrim(source) <> ''" },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    /** Null: at the counters for all fields. */
    field: p.text().strictNullable(),
    /** Its first day. */
    month: p.date(),
    transactions: p.integer(),
    source: p.text(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** Why transactions cannot be counted of a month: it is not over, or no month. */
export function whyNotMonth(month: string, today: string): WhyNot {
  if (!month.endsWith('-01')) return new Refused('MONTH_FIRST_DAY', {}, 'month');
  return month >= `${today.slice(0, 7)}-01` ? new Refused('MONTH_NOT_OVER', {}, 'month') : null;
}

/** How many transactions a commune had of a field in a month, from a source that is named: what its ratings are weighed by. */
export class TransactionCount extends TransactionCountSchema.class {
  static of(unit: Unit, field: string | null, month: string): TransactionCount {
    const count = new TransactionCount();
    count.id = newId();
    count.unit = unit;
    count.field = field;
    count.month = month;
    return count;
  }

  say({ transactions, source, illustrative }: { transactions: number; source: string; illustrative: boolean }): void {
    Object.assign(this, { transactions, source: source.trim(), illustrative });
  }
}
TransactionCountSchema.setClass(TransactionCount);
