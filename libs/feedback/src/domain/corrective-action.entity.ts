import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { addDays, newId, refuseIf } from '#lib/kernel';
import { ACTION_STATES, type ActionState, type FourWeeks, REOPENED_DAYS, effectFrom, whyNotMove, whyNotYet } from './action-states.js';
import { InspectionItem } from './inspection.entity.js';
import { ReportedCase } from './reported-case.entity.js';
import { Signal } from './signal.entity.js';

const CorrectiveActionSchema = defineEntity({
  name: 'CorrectiveAction',
  tableName: 'corrective_action',
  indexes: [
    { name: 'corrective_action_in_order', properties: ['dueOn', 'id'] },
    {
      name: 'corrective_action_to_do',
      expression:
        "create index corrective_action_to_do on corrective_action (unit_id, due_on) where state in ('OPEN', 'CLAIMED', 'REOPENED', 'VERIFIED')",
    },
  ],
  checks: [
    { name: 'corrective_action_state', expression: `state in (${ACTION_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'corrective_action_of_one_source', expression: 'num_nonnulls(signal_id, reported_case_id, finding_id) = 1' },
    { name: 'corrective_action_says_why_and_what', expression: "btrim(root_cause) <> '' and btrim(remedy) <> ''" },
    { name: 'corrective_action_claimed_with_evidence', expression: "(claimed_on is null) = (evidence is null) and btrim(evidence) <> ''" },
    {
      name: 'corrective_action_verified_by_another',
      expression: '(verifier_id is null) = (verified_on is null) and verifier_id <> owner_id',
    },
    {
      name: 'corrective_action_effective_four_weeks_later',
      expression:
        "(checked_on is null) = (effect_check is null) and btrim(effect_check) <> '' and checked_on >= verified_on + (8 - extract(isodow from verified_on)::int) % 7 + 28",
    },
    {
      name: 'corrective_action_as_far_as_its_state',
      expression:
        "(claimed_on is not null) = (state in ('CLAIMED', 'VERIFIED', 'EFFECTIVE')) and (verified_on is not null) = (state in ('VERIFIED', 'EFFECTIVE')) and (checked_on is not null) = (state = 'EFFECTIVE')",
    },
    {
      name: 'corrective_action_ended_with_reason',
      expression: "(reason is not null or state not in ('REOPENED', 'CANCELLED')) and btrim(reason) <> ''",
    },
    {
      name: 'corrective_action_in_its_order',
      expression: 'due_on >= opened_on and claimed_on >= opened_on and verified_on >= claimed_on',
    },
    {
      name: 'corrective_action_before_counts',
      expression: '(before_ratings is null) = (before_low is null) and before_low between 0 and before_ratings',
    },
    { name: 'corrective_action_told', expression: 'told between 0 and 3' },
  ],
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    signal: () => p.manyToOne(Signal).lazyRef().strictNullable().index('corrective_action_signal'),
    reportedCase: () => p.manyToOne(ReportedCase).lazyRef().strictNullable().index('corrective_action_case'),
    finding: () => p.manyToOne(InspectionItem).lazyRef().strictNullable().index('corrective_action_finding'),
    rootCause: p.text(),
    remedy: p.text(),
    owner: () => p.manyToOne(Person).lazyRef().index('corrective_action_owner'),
    openedOn: p.date(),
    /** How many rated in the four weeks before, and how many of them were dissatisfied; none: too few to read of. */
    beforeRatings: p.integer().strictNullable(),
    beforeLow: p.integer().strictNullable(),
    dueOn: p.date(),
    state: p.text().$type<ActionState>(),
    /** What shows that it was done, as the owner says. */
    evidence: p.text().strictNullable(),
    claimedOn: p.date().strictNullable(),
    verifier: () => p.manyToOne(Person).lazyRef().strictNullable().index('corrective_action_verifier'),
    verifiedOn: p.date().strictNullable(),
    /** Which check showed that it worked, by name. */
    effectCheck: p.text().strictNullable(),
    checkedOn: p.date().strictNullable(),
    /** Why it was reopened last, or cancelled. */
    reason: p.text().strictNullable(),
    /** How many have been told that it is overdue: its owner, the head, the office. */
    told: p.integer(),
    version: p.integer().version(),
  },
});

export interface ActionSaid {
  readonly signal: Signal | null;
  readonly reportedCase: ReportedCase | null;
  readonly finding: InspectionItem | null;
  readonly rootCause: string;
  readonly remedy: string;
  readonly owner: Person;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly before: FourWeeks | null;
}

/** What a unit does about a signal, a case or a finding. It is done when somebody else saw it, and worked when a later check shows so. */
export class CorrectiveAction extends CorrectiveActionSchema.class {
  static open(unit: Unit, { before, ...said }: ActionSaid): CorrectiveAction {
    const action = new CorrectiveAction();
    const none = { evidence: null, claimedOn: null, verifier: null, verifiedOn: null, effectCheck: null, checkedOn: null, reason: null };
    return Object.assign(action, {
      id: newId(),
      unit,
      ...said,
      rootCause: said.rootCause.trim(),
      remedy: said.remedy.trim(),
      beforeRatings: before?.ratings ?? null,
      beforeLow: before?.lowRatings ?? null,
      ...none,
      state: 'OPEN',
      told: 0,
    });
  }

  claim(evidence: string, day: string): void {
    this.move('CLAIMED');
    Object.assign(this, { evidence: evidence.trim(), claimedOn: day });
  }

  verify(verifier: Person, day: string): void {
    this.move('VERIFIED');
    Object.assign(this, { verifier, verifiedOn: day });
  }

  /** Refuses a check before four whole weeks are over. */
  confirmEffect(check: string, day: string): void {
    this.move('EFFECTIVE');
    refuseIf(whyNotYet(effectFrom(this.verifiedOn ?? day), day));
    Object.assign(this, { effectCheck: check.trim(), checkedOn: day });
  }

  /** All of it anew, by another day. */
  reopen(reason: string, dueOn: string): void {
    this.move('REOPENED');
    const none = { evidence: null, claimedOn: null, verifier: null, verifiedOn: null, effectCheck: null, checkedOn: null };
    Object.assign(this, { ...none, reason: reason.trim(), dueOn, told: 0 });
  }

  reopenBySignal(day: string): void {
    this.reopen('Tín hiệu cùng loại xuất hiện lại trong sáu tháng.', addDays(day, REOPENED_DAYS));
  }

  cancel(reason: string): void {
    this.move('CANCELLED');
    const none = { evidence: null, claimedOn: null };
    Object.assign(this, { ...none, reason: reason.trim() });
  }

  private move(to: ActionState): void {
    refuseIf(whyNotMove(this.state, to));
    this.state = to;
  }
}
CorrectiveActionSchema.setClass(CorrectiveAction);
