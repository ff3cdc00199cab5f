import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Contest, type Departure, PrizeTier, departureOf, proposeAwards, ranksInTracks } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { ContestResult } from '#domain/result';
import { AwardDecision, whyNotPropose } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';
import { WithheldPrize } from '../domain/withheld-prize.entity.js';
import { departsFromProposal } from '../domain/departs-from-proposal.js';
import { codesOf, listOf } from './list-of.js';
import { lockDecision } from './lock-decision.js';
import { type PrizeField, PrizeFieldQueries } from './prize-field.queries.js';
import { refuseShutOut } from './shut-out.js';

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
    private readonly fields: PrizeFieldQueries,
  ) {}

  /**
   * Draws the list from the final standings, and anew where these have changed since it was drafted; equals of whom not all can have the same
   * prize are left undecided. Refuses before deliberation, while a round is open, a second time, and once the list was submitted.
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
      const result = await em.findOne(ContestResult, { contest: contestId, supersededAt: null });
      const places = result ? await this.fields.places(result.id) : [];
      const drawn = await em.findOne(AwardDecision, { contest }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const list = drawn && { state: drawn.state, current: drawn.drawnFrom?.id === result?.id };
      refuseIf(whyNotPropose({ phase: contest.phase, isFinal: places.length > 0, list }));
      if (!result) throw new Refused('STANDINGS_NOT_FINAL');
      const decision = drawn ? await this.redraw(act, drawn, result) : AwardDecision.draw(contest, result);
      em.persist(decision);
      const tiers = await em.find(PrizeTier, { contest: contestId }, { orderBy: { order: 'asc' } });
      const { awards, ties } = proposeAwards(places, await this.fields.tiers(contestId));
      for (const { initiativeId, tierId, rank } of awards) {
        const tier = tiers.find(({ id }) => id === tierId) ?? em.getReference(PrizeTier, tierId);
        em.persist(Award.give({ decision, initiative: em.getReference(Initiative, initiativeId), tier, rank }));
      }
      record({ subject: { type: 'AwardDecision', id: decision.id }, after: { contestId, awards, ties } });
      await em.flush();
      return decision;
    });
  }

  /** Gives one more award than was proposed. Beyond the plan, other than proposed, among equals, or past somebody of a better rank, only with a reason. */
  giveAward(actor: Actor, order: GiveAward): Promise<Award> {
    return this.work.act(actor, 'giveAward', async (act) => {
      const { em } = act;
      const decision = await this.draft(act, { contest: order.contestId });
      const initiative = await em.findOneOrFail(Initiative, { id: order.initiativeId, contest: order.contestId });
      if (initiative.state !== 'ELIGIBLE') throw new Refused('INITIATIVE_NOT_ELIGIBLE', {}, 'initiativeId');
      const tier = await em.findOneOrFail(PrizeTier, { id: order.tierId, contest: order.contestId });
      const field = await this.fields.field(listOf(decision));
      refuseOtherTrack(tier, initiative);
      const reason = order.reason?.trim() ?? '';
      if (reason === '') {
        await this.refuseBeyondPlan(em, decision, tier);
        refuseDeparture(field, { initiativeId: initiative.id, tierId: tier.id });
      }
      const rank = ranksInTracks(field.places, field.tiers).get(initiative.id) ?? null;
      const award = Award.give({
        decision,
        initiative,
        tier,
        rank,
        departure: departure(field, { initiativeId: initiative.id, tierId: tier.id, reason }),
      });
      em.remove(await em.find(WithheldPrize, { decision, initiative }));
      em.persist(award);
      act.record({
        subject: { type: 'Award', id: award.id },
        after: { initiativeId: initiative.id, tierId: tier.id, rank, departure: award.departureKind },
        reason: reason === '' ? null : reason,
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
      refuseOtherTrack(tier, await act.em.findOneOrFail(Initiative, { id: award.initiative.id }));
      const { reason } = order;
      const field = await this.fields.field(listOf(decision));
      const departs = departure(field, { initiativeId: award.initiative.id, tierId: tier.id, reason });
      const { departureKind: kind, departureReason: why } = award;
      const before = { tierId: award.tier.id, kind, why };
      const edit = { before, after: { tierId: tier.id, kind: departs?.kind ?? null, why: departs?.reason ?? null }, reason };
      if (act.record({ subject: { type: 'Award', id: award.id }, ...edit })) award.move(tier, departs);
      await act.em.flush();
      return award;
    });
  }

  /** Takes an award off the list before it is approved. That a prize is withheld which was proposed stays on the list, with the reason. */
  removeAward(actor: Actor, order: OnAward): Promise<AwardDecision> {
    return this.work.act(actor, 'removeAward', async (act) => {
      const { award, decision } = await this.award(act, order);
      const { places, tiers } = await this.fields.field(listOf(decision));
      const { awards, ties } = proposeAwards(places, tiers);
      act.em.remove(award);
      const before = { initiativeId: award.initiative.id, tierId: award.tier.id };
      const tied = ties.some(({ initiativeIds }) => initiativeIds.includes(award.initiative.id));
      const kind = tied ? 'TIE' : awards.some(({ initiativeId }) => initiativeId === award.initiative.id) ? 'STANDINGS' : null;
      if (kind)
        act.em.persist(WithheldPrize.from(decision, act.em.getReference(Initiative, award.initiative.id), { kind, reason: order.reason }));
      act.record({ subject: { type: 'Award', id: award.id }, before, reason: order.reason });
      await act.em.flush();
      return decision;
    });
  }

  /** The draft of a list emptied because its standings have changed; what stood on it stays in the log. */
  private async redraw({ em, record }: Act, drawn: AwardDecision, result: ContestResult): Promise<AwardDecision> {
    const awards = await em.find(Award, { decision: drawn });
    const before = awards.map(({ initiative, tier, rank, departureReason }) => ({
      initiativeId: initiative.id,
      tierId: tier.id,
      rank,
      departureReason,
    }));
    const withheld = await em.find(WithheldPrize, { decision: drawn });
    record({
      subject: { type: 'AwardDecision', id: drawn.id },
      before: { awards: before, withheld: withheld.length },
      after: { awards: [] },
    });
    await em.remove([...awards, ...withheld]).flush();
    drawn.redraw(result);
    return drawn;
  }

  private async award(act: Act, order: OnAward): Promise<{ award: Award; decision: AwardDecision }> {
    const award = await act.em.findOneOrFail(Award, order.awardId);
    const decision = await this.draft(act, { id: award.decision.id });
    return { award: await act.held(award, order.version), decision };
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
}

/** Groups and individuals have prizes of their own: no reason gives one to the other. */
export function refuseOtherTrack(tier: PrizeTier, { track, code }: Initiative): void {
  if (tier.track !== null && tier.track !== track) throw new Refused('AWARD_OTHER_TRACK', { initiatives: code ?? '' }, 'tierId');
}

/** What a prize is, beside what was proposed, with the reason that was given for it; null where it is that. */
function departure(
  { places, tiers, list }: PrizeField,
  { initiativeId, tierId, reason }: { initiativeId: string; tierId: string; reason: string },
): Departure | null {
  const kind = departureOf({ initiativeId, tierId }, proposeAwards(places, tiers), list);
  return kind && { kind, reason };
}

/** Holds an award that nobody gave a reason for against the list as it stands. */
function refuseDeparture({ places, tiers, list }: PrizeField, given: { initiativeId: string; tierId: string }): void {
  const proposal = proposeAwards(places, tiers);
  const tie = proposal.ties.find(({ initiativeIds }) => initiativeIds.includes(given.initiativeId));
  if (tie) throw new Refused('AWARD_TIE_UNDECIDED', { rank: tie.rank, initiatives: codesOf(places, tie.initiativeIds) }, 'reason');
  if (departsFromProposal(given, proposal, list)) throw new Refused('AWARD_DEPARTS_FROM_STANDINGS', {}, 'reason');
}
