import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Counter } from '../domain/counter.entity.js';
import { whyNotReview } from '../domain/rating-hold-policy.js';
import { RatingHold, type Verdict } from '../domain/rating-hold.entity.js';
import { unitsOfReviewer } from './reviewer.js';

export interface DecideRatingsOrder {
  readonly holdId: string;
  readonly version: number;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Decides on ratings that are held, by when and how many they were. */
@Injectable()
export class RatingReviewService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Counts all that is held of a counter's day, or leaves it out, and forgets when it was and from where. Refuses who is of the unit itself and a
   * second verdict.
   */
  decideRatings(actor: Actor, order: DecideRatingsOrder): Promise<RatingHold> {
    return this.work.act(actor, 'decideRatings', async ({ em, at, held, record }) => {
      const reach = actor.isSystem ? {} : { unit: { $in: actor.unitsFor('rating:review') } };
      const found = await em.findOneOrFail(RatingHold, { id: order.holdId, counter: reach });
      const { unit } = await em.findOneOrFail(Counter, { id: found.counter.id });
      refuseIf(whyNotReview(await unitsOfReviewer(em, actor.id, localDate(at)), unit.id));
      const hold = await held(found, order.version);
      hold.refuseIfDecided();
      const { numAffectedRows } = await sql`
        update rating set standing = ${order.verdict === 'COUNT' ? 'COUNTED' : 'EXCLUDED'}
        where counter_id = ${hold.counter.id} and day = ${hold.day}::date and standing = 'HELD'`.execute(em.getKysely());
      const ratings = Number(numAffectedRows ?? 0);
      hold.decide(order.verdict, { at, reason: order.reason, ratings });
      await sql`update rating_burst set started_at = null, ended_at = null, network = null where hold_id = ${hold.id}`.execute(
        em.getKysely(),
      );
      record({
        subject: { type: 'RatingHold', id: hold.id },
        after: { counter: hold.counter.id, day: hold.day, verdict: order.verdict, ratings },
        reason: order.reason.trim(),
      });
      await em.flush();
      return hold;
    });
  }
}
