import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { newId, oneOf, refuseIf } from '#lib/kernel';
import { whyNotTotal } from './index-points.js';
import { INDEX_SCHEME_STATES, type IndexSchemeState, whyNotDraft } from './index-states.js';

const IndexSchemeSchema = defineEntity({
  name: 'IndexScheme',
  tableName: 'index_scheme',
  indexes: [
    {
      name: 'index_scheme_of_year_once',
      expression: "create unique index index_scheme_of_year_once on index_scheme (host_id, from_year) where state = 'IN_FORCE'",
    },
  ],
  checks: [
    { name: 'index_scheme_state', expression: oneOf('state', INDEX_SCHEME_STATES) },
    { name: 'index_scheme_by_decision', expression: "btrim(decision_number) <> '' and btrim(issuer) <> ''" },
    { name: 'index_scheme_total', expression: 'total > 0 and scale(trim_scale(total)) <= 2' },
    { name: 'index_scheme_step', expression: 'step in (0.01, 0.05, 0.1, 0.25, 0.5, 1)' },
    { name: 'index_scheme_year', expression: 'from_year between 2000 and 2999' },
    { name: 'index_scheme_put_in_force', expression: "(put_in_force_at is not null) = (state = 'IN_FORCE')" },
  ],
  properties: {
    id: p.uuid().primary(),
    /** Whose office keeps it. */
    host: () => p.manyToOne(Unit).lazyRef().index('index_scheme_host'),
    nameVi: p.text(),
    nameEn: p.text(),
    /** The decision that it rests on, as the office typed it. */
    decisionNumber: p.text(),
    decidedOn: p.date(),
    issuer: p.text(),
    fromYear: p.integer(),
    /** What the maxima are to add up to. */
    total: p.decimal().columnType('numeric'),
    step: p.decimal().columnType('numeric'),
    state: p.text().$type<IndexSchemeState>(),
    putInForceAt: p.datetime().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().default(1),
  },
});

export const INDEX_STEPS = ['0.01', '0.05', '0.1', '0.25', '0.5', '1'] as const;

/** What an office writes of a scheme, beside its criteria. */
export interface IndexSchemeTexts {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
  readonly fromYear: number;
  readonly total: string;
  readonly step: string;
}

/** By which criteria units are scored, with the decision that says so; it stands from when it is put in force. */
export class IndexScheme extends IndexSchemeSchema.class {
  static of(host: Unit, texts: IndexSchemeTexts, illustrative: boolean): IndexScheme {
    const scheme = Object.assign(new IndexScheme(), { id: newId(), host, state: 'DRAFT', putInForceAt: null, illustrative, version: 0 });
    scheme.describe(texts);
    return scheme;
  }

  describe({ nameVi, nameEn, decisionNumber, issuer, ...texts }: IndexSchemeTexts): void {
    refuseIf(whyNotDraft(true, this.state));
    Object.assign(this, { decidedOn: texts.decidedOn, fromYear: texts.fromYear, total: texts.total, step: texts.step });
    Object.assign(this, { nameVi: nameVi.trim(), nameEn: nameEn.trim(), decisionNumber: decisionNumber.trim(), issuer: issuer.trim() });
    this.version += 1;
  }

  putInForce(maxima: readonly string[], at: Date): void {
    refuseIf(whyNotDraft(true, this.state) ?? whyNotTotal(this.total, maxima));
    Object.assign(this, { state: 'IN_FORCE', putInForceAt: at });
    this.version += 1;
  }
}
IndexSchemeSchema.setClass(IndexScheme);

const IndexCriterionSchema = defineEntity({
  name: 'IndexCriterion',
  tableName: 'index_criterion',
  uniques: [
    { name: 'index_criterion_code_once', properties: ['scheme', 'code'] },
    { name: 'index_criterion_place_once', properties: ['scheme', 'place'] },
    { name: 'index_criterion_compared_once', properties: ['scheme', 'comparableKey'] },
  ],
  checks: [
    { name: 'index_criterion_named', expression: "btrim(code) <> '' and btrim(name_vi) <> ''" },
    { name: 'index_criterion_maximum', expression: 'maximum > 0 and scale(trim_scale(maximum)) <= 2' },
    {
      name: 'index_criterion_group_or_scored',
      expression: '(group_id is null) = (maximum is null) and (maximum is null) = (comparable_key is null) and group_id <> id',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    scheme: () => p.manyToOne(IndexScheme).lazyRef().index(false),
    /** The field that a criterion belongs to; null: it is a field itself, and is not scored. */
    group: () => p.manyToOne(IndexCriterion).lazyRef().strictNullable().index('index_criterion_group'),
    place: p.integer(),
    code: p.text(),
    nameVi: p.text(),
    nameEn: p.text(),
    /** Null for a field, whose maximum is the sum of its criteria. */
    maximum: p.decimal().columnType('numeric').strictNullable(),
    /** The oldest criterion with the same meaning, its own id where there is none; null for a field. */
    comparableKey: p.uuid().strictNullable(),
  },
});

/** One field of a scheme, or a criterion in it for which points are given. */
export class IndexCriterion extends IndexCriterionSchema.class {}
IndexCriterionSchema.setClass(IndexCriterion);
