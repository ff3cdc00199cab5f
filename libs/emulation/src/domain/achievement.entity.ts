import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { Refused, type WhyNot, newId, oneOf, refuseIf } from '#lib/kernel';
import {
  ACHIEVEMENT_SOURCES,
  ACHIEVEMENT_STATES,
  type AchievementAct,
  type AchievementSource,
  type AchievementState,
  whyNotMove,
} from './achievement-states.js';
import { TitleKind } from './title-kind.entity.js';

export const FIRST_YEAR = 1945;

const AchievementSchema = defineEntity({
  name: 'Achievement',
  tableName: 'achievement',
  indexes: [
    {
      name: 'achievement_once',
      expression: "create unique index achievement_once on achievement (person_id, kind_id, year) where state = 'CONFIRMED' and single",
    },
    {
      name: 'achievement_source_once',
      expression: 'create unique index achievement_source_once on achievement (source_id, person_id) where source_id is not null',
    },
    { name: 'achievement_by_year', expression: 'create index achievement_by_year on achievement (year desc, id desc)' },
    {
      name: 'achievement_to_do',
      expression: "create index achievement_to_do on achievement (unit_id, id) where state = 'DECLARED'",
    },
    { name: 'achievement_unit', properties: ['unit', 'id'] },
    {
      name: 'achievement_public',
      expression:
        "create index achievement_public on achievement (year desc, id desc) where state = 'CONFIRMED' and decision_number is not null and not without",
    },
    {
      name: 'achievement_public_of_kind',
      expression:
        "create index achievement_public_of_kind on achievement (kind_id, year desc, id desc) where state = 'CONFIRMED' and decision_number is not null and not without",
    },
  ],
  checks: [
    { name: 'achievement_state', expression: oneOf('state', ACHIEVEMENT_STATES) },
    { name: 'achievement_source', expression: oneOf('source', ACHIEVEMENT_SOURCES) },
    { name: 'achievement_year', expression: `year between ${String(FIRST_YEAR)} and 2999` },
    {
      name: 'achievement_by_decision',
      expression:
        "num_nulls(decision_number, decided_on, issuer) in (0, 3) and (decision_number is not null or without or source = 'RECOGNITION') and not (without and decision_number is not null)",
    },
    { name: 'achievement_source_known', expression: "(source_id is not null) = (source in ('CONTEST', 'RECOGNITION'))" },
    { name: 'achievement_settled', expression: "(settled_at is null) = (state = 'DECLARED')" },
    {
      name: 'achievement_rejected_with_reason',
      expression: "(state = 'REJECTED') = (rejection_reason is not null) and btrim(rejection_reason) <> ''",
    },
    {
      name: 'achievement_revoked_with_reason',
      expression: "(state = 'REVOKED') = (revocation_reason is not null) and btrim(revocation_reason) <> ''",
    },
    {
      name: 'achievement_withdrawn_with_reason',
      expression: "(state = 'WITHDRAWN') = (withdrawal_reason is not null) and btrim(withdrawal_reason) <> ''",
    },
    {
      name: 'achievement_revoked_by_decision',
      expression: "num_nulls(revocation_number, revoked_on) in (0, 2) and (revoked_on is null or state = 'REVOKED')",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index('achievement_person'),
    kind: () => p.manyToOne(TitleKind).lazyRef().index(false),
    year: p.integer(),
    /** That the kind was not reached in the year, which is known then: not the same as that nothing is known. */
    without: p.boolean(),
    /** Copied from the kind: one of a year at most. */
    single: p.boolean(),
    /** Whose head confirms it: where the person works when it is recorded. */
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    /** Where the person worked when they reached it. */
    unitThen: () => p.manyToOne(Unit).lazyRef().index(false),
    detail: p.text().strictNullable(),
    decisionNumber: p.text().strictNullable(),
    decidedOn: p.date().strictNullable(),
    issuer: p.text().strictNullable(),
    source: p.text().$type<AchievementSource>(),
    /** The prize or the recognition that it came from. */
    sourceId: p.uuid().strictNullable(),
    basedOn: p.json<readonly string[]>(),
    state: p.text().$type<AchievementState>(),
    /** Null: it came by itself. */
    declaredBy: () => p.manyToOne(Person).lazyRef().index('achievement_declared_by').strictNullable(),
    declaredAt: p.datetime(),
    settledBy: () => p.manyToOne(Person).lazyRef().index('achievement_settled_by').strictNullable(),
    settledAt: p.datetime().strictNullable(),
    rejectionReason: p.text().strictNullable(),
    revocationNumber: p.text().strictNullable(),
    revokedOn: p.date().strictNullable(),
    revocationReason: p.text().strictNullable(),
    /** Why it was taken out, which it should not have been in. */
    withdrawalReason: p.text().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().version(),
  },
});

/** What somebody says of an achievement; days as `YYYY-MM-DD`. */
export interface AchievementSaid {
  readonly year: number;
  readonly without: boolean;
  readonly detail: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly issuer: string | null;
  readonly basedOn: readonly string[];
}

export interface AchievementOf {
  readonly person: Person;
  readonly kind: TitleKind;
  readonly unit: Unit;
  readonly unitThen: Unit;
  readonly source: AchievementSource;
  readonly declaredBy: Person | null;
  readonly at: Date;
  readonly illustrative: boolean;
}

export interface ComeFrom {
  readonly person: Person;
  readonly kind: TitleKind;
  readonly unit: Unit;
  readonly unitThen: Unit;
  readonly source: AchievementSource;
  readonly sourceId: string;
  readonly year: number;
  readonly detail: string;
  /** Null where none has a number of its own. */
  readonly decision: { readonly number: string; readonly decidedOn: string; readonly issuer: string } | null;
  readonly at: Date;
  readonly illustrative: boolean;
}

const words = (text: string | null): string | null => (text?.trim() ? text.trim() : null);

/** What was reached rests on a decision with its number, its day and who gave it; of a year without it there is none. */
export function whyNotSaid({ year, without, decisionNumber, decidedOn, issuer }: AchievementSaid, today: string): WhyNot {
  if (year < FIRST_YEAR || year > Number(today.slice(0, 4))) return new Refused('ACHIEVEMENT_YEAR', { from: String(FIRST_YEAR) }, 'year');
  const said = [words(decisionNumber), decidedOn, words(issuer)].filter((part) => part !== null).length;
  if (without) return said === 0 ? null : new Refused('ACHIEVEMENT_WITHOUT_DECISION', {}, 'decisionNumber');
  return said === 3 ? null : new Refused('ACHIEVEMENT_DECISION', {}, words(decisionNumber) === null ? 'decisionNumber' : 'decidedOn');
}

/** What an official reached in a year, or that they did not: declared, and then confirmed by somebody else. */
export class Achievement extends AchievementSchema.class {
  static declare(of: AchievementOf, said: AchievementSaid): Achievement {
    const { at, ...whose } = of;
    return Object.assign(new Achievement(), {
      id: newId(),
      ...{ ...whose, ...said, single: !of.kind.multiple, state: 'DECLARED', declaredAt: at },
      ...{ detail: words(said.detail), decisionNumber: words(said.decisionNumber), issuer: words(said.issuer), sourceId: null },
      ...{ settledBy: null, settledAt: null, rejectionReason: null, revocationNumber: null, revokedOn: null, revocationReason: null },
      withdrawalReason: null,
    });
  }

  /** What came from a prize or a recognition needs nobody's word. */
  static come(from: ComeFrom): Achievement {
    const { at, decision, ...of } = from;
    const none = { without: false, basedOn: [], declaredBy: null, settledBy: null, rejectionReason: null };
    return Object.assign(new Achievement(), {
      id: newId(),
      ...{ ...of, ...none, single: !of.kind.multiple, state: 'CONFIRMED', declaredAt: at, settledAt: at },
      ...{ decisionNumber: decision?.number ?? null, decidedOn: decision?.decidedOn ?? null, issuer: decision?.issuer ?? null },
      ...{ revocationNumber: null, revokedOn: null, revocationReason: null, withdrawalReason: null },
    });
  }

  /** Of what came by itself: the decision that it rests on, when that is known. */
  decide({ number, decidedOn, issuer }: { number: string; decidedOn: string; issuer: string }): void {
    Object.assign(this, { decisionNumber: number, decidedOn, issuer });
  }

  confirm(by: Person | null, at: Date): void {
    this.move('confirm', 'CONFIRMED');
    Object.assign(this, { settledBy: by, settledAt: at });
  }

  reject(by: Person | null, at: Date, reason: string): void {
    this.move('reject', 'REJECTED');
    Object.assign(this, { settledBy: by, settledAt: at, rejectionReason: reason.trim() });
  }

  /** Taken back by a decision; of a prize that was revoked there is a reason alone. */
  revoke({ decisionNumber, decidedOn, reason }: { decisionNumber: string | null; decidedOn: string | null; reason: string }): void {
    this.move('revoke', 'REVOKED');
    Object.assign(this, { revocationNumber: decisionNumber?.trim() ?? null, revokedOn: decidedOn, revocationReason: reason.trim() });
  }

  /** Taken out, as what should never have been written. Who may is asked before. */
  withdraw(by: Person | null, at: Date, reason: string): void {
    Object.assign(this, { state: 'WITHDRAWN', settledBy: by, settledAt: at, withdrawalReason: reason.trim() });
  }

  private move(act: AchievementAct, to: AchievementState): void {
    refuseIf(whyNotMove(this.state, act));
    this.state = to;
  }
}
AchievementSchema.setClass(Achievement);
