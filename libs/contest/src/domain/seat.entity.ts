import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused, type WhyNot, newId } from '#lib/kernel';
import { Contest } from './contest.entity.js';

export const SEAT_KINDS = ['ORGANISER', 'SECRETARY', 'JUDGE', 'LEADER'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

const SeatSchema = defineEntity({
  name: 'Seat',
  tableName: 'seat',
  indexes: [
    { name: 'seat_active', expression: 'create unique index seat_active on seat (contest_id, person_id, kind) where ended_at is null' },
    { name: 'seat_one_chair', expression: 'create unique index seat_one_chair on seat (contest_id) where chair and ended_at is null' },
    { name: 'seat_person', properties: ['person'] },
  ],
  checks: [
    { name: 'seat_kind', expression: `kind in (${SEAT_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'seat_chair_is_judge', expression: "not chair or kind = 'JUDGE'" },
    { name: 'seat_ends_after_it_begins', expression: 'ended_at >= "from"' },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index('seat_contest'),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    kind: p.text().$type<SeatKind>(),
    /** Of the jury: leads it, and has the last word where the rule book gives it. */
    chair: p.boolean(),
    from: p.datetime(),
    endedAt: p.datetime().strictNullable(),
    endReason: p.text().strictNullable(),
  },
});

/** A person's place in one contest: on its committee, its secretariat, its jury, or as its leader. Who has one cannot be an author in it. */
export class Seat extends SeatSchema.class {
  static of(contest: Contest, person: Person, { kind, chair, at }: { kind: SeatKind; chair: boolean; at: Date }): Seat {
    if (chair && kind !== 'JUDGE') throw new Refused('CHAIR_IS_JUDGE', {}, 'chair');
    const seat = new Seat();
    seat.id = newId();
    seat.contest = contest;
    seat.person = person;
    seat.kind = kind;
    seat.chair = chair;
    seat.from = at;
    seat.endedAt = null;
    seat.endReason = null;
    return seat;
  }

  end(at: Date, reason: string): void {
    if (this.endedAt) throw new Refused('SEAT_ENDED');
    this.endedAt = at;
    this.endReason = reason;
  }
}
SeatSchema.setClass(Seat);

/** Whoever sets up the office takes a place in it; the jury and the leader are for others to choose. */
export function whyNotOwnSeat(kind: SeatKind): WhyNot {
  return kind === 'ORGANISER' || kind === 'SECRETARY' ? null : new Refused('SEAT_OWN', {}, 'personId');
}
