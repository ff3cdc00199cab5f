import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused, newId, type WhyNot, refuseIf } from '#lib/kernel';

const HoldSchema = defineEntity({
  name: 'Hold',
  tableName: 'hold',
  checks: [
    { name: 'hold_ends_after_it_begins', expression: 'ends_on >= starts_on' },
    { name: 'hold_says_its_ground', expression: "btrim(ground) <> ''" },
  ],
  indexes: [{ name: 'hold_in_order', properties: ['startsOn', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    subject: () => p.manyToOne(Person).lazyRef().index('hold_subject'),
    startsOn: p.date(),
    endsOn: p.date().strictNullable(),
    ground: p.text(),
    placedBy: () => p.manyToOne(Person).lazyRef().index('hold_placed_by').strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** That titles of somebody wait while something about them is looked into. Read by the office and the leader alone; nothing that others see differs by it. */
export class Hold extends HoldSchema.class {
  static place(subject: Person, said: { startsOn: string; ground: string; placedBy: Person | null; illustrative: boolean }): Hold {
    return Object.assign(new Hold(), { id: newId(), subject, ...said, ground: said.ground.trim(), endsOn: null });
  }

  end(on: string): void {
    refuseIf(whyNotEnd(this.endsOn));
    if (on < this.startsOn) throw new Refused('HOLD_TURNED', {}, 'endsOn');
    this.endsOn = on;
  }
}
HoldSchema.setClass(Hold);

export const whyNotEnd = (endsOn: string | null): WhyNot => (endsOn === null ? null : new Refused('HOLD_ENDED'));
