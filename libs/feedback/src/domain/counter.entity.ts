import { randomBytes } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/core';
import { Adoption } from '#domain/rollout';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, newId } from '#lib/kernel';
import { signsOf } from './signs.js';

const LENGTH = 8;

/** Eight signs, each as likely as another. The same in the constraint `counter_code_plain`. */
export const newCounterCode = (): string => signsOf(randomBytes(LENGTH));

const CounterSchema = defineEntity({
  name: 'Counter',
  tableName: 'counter',
  indexes: [
    { name: 'counter_of_unit', properties: ['unit'] },
    { name: 'counter_in_order', expression: 'create index counter_in_order on counter (name collate "vi-VN-x-icu", id)' },
    {
      name: 'counter_name_once',
      expression: `alter table counter add constraint counter_name_once exclude using gist (unit_id with =, name_key(name) with =, daterange(open_from, open_to, '[]') with &&)`,
    },
  ],
  checks: [
    { name: 'counter_code_plain', expression: "code ~ '^[2-9A-HJ-NP-Z]{8}$'" },
    { name: 'counter_closes_after_it_opens', expression: 'open_to >= open_from' },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique('counter_code_once'),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    name: p.text(),
    /** The field of procedures that is done there; null: all of them. */
    field: p.text().strictNullable(),
    /** The adopted initiative that it is of. */
    adoption: () => p.manyToOne(Adoption).lazyRef().strictNullable().index('counter_adoption'),
    openFrom: p.date(),
    openTo: p.date().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** What is said of a counter; days as `YYYY-MM-DD`. */
export interface CounterSaid {
  readonly name: string;
  readonly field: string | null;
}

/** Why a counter cannot be open on these days: they are turned, or not all of them its unit's. */
export function whyNotOpen(unit: Pick<Unit, 'validFrom' | 'validTo'>, openFrom: string, openTo: string | null): WhyNot {
  if (openTo !== null && openTo < openFrom) return new Refused('COUNTER_TURNED', {}, 'openTo');
  if (openFrom < unit.validFrom || (unit.validTo && openFrom > unit.validTo)) return new Refused('COUNTER_OUTSIDE_UNIT', {}, 'openFrom');
  return openTo !== null && unit.validTo && openTo > unit.validTo ? new Refused('COUNTER_OUTSIDE_UNIT', {}, 'openTo') : null;
}

/** A place where citizens are served. Its code hangs on the wall and never changes; where the code leads to may. It closes with its unit. */
export class Counter extends CounterSchema.class {
  static open(
    unit: Unit,
    said: CounterSaid & { readonly openFrom: string; readonly illustrative: boolean },
    adoption: Adoption | null,
  ): Counter {
    const counter = new Counter();
    counter.id = newId();
    counter.code = newCounterCode();
    counter.unit = unit;
    counter.openFrom = said.openFrom;
    counter.openTo = null;
    counter.illustrative = said.illustrative;
    counter.say(said, adoption);
    return counter;
  }

  say({ name, field }: CounterSaid, adoption: Adoption | null): void {
    this.name = name;
    this.field = field;
    this.adoption = adoption;
  }

  /** Refuses one that was closed already, and a day on which it cannot close. */
  close(unit: Pick<Unit, 'validFrom' | 'validTo'>, openTo: string): void {
    this.refuseIfClosed();
    const why = whyNotOpen(unit, this.openFrom, openTo);
    if (why) throw why;
    this.openTo = openTo;
  }

  /** Refuses a day on which it, or its unit, is not open. */
  refuseUnlessOpen(unit: Pick<Unit, 'validTo'>, day: string): void {
    const isOver = (last: string | null | undefined) => typeof last === 'string' && last < day;
    if (this.openFrom > day || isOver(this.openTo) || isOver(unit.validTo)) throw new Refused('COUNTER_NOT_OPEN');
  }

  refuseIfClosed(): void {
    if (this.openTo !== null) throw new Refused('COUNTER_CLOSED');
  }
}
CounterSchema.setClass(Counter);
