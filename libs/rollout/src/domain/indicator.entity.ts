import { defineEntity, p } from '@mikro-orm/core';
import { Decimal, newId, refuseIf } from '#lib/kernel';
import {
  FIGURE_KINDS,
  type FigureKind,
  MOST_DECIMALS,
  type Scale,
  kindOfUnit,
  scaleOf,
  whyNotNumber,
  whyNotScale,
} from './figure-kinds.js';
import { type Aggregation, type Direction, type Measure } from './figures.js';
import { Rollout } from './rollout.entity.js';

const IndicatorSchema = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  uniques: [{ name: 'indicator_key', properties: ['rollout', 'key'] }],
  checks: [
    { name: 'indicator_direction', expression: "direction in ('UP', 'DOWN')" },
    { name: 'indicator_aggregation', expression: "aggregation in ('SUM', 'LAST', 'RATIO')" },
    { name: 'indicator_kind', expression: `kind in (${FIGURE_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'indicator_decimals', expression: `decimals between 0 and case kind when 'COUNT' then 0 else ${String(MOST_DECIMALS)} end` },
    {
      name: 'indicator_bounds',
      expression: "lowest < highest and (kind = 'SCORE' or lowest >= 0) and (kind <> 'SHARE' or highest <= 100)",
    },
    { name: 'indicator_bounded', expression: "(lowest is not null) and (highest is not null or kind not in ('SHARE', 'SCORE'))" },
    { name: 'indicator_shares_not_summed', expression: "kind <> 'SHARE' or aggregation <> 'SUM'" },
  ],
  properties: {
    id: p.uuid().primary(),
    rollout: () => p.manyToOne(Rollout).lazyRef(),
    key: p.text(),
    ordinal: p.integer(),
    nameVi: p.text(),
    nameEn: p.text(),
    unitVi: p.text(),
    unitEn: p.text(),
    direction: p.text().$type<Direction>(),
    aggregation: p.text().$type<Aggregation>(),
    kind: p.text().$type<FigureKind>(),
    decimals: p.integer(),
    lowest: p.decimal().columnType('numeric').strictNullable(),
    highest: p.decimal().columnType('numeric').strictNullable(),
    baseline: p.decimal().columnType('numeric').strictNullable(),
    target: p.decimal().columnType('numeric').strictNullable(),
  },
});

/** What an indicator says of itself; baseline and target as decimals, a ratio's in the unit that it is shown in. */
export interface IndicatorFacts {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  /** What is left out stays as it is, or is as usual for the unit of measure. */
  readonly kind?: FigureKind | null;
  readonly decimals?: number | null;
  readonly lowest?: string | null;
  readonly highest?: string | null;
  readonly baseline: string | null;
  readonly target: string | null;
}

/** What is counted about a rollout: in which unit, whether up or down is better, and how figures become one. */
export class Indicator extends IndicatorSchema.class {
  static of(rollout: Rollout, ordinal: number, facts: IndicatorFacts): Indicator {
    const indicator = new Indicator();
    indicator.id = newId();
    indicator.rollout = rollout;
    indicator.describe(ordinal, facts, `indicators.${String(ordinal)}.`);
    return indicator;
  }

  /** Refuses a scale that its kind cannot have, and a baseline or a target that no figure could be. `path` leads to its facts. */
  describe(ordinal: number, facts: IndicatorFacts, path: string): void {
    const { key, nameVi, nameEn, unitVi, unitEn, direction, aggregation } = facts;
    const scale = scaleFor(this, facts);
    refuseIf(whyNotScale(scale, aggregation, path));
    Object.assign(this, { ordinal, key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, ...scale });
    for (const field of ['baseline', 'target'] as const) {
      const said = facts[field];
      // A quotient has the decimals that it has.
      const decimals = aggregation === 'RATIO' ? MOST_DECIMALS : scale.decimals;
      refuseIf(said === null ? null : whyNotNumber(said, { ...scale, decimals }, `${path}${field}`));
      this[field] = said === null ? null : new Decimal(said).toFixed();
    }
  }

  /** What it says, as it was said. */
  facts(): IndicatorFacts {
    const { key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, kind, decimals, lowest, highest, baseline, target } = this;
    return { key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, kind, decimals, lowest, highest, baseline, target };
  }

  figureRule(): Scale & Pick<Measure, 'aggregation' | 'perCent'> {
    const { kind, decimals, lowest, highest } = this;
    return { kind, decimals, lowest, highest, ...this.measure() };
  }

  measure(): Measure {
    return { direction: this.direction, aggregation: this.aggregation, perCent: this.kind === 'SHARE' };
  }
}
IndicatorSchema.setClass(Indicator);

/** What is left out stays as it is, as long as the indicator counts the same in the same way. */
function scaleFor(known: Partial<Scale> & Partial<Pick<IndicatorFacts, 'unitVi' | 'aggregation'>>, facts: IndicatorFacts): Scale {
  const { unitVi, aggregation, decimals, lowest, highest } = facts;
  const countsTheSame = known.unitVi === unitVi && known.aggregation === aggregation;
  const kind = facts.kind ?? (countsTheSame ? known.kind : undefined) ?? kindOfUnit(unitVi);
  const before = countsTheSame && kind === known.kind ? known : {};
  return scaleOf(kind, facts, {
    decimals: decimals ?? before.decimals,
    lowest: lowest === undefined ? before.lowest : lowest,
    highest: highest === undefined ? before.highest : highest,
  });
}
