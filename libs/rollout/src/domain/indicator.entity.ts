import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import { type Aggregation, type Direction, type Measure } from './figures.js';
import { Rollout } from './rollout.entity.js';

const IndicatorSchema = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  uniques: [{ name: 'indicator_key', properties: ['rollout', 'key'] }],
  checks: [
    { name: 'indicator_direction', expression: "direction in ('UP', 'DOWN')" },
    { name: 'indicator_aggregation', expression: "aggregation in ('SUM', 'LAST', 'RATIO')" },
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
  readonly baseline: string | null;
  readonly target: string | null;
}

/** What is counted about a rollout: in which unit, whether up or down is better, and how figures become one. */
export class Indicator extends IndicatorSchema.class {
  static of(rollout: Rollout, ordinal: number, facts: IndicatorFacts): Indicator {
    const indicator = new Indicator();
    indicator.id = newId();
    indicator.rollout = rollout;
    indicator.describe(ordinal, facts);
    return indicator;
  }

  describe(ordinal: number, facts: IndicatorFacts): void {
    const { key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, baseline, target } = facts;
    Object.assign(this, { ordinal, key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, baseline, target });
  }

  measure(): Measure {
    return { direction: this.direction, aggregation: this.aggregation, perCent: this.unitVi === '%' };
  }
}
IndicatorSchema.setClass(Indicator);
