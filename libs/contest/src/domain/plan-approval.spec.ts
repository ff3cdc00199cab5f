import { Refused } from '#lib/kernel';
import {
  PLAN_STATES,
  type PlanState,
  planState,
  whyNotApprovePlan,
  whyNotApproved,
  whyNotReturnPlan,
  whyNotSubmitPlan,
} from './plan-approval.entity.js';

const facts = (plan: PlanState) => ({ phase: 'DRAFT' as const, leaderApproves: true, plan });
const open = (why: (plan: PlanState) => Refused | null) => PLAN_STATES.filter((plan) => why(plan) === null);

test('what was sent or approved is of one version: of a contest that was changed since, neither holds', () => {
  expect(planState(null, 3)).toBe('NOT_SENT');
  for (const state of ['SENT', 'APPROVED'] as const) {
    expect(planState({ state, contestVersion: 3 }, 3)).toBe(state);
    expect(planState({ state, contestVersion: 3 }, 4)).toBe('CHANGED');
  }
  expect(planState({ state: 'RETURNED', contestVersion: 3 }, 4)).toBe('RETURNED');
});

test('a plan is sent where none waits, answered where one waits, and an approval is taken back while nothing was announced', () => {
  expect(open((plan) => whyNotSubmitPlan(facts(plan), []))).toEqual(['NOT_SENT', 'RETURNED', 'CHANGED']);
  expect(open((plan) => whyNotApprovePlan(facts(plan)))).toEqual(['SENT']);
  expect(open((plan) => whyNotReturnPlan(facts(plan)))).toEqual(['SENT', 'APPROVED']);
  expect(open((plan) => whyNotApproved(facts(plan)))).toEqual(['APPROVED']);
});

test('a plan that lacks something is not sent, and all that it lacks is said', () => {
  const problems = [new Refused('PLAN_MISSING'), new Refused('AREAS_MISSING')];
  expect(whyNotSubmitPlan(facts('NOT_SENT'), problems)?.problems.map(({ code }) => code)).toEqual(['PLAN_MISSING', 'AREAS_MISSING']);
});

test('nobody is asked where the leader does not want to be, and nothing once the contest is announced', () => {
  const unasked = { ...facts('NOT_SENT'), leaderApproves: false };
  expect(whyNotApproved(unasked)).toBeNull();
  expect(whyNotSubmitPlan(unasked, [])?.code).toBe('PLAN_APPROVAL_NOT_ASKED');
  const announced = { ...facts('APPROVED'), phase: 'ANNOUNCED' as const };
  expect([whyNotSubmitPlan(announced, []), whyNotApprovePlan(announced), whyNotReturnPlan(announced)].map((why) => why?.code)).toEqual(
    Array.from({ length: 3 }, () => 'CONTEST_ANNOUNCED'),
  );
});
