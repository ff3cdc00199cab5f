import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { PrizeTier, ranksInTracks } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused, allRefused, localDate, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { type AwardDecision } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';
import { type RevokedPrize, whyNotReplaceBy, whyNotReplaceOn } from '../domain/replacement.js';
import { listOf } from './list-of.js';
import { lockDecision } from './lock-decision.js';
import { PrizeFieldQueries } from './prize-field.queries.js';

interface OnAward {
  readonly awardId: string;
  readonly version: number;
  readonly reason: string;
}

export interface ReplaceAward extends OnAward {
  readonly initiativeId: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
}

/** What happens to single prizes after the publication: one is revoked, and given to another by a decision of its own. */
@Injectable()
export class PublishedAwardService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly fields: PrizeFieldQueries,
  ) {}

  /** Takes a published award back, with a reason; it stays on record as revoked. */
  revokeAward(actor: Actor, order: OnAward): Promise<Award> {
    return this.work.act(actor, 'revokeAward', async (act) => {
      const { award, decision } = await this.award(act, order);
      if (decision.state !== 'PUBLISHED') throw new Refused('AWARD_NOT_PUBLISHED');
      award.revoke(order.reason, act.at);
      decision.renew();
      act.emit({ type: 'award.revoked', payload: { awardId: award.id, contestId: decision.contest.id } });
      act.record({ subject: { type: 'Award', id: award.id }, after: { revokedAt: act.at }, reason: order.reason });
      await act.em.flush();
      return award;
    });
  }

  /**
   * Gives a revoked award to another initiative of the contest, by a decision with number, day and reason: past somebody of a better rank and
   * among equals, too. Both stay on record. Refuses who could not have had it by standings, track and minimum, and who has a prize already.
   */
  replaceAward(actor: Actor, order: ReplaceAward): Promise<Award> {
    return this.work.act(actor, 'replaceAward', async (act) => {
      const { award: revoked, decision } = await this.award(act, order);
      if (!revoked.revokedAt) throw new Refused('AWARD_NOT_REVOKED');
      if ((await act.em.count(Award, { replaces: revoked })) > 0) throw new Refused('AWARD_REPLACED');
      const { initiative, tier, rank } = await this.successor(act, { revoked, decision, order });
      const { decisionNumber: number, decidedOn, reason } = order;
      const award = Award.replace(revoked, { decision, initiative, tier, rank, number, decidedOn, reason });
      act.em.persist(award);
      decision.renew();
      act.emit({ type: 'award.replaced', payload: { awardId: award.id, contestId: decision.contest.id } });
      act.record({
        subject: { type: 'Award', id: award.id },
        before: { awardId: revoked.id, initiativeId: revoked.initiative.id },
        after: { initiativeId: initiative.id, tierId: tier.id, rank, number, decidedOn },
        reason,
      });
      await act.em.flush();
      return award;
    });
  }

  /** A prize with its list, both held until the act ends; nobody is signed for on the list meanwhile. */
  private async award({ em, actor, held }: Act, { awardId, version }: OnAward): Promise<{ award: Award; decision: AwardDecision }> {
    const permission = 'award:approve';
    const seen = await em.findOneOrFail(Award, { id: awardId, decision: { contest: { host: { $in: actor.unitsFor(permission) } } } });
    const decision = await lockDecision({ em, actor }, this.database, { where: { id: seen.decision.id }, permission });
    return { decision, award: await held(seen, version) };
  }

  /** Who gets the prize, kept in the contest until the act ends. */
  private async successor(
    { em, at }: Act,
    { revoked, decision, order }: { revoked: Award; decision: AwardDecision; order: ReplaceAward },
  ): Promise<{ initiative: Initiative; tier: PrizeTier; rank: number | null }> {
    const where = { id: order.initiativeId, contest: decision.contest.id };
    const initiative = await em.findOneOrFail(Initiative, where, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
    if (initiative.state !== 'ELIGIBLE') throw new Refused('INITIATIVE_NOT_ELIGIBLE', {}, 'initiativeId');
    const tier = await em.findOneOrFail(PrizeTier, { id: revoked.tier.id });
    const { place, rank } = await this.standing(decision, initiative.id);
    const { id: initiativeId, code, track } = initiative;
    const holds = (await em.count(Award, { initiative: initiativeId, revokedAt: null })) > 0;
    const problems = [
      whyNotReplaceBy({ initiativeId, code: code ?? '', track, holds }, { initiativeId: revoked.initiative.id, tier, place }),
      whyNotReplaceOn(order.decidedOn, { today: localDate(at), first: decision.decidedOn }),
    ];
    refuseIf(allRefused(problems.flatMap((why) => why?.problems ?? [])));
    return { initiative, tier, rank };
  }

  /** Where an initiative stands in the result that the list follows, with its rank in its track. */
  private async standing(decision: AwardDecision, initiativeId: string): Promise<Pick<RevokedPrize, 'place'> & { rank: number | null }> {
    if (!decision.drawnFrom) return { place: undefined, rank: null };
    const { places, tiers } = await this.fields.field(listOf(decision));
    const place = places.find((one) => one.initiativeId === initiativeId) ?? null;
    return { place, rank: ranksInTracks(places, tiers).get(initiativeId) ?? null };
  }
}
