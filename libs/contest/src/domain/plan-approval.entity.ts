import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused, type WhyNot, allRefused, newId, type Words } from '#lib/kernel';
import { Contest } from './contest.entity.js';
import { type ContestPhase } from './phases.js';

/** Where the plan of a contest stands with its leader. `CHANGED`: what was sent or approved is no longer what the contest says. */
export const PLAN_STATES = ['NOT_SENT', 'SENT', 'APPROVED', 'RETURNED', 'CHANGED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What people call the states of a plan. */
export const PLAN_STATE_WORDS: Readonly<Record<PlanState, Words>> = {
  NOT_SENT: { vi: 'chưa trình', en: 'not sent yet' },
  SENT: { vi: 'đã trình, chờ phê duyệt', en: 'sent and waiting to be approved' },
  APPROVED: { vi: 'đã phê duyệt', en: 'approved' },
  RETURNED: { vi: 'bị trả lại để chỉnh sửa', en: 'returned to be changed' },
  CHANGED: { vi: 'đã sửa sau khi trình, phải trình lại', en: 'changed since it was sent, to be sent again' },
};

/** What stays of a sending once it was answered, or was not. */
export const SENDING_STATES = ['SENT', 'APPROVED', 'RETURNED'] as const;
export type SendingState = (typeof SENDING_STATES)[number];

const PlanApprovalSchema = defineEntity({
  name: 'PlanApproval',
  tableName: 'plan_approval',
  indexes: [
    {
      name: 'plan_approval_once',
      expression: "create unique index plan_approval_once on plan_approval (contest_id, contest_version) where state <> 'RETURNED'",
    },
    { name: 'plan_approval_of_contest', properties: ['contest', 'id'] },
  ],
  checks: [
    { name: 'plan_approval_state', expression: `state in (${SENDING_STATES.map((state) => `'${state}'`).join(', ')})` },
    {
      name: 'plan_approval_answered_by_somebody',
      expression: "(state = 'SENT') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)",
    },
    { name: 'plan_approval_returned_with_words', expression: "(state = 'RETURNED') = (return_reason is not null)" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(false),
    // Of the contest as it was sent: a draft that is changed has another.
    contestVersion: p.integer(),
    state: p.text().$type<SendingState>(),
    sentAt: p.datetime(),
    sentBy: () => p.manyToOne(Person).lazyRef().index(false),
    answeredAt: p.datetime().strictNullable(),
    answeredBy: () => p.manyToOne(Person).lazyRef().index(false).strictNullable(),
    returnReason: p.text().strictNullable(),
  },
});

/** A plan as it was sent to the leader, and their answer. Both are of one version of the contest: what is changed afterwards was neither sent nor approved. */
export class PlanApproval extends PlanApprovalSchema.class {
  static send(contest: Contest, by: Person, at: Date): PlanApproval {
    return Object.assign(new PlanApproval(), {
      id: newId(),
      contest,
      contestVersion: contest.version,
      state: 'SENT' as const,
      sentAt: at,
      sentBy: by,
      answeredAt: null,
      answeredBy: null,
      returnReason: null,
    });
  }

  approve(by: Person, at: Date): void {
    Object.assign(this, { state: 'APPROVED', answeredBy: by, answeredAt: at });
  }

  /** Back to who sent it, with what is to be changed; an approval too, as long as nothing was announced by it. */
  return(reason: string, by: Person, at: Date): void {
    Object.assign(this, { state: 'RETURNED', answeredBy: by, answeredAt: at, returnReason: reason });
  }
}
PlanApprovalSchema.setClass(PlanApproval);

/** Where a plan stands, by its last sending and the version that the contest has now. */
export function planState(last: { readonly state: SendingState; readonly contestVersion: number } | null, version: number): PlanState {
  if (!last) return 'NOT_SENT';
  return last.state !== 'RETURNED' && last.contestVersion !== version ? 'CHANGED' : last.state;
}

export interface PlanFacts {
  readonly phase: ContestPhase;
  readonly leaderApproves: boolean;
  readonly plan: PlanState;
}

function whyNotNow({ phase, leaderApproves }: PlanFacts): WhyNot {
  if (phase !== 'DRAFT') return new Refused('CONTEST_ANNOUNCED', { phase });
  return leaderApproves ? null : new Refused('PLAN_APPROVAL_NOT_ASKED');
}

/** `problems`: what the plan itself still lacks; a leader is sent what could be announced. */
export function whyNotSubmitPlan(facts: PlanFacts, problems: readonly Refused[]): WhyNot {
  const { plan } = facts;
  const waits = plan === 'SENT' || plan === 'APPROVED' ? new Refused('PLAN_SENT') : null;
  return whyNotNow(facts) ?? waits ?? allRefused(problems);
}

export function whyNotApprovePlan(facts: PlanFacts): WhyNot {
  const { plan } = facts;
  return whyNotNow(facts) ?? (plan === 'SENT' ? null : new Refused('PLAN_NOT_SENT', { state: PLAN_STATE_WORDS[plan] }));
}

export function whyNotReturnPlan(facts: PlanFacts): WhyNot {
  const { plan } = facts;
  const there = plan === 'SENT' || plan === 'APPROVED';
  return whyNotNow(facts) ?? (there ? null : new Refused('PLAN_NOT_SENT', { state: PLAN_STATE_WORDS[plan] }));
}

/** Whether the leader is asked is said before the announcement. */
export function whyNotSetPlanApproval({ phase }: Pick<PlanFacts, 'phase'>): WhyNot {
  return phase === 'DRAFT' ? null : new Refused('CONTEST_ANNOUNCED', { phase });
}

/** Why a contest cannot be announced for want of its leader's approval. */
export function whyNotApproved({ leaderApproves, plan }: Omit<PlanFacts, 'phase'>): WhyNot {
  return !leaderApproves || plan === 'APPROVED' ? null : new Refused('PLAN_NOT_APPROVED', { state: PLAN_STATE_WORDS[plan] });
}
