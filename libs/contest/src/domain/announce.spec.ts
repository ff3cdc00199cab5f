import { problemsOfPlan, problemsToAnnounce } from './announce.js';

const paper = (kind: 'PLAN' | 'RULES', issuedOn: string) => ({ kind, issuedOn });
const facts = { areas: 1, prizes: 1, ruleBook: null, phases: [], today: '2026-03-02' };

test('a paper that was issued on a day to come is asked for again when the contest is announced', () => {
  const codes = (issuedOn: string) =>
    problemsOfPlan({ ...facts, documents: [paper('PLAN', '2026-03-02'), paper('RULES', issuedOn)] }).map(({ code }) => code);
  expect(codes('2026-03-02')).toEqual(['DATES_MISSING', 'RULE_BOOK_MISSING']);
  expect(codes('2026-03-03')).toEqual(['DOCUMENT_IN_FUTURE', 'DATES_MISSING', 'RULE_BOOK_MISSING']);
});

test('a plan that its leader has not approved is not announced, whatever else is missing', () => {
  const codes = (leaderApproves: boolean) =>
    problemsToAnnounce({ ...facts, documents: [paper('PLAN', '2026-03-02')], leaderApproves, plan: 'SENT' }).map(({ code }) => code);
  expect(codes(false)).toEqual(['RULES_MISSING', 'DATES_MISSING', 'RULE_BOOK_MISSING']);
  expect(codes(true)).toEqual([...codes(false), 'PLAN_NOT_APPROVED']);
});
