import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Initiative } from '#domain/initiative';
import { type Actor, Randomness, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { drawnOrder } from '../../domain/presentation/draw.js';
import { PresentationDraw, PresentationSlot } from '../../domain/presentation/presentation.entity.js';
import { type SlotFacts, whyNotDraw, whyNotEnd, whyNotSkip, whyNotStart } from '../../domain/presentation/policies.js';
import { type Round } from '../../domain/round/round.entity.js';
import { FieldQueries } from '../common/field.queries.js';
import { RoundLocks } from '../common/round-locks.js';
import { judgingScope } from '#lib/jury';
import { IN_ROUND } from '../common/scope.js';
import { type PresentationPanelRow, PresentationQueries } from './presentation.queries.js';

const PERMISSION = 'round:manage';

interface SlotOrder {
  readonly slotId: string;
  readonly version: number;
}

/** An initiative that the round judges as things stand. */
interface JudgedNow {
  readonly id: string;
  readonly code: string;
}

/** A slot that an act is about, among those of its draw, its round locked. */
interface Found {
  readonly round: Round;
  readonly slot: PresentationSlot;
  readonly facts: SlotFacts;
  readonly all: readonly SlotFacts[];
}

/** The order in which a round's initiatives are presented, and what the secretary does while they are. */
@Injectable()
export class PresentationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly locks: RoundLocks,
    private readonly field: FieldQueries,
    private readonly randomness: Randomness,
    private readonly presentations: PresentationQueries,
  ) {}

  /**
   * Draws the order by a seed that is kept and shown, once every initiative of the round has its judges. Drawn again it takes a
   * reason, and is refused from the first presentation on; the earlier draw is kept. `startsAt` is when the first is to begin.
   */
  drawPresentationOrder(
    actor: Actor,
    order: { roundId: string; reason?: string | null; startsAt?: Date | null },
  ): Promise<PresentationPanelRow> {
    return this.work.act(actor, 'drawPresentationOrder', async (act) => {
      const { round } = await this.locks.updateInJudging(act, order.roundId, PERMISSION);
      const earlier = await act.em.findOne(PresentationDraw, { round: round.id, supersededAt: null });
      const slots = earlier && factsOf(await slotsOf(act.em, earlier.id), await this.judged(round.id));
      const reason = order.reason ?? null;
      refuseIf(whyNotDraw({ ...roundFacts(round), slots, reason }));
      await this.refuseUnassigned(round);
      if (earlier) earlier.supersededAt = act.at;
      // The draw in force is one: the earlier one steps back before the next takes its place.
      await act.em.flush();
      const number = (earlier?.number ?? 0) + 1;
      const draw = PresentationDraw.of(round, {
        number,
        seed: this.randomness.seed(),
        reason,
        startsAt: order.startsAt ?? null,
        at: act.at,
      });
      const codes = await this.placeAll(act, round, draw);
      act.record({
        subject: { type: 'Round', id: round.id },
        before: earlier && { draw: earlier.number, seed: earlier.seed },
        after: { draw: number, seed: draw.seed, order: codes },
        ...(reason !== null && { reason }),
      });
      act.emit({ type: 'presentation.moved', payload: { roundId: round.id } });
      return this.read(act, round.id);
    });
  }

  /** The presentation begins; one at a time, in the order drawn. Where marks are typed in the room, its cards open now. */
  startPresentation(actor: Actor, order: SlotOrder): Promise<PresentationPanelRow> {
    return this.change(actor, 'startPresentation', order, ({ slot, facts, all, round }, act) => {
      refuseIf(whyNotStart(facts, all, roundFacts(round)));
      slot.start(act.at);
      act.record({ subject: { type: 'PresentationSlot', id: slot.id }, after: { startedAt: act.at } });
    });
  }

  endPresentation(actor: Actor, order: SlotOrder): Promise<PresentationPanelRow> {
    return this.change(actor, 'endPresentation', order, ({ slot, facts }, act) => {
      refuseIf(whyNotEnd(facts));
      slot.end(act.at);
      act.record({ subject: { type: 'PresentationSlot', id: slot.id }, after: { endedAt: act.at } });
    });
  }

  /** Who is next and not there comes at the end, with the reason; the place that was drawn stays on record. */
  skipPresentation(actor: Actor, { reason, ...order }: SlotOrder & { reason: string }): Promise<PresentationPanelRow> {
    return this.change(actor, 'skipPresentation', order, ({ slot, facts, all, round }, act) => {
      refuseIf(whyNotSkip(facts, all, roundFacts(round)));
      const before = slot.place;
      slot.skipTo(Math.max(...all.map(({ place }) => place)) + 1, reason);
      act.record({
        subject: { type: 'PresentationSlot', id: slot.id },
        before: { place: before },
        after: { place: slot.place },
        reason,
      });
    });
  }

  private change(
    actor: Actor,
    operation: string,
    { slotId, version }: SlotOrder,
    effect: (found: Found, act: Act) => void,
  ): Promise<PresentationPanelRow> {
    return this.work.act(actor, operation, async (act) => {
      const seen = await this.database.first(sql<{ roundId: string; drawId: string }>`
        select d.round_id as "roundId", d.id as "drawId" from presentation_slot s join presentation_draw d on d.id = s.draw_id
          join round r on r.id = d.round_id join contest ct on ct.id = r.contest_id where s.id = ${slotId} and ${judgingScope(actor, PERMISSION)}`);
      if (!seen) throw new Refused('NOT_FOUND');
      const { round } = await this.locks.updateInJudging(act, seen.roundId, PERMISSION);
      await act.em.findOneOrFail(PresentationDraw, { id: seen.drawId, supersededAt: null });
      const slots = await slotsOf(act.em, seen.drawId);
      const slot = slots.find(({ id }) => id === slotId);
      const all = factsOf(slots, await this.judged(round.id));
      const facts = all.find(({ id }) => id === slotId);
      if (!slot || !facts) throw new Refused('NOT_FOUND');
      act.onVersion(slot, version);
      effect({ round, slot, facts, all }, act);
      act.emit({ type: 'presentation.moved', payload: { roundId: round.id } });
      await act.em.flush();
      return this.read(act, round.id);
    });
  }

  private async refuseUnassigned({ id, state }: Round): Promise<void> {
    const { initiatives, short } = await this.field.progress(id);
    if (initiatives === 0) throw new Refused('ROUND_EMPTY');
    if (state === 'PLANNED' && short > 0) throw new Refused('ROUND_NOT_ASSIGNED', { short });
  }

  /** A slot for each initiative of the round. Returns their codes in the order drawn. */
  private async placeAll({ em }: Act, round: Round, draw: PresentationDraw): Promise<string[]> {
    const idOf = new Map((await this.judged(round.id)).map(({ id, code }) => [code, id]));
    const codes = drawnOrder([...idOf.keys()], draw.seed);
    em.persist(draw);
    em.persist(codes.map((code, at) => PresentationSlot.of(draw, em.getReference(Initiative, idOf.get(code) ?? ''), at + 1)));
    await em.flush();
    return codes;
  }

  private judged(roundId: string): Promise<JudgedNow[]> {
    return this.database.rows(sql<JudgedNow>`select i.id, i.code from round r join initiative i on ${IN_ROUND} where r.id = ${roundId}`);
  }

  private async read({ actor }: Act, roundId: string): Promise<PresentationPanelRow> {
    const row = await this.presentations.panel(actor, roundId);
    if (!row) throw new Refused('NOT_FOUND');
    return row;
  }
}

function slotsOf(em: EntityManager, drawId: string): Promise<PresentationSlot[]> {
  return em.find(PresentationSlot, { draw: drawId }, { refresh: true });
}

function factsOf(slots: readonly PresentationSlot[], judged: readonly JudgedNow[]): SlotFacts[] {
  const ids = new Set(judged.map(({ id }) => id));
  return slots.map(({ id, place, startedAt, endedAt, initiative }) => {
    return { id, place, startedAt, endedAt, eligible: ids.has(initiative.id) };
  });
}

function roundFacts({ state, rule }: Round) {
  return { asked: Boolean(rule.presentation), roundState: state };
}
