import { whyNotRequestException } from './exception-request.entity.js';

const facts = {
  today: '2026-07-01',
  startsOn: '2026-01-01',
  closed: true,
  exceptionUntil: null,
  expected: 'EXPECTED',
  state: null,
} as const;

test.each([
  ['a closed period', {}, false, undefined],
  ['a period that is open', { closed: false }, false, 'PERIOD_NOT_CLOSED'],
  ['one that was opened for it until today', { exceptionUntil: '2026-07-01' }, false, 'EXCEPTION_RUNS'],
  ['one that was opened for it until yesterday', { exceptionUntil: '2026-06-30' }, false, undefined],
  ['one that it has asked for', {}, true, 'EXCEPTION_REQUESTED'],
  ['one in which nothing is expected of it', { expected: 'NONE' as const }, false, 'UNIT_NOT_EXPECTED'],
  ['one in which its report was approved', { state: 'APPROVED' as const }, false, 'REPORT_APPROVED'],
])('an exception is asked for: to %s', (_, changes, waits, code) => {
  expect(whyNotRequestException({ ...facts, ...changes }, waits)?.code).toBe(code);
});
