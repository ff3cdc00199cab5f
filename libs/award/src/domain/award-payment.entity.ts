import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { newId } from '#lib/kernel';
import { Award } from './award.entity.js';

const AwardPaymentSchema = defineEntity({
  name: 'AwardPayment',
  tableName: 'award_payment',
  uniques: [{ name: 'award_payment_once', properties: ['award'] }],
  checks: [
    { name: 'award_payment_amount', expression: 'amount > 0' },
    { name: 'award_payment_document', expression: "btrim(document) <> ''" },
  ],
  properties: {
    id: p.uuid().primary(),
    award: () => p.manyToOne(Award).lazyRef().index(false),
    paidOn: p.date().$type<string>(),
    amount: p.bigint('number'),
    document: p.string().length(100),
    recordedBy: () => p.manyToOne(Person).lazyRef(),
    recordedAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** When the money was paid, how much, and by which paper. `paidOn` is a day, `YYYY-MM-DD`. */
export interface Paid {
  readonly paidOn: string;
  readonly amount: number;
  readonly document: string;
}

/** That the money of a prize was paid; not for the public. Recorded again, to put a mistake right, the log has both. */
export class AwardPayment extends AwardPaymentSchema.class {
  static of(award: Award): AwardPayment {
    return Object.assign(new AwardPayment(), { id: newId(), award });
  }

  record({ paidOn, amount, document }: Paid, by: Person, at: Date): void {
    Object.assign(this, { paidOn, amount, document, recordedBy: by, recordedAt: at });
  }
}
AwardPaymentSchema.setClass(AwardPayment);
