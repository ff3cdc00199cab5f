import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Person } from '#domain/identity';
import { type Actor, Refused, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Award } from '../domain/award.entity.js';
import { AwardDecision } from '../domain/award-decision.entity.js';
import { AwardPayment, type Paid } from '../domain/award-payment.entity.js';

export interface RecordPayment extends Paid {
  readonly awardId: string;
  /** Of the payment that was on the screen; 0 where there was none. */
  readonly version: number;
}

/** The money of prizes, after it was paid. */
@Injectable()
export class AwardPaymentService {
  constructor(private readonly work: UnitOfWork) {}

  /** Of a published prize, one that was revoked later too. Refuses a day to come. Answers with the id of the prize. */
  recordAwardPayment(actor: Actor, order: RecordPayment): Promise<string> {
    return this.work.act(actor, 'recordAwardPayment', async ({ em, at, record, onVersion }) => {
      const award = await em.findOneOrFail(
        Award,
        { id: order.awardId, decision: { contest: { host: { $in: actor.unitsFor('award:record') } } } },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const { state } = await em.findOneOrFail(AwardDecision, { id: award.decision.id });
      if (state !== 'PUBLISHED') throw new Refused('AWARD_NOT_PUBLISHED');
      const { paidOn, amount, document } = order;
      refuseIf(whyNotDate('PAYMENT', paidOn, { now: localDate(at), path: 'paidOn' }));
      if (amount <= 0) throw new Refused('PAYMENT_NOTHING', {}, 'amount');
      const kept = await em.findOne(AwardPayment, { award });
      onVersion({ version: kept?.version ?? 0 }, order.version);
      const before = kept && { paidOn: kept.paidOn, amount: kept.amount, document: kept.document };
      const payment = kept ?? AwardPayment.of(award);
      payment.record({ paidOn, amount, document: document.trim() }, em.getReference(Person, actor.id), at);
      record({ subject: { type: 'Award', id: award.id }, before, after: { paidOn, amount, document } });
      await em.persist(payment).flush();
      return award.id;
    });
  }
}
