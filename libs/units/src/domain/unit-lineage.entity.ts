import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import { LINEAGE_KINDS, type LineageKind } from './lineage.js';
import { Unit } from './unit.entity.js';

const UnitLineageSchema = defineEntity({
  name: 'UnitLineage',
  tableName: 'unit_lineage',
  uniques: [{ name: 'unit_lineage_once', properties: ['from', 'to'] }],
  indexes: [
    {
      name: 'unit_lineage_one_bearer',
      expression: `create unique index unit_lineage_one_bearer on unit_lineage (from_id) where kind in ('WHOLE', 'REST') and not doubled`,
    },
    {
      name: 'unit_lineage_whole_is_all',
      expression: `alter table unit_lineage add constraint unit_lineage_whole_is_all exclude using gist (from_id with =, ((kind = 'WHOLE')::int) with <>) where (not doubled)`,
    },
    {
      name: 'unit_lineage_rest_or_split',
      expression: `alter table unit_lineage add constraint unit_lineage_rest_or_split exclude using gist (from_id with =, ((kind = 'REST')::int) with <>) where (kind in ('REST', 'SPLIT') and not doubled)`,
    },
  ],
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
    /** It stood beside a link that it does not go with before that was refused. */
    doubled: p.boolean().default(false),
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
    lineage.doubled = false;
    return lineage;
  }
}
UnitLineageSchema.setClass(UnitLineage);

const RemovedLineageSchema = defineEntity({
  name: 'RemovedLineage',
  tableName: 'removed_lineage',
  properties: {
    /** The link's own. */
    id: p.uuid().primary(),
    from: () => p.manyToOne(Unit).lazyRef().index(false),
    to: () => p.manyToOne(Unit).lazyRef().index(false),
    kind: p.text().$type<LineageKind>(),
    effectiveOn: p.date(),
    removedAt: p.datetime(),
  },
});

/** A link that was recorded by mistake and taken away: kept for whoever sends again what recorded it, and counted nowhere. */
export class RemovedLineage extends RemovedLineageSchema.class {
  static of({ id, from, to, kind, effectiveOn }: UnitLineage, removedAt: Date): RemovedLineage {
    const removed = new RemovedLineage();
    Object.assign(removed, { id, kind, effectiveOn, removedAt });
    removed.from = from;
    removed.to = to;
    return removed;
  }
}
RemovedLineageSchema.setClass(RemovedLineage);
