import { Injectable } from '@nestjs/common';
import { Contest, PrizeTier } from '#domain/contest';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { refuseOtherTrack } from './award.service.js';
import { AwardDecision, whyNotRecordPast } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';

export interface RecordPastAwards {
  readonly contestId: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly awards: readonly { readonly initiativeId: string; readonly tierKey: string }[];
}

/** The prizes of contests that were held before the platform, recorded afterwards from their decisions. */
@Injectable()
export class PastAwardService {
  constructor(private readonly work: UnitOfWork) {}

  /** Only for a contest that was itself recorded afterwards; all its awards at once, published as of the decision. */
  recordPastAwards(actor: Actor, order: RecordPastAwards): Promise<AwardDecision> {
    return this.work.act(actor, 'recordPastAwards', async ({ em, at, record, emit }) => {
      const contest = await em.findOneOrFail(Contest, {
        id: order.contestId,
        host: { $in: actor.unitsFor('award:record') },
      });
      const hasList = (await em.count(AwardDecision, { contest })) > 0;
      refuseIf(whyNotRecordPast({ recorded: contest.recorded, hasList }));
      const decision = AwardDecision.draw(contest, null);
      decision.submit();
      decision.approve({
        number: order.decisionNumber,
        decidedOn: order.decidedOn,
        by: em.getReference(Person, actor.id),
        at,
        leftOut: null,
      });
      decision.publish(at);
      em.persist(decision);
      for (const { initiativeId, tierKey } of order.awards) {
        const initiative = await em.findOneOrFail(Initiative, { id: initiativeId, contest: order.contestId });
        const tiers = await em.find(PrizeTier, { contest: order.contestId, key: tierKey });
        const tier = tiers.find(({ track }) => track === null || track === initiative.track) ?? tiers[0];
        if (!tier) throw new Refused('NOT_FOUND', { what: 'PrizeTier' }, 'awards');
        refuseOtherTrack(tier, initiative);
        em.persist(Award.give({ decision, initiative, tier, rank: null }));
      }
      record({ subject: { type: 'AwardDecision', id: decision.id }, after: order });
      emit({ type: 'award.recorded', payload: { contestId: contest.id } });
      await em.flush();
      return decision;
    });
  }
}
