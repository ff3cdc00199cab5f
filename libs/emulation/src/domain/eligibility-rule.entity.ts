import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { newId } from '#lib/kernel';
import { type Link } from './eligibility.js';
import { TitleKind } from './title-kind.entity.js';

const EligibilityRuleSchema = defineEntity({
  name: 'EligibilityRule',
  tableName: 'eligibility_rule',
  uniques: [{ name: 'eligibility_rule_number', properties: ['kind', 'unit', 'number'] }],
  checks: [{ name: 'eligibility_rule_counts_from_one', expression: 'number > 0' }],
  properties: {
    id: p.uuid().primary(),
    kind: () => p.manyToOne(TitleKind).lazyRef().index(false),
    /** Of whom it holds: who works in the unit or below it. */
    unit: () => p.manyToOne(Unit).lazyRef().index('eligibility_rule_unit'),
    /** Its version: the highest is in force. */
    number: p.integer(),
    links: p.json<readonly Link[]>(),
    basis: p.text(),
    /** What no record can say, for the reader to look into. */
    unchecked: p.text().strictNullable(),
    illustrative: p.boolean(),
  },
});

export interface RuleSaid {
  readonly links: readonly Link[];
  readonly basis: string;
  readonly unchecked: string | null;
}

/** What a title asks for, as far as records can say it. What was once said stays; another version takes its place. */
export class EligibilityRule extends EligibilityRuleSchema.class {
  static of(kind: TitleKind, unit: Unit, said: RuleSaid & { readonly number: number; readonly illustrative: boolean }): EligibilityRule {
    const unchecked = said.unchecked?.trim() ? said.unchecked.trim() : null;
    return Object.assign(new EligibilityRule(), { id: newId(), kind, unit, ...said, basis: said.basis.trim(), unchecked });
  }
}
EligibilityRuleSchema.setClass(EligibilityRule);
