import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import { Unit } from './unit.entity.js';

const RosterSchema = defineEntity({
  name: 'Roster',
  tableName: 'roster',
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(Unit).lazyRef(),
    asOf: p.date(),
  },
});

/** The units that a contest or a roll-out counts with: those below its host that were valid on one day, for good. */
export class Roster extends RosterSchema.class {
  static of(host: Unit, asOf: string): Roster {
    const roster = new Roster();
    roster.id = newId();
    roster.host = host;
    roster.asOf = asOf;
    return roster;
  }
}
RosterSchema.setClass(Roster);

const RosterUnitSchema = defineEntity({
  name: 'RosterUnit',
  tableName: 'roster_unit',
  properties: {
    roster: () => p.manyToOne(Roster).primary(),
    unit: () => p.manyToOne(Unit).primary(),
  },
});

/** That a unit stands on a roster. */
export class RosterUnit extends RosterUnitSchema.class {}
RosterUnitSchema.setClass(RosterUnit);
