import { defineEntity, p } from '@mikro-orm/core';
import { Refused, type WhyNot, newId } from '#lib/kernel';
import { LINEAGE_KINDS, type LineageKind } from './lineage.js';
import { Unit } from './unit.entity.js';

const UnitLineageSchema = defineEntity({
  name: 'UnitLineage',
  tableName: 'unit_lineage',
  uniques: [{ name: 'unit_lineage_once', properties: ['from', 'to'] }],
  checks: [
    { name: 'unit_lineage_kind', expression: `kind in (${LINEAGE_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'unit_lineage_not_to_itself', expression: 'from_id <> to_id' },
  ],
  properties: {
    id: p.uuid().primary(),
    from: () => p.manyToOne(Unit).lazyRef(),
    to: () => p.manyToOne(Unit).lazyRef(),
    kind: p.text().$type<LineageKind>(),
    effectiveOn: p.date(),
  },
});

/** What became of a unit: that all, the rest or a part of it went into another on a day. */
export class UnitLineage extends UnitLineageSchema.class {
  static between(from: Unit, to: Unit, { kind, effectiveOn }: { kind: LineageKind; effectiveOn: string }): UnitLineage {
    const lineage = new UnitLineage();
    lineage.id = newId();
    lineage.from = from;
    lineage.to = to;
    lineage.kind = kind;
    lineage.effectiveOn = effectiveOn;
    return lineage;
  }
}
UnitLineageSchema.setClass(UnitLineage);

/** The old unit ends before the day, the new one is there on it. */
export function whyNotLineage(from: Unit, to: Unit, effectiveOn: string): WhyNot {
  const ended = from.validTo !== null && from.validTo !== undefined && from.validTo < effectiveOn;
  return ended && to.isValidOn(effectiveOn) ? null : new Refused('LINEAGE_BACKWARDS', { on: effectiveOn }, 'effectiveOn');
}
