import { Refused, type WhyNot, allRefused, localDate } from '#lib/kernel';
import { type DrawnPlan, problemsOfPlan, problemsToAnnounce } from '../domain/announce.js';
import { type ContestPhase, type ContestTimes, dueAt, lastMoment, nextPhase, whyNotAdvance, whyNotPermitted } from '../domain/phases.js';
import {
  type PlanState,
  planState,
  whyNotApprovePlan,
  whyNotReturnPlan,
  whyNotSetPlanApproval,
  whyNotSubmitPlan,
} from '../domain/plan-approval.entity.js';
import { type ContestRow, type SendingRow, type SummaryRow } from './contest.columns.js';

export interface SummaryFacts {
  readonly nextPhase: ContestPhase | null;
  readonly nextPhaseAt: Date | null;
  readonly due: boolean;
  readonly lastMoment: Date | null;
  readonly canEdit: boolean;
  readonly canDraft: boolean;
  readonly canSubmit: boolean;
  readonly whyNotDraft: WhyNot;
  readonly whyNotSubmit: WhyNot;
}

export interface ContestFacts extends SummaryFacts {
  readonly problems: readonly Refused[];
  readonly canSetDates: boolean;
  readonly canSetRuleBook: boolean;
  readonly canAmendRuleBook: boolean;
  readonly canAttach: boolean;
  readonly canHold: boolean;
  readonly canResume: boolean;
  readonly canCancel: boolean;
  readonly canSeat: boolean;
  readonly canCopy: boolean;
  /** What stands in the way of the next phase, what later contexts ask for apart. */
  readonly whyNotAdvance: WhyNot;
  /** Null for all but the host's side, and where the leader is not asked. */
  readonly planApproval: PlanApprovalFacts | null;
  readonly whyNotSubmitPlan: WhyNot;
  readonly whyNotApprovePlan: WhyNot;
  readonly whyNotReturnPlan: WhyNot;
  readonly whyNotSetPlanApproval: WhyNot;
  readonly whyNotEnterPaper: WhyNot;
  readonly whyNotDraftOnBehalf: WhyNot;
  readonly canRecordInitiative: boolean;
}

export interface PlanApprovalFacts extends Partial<Omit<SendingRow, 'state' | 'contestVersion'>> {
  readonly state: PlanState;
}

function timesOf(row: SummaryRow): ContestTimes {
  return {
    phase: row.phase,
    heldAt: row.heldAt === null ? null : new Date(row.heldAt),
    graceMinutes: row.graceMinutes,
    phases: row.phases.map(({ kind, startsAt, endsAt, permits }) => ({
      kind,
      permits,
      startsAt: new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    })),
  };
}

export const mayEdit = ({ edits, phase }: SummaryRow): boolean => edits && phase === 'DRAFT';

const FROM_DATES: Readonly<Record<Exclude<keyof SummaryFacts, 'canEdit'>, true>> = {
  ...{ nextPhase: true, nextPhaseAt: true, due: true, lastMoment: true },
  ...{ canDraft: true, canSubmit: true, whyNotDraft: true, whyNotSubmit: true },
};

/** Whether a field is reckoned from all dates of a contest: not for a list that asks none of them. */
export const followsFromDates = (field: string): boolean => field in FROM_DATES;

/** What follows from a contest's dates for one reader; the rules are the acts' own. */
export function summaryFacts(row: SummaryRow, at: Date): SummaryFacts {
  const times = timesOf(row);
  const stranger = row.inRoster ? null : new Refused('UNIT_NOT_ON_ROSTER');
  const whyNotDraft = stranger ?? whyNotPermitted(times, 'DRAFT', at);
  const whyNotSubmit = stranger ?? whyNotPermitted(times, 'SUBMIT', at);
  const due = dueAt(times);
  return {
    nextPhase: nextPhase(row.phase),
    nextPhaseAt: due,
    due: due !== null && due <= at,
    lastMoment: lastMoment(times),
    canEdit: mayEdit(row),
    canDraft: whyNotDraft === null,
    canSubmit: whyNotSubmit === null,
    whyNotDraft,
    whyNotSubmit,
  };
}

export function contestFacts(row: ContestRow, at: Date): ContestFacts {
  const times = timesOf(row);
  const over = row.phase === 'ARCHIVED' || row.phase === 'CANCELLED';
  const frozen = row.ruleBook?.frozenAt != null;
  const drawn = drawnOf(row, times, localDate(at));
  const facts = { phase: row.phase, leaderApproves: row.leaderApproves, plan: stateOf(row) };
  const problems = row.phase === 'DRAFT' ? problemsToAnnounce({ ...drawn, ...facts }) : [];
  const isShown = (row.edits || row.decides) && row.leaderApproves && (row.phase === 'DRAFT' || row.planApprovedAt !== null);
  return {
    ...summaryFacts(row, at),
    problems,
    canSetDates: row.edits && !over,
    canSetRuleBook: row.edits && !over && !frozen,
    canAmendRuleBook: row.edits && !over && frozen,
    canAttach: row.edits,
    canHold: row.edits && !over && row.phase !== 'DRAFT' && row.heldAt === null,
    canResume: row.edits && row.heldAt !== null,
    canCancel: row.decides && !over && row.phase !== 'PUBLISHED',
    canSeat: row.seatsPeople && !over,
    canCopy: row.edits,
    whyNotAdvance: row.edits ? (whyNotAdvance(times, at) ?? allRefused(problems)) : new Refused('FORBIDDEN'),
    planApproval: isShown ? { ...row.sending, state: facts.plan } : null,
    whyNotSubmitPlan: row.edits ? whyNotSubmitPlan(facts, problemsOfPlan(drawn)) : new Refused('FORBIDDEN'),
    whyNotApprovePlan: row.decides ? whyNotApprovePlan(facts) : new Refused('FORBIDDEN'),
    whyNotReturnPlan: row.decides ? whyNotReturnPlan(facts) : new Refused('FORBIDDEN'),
    whyNotSetPlanApproval: row.decides ? whyNotSetPlanApproval(facts) : new Refused('FORBIDDEN'),
    whyNotEnterPaper: row.enters ? whyNotPermitted(times, 'ENTER', at) : new Refused('FORBIDDEN'),
    whyNotDraftOnBehalf: row.enters ? whyNotPermitted(times, 'DRAFT', at) : new Refused('FORBIDDEN'),
    canRecordInitiative: row.enters && row.recorded,
  };
}

/** Once announced, a plan stays as it was approved, whatever the contest comes to. */
function stateOf({ phase, planApprovedAt, sending, version }: ContestRow): PlanState {
  return phase === 'DRAFT' || planApprovedAt === null ? planState(sending, version) : 'APPROVED';
}

function drawnOf({ documents, areas, prizePlan, ruleBook }: ContestRow, { phases }: ContestTimes, today: string): DrawnPlan {
  return {
    documents,
    areas: areas.length,
    prizes: prizePlan.length,
    ruleBook: ruleBook?.content ?? null,
    phases: [...phases],
    today,
  };
}
