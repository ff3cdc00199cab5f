import { type ReportFacts, whyNotReport } from './report-policy.js';

const facts = (changed: Partial<ReportFacts>): ReportFacts => ({
  today: '2024-06-15',
  startsOn: '2023-12-15',
  closed: false,
  exceptionUntil: null,
  expected: 'EXPECTED',
  state: null,
  ...changed,
});

test.each<[string, string | undefined, Partial<ReportFacts>]>([
  ['an expected unit may type in an open period', undefined, {}],
  ['a draft may be typed on', undefined, { state: 'DRAFT' }],
  ['a returned report may be typed again', undefined, { state: 'RETURNED' }],
  ['nothing is expected of the unit', 'UNIT_NOT_EXPECTED', { expected: 'NONE' }],
  ['the unit is exempt', 'UNIT_EXEMPT', { expected: 'EXEMPT' }],
  ['the report is with the office', 'REPORT_SUBMITTED', { state: 'SUBMITTED' }],
  ['the report is approved', 'REPORT_APPROVED', { state: 'APPROVED' }],
  ['the period has not begun', 'PERIOD_NOT_OPEN', { today: '2023-12-14' }],
  ['the period is closed', 'PERIOD_CLOSED', { closed: true }],
  ['an exception reopens it to its last day', undefined, { closed: true, exceptionUntil: '2024-06-15' }],
  ['the exception has ended', 'EXCEPTION_ENDED', { closed: true, exceptionUntil: '2024-06-14' }],
])('%s: %s', (_, code, changed) => {
  expect(whyNotReport(facts(changed))?.code).toBe(code);
});
