import { defineEntity, p } from '@mikro-orm/core';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Refused, newId } from '#lib/kernel';

const JuryPairSchema = defineEntity({
  name: 'JuryPair',
  tableName: 'jury_pair',
  uniques: [{ name: 'jury_pair_once', properties: ['contest', 'first', 'second'] }],
  checks: [{ name: 'jury_pair_in_order', expression: 'first_id < second_id' }],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    // The lesser id first, so that a pair is one row whoever is named first.
    first: () => p.manyToOne(Person).lazyRef(),
    second: () => p.manyToOne(Person).lazyRef(),
    reason: p.text(),
    active: p.boolean(),
    version: p.integer().version(),
  },
});

/** Two judges who are not to judge the same initiative, and why. */
export class JuryPair extends JuryPairSchema.class {
  /** Refuses one and the same person. */
  static of(contest: Contest, [one, other]: readonly [Person, Person], reason: string): JuryPair {
    if (one.id === other.id) throw new Refused('JURY_PAIR_SAME', {}, 'otherId');
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    const pair = new JuryPair();
    Object.assign(pair, { id: newId(), contest, first, second, reason, active: true });
    return pair;
  }

  /** Named again after it was taken back. Refuses a pair that is kept apart already. */
  renew(reason: string): void {
    if (this.active) throw new Refused('JURY_PAIR_KNOWN', {}, 'otherId');
    Object.assign(this, { reason, active: true });
  }

  remove(): void {
    this.active = false;
  }
}
JuryPairSchema.setClass(JuryPair);
