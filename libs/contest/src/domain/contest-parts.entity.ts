import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '#domain/units';
import { Decimal, newId, refuseIf, said, whyNotDate } from '#lib/kernel';
import { Contest } from './contest.entity.js';
import { TRACKS, type Track } from './prizes.js';

const ReformAreaSchema = defineEntity({
  name: 'ReformArea',
  tableName: 'reform_area',
  indexes: [
    {
      name: 'reform_area_code',
      expression: 'create unique index reform_area_code on reform_area (owner_id, code) nulls not distinct',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    // Who keeps it. Null: all roots of the tree together.
    owner: () => p.manyToOne(Unit).lazyRef().strictNullable().index('reform_area_owner'),
    code: p.text(),
    nameVi: p.text(),
    nameEn: p.text(),
    /** Which programme or contest names it. */
    source: p.text().strictNullable(),
    order: p.integer(),
    retired: p.boolean(),
    version: p.integer().version(),
  },
});

export interface AreaNaming {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source?: string | null;
  readonly ordinal: number;
}

/**
 * An area of administrative reform (lĩnh vực). Six are the nation's, Hà Nội has a seventh: a list, not code. Contests
 * below its owner choose from it; who acts for the owner changes it.
 */
export class ReformArea extends ReformAreaSchema.class {
  static of(code: string, naming: AreaNaming, owner: Unit | null): ReformArea {
    const area = new ReformArea();
    area.id = newId();
    area.owner = owner;
    area.code = code;
    area.retired = false;
    area.source = null;
    area.rename(naming);
    return area;
  }

  /** What is left out stays. */
  rename({ nameVi, nameEn, source, ordinal: order }: AreaNaming): void {
    Object.assign(this, said({ nameVi: nameVi.trim(), nameEn: nameEn.trim(), source, order }));
  }
}
ReformAreaSchema.setClass(ReformArea);

const ContestAreaSchema = defineEntity({
  name: 'ContestArea',
  tableName: 'contest_area',
  properties: {
    contest: () => p.manyToOne(Contest).lazyRef().primary(),
    area: () => p.manyToOne(ReformArea).lazyRef().primary(),
  },
});

/** That a contest takes initiatives of an area. */
export class ContestArea extends ContestAreaSchema.class {}
ContestAreaSchema.setClass(ContestArea);

export const DOCUMENT_KINDS = ['PLAN', 'RULES', 'JURY_DECISION', 'RESULT_DECISION', 'ROLLOUT_DECISION', 'OTHER'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const ContestDocumentSchema = defineEntity({
  name: 'ContestDocument',
  tableName: 'contest_document',
  uniques: [{ name: 'contest_document_number', properties: ['contest', 'kind', 'number'] }],
  checks: [{ name: 'contest_document_kind', expression: `kind in (${DOCUMENT_KINDS.map((kind) => `'${kind}'`).join(', ')})` }],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    kind: p.text().$type<DocumentKind>(),
    number: p.text(),
    issuedOn: p.date(),
    title: p.text(),
    fileId: p.uuid().strictNullable(),
    illustrative: p.boolean(),
  },
});

export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly fileId?: string | null;
  readonly illustrative?: boolean;
}

/** An official paper of a contest: the plan (kế hoạch), the rules (thể lệ), decisions; with number and date. */
export class ContestDocument extends ContestDocumentSchema.class {
  /** Refuses one that was issued after `today`; `path` leads to its facts in the input. */
  static of(contest: Contest, facts: DocumentFacts, { today, path = '' }: { today: string; path?: string }): ContestDocument {
    const { kind, number, issuedOn, title, fileId = null, illustrative = false } = facts;
    refuseIf(whyNotDate('DOCUMENT', issuedOn, { now: today, path: `${path}issuedOn` }));
    const document = new ContestDocument();
    document.id = newId();
    document.contest = contest;
    Object.assign(document, { kind, number: number.trim(), issuedOn, title: title.trim(), fileId, illustrative });
    return document;
  }
}
ContestDocumentSchema.setClass(ContestDocument);

const PrizeTierSchema = defineEntity({
  name: 'PrizeTier',
  tableName: 'prize_tier',
  uniques: [{ name: 'prize_tier_order', properties: ['contest', 'order'], deferMode: 'deferred' }],
  indexes: [
    { name: 'prize_tier_key', expression: 'create unique index prize_tier_key on prize_tier (contest_id, track, key) nulls not distinct' },
  ],
  checks: [
    { name: 'prize_tier_track', expression: `track in (${TRACKS.map((track) => `'${track}'`).join(', ')})` },
    { name: 'prize_tier_minimum', expression: 'minimum_score >= 0' },
    { name: 'prize_tier_quantity', expression: 'quantity between 1 and 1000' },
    { name: 'prize_tier_amount', expression: 'amount >= 0' },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    key: p.text(),
    // Whom it is for; null where the plan has no tracks.
    track: p.text().$type<Track>().strictNullable(),
    nameVi: p.text(),
    nameEn: p.text(),
    quantity: p.integer(),
    // Of the final standings, below which it is given to nobody.
    minimumScore: p.decimal().columnType('numeric').strictNullable(),
    /** Whole đồng for each prize. */
    amount: p.bigint('number'),
    order: p.integer(),
  },
});

export interface PrizeTierFacts {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly quantity: number;
  readonly amount: number;
  readonly track?: Track | null;
  readonly minimumScore?: string | null;
}

/** A tier of the prize plan: how many prizes of it there are, and the money of each. */
export class PrizeTier extends PrizeTierSchema.class {
  static of(contest: Contest, facts: PrizeTierFacts, order: number): PrizeTier {
    const tier = new PrizeTier();
    tier.id = newId();
    tier.contest = contest;
    tier.key = facts.key;
    tier.track = facts.track ?? null;
    tier.change(facts, order);
    return tier;
  }

  change({ nameVi, nameEn, quantity, amount, minimumScore = null }: PrizeTierFacts, order: number): void {
    Object.assign(this, { nameVi: nameVi.trim(), nameEn: nameEn.trim(), quantity, amount, order });
    this.minimumScore = minimumScore === null ? null : new Decimal(minimumScore).toFixed();
  }
}
PrizeTierSchema.setClass(PrizeTier);

export const DECISION_KINDS = ['DATES_MOVED', 'HELD', 'RESUMED', 'CANCELLED', 'RULE_BOOK_AMENDED'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

const ContestDecisionSchema = defineEntity({
  name: 'ContestDecision',
  tableName: 'contest_decision',
  checks: [
    { name: 'contest_decision_kind', expression: `kind in (${DECISION_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'contest_decision_number', expression: "number is not null or kind in ('HELD', 'RESUMED')" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(),
    kind: p.text().$type<DecisionKind>(),
    number: p.text().strictNullable(),
    reason: p.text(),
    takenAt: p.datetime(),
    takenBy: p.uuid(),
  },
});

/** What was decided about a running contest, with the decision's number and reason: what units can hold it to. */
export class ContestDecision extends ContestDecisionSchema.class {
  static of(contest: Contest, kind: DecisionKind, taken: { number: string | null; reason: string; at: Date; by: string }): ContestDecision {
    const decision = new ContestDecision();
    decision.id = newId();
    decision.contest = contest;
    decision.kind = kind;
    decision.number = taken.number;
    decision.reason = taken.reason;
    decision.takenAt = taken.at;
    decision.takenBy = taken.by;
    return decision;
  }
}
ContestDecisionSchema.setClass(ContestDecision);
