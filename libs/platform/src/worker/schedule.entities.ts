import { defineEntity, p } from '@mikro-orm/core';
import { Refused } from '#lib/kernel';

/** Which worker runs a schedule now, and until when it does unless it is heard of again. */
export const ScheduleLease = defineEntity({
  name: 'ScheduleLease',
  tableName: 'schedule_lease',
  properties: { name: p.text().primary(), holder: p.uuid(), heldUntil: p.datetime() },
});

const ScheduleFaultSchema = defineEntity({
  name: 'ScheduleFault',
  tableName: 'schedule_fault',
  uniques: [{ name: 'schedule_fault_once', properties: ['schedule', 'item'] }],
  indexes: [
    {
      name: 'schedule_fault_standing',
      expression: 'create index schedule_fault_standing on schedule_fault (first_at desc, id desc) where discarded_at is null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    schedule: p.text(),
    /** The id of what it was about; empty: the whole of it. */
    item: p.text(),
    error: p.text(),
    times: p.integer(),
    firstAt: p.datetime(),
    lastAt: p.datetime(),
    discardedAt: p.datetime().nullable(),
  },
});

/** A piece of a schedule's work that failed when it was last tried, and since when it does; gone once it succeeds. */
export class ScheduleFault extends ScheduleFaultSchema.class {
  /** It comes round by itself. */
  retry(): never {
    throw new Refused('SCHEDULE_COMES_ROUND');
  }

  /** Looked at, and no longer listed until it fails anew. Refuses `ALREADY_DISCARDED`. */
  discard(at: Date): void {
    if (this.discardedAt) throw new Refused('ALREADY_DISCARDED');
    this.discardedAt = at;
  }
}
ScheduleFaultSchema.setClass(ScheduleFault);
