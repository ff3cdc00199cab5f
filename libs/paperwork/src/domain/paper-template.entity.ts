import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { newId, refuseIf } from '#lib/kernel';
import { type PaperBasis, whyNotBases } from './bases.js';
import { TEMPLATE_KINDS, type TemplateKind } from './paper-kinds.js';

export interface TemplateSigner {
  readonly on: string | null;
  readonly position: string;
  readonly name: string | null;
}

/** What an office says of its papers of one kind, whatever they are about. */
export interface TemplateSaid {
  readonly superior: string | null;
  readonly issuer: string;
  readonly symbol: string;
  readonly place: string;
  readonly addressees: readonly string[];
  readonly authority: string | null;
  readonly bases: readonly PaperBasis[];
  readonly closing: readonly string[];
  readonly signers: readonly TemplateSigner[];
  readonly recipients: readonly string[];
}

const PaperTemplateSchema = defineEntity({
  name: 'PaperTemplate',
  tableName: 'paper_template',
  uniques: [{ name: 'paper_template_number_once', properties: ['unit', 'kind', 'number'] }],
  checks: [
    { name: 'paper_template_kind', expression: `kind in (${TEMPLATE_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'paper_template_numbered', expression: 'number > 0' },
    { name: 'paper_template_bases_forward', expression: `not jsonb_path_exists(bases, '$[*] ? (@.to < @.from)')` },
    { name: 'paper_template_replaced_ended', expression: `not jsonb_path_exists(bases, '$[*] ? (@.replacedBy != null && @.to == null)')` },
    { name: 'paper_template_names_issuer', expression: "btrim(issuer) <> '' and btrim(symbol) <> '' and btrim(place) <> ''" },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    kind: p.text().$type<TemplateKind>(),
    /** From 1; the highest is in force. */
    number: p.integer(),
    superior: p.text().strictNullable(),
    issuer: p.text(),
    symbol: p.text(),
    place: p.text(),
    addressees: p.json<readonly string[]>(),
    authority: p.text().strictNullable(),
    bases: p.json<readonly PaperBasis[]>(),
    closing: p.json<readonly string[]>(),
    signers: p.json<readonly TemplateSigner[]>(),
    recipients: p.json<readonly string[]>(),
    madeBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    madeAt: p.datetime(),
  },
});

/** How an office's papers of one kind look, in a version that stays as it is: papers made by it say which it was. */
export class PaperTemplate extends PaperTemplateSchema.class {
  /** Refuses a basis whose days are turned, one that is replaced without an end, and one that would stand twice in a paper. */
  static version(
    of: { unit: Unit; kind: TemplateKind; number: number },
    said: TemplateSaid,
    made: { by: Person | null; at: Date },
  ): PaperTemplate {
    refuseIf(whyNotBases(said.bases));
    return Object.assign(new PaperTemplate(), { ...of, ...said, id: newId(), madeBy: made.by, madeAt: made.at });
  }
}
PaperTemplateSchema.setClass(PaperTemplate);
