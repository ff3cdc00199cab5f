import { Injectable } from '@nestjs/common';
import { type PrizeTie, PrizeTier, type Track, proposeAwards } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { AwardDecision } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';
import { WithheldPrize } from '../domain/withheld-prize.entity.js';
import { listOf } from './list-of.js';
import { lockDecision } from './lock-decision.js';
import { PrizeFieldQueries } from './prize-field.queries.js';

export interface DecideTie {
  readonly decisionId: string;
  readonly version: number;
  readonly track?: Track | null;
  readonly rank: number;
  /** Who gets the prizes that the equals share, the best prize first; who is left out gets none. */
  readonly initiativeIds: readonly string[];
  readonly reason: string;
}

/** Decides among equals of whom not all can have the same prize. */
@Injectable()
export class TieService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly fields: PrizeFieldQueries,
  ) {}

  /** Decided before, it is decided anew. Refuses a rank that nobody shares for too few prizes, and who is not among its equals. */
  decideTie(actor: Actor, order: DecideTie): Promise<AwardDecision> {
    return this.work.act(actor, 'decideTie', async (act) => {
      const { em, record } = act;
      const decision = await lockDecision(act, this.database, { where: { id: order.decisionId }, permission: 'award:propose' });
      refuseIf(decision.whyNotChange());
      act.onVersion(decision, order.version);
      const { places, tiers, list } = await this.fields.field(listOf(decision));
      const tie = proposeAwards(places, tiers).ties.find(({ track, rank }) => track === (order.track ?? null) && rank === order.rank);
      if (!tie) throw new Refused('AWARD_NO_SUCH_TIE', { rank: order.rank }, 'rank');
      refuseStranger(order.initiativeIds, tie);
      const before = list.filter(({ initiativeId }) => tie.initiativeIds.includes(initiativeId));
      await this.forget(act, decision, tie);
      await this.give(act, decision, { tie, order });
      decision.touch();
      const { track, rank, initiativeIds } = tie;
      record({
        subject: { type: 'AwardDecision', id: decision.id },
        before: { tie: { track, rank, initiativeIds }, given: before },
        after: { given: order.initiativeIds },
        reason: order.reason,
      });
      await em.flush();
      return decision;
    });
  }

  private async forget({ em }: Act, decision: AwardDecision, { initiativeIds }: PrizeTie): Promise<void> {
    const initiative = { $in: [...initiativeIds] };
    em.remove(await em.find(Award, { decision, initiative }));
    em.remove(await em.find(WithheldPrize, { decision, initiative }));
    await em.flush();
  }

  private async give({ em }: Act, decision: AwardDecision, { tie, order }: { tie: PrizeTie; order: DecideTie }): Promise<void> {
    const departure = { kind: 'TIE' as const, reason: order.reason };
    const tiers = await em.find(PrizeTier, { id: { $in: tie.prizes.map(({ tierId }) => tierId) } });
    const prizes = tie.prizes.flatMap(({ tierId, quantity }) =>
      tiers.filter(({ id }) => id === tierId).flatMap((tier) => repeat(tier, quantity)),
    );
    const { rank } = tie;
    for (const [at, id] of order.initiativeIds.entries()) {
      const tier = prizes[at];
      if (tier) em.persist(Award.give({ decision, initiative: em.getReference(Initiative, id), tier, rank, departure }));
    }
    const given = new Set(order.initiativeIds.slice(0, prizes.length));
    for (const id of tie.initiativeIds)
      if (!given.has(id)) em.persist(WithheldPrize.from(decision, em.getReference(Initiative, id), departure));
  }
}

const repeat = <T>(item: T, times: number): T[] => Array<T>(times).fill(item);

function refuseStranger(ids: readonly string[], { initiativeIds }: PrizeTie): void {
  const at = ids.findIndex((id, i) => !initiativeIds.includes(id) || ids.indexOf(id) < i);
  if (at >= 0) throw new Refused('AWARD_NOT_IN_TIE', {}, `initiativeIds.${String(at)}`);
}
