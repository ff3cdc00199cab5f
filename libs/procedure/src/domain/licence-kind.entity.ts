import { defineEntity, p } from '@mikro-orm/core';
import { TERM_UNITS, type Term, type TermUnit } from '#domain/units';
import { Refused, newId } from '#lib/kernel';
import { type LicenceRule } from './licence-dates.js';
import { Procedure } from './procedure.entity.js';

/** What is said of a kind of licence; days as `YYYY-MM-DD`. */
export interface LicenceKindSaid extends LicenceRule {
  readonly name: string;
  readonly basis: string;
  readonly startsOn: string;
  /** Null: until further notice. */
  readonly endsOn: string | null;
}

const MOST_STEPS = 6;
const units = TERM_UNITS.map((unit) => `'${unit}'`).join(', ');

const LicenceKindSchema = defineEntity({
  name: 'LicenceKind',
  tableName: 'licence_kind',
  indexes: [
    { name: 'licence_kind_in_order', expression: 'create index licence_kind_in_order on licence_kind (name collate "vi-VN-x-icu", id)' },
    {
      name: 'licence_kind_one_at_a_time',
      expression: `alter table licence_kind add constraint licence_kind_one_at_a_time exclude using gist (code with =, daterange(starts_on, ends_on, '[]') with &&)`,
    },
  ],
  checks: [
    { name: 'licence_kind_code_plain', expression: "code ~ '^[A-Z][A-Z0-9_]{1,39}$'" },
    { name: 'licence_kind_ends_after_it_begins', expression: 'ends_on >= starts_on' },
    { name: 'licence_kind_term_whole', expression: '(term_amount is null) = (term_unit is null)' },
    { name: 'licence_kind_amounts', expression: 'term_amount > 0 and before_amount >= 0' },
    { name: 'licence_kind_units', expression: `term_unit in (${units}) and before_unit in (${units})` },
    {
      name: 'licence_kind_steps',
      expression: `cardinality(steps) <= ${String(MOST_STEPS)} and 0 < all (steps) and (term_amount is not null or steps = '{}')`,
    },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    termAmount: p.integer().strictNullable(),
    termUnit: p.text().$type<TermUnit>().strictNullable(),
    beforeAmount: p.integer(),
    beforeUnit: p.text().$type<TermUnit>(),
    /** Days before the last day to file, the furthest first. */
    steps: p.array<number>((value) => Number(value)).columnType('int[]'),
    procedure: () => p.manyToOne(Procedure).lazyRef().strictNullable().index('licence_kind_procedure'),
    basis: p.text(),
    startsOn: p.date(),
    endsOn: p.date().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

export const licenceKindCode = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

/** All that keeps a kind of licence from standing, at once. */
export function problemsOfKind({ term, fileBefore, steps, startsOn, endsOn }: LicenceKindSaid): Refused[] {
  const descends = steps.every((step, at) => step > 0 && (at === 0 || step < (steps[at - 1] ?? 0)));
  const found = [
    term && term.amount < 1 ? new Refused('LICENCE_TERM', {}, 'term') : null,
    fileBefore.amount < 0 ? new Refused('LICENCE_TERM', {}, 'fileBefore') : null,
    !descends || steps.length > MOST_STEPS || (!term && steps.length > 0)
      ? new Refused('LICENCE_STEPS', { max: MOST_STEPS }, 'steps')
      : null,
    endsOn !== null && endsOn < startsOn ? new Refused('LICENCE_KIND_TURNED', {}, 'endsOn') : null,
  ];
  return found.filter((problem) => problem !== null);
}

/** A kind of licence: how long it holds, when its renewal is filed, and when its holders are reminded of that. */
export class LicenceKind extends LicenceKindSchema.class {
  static of(
    code: string,
    said: LicenceKindSaid,
    { procedure, illustrative }: { procedure: Procedure | null; illustrative: boolean },
  ): LicenceKind {
    const kind = new LicenceKind();
    kind.id = newId();
    kind.code = licenceKindCode(code);
    kind.illustrative = illustrative;
    kind.say(said, procedure);
    return kind;
  }

  say({ name, basis, startsOn, endsOn, term, fileBefore, steps }: LicenceKindSaid, procedure: Procedure | null): void {
    Object.assign(this, { name, basis, startsOn, endsOn, procedure, steps: [...steps] });
    Object.assign(this, { termAmount: term?.amount ?? null, termUnit: term?.countedIn ?? null });
    Object.assign(this, { beforeAmount: fileBefore.amount, beforeUnit: fileBefore.countedIn });
  }

  rule(): LicenceRule {
    const { termAmount, termUnit, beforeAmount: amount, beforeUnit: countedIn, steps } = this;
    const term: Term | null = termAmount !== null && termUnit !== null ? { amount: termAmount, countedIn: termUnit } : null;
    return { term, fileBefore: { amount, countedIn }, steps };
  }

  facts(): LicenceKindSaid & { readonly procedure: string | null } {
    const { name, basis, startsOn, endsOn, procedure } = this;
    return { ...this.rule(), name, basis, startsOn, endsOn, procedure: procedure?.id ?? null };
  }
}
LicenceKindSchema.setClass(LicenceKind);
