import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { Refused, newId } from '#lib/kernel';
import { type Base, SIGNAL_RULES, type SignalRule, type WeekCount } from './signal-rules.js';

const SignalBaseSchema = defineEntity({
  name: 'SignalBase',
  tableName: 'signal_base',
  uniques: [{ name: 'signal_base_once', properties: ['unit'] }],
  checks: [
    { name: 'signal_base_counts', expression: 'rated > 0 and low between 0 and rated and spread >= 0' },
    {
      name: 'signal_base_of_weeks',
      expression: 'extract(isodow from starts_on) = 1 and extract(isodow from last_week) = 1 and last_week > starts_on',
    },
    { name: 'signal_base_has_reason', expression: "btrim(reason) <> ''" },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    /** The Mondays of its first and of its last week. */
    startsOn: p.date(),
    lastWeek: p.date(),
    rated: p.integer(),
    low: p.integer(),
    spread: p.double().$type<number>(),
    /** Why a person took another; null: it is the first, of the first twelve weeks that settled. */
    reason: p.text().strictNullable(),
    version: p.integer().version(),
  },
});

/** What is usual at the counters of a commune: twelve weeks that settled. The first is taken by itself, another only by a person with a reason. */
export class SignalBase extends SignalBaseSchema.class {
  static of(unit: Unit): SignalBase {
    const base = new SignalBase();
    Object.assign(base, { id: newId(), unit, reason: null });
    return base;
  }

  /** Twelve weeks, in their order; a person says why. */
  take(weeks: readonly WeekCount[], { rated, low, spread }: Base, reason: string | null): void {
    const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
    Object.assign(this, { startsOn: first, lastWeek: last, rated, low, spread, reason });
  }

  facts(): Readonly<Record<string, unknown>> {
    const { startsOn, lastWeek, rated, low } = this;
    return { startsOn, lastWeek, rated, low };
  }
}
SignalBaseSchema.setClass(SignalBase);

interface SaidOfSignal {
  readonly base: Base;
  readonly openedOn: string;
  readonly illustrative: boolean;
}

const SignalSchema = defineEntity({
  name: 'Signal',
  tableName: 'signal',
  indexes: [
    { name: 'signal_open_once', expression: 'create unique index signal_open_once on signal (unit_id, rule) where closed_at is null' },
    { name: 'signal_in_order', properties: ['week', 'id'] },
  ],
  uniques: [{ name: 'signal_of_week_once', properties: ['unit', 'rule', 'week'] }],
  checks: [
    { name: 'signal_rule', expression: `rule in (${SIGNAL_RULES.map((rule) => `'${rule}'`).join(', ')})` },
    {
      name: 'signal_of_weeks',
      expression: 'extract(isodow from week) = 1 and extract(isodow from latest_week) = 1 and latest_week >= week',
    },
    {
      name: 'signal_counts',
      expression: 'rated > 0 and low between 0 and rated and usual_rated > 0 and usual_low between 0 and usual_rated',
    },
    { name: 'signal_closed_with_conclusion', expression: "(closed_at is null) = (conclusion is null) and btrim(conclusion) <> ''" },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    rule: p.text().$type<SignalRule>(),
    /** The Monday of the week that opened it, and of the last that would have. */
    week: p.date(),
    latestWeek: p.date(),
    /** Of the week that opened it, or of the seven. */
    rated: p.integer(),
    low: p.integer(),
    usualRated: p.integer(),
    usualLow: p.integer(),
    openedOn: p.date(),
    closedAt: p.datetime().strictNullable(),
    /** What was found out. */
    conclusion: p.text().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** That more people are dissatisfied at a commune's counters than chance explains. One of a commune and a rule is open at a time. */
export class Signal extends SignalSchema.class {
  static open(unit: SignalBase['unit'], rule: SignalRule, { week, rated, low }: WeekCount, said: SaidOfSignal): Signal {
    const signal = new Signal();
    const { base, openedOn, illustrative } = said;
    const usual = { usualRated: base.rated, usualLow: base.low };
    Object.assign(signal, { id: newId(), unit, rule, week, latestWeek: week, rated, low, ...usual, openedOn, illustrative });
    return Object.assign(signal, { closedAt: null, conclusion: null });
  }

  /** A later week would have opened it too. */
  goOn(week: string): void {
    if (week > this.latestWeek) this.latestWeek = week;
  }

  /** Refuses a second end. */
  close(conclusion: string, at: Date): void {
    if (this.closedAt !== null) throw new Refused('SIGNAL_CLOSED');
    Object.assign(this, { conclusion: conclusion.trim(), closedAt: at });
  }
}
SignalSchema.setClass(Signal);
