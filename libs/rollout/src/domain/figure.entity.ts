import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Decimal, Refused, type WhyNot, allRefused, decimal, newId, whyNotDate } from '#lib/kernel';
import { type Scale, whyNotBetween, whyNotNumber, whyNotWritten } from './figure-kinds.js';
import { type Aggregation, type FigureFacts } from './figures.js';
import { Indicator } from './indicator.entity.js';
import { isPiece } from './pieces.js';
import { Report } from './report.entity.js';
import { SOURCE_KINDS, SYSTEM_SOURCE, type SourceKind, whyNotSource } from './sources.js';
import { type Window } from './windows.js';

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
    { name: 'figure_jump_reason_said', expression: "btrim(jump_reason) <> ''" },
    { name: 'figure_verified_by_someone', expression: 'verified = (verified_at is not null)' },
    { name: 'figure_source_kind', expression: `source_kind in (${SOURCE_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'figure_of_report_reported', expression: "report_id is null or source_kind = 'REPORTED'" },
    { name: 'figure_system_named', expression: "(source_kind = 'SYSTEM') = (fold_text(source) in ('he thong', 'system'))" },
    { name: 'figure_system_by_nobody', expression: "source_kind <> 'SYSTEM' or verified and by_id is null and verified_by_id is null" },
    {
      name: 'figure_system_in_pieces',
      expression: `source_kind <> 'SYSTEM' or extract(day from starts_on) = 1 and ends_on = starts_on + 13
        or extract(day from starts_on) = 15 and extract(day from ends_on + 1) = 1 and ends_on - starts_on < 17`,
    },
    {
      name: 'figure_restated_with_reason',
      expression: "(restated_at is null) = (restated_because is null) and btrim(restated_because) <> ''",
    },
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
    sourceKind: p.text().$type<SourceKind>(),
    verified: p.boolean(),
    verifiedAt: p.datetime().strictNullable(),
    verifiedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    illustrative: p.boolean(),
    note: p.text().strictNullable(),
    /** Why it is right although it jumps out of what the unit reported before; of these numbers, and gone with them. */
    jumpReason: p.text().strictNullable(),
    /** When a figure of the system was last changed after its piece had settled, and why. */
    restatedAt: p.datetime().strictNullable(),
    restatedBecause: p.text().strictNullable(),
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
  /** Of the act that says it, not of whoever types the name. */
  readonly sourceKind: SourceKind;
  readonly illustrative: boolean;
  readonly note: string | null;
  /** Left out: what was answered stands for as long as the numbers do. */
  readonly jumpReason?: string | null;
}

export type FigureNumbers = Pick<FigureSaid, 'value' | 'numerator' | 'denominator'>;

/** What the system says of a piece. Refuses a window that is none. */
export function saidBySystem(window: Window, numbers: FigureNumbers, illustrative: boolean): FigureSaid {
  if (!isPiece(window)) throw new Refused('FIGURE_NOT_A_PIECE', {}, 'window');
  const { value, numerator, denominator } = numbers;
  const source = { source: SYSTEM_SOURCE, sourceKind: 'SYSTEM' as const };
  return { startsOn: window.from, endsOn: window.to, value, numerator, denominator, ...source, illustrative, note: null };
}

/** What a figure is held to: how its indicator becomes one number, and how its numbers are written. */
export type FigureRule = Scale & { readonly aggregation: Aggregation; readonly perCent: boolean };

/**
 * All that keeps a figure from standing for an indicator: a window that ends before it begins, lies ahead or goes on
 * after the unit's last day, the wrong shape (a ratio has two parts, anything else one number), numbers that are none of its kind, a typed source
 * that would pass for the system. Numbers as they were typed.
 */
export function problemsOfFigure(
  rule: FigureRule,
  { said, unit, today }: { said: FigureSaid; unit: Pick<Unit, 'validTo'>; today: string },
  path: string,
): Refused[] {
  const end = `${path}endsOn`;
  const window =
    said.endsOn < said.startsOn ? new Refused('FIGURE_WINDOW', {}, end) : whyNotDate('FIGURE', said.endsOn, { now: today, path: end });
  const numbers = problemsOfNumbers(rule, said, path);
  const left = !window && unit.validTo && said.endsOn > unit.validTo ? new Refused('FIGURE_AFTER_UNIT', { on: unit.validTo }, end) : null;
  const source = whyNotSource(said.sourceKind, said.source, `${path}source`);
  return [...[window ?? left].filter((problem) => problem !== null), ...numbers, ...(source ? [source] : [])];
}

/** Of the numbers alone. */
export function problemsOfNumbers(rule: FigureRule, said: FigureNumbers, path: string): Refused[] {
  const { value, numerator, denominator } = said;
  const isRatio = value === null && numerator !== null && denominator !== null;
  const isNumber = value !== null && numerator === null && denominator === null;
  if (rule.aggregation === 'RATIO' ? !isRatio : !isNumber)
    return [new Refused('FIGURE_KIND', { aggregation: rule.aggregation }, `${path}value`)];
  if (isRatio) return problemsOfRatio(rule, { numerator, denominator }, path);
  const why = whyNotNumber(value ?? '', rule, `${path}value`);
  return why ? [why] : [];
}

/** Of each part; of the quotient where both parts stand. */
function problemsOfRatio(rule: FigureRule, said: { numerator: string; denominator: string }, path: string): Refused[] {
  const parts = [
    whyNotPart(said.numerator, rule.decimals, `${path}numerator`),
    whyNotPart(said.denominator, rule.kind === 'SHARE' ? rule.decimals : 0, `${path}denominator`) ??
      (new Decimal(said.denominator).isZero() ? new Refused('FIGURE_OF_NOTHING', {}, `${path}denominator`) : null),
  ].filter((part) => part !== null);
  if (parts.length > 0) return parts;
  const why = whyNotQuotient(rule, said, `${path}numerator`);
  return why ? [why] : [];
}

function whyNotPart(part: string, decimals: number, path: string): WhyNot {
  return new Decimal(part).isNegative() ? new Refused('FIGURE_NEGATIVE', {}, path) : whyNotWritten(part, decimals, path);
}

function whyNotQuotient(rule: FigureRule, { numerator, denominator }: { numerator: string; denominator: string }, path: string): WhyNot {
  const [above, below] = [new Decimal(numerator), new Decimal(denominator)];
  const facts = { numerator: decimal(numerator), denominator: decimal(denominator) };
  if (rule.kind === 'SHARE' && above.gt(below)) return new Refused('FIGURE_ABOVE_WHOLE', facts, path);
  return whyNotBetween(above.times(rule.perCent ? 100 : 1).dividedBy(below), rule, path);
}

/** Of a figure that was kept, whose numbers are as they are and not as they were typed. */
export function problemsOfKept(
  rule: FigureRule,
  { endsOn, value, numerator, denominator }: Pick<FigureSaid, 'endsOn' | 'value' | 'numerator' | 'denominator'>,
  today: string | null,
  path: string,
): Refused[] {
  const plain = (number: string | null) => number && new Decimal(number).toFixed();
  const numbers = { value: plain(value), numerator: plain(numerator), denominator: plain(denominator) };
  const ahead = today === null ? null : whyNotDate('FIGURE', endsOn, { now: today, path: `${path}endsOn` });
  return [...(ahead ? [ahead] : []), ...problemsOfNumbers(rule, numbers, path)];
}

const sameNumber = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : new Decimal(a).eq(b));

const sameNumbers = (figure: Figure, said: FigureNumbers): boolean =>
  (['value', 'numerator', 'denominator'] as const).every((key) => sameNumber(figure[key], said[key]));

/** True where the figure says just this already, whatever is answered about it. */
export function sameFigure(figure: Figure, said: FigureSaid): boolean {
  return sameNumbers(figure, said) && figure.note === said.note && figure.illustrative === said.illustrative;
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
    Object.assign(figure, { value: null, numerator: null, denominator: null, jumpReason: null, restatedAt: null, restatedBecause: null });
    figure.say(said, given.by, given.at);
    return figure;
  }

  /** Says it anew. What was verified was another number, so that it is no longer. */
  say(said: FigureSaid, by: Person | null, at: Date): void {
    const { startsOn, endsOn, value, numerator, denominator, source, sourceKind, illustrative, note } = said;
    this.answer(said.jumpReason === undefined && !sameNumbers(this, said) ? null : said.jumpReason);
    Object.assign(this, {
      startsOn,
      endsOn,
      value,
      numerator,
      denominator,
      source: source.trim(),
      sourceKind,
      illustrative,
      note,
      at,
      verified: false,
      verifiedAt: null,
    });
    this.verifiedBy = null;
    this.by = by;
  }

  /** Keeps why it is right although it jumps; left out, what was answered stands. Returns whether that is another answer. */
  answer(reason: string | null | undefined): boolean {
    if (reason === undefined) return false;
    const given = reason?.trim() ? reason.trim() : null;
    const isAnother = given !== this.jumpReason;
    this.jumpReason = given;
    return isAnother;
  }

  /** Why its numbers do not fit its indicator, as it may be with what was typed before the indicator knew its kind. */
  whyNotFits(indicator: Indicator, today: string | null): WhyNot {
    return allRefused(problemsOfKept(indicator.figureRule(), this, today, ''));
  }

  refuseIfVerified(): void {
    if (this.verified) throw new Refused('FIGURE_VERIFIED');
  }

  verify(by: Person | null, at: Date): void {
    this.refuseIfVerified();
    this.verified = true;
    this.verifiedAt = at;
    this.verifiedBy = by;
  }

  facts(unitId: string): FigureFacts {
    const { id, startsOn, endsOn, value, numerator, denominator, source, verified } = this;
    return {
      id,
      unitId,
      from: startsOn,
      to: endsOn,
      value,
      numerator,
      denominator,
      source,
      verified,
      system: this.sourceKind === 'SYSTEM',
    };
  }

  /** True where these are its numbers already. */
  counts(numbers: FigureNumbers): boolean {
    return sameNumbers(this, numbers);
  }

  /** The system counts again. Whatever it counts is verified by that; once its piece has settled, it says why it changes. */
  restate(numbers: FigureNumbers, { at, settled, reason }: { at: Date; settled: boolean; reason: string | null }): void {
    if (settled && !reason?.trim()) throw new Refused('REASON_MISSING', {}, 'reason');
    Object.assign(this, numbers, { at, verifiedAt: at });
    if (settled) Object.assign(this, { restatedAt: at, restatedBecause: reason?.trim() });
  }
}
FigureSchema.setClass(Figure);
