import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { newId, oneOf } from '#lib/kernel';
import { LETTER_KINDS, type LetterKind } from './handover-policy.js';
import { TEMPLATE_STATES, type TemplateState } from './letter.js';

const LetterTemplateSchema = defineEntity({
  name: 'LetterTemplate',
  tableName: 'letter_template',
  uniques: [{ name: 'letter_template_number_once', properties: ['unit', 'kind', 'number'] }],
  indexes: [
    {
      name: 'letter_template_one_in_use',
      expression: "create unique index letter_template_one_in_use on letter_template (unit_id, kind, state) where state <> 'RETIRED'",
    },
    { name: 'letter_template_in_order', properties: ['unit', 'id'] },
  ],
  checks: [
    { name: 'letter_template_kind', expression: oneOf('kind', LETTER_KINDS) },
    { name: 'letter_template_state', expression: oneOf('state', TEMPLATE_STATES) },
    { name: 'letter_template_numbered', expression: 'number > 0' },
    { name: 'letter_template_says_something', expression: "btrim(text) <> '' and btrim(signer_position) <> ''" },
    {
      name: 'letter_template_approved_by_another',
      expression:
        "num_nulls(approved_by_id, approved_on) in (0, 2) and (state <> 'APPROVED' or approved_on is not null) and (state <> 'PROPOSED' or approved_on is null) and approved_by_id <> author_id",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    kind: p.text().$type<LetterKind>(),
    /** From 1. */
    number: p.integer(),
    /** With its fields in braces. */
    text: p.text(),
    /** As it stands under the letter. */
    signerPosition: p.text(),
    state: p.text().$type<TemplateState>(),
    /** Null: the system. */
    author: () => p.manyToOne(Person).lazyRef().strictNullable().index('letter_template_author'),
    approvedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index('letter_template_approved_by'),
    approvedOn: p.date().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** What a unit writes to those whose results it hands over, in a version that the head approves before it is used. */
export class LetterTemplate extends LetterTemplateSchema.class {
  static of(
    of: { readonly unit: Unit; readonly kind: LetterKind; readonly number: number; readonly illustrative: boolean },
    said: { readonly text: string; readonly signerPosition: string },
    author: Person | null,
  ): LetterTemplate {
    const texts = { text: said.text.trim(), signerPosition: said.signerPosition.trim() };
    const blank = { state: 'PROPOSED', approvedBy: null, approvedOn: null };
    return Object.assign(new LetterTemplate(), { id: newId(), ...of, ...texts, author, ...blank });
  }

  approve(by: Person, day: string): void {
    Object.assign(this, { state: 'APPROVED', approvedBy: by, approvedOn: day });
  }

  retire(): void {
    this.state = 'RETIRED';
  }
}
LetterTemplateSchema.setClass(LetterTemplate);
