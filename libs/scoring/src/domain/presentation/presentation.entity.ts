import { defineEntity, p } from '@mikro-orm/core';
import { Initiative } from '#domain/initiative';
import { newId } from '#lib/kernel';
import { Round } from '../round/round.entity.js';

const PresentationDrawSchema = defineEntity({
  name: 'PresentationDraw',
  tableName: 'presentation_draw',
  uniques: [{ name: 'presentation_draw_number', properties: ['round', 'number'] }],
  indexes: [
    {
      name: 'presentation_draw_in_force',
      expression: 'create unique index presentation_draw_in_force on presentation_draw (round_id) include (id) where superseded_at is null',
    },
  ],
  checks: [{ name: 'presentation_draw_again_with_reason', expression: 'number = 1 or reason is not null' }],
  properties: {
    id: p.uuid().primary(),
    // A planned round that its rule book no longer has goes, and what was prepared for it with it.
    round: () => p.manyToOne(Round).lazyRef().index(false).deleteRule('cascade'),
    // From 1; in force is the one that nothing has superseded.
    number: p.integer(),
    seed: p.integer(),
    reason: p.text().strictNullable(),
    // When the first presentation is to begin, where the organisers have said so.
    startsAt: p.datetime().strictNullable(),
    drawnAt: p.datetime(),
    supersededAt: p.datetime().strictNullable(),
  },
});

/** One drawing of the order in which a round's initiatives are presented. Drawn again, the earlier ones stay readable. */
export class PresentationDraw extends PresentationDrawSchema.class {
  static of(
    round: Round,
    drawn: {
      readonly number: number;
      readonly seed: number;
      readonly reason: string | null;
      readonly startsAt: Date | null;
      readonly at: Date;
    },
  ): PresentationDraw {
    const { number, seed, reason, startsAt, at } = drawn;
    const draw = new PresentationDraw();
    return Object.assign(draw, { id: newId(), round, number, seed, reason, startsAt, drawnAt: at, supersededAt: null });
  }
}
PresentationDrawSchema.setClass(PresentationDraw);

const PresentationSlotSchema = defineEntity({
  name: 'PresentationSlot',
  tableName: 'presentation_slot',
  uniques: [
    { name: 'presentation_slot_once', properties: ['draw', 'initiative'] },
    { name: 'presentation_slot_place', properties: ['draw', 'place'] },
  ],
  indexes: [
    {
      name: 'presentation_slot_one_at_a_time',
      expression:
        'create unique index presentation_slot_one_at_a_time on presentation_slot (draw_id) where started_at is not null and ended_at is null',
    },
  ],
  checks: [{ name: 'presentation_slot_ends_after_start', expression: 'ended_at is null or started_at <= ended_at' }],
  properties: {
    id: p.uuid().primary(),
    draw: () => p.manyToOne(PresentationDraw).lazyRef().index(false).deleteRule('cascade'),
    initiative: () => p.manyToOne(Initiative).lazyRef(),
    // As it was drawn, null for who came in since; `place` is where it stands now, beyond the last for who was absent.
    drawnPlace: p.integer().strictNullable(),
    place: p.integer(),
    skipReason: p.text().strictNullable(),
    startedAt: p.datetime().strictNullable(),
    endedAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** The presentation of one initiative: its place in the order, when it began and when it ended. */
export class PresentationSlot extends PresentationSlotSchema.class {
  static of(draw: PresentationDraw, initiative: Initiative, place: number): PresentationSlot {
    const slot = new PresentationSlot();
    const awaited = { skipReason: null, startedAt: null, endedAt: null };
    return Object.assign(slot, { id: newId(), draw, initiative, drawnPlace: place, place, ...awaited });
  }

  start(at: Date): void {
    this.startedAt = at;
  }

  end(at: Date): void {
    this.endedAt = at;
  }

  /** To the end of the order: whoever presents was not there. */
  skipTo(place: number, reason: string): void {
    this.place = place;
    this.skipReason = reason;
  }
}
PresentationSlotSchema.setClass(PresentationSlot);
