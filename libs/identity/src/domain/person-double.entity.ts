import { defineEntity, p } from '@mikro-orm/core';
import { Refused } from '#lib/kernel';
import { Person } from './person.entity.js';

const PersonDoubleSchema = defineEntity({
  name: 'PersonDouble',
  tableName: 'person_double',
  uniques: [{ name: 'person_double_once', properties: ['first', 'second'] }],
  indexes: [
    {
      name: 'person_double_latest',
      expression: 'create index person_double_latest on person_double (found_at desc, id desc) where dismissed_at is null',
    },
    { name: 'person_double_second', properties: ['second'] },
  ],
  checks: [
    { name: 'person_double_in_order', expression: 'first_id < second_id' },
    { name: 'person_double_for_a_reason', expression: 'same_name or same_mailbox' },
    { name: 'person_double_dismissed_with_reason', expression: '(dismissed_at is null) = (dismiss_reason is null)' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    first: () => p.manyToOne(Person).lazyRef().index(false).deleteRule('cascade'),
    second: () => p.manyToOne(Person).lazyRef().index(false).deleteRule('cascade'),
    // Of the same unit, or both of none.
    sameName: p.boolean(),
    sameMailbox: p.boolean(),
    foundAt: p.datetime().defaultRaw('now()'),
    dismissedAt: p.datetime().strictNullable(),
    dismissReason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** Two records that may be of one person. The database finds them whenever one is written (`suspect_doubles`); people say where they are two. */
export class PersonDouble extends PersonDoubleSchema.class {
  /** They are two people. Refuses `DOUBLE_DISMISSED`. */
  dismiss(reason: string, at: Date): void {
    if (this.dismissedAt) throw new Refused('DOUBLE_DISMISSED');
    this.dismissedAt = at;
    this.dismissReason = reason;
  }
}
PersonDoubleSchema.setClass(PersonDouble);
