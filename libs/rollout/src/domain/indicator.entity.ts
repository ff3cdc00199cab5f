import { defineEntity, p } from '@mikro-orm/core';
import { Decimal, type Refused, allRefused, newId, refuseIf } from '#lib/kernel';
import {
  FIGURE_KINDS,
  type FigureKind,
  MOST_DECIMALS,
  type Scale,
  kindOfUnit,
  problemsOfScale,
  scaleOf,
  whyNotNumber,
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

  /** Refuses what `problemsOfIndicator` finds. `path` leads to its facts. */
  describe(ordinal: number, facts: IndicatorFacts, path: string): void {
    const { key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, baseline, target } = facts;
    refuseIf(allRefused(problemsOfIndicator(this, facts, path)));
    Object.assign(this, { ordinal, key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, ...scaleFor(this, facts) });
    this.baseline = baseline === null ? null : new Decimal(baseline).toFixed();
    this.target = target === null ? null : new Decimal(target).toFixed();
  }

  /** True where the facts have it counted in another unit or in another way. */
  countsOtherwise({ aggregation, unitVi }: IndicatorFacts): boolean {
    return this.aggregation !== aggregation || this.unitVi !== unitVi;
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

type Known = Partial<Scale> & Partial<Pick<IndicatorFacts, 'unitVi' | 'aggregation'>>;

/** All that an indicator cannot say: a scale that its kind cannot have, a baseline and a target that no figure could be. */
export function problemsOfIndicator(known: Known, facts: IndicatorFacts, path: string): Refused[] {
  const scale = scaleFor(known, facts);
  const wrong = problemsOfScale(scale, facts.aggregation, path);
  const held = standing(
    scale,
    wrong.map((problem) => problem.path?.slice(path.length)),
    facts,
  );
  // A quotient has the decimals that it has.
  const decimals = facts.aggregation === 'RATIO' ? MOST_DECIMALS : held.decimals;
  const numbers = (['baseline', 'target'] as const).map((field) => {
    const said = facts[field];
    return said === null ? null : whyNotNumber(said, { ...held, decimals }, `${path}${field}`);
  });
  return [...wrong, ...numbers.filter((number) => number !== null)];
}

/** The scale with its kind's own in place of what is wrong of it, so that the numbers are not held to that. */
function standing(scale: Scale, wrong: readonly (string | undefined)[], facts: IndicatorFacts): Scale {
  const { decimals, lowest, highest } = scaleOf(scale.kind, facts, {});
  const isUnbound = wrong.includes('lowest') || wrong.includes('highest');
  return { ...scale, ...(wrong.includes('decimals') && { decimals }), ...(isUnbound && { lowest, highest }) };
}

/** What is left out stays as it is, as long as the indicator counts the same in the same way. */
function scaleFor(known: Known, facts: IndicatorFacts): Scale {
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
