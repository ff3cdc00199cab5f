import { AS_USUAL, mailTime } from './delivery.js';

const at = (clock: string) => new Date(`2026-03-02T${clock}:00+07:00`);
const NOBODY = { mailAt: null, digestAt: null };

test('what is to be acted on is mailed at once, and what is only told goes into the letter of seven', () => {
  expect(mailTime('jury.invited', AS_USUAL, at('09:00'))).toEqual({ mailAt: at('09:00'), digestAt: null });
  expect(mailTime('report.submitted', AS_USUAL, at('09:00'))).toEqual({ mailAt: null, digestAt: new Date('2026-03-03T07:00:00+07:00') });
  expect(mailTime('report.submitted', AS_USUAL, at('06:59'))).toEqual({ mailAt: null, digestAt: at('07:00') });
  expect(mailTime('report.submitted', AS_USUAL, at('07:00'))).toEqual({ mailAt: null, digestAt: new Date('2026-03-03T07:00:00+07:00') });
});

test('what somebody chose for what it is about holds', () => {
  const chosen = { deliveries: { JUDGING: 'NONE', ROLLOUT: 'AT_ONCE' }, quiet: null } as const;
  expect(mailTime('jury.invited', chosen, at('23:00'))).toEqual(NOBODY);
  expect(mailTime('report.submitted', chosen, at('23:00'))).toEqual({ mailAt: at('23:00'), digestAt: null });
});

test('nothing is mailed in the quiet hours but what tells of an account', () => {
  const night = new Date('2026-03-03T06:00:00+07:00');
  expect(mailTime('jury.invited', AS_USUAL, at('20:59')).mailAt).toEqual(at('20:59'));
  expect(mailTime('jury.invited', AS_USUAL, at('21:00')).mailAt).toEqual(night);
  expect(mailTime('jury.invited', AS_USUAL, new Date('2026-03-03T05:59:00+07:00')).mailAt).toEqual(night);
  expect(mailTime('jury.invited', AS_USUAL, night).mailAt).toEqual(night);
  expect(mailTime('identity.secondFactorChanged', { deliveries: { ACCOUNT: 'NONE' }, quiet: AS_USUAL.quiet }, at('23:00'))).toEqual({
    mailAt: at('23:00'),
    digestAt: null,
  });
});

test('quiet hours within a day end on that day, and the letter of the day waits for their end', () => {
  const noon = { deliveries: {}, quiet: { from: 6, until: 9 } };
  expect(mailTime('jury.invited', noon, at('06:30')).mailAt).toEqual(at('09:00'));
  expect(mailTime('report.submitted', noon, at('06:30')).digestAt).toEqual(at('09:00'));
});
