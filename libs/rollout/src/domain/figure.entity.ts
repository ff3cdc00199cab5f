import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Decimal, Refused, newId } from '#lib/kernel';
import { type Aggregation, type FigureFacts } from './figures.js';
import { Indicator } from './indicator.entity.js';
import { Report } from './report.entity.js';

const FigureSchema = defineEntity({
  name: 'Figure',
  tableName: 'figure',
  uniques: [{ name: 'figure_once_per_source', properties: ['indicator', 'unit', 'startsOn', 'endsOn', 'source'] }],
  checks: [
    { name: 'figure_ends_after_it_begins', expression: 'ends_on >= starts_on' },
    {
      name: 'figure_is_one_number_or_two',
      expression: '(value is null) = (numerator is not null) and (numerator is null) = (denominator is null)',
    },
    { name: 'figure_parts_not_negative', expression: 'numerator >= 0 and denominator >= 0' },
    { name: 'figure_verified_by_someone', expression: 'verified = (verified_at is not null)' },
  ],
  properties: {
    id: p.uuid().primary(),
    indicator: () => p.manyToOne(Indicator).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index(),
    /** Null for a figure that came outside the periodic reports: from the press, from an inspection. */
    report: () => p.manyToOne(Report).lazyRef().strictNullable().index(),
    startsOn: p.date(),
    endsOn: p.date(),
    value: p.decimal().columnType('numeric').strictNullable(),
    numerator: p.decimal().columnType('numeric').strictNullable(),
    denominator: p.decimal().columnType('numeric').strictNullable(),
    source: p.text(),
    verified: p.boolean(),
    verifiedAt: p.datetime().strictNullable(),
    verifiedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    illustrative: p.boolean(),
    note: p.text().strictNullable(),
    by: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    at: p.datetime(),
    version: p.integer().version(),
  },
});

/** What a source says: a number, or for a ratio its two parts, for a window of its own. Decimals as strings. */
export interface FigureSaid {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly source: string;
  readonly illustrative: boolean;
  readonly note: string | null;
}

/**
 * The shape of a figure for an indicator: refuses a window that ends before it begins or lies ahead, and the wrong kind of number:
 * a ratio has two parts, neither below zero, anything else has one.
 */
export function checkFigure(aggregation: Aggregation, said: FigureSaid, today: string, path: string): void {
  if (said.endsOn < said.startsOn) throw new Refused('FIGURE_WINDOW', {}, `${path}endsOn`);
  if (said.endsOn > today) throw new Refused('FIGURE_IN_FUTURE', { today }, `${path}endsOn`);
  const isRatio = said.value === null && said.numerator !== null && said.denominator !== null;
  const isNumber = said.value !== null && said.numerator === null && said.denominator === null;
  if (aggregation === 'RATIO' ? !isRatio : !isNumber) throw new Refused('FIGURE_KIND', { aggregation }, `${path}value`);
  for (const part of ['numerator', 'denominator'] as const) {
    if (new Decimal(said[part] ?? 0).isNegative()) throw new Refused('FIGURE_NEGATIVE', {}, `${path}${part}`);
  }
}

const sameNumber = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : new Decimal(a).eq(b));

/** True where the figure says just this already. */
export function sameFigure(figure: Figure, said: FigureSaid): boolean {
  const numbers = (['value', 'numerator', 'denominator'] as const).every((key) => sameNumber(figure[key], said[key]));
  return numbers && figure.note === said.note && figure.illustrative === said.illustrative;
}

/** A number that someone says about a commune and an indicator. Of two that disagree both are kept. */
export class Figure extends FigureSchema.class {
  static of(indicator: Indicator, unit: Unit, said: FigureSaid, given: { report: Report | null; by: Person | null; at: Date }): Figure {
    const figure = new Figure();
    figure.id = newId();
    figure.indicator = indicator;
    figure.unit = unit;
    figure.report = given.report;
    figure.verified = false;
    figure.verifiedAt = null;
    figure.verifiedBy = null;
    figure.say(said, given.by, given.at);
    return figure;
  }

  /** Says it anew. What was verified was another number, so that it is no longer. */
  say(said: FigureSaid, by: Person | null, at: Date): void {
    const { startsOn, endsOn, value, numerator, denominator, source, illustrative, note } = said;
    Object.assign(this, {
      startsOn,
      endsOn,
      value,
      numerator,
      denominator,
      source: source.trim(),
      illustrative,
      note,
      at,
      verified: false,
      verifiedAt: null,
    });
    this.verifiedBy = null;
    this.by = by;
  }

  verify(by: Person | null, at: Date): void {
    if (this.verified) throw new Refused('FIGURE_VERIFIED');
    this.verified = true;
    this.verifiedAt = at;
    this.verifiedBy = by;
  }

  facts(unitId: string): FigureFacts {
    const { id, startsOn, endsOn, value, numerator, denominator, source, verified } = this;
    return { id, unitId, from: startsOn, to: endsOn, value, numerator, denominator, source, verified };
  }
}
FigureSchema.setClass(Figure);
