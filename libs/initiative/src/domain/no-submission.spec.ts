import { whyNotSayNothing } from './no-submission.entity.js';

test.each([
  ['OPEN', false, undefined],
  ['SCREENING', false, undefined],
  ['SCREENING', true, 'UNIT_HAS_SENT'],
  ['ANNOUNCED', false, 'NO_SUBMISSION_NOT_ASKED'],
  ['ARCHIVED', false, 'NO_SUBMISSION_NOT_ASKED'],
] as const)('a unit says why it sent nothing to a contest that is %s, something sent: %s; refused with %s', (phase, sent, code) => {
  expect(whyNotSayNothing({ phase }, sent)?.code).toBe(code);
});
