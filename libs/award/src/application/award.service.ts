import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest, PrizeTier } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { ContestResult, FinalStanding } from '#domain/scoring';
import { AwardDecision } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';
import { lockDecision } from './lock-decision.js';
import { refuseShutOut } from './shut-out.js';
import { type ListedPlace, type ListedTier, departsFromStandings, proposeAwards } from '../domain/propose.js';

export interface GiveAward {
  readonly contestId: string;
  readonly initiativeId: string;
  readonly tierId: string;
  readonly reason?: string | null;
}

interface OnAward {
  readonly awardId: string;
  readonly version: number;
  readonly reason: string;
}

/** Drawing up the list of awards: proposed by the standings and the prize plan, each departure with its reason. */
@Injectable()
export class AwardService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
  ) {}

  /**
   * Draws the list from the final standings, and anew where these have changed since it was drafted. Refuses before deliberation,
   * while a round is open, a second time, and once the list was submitted.
   */
  proposeAwards(actor: Actor, contestId: string): Promise<AwardDecision> {
    return this.work.act(actor, 'proposeAwards', async (act) => {
      const { em, record } = act;
      const contest = await em.findOneOrFail(
        Contest,
        { id: contestId, host: { $in: actor.unitsFor('award:propose') } },
        { lockMode: LockMode.PESSIMISTIC_READ },
      );
      await refuseShutOut(this.database, actor, contestId);
      if (contest.phase !== 'DELIBERATION') throw new Refused('CONTEST_NOT_IN_DELIBERATION', { phase: contest.phase });
      const result = await em.findOne(ContestResult, { contest: contestId, supersededAt: null });
      const places = result ? await em.find(FinalStanding, { result }, { orderBy: { place: 'asc' } }) : [];
      if (!result || places.length === 0) throw new Refused('STANDINGS_NOT_FINAL');
      const decision = await this.draw(act, { contest, result });
      const tiers = await em.find(PrizeTier, { contest: contestId }, { orderBy: { order: 'asc' } });
      const eligible = new Set(
        (await em.find(Initiative, { contest: contestId, state: 'ELIGIBLE' }, { fields: ['id'] })).map(({ id }) => id),
      );
      const ranked = places
        .filter(({ initiative }) => eligible.has(initiative.id))
        .map(({ initiative, rank }) => ({ initiativeId: initiative.id, rank }));
      const { awards, undecided } = proposeAwards(ranked, tiers);
      for (const { initiativeId, tierId, rank } of awards) {
        const tier = tiers.find(({ id }) => id === tierId) ?? em.getReference(PrizeTier, tierId);
        em.persist(Award.give({ decision, initiative: em.getReference(Initiative, initiativeId), tier, rank }));
      }
      record({ subject: { type: 'AwardDecision', id: decision.id }, after: { contestId, awards, undecided } });
      await em.flush();
      return decision;
    });
  }

  /** Gives one more award than was proposed. Beyond the plan, past somebody of a better rank, or to one without a rank, only with a reason. */
  giveAward(actor: Actor, order: GiveAward): Promise<Award> {
    return this.work.act(actor, 'giveAward', async (act) => {
      const { em } = act;
      const decision = await this.draft(act, { contest: order.contestId });
      const initiative = await em.findOneOrFail(Initiative, { id: order.initiativeId, contest: order.contestId });
      if (initiative.state !== 'ELIGIBLE') throw new Refused('INITIATIVE_NOT_ELIGIBLE', {}, 'initiativeId');
      const tier = await em.findOneOrFail(PrizeTier, { id: order.tierId, contest: order.contestId });
      const reason = order.reason?.trim() ?? '';
      const rank =
        (await em.findOne(FinalStanding, { result: { contest: order.contestId, supersededAt: null }, initiative }))?.rank ?? null;
      if (reason === '') {
        await this.refuseBeyondPlan(em, decision, tier);
        await this.refuseDeparture(order.contestId, { rank, order: tier.order });
      }
      const award = Award.give({ decision, initiative, tier, rank, departureReason: reason === '' ? null : reason });
      em.persist(award);
      act.record({
        subject: { type: 'Award', id: award.id },
        after: { initiativeId: initiative.id, tierId: tier.id, rank },
        reason: award.departureReason,
      });
      await em.flush();
      return award;
    });
  }

  /** Moves an award to another tier, with a reason. */
  changeAward(actor: Actor, order: OnAward & { tierId: string }): Promise<Award> {
    return this.work.act(actor, 'changeAward', async (act) => {
      const { award, decision } = await this.award(act, order);
      const tier = await act.em.findOneOrFail(PrizeTier, { id: order.tierId, contest: decision.contest.id }, {});
      act.record({
        subject: { type: 'Award', id: award.id },
        before: { tierId: award.tier.id },
        after: { tierId: tier.id },
        reason: order.reason,
      });
      award.move(tier, order.reason);
      await act.em.flush();
      return award;
    });
  }

  /** Takes an award off the list before it is approved; the reason stays in the log. */
  removeAward(actor: Actor, order: OnAward): Promise<AwardDecision> {
    return this.work.act(actor, 'removeAward', async (act) => {
      const { award, decision } = await this.award(act, order);
      act.em.remove(award);
      const before = { initiativeId: award.initiative.id, tierId: award.tier.id };
      act.record({ subject: { type: 'Award', id: award.id }, before, reason: order.reason });
      await act.em.flush();
      return decision;
    });
  }

  /** A new list, or the draft of one emptied because its standings have changed; what stood on it stays in the log. */
  private async draw({ em, record }: Act, { contest, result }: { contest: Contest; result: ContestResult }): Promise<AwardDecision> {
    const drawn = await em.findOne(AwardDecision, { contest }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!drawn) {
      const decision = AwardDecision.draw(contest, result);
      em.persist(decision);
      return decision;
    }
    if (drawn.drawnFrom?.id === result.id) throw new Refused('AWARDS_ALREADY_PROPOSED');
    refuseIf(drawn.whyNotChange());
    const awards = await em.find(Award, { decision: drawn });
    const before = awards.map(({ initiative, tier, rank, departureReason }) => ({
      initiativeId: initiative.id,
      tierId: tier.id,
      rank,
      departureReason,
    }));
    record({ subject: { type: 'AwardDecision', id: drawn.id }, before: { awards: before }, after: { awards: [] } });
    await em.remove(awards).flush();
    drawn.redraw(result);
    return drawn;
  }

  private async award(act: Act, order: OnAward): Promise<{ award: Award; decision: AwardDecision }> {
    const award = await act.em.findOneOrFail(Award, order.awardId);
    const decision = await this.draft(act, { id: award.decision.id });
    await act.em.lock(award, LockMode.OPTIMISTIC, order.version);
    return { award, decision };
  }

  /** The list, locked so that two cannot give the same last prize; refuses once it has been submitted. */
  private async draft(act: Act, where: { id: string } | { contest: string }): Promise<AwardDecision> {
    const decision = await lockDecision(act, this.database, { where, permission: 'award:propose' });
    refuseIf(decision.whyNotChange());
    return decision;
  }

  private async refuseBeyondPlan(em: EntityManager, decision: AwardDecision, tier: PrizeTier): Promise<void> {
    const given = await em.count(Award, { decision, tier });
    if (given >= tier.quantity) throw new Refused('PRIZE_BEYOND_PLAN', { quantity: tier.quantity }, 'reason');
  }

  /** Holds an award against the list as it stands; the list is locked. */
  private async refuseDeparture(contestId: string, given: { rank: number | null; order: number }): Promise<void> {
    const places = await this.database.rows(sql<ListedPlace>`
      select s.rank, t."order" from final_standing s join contest_result v on v.id = s.result_id and v.superseded_at is null
      join initiative i on i.id = s.initiative_id and i.state = 'ELIGIBLE' left join award w on w.initiative_id = i.id
      left join prize_tier t on t.id = w.tier_id where v.contest_id = ${contestId}`);
    const tiers = await this.database.rows(sql<ListedTier>`
      select t."order", t.quantity, (select count(*)::int from award w where w.tier_id = t.id) as given from prize_tier t where t.contest_id = ${contestId}`);
    if (departsFromStandings(given, { places, tiers })) throw new Refused('AWARD_DEPARTS_FROM_STANDINGS', {}, 'reason');
  }
}
