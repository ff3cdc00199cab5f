import {
  CONTEST_PHASES,
  type ContestPhase,
  type ContestTimes,
  DATED_PHASES,
  PERMITS,
  TRANSITIONS,
  dueAt,
  nextPhase,
  phaseAt,
  whyNotAdvance,
  whyNotDates,
  whyNotPermitted,
} from './index.js';

const at = (day: string) => new Date(`${day}+07:00`);
const dates = [
  { kind: 'ANNOUNCED', startsAt: at('2026-05-01T08:00'), endsAt: null },
  { kind: 'OPEN', startsAt: at('2026-06-01T07:00'), endsAt: at('2026-08-15T22:00') },
  { kind: 'SCREENING', startsAt: at('2026-08-15T22:00'), endsAt: null },
  { kind: 'JUDGING', startsAt: at('2026-09-01T08:00'), endsAt: null },
] as const;

const contest = (phase: ContestPhase, changes: Partial<ContestTimes> = {}): ContestTimes => ({
  phase,
  heldAt: null,
  graceMinutes: 10,
  phases: dates.map((date) => ({ ...date, permits: PERMITS[date.kind] })),
  ...changes,
});

test('from every phase an end is reached, and none leads out of the table', () => {
  const reaches = (phase: ContestPhase, seen: readonly ContestPhase[] = []): boolean =>
    phase === 'ARCHIVED' || TRANSITIONS[phase].some((next) => !seen.includes(next) && reaches(next, [...seen, phase]));

  for (const phase of CONTEST_PHASES.filter((one) => one !== 'CANCELLED')) expect([phase, reaches(phase)]).toEqual([phase, true]);
  expect(CONTEST_PHASES.flatMap((phase) => TRANSITIONS[phase]).every((next) => CONTEST_PHASES.includes(next))).toBe(true);
});

test('the year goes on in its order', () => {
  const order: (ContestPhase | null)[] = ['DRAFT'];
  while (order.at(-1)) order.push(nextPhase(order.at(-1) as ContestPhase));
  expect(order).toEqual(['DRAFT', ...DATED_PHASES, 'ARCHIVED', null]);
});

test('it opens at its moment by the clock, before the job has come by', () => {
  expect(phaseAt(contest('ANNOUNCED'), at('2026-06-01T06:59:59'))).toBe('ANNOUNCED');
  expect(phaseAt(contest('ANNOUNCED'), at('2026-06-01T07:00'))).toBe('OPEN');
  expect(phaseAt(contest('ANNOUNCED'), at('2026-08-15T22:10'))).toBe('SCREENING');
  expect(phaseAt(contest('ANNOUNCED', { heldAt: at('2026-05-20T08:00') }), at('2026-06-01T07:00'))).toBe('ANNOUNCED');
});

test('screening begins when the grace is over', () => {
  expect(dueAt(contest('OPEN'))).toEqual(at('2026-08-15T22:10'));
  expect(dueAt(contest('SCREENING'))).toEqual(at('2026-09-01T08:00'));
  expect(dueAt(contest('JUDGING'))).toBeNull();
});

test('an initiative is taken to the last second of the grace and no longer', () => {
  expect(whyNotPermitted(contest('OPEN'), 'SUBMIT', at('2026-08-15T22:10'))?.code).toBe('DEADLINE_PASSED');
  expect(whyNotPermitted(contest('OPEN'), 'SUBMIT', at('2026-08-15T22:09:59'))).toBeNull();
  expect(whyNotPermitted(contest('OPEN'), 'SUBMIT', at('2026-08-15T22:10:01'))).toMatchObject({
    code: 'DEADLINE_PASSED',
    detail: { deadline: { moment: '2026-08-15T15:10:00.000Z' } },
  });
});

test('a held contest does not take initiatives after the deadline either', () => {
  const held = contest('OPEN', { heldAt: at('2026-08-01T08:00') });
  expect(whyNotPermitted(held, 'SUBMIT', at('2026-08-15T22:05'))).toBeNull();
  expect(whyNotPermitted(held, 'SUBMIT', at('2026-08-16T08:00'))?.code).toBe('DEADLINE_PASSED');
});

test('a draft can be begun from the announcement, and saved after the deadline', () => {
  expect(whyNotPermitted(contest('DRAFT'), 'DRAFT', at('2026-04-01T08:00'))?.code).toBe('PHASE_FORBIDS');
  expect(whyNotPermitted(contest('ANNOUNCED'), 'DRAFT', at('2026-05-02T08:00'))).toBeNull();
  expect(whyNotPermitted(contest('ANNOUNCED'), 'SUBMIT', at('2026-05-02T08:00'))?.code).toBe('CONTEST_NOT_OPEN');
  expect(whyNotPermitted(contest('SCREENING'), 'SAVE', at('2026-08-16T08:00'))).toBeNull();
  expect(whyNotPermitted(contest('SCREENING'), 'DRAFT', at('2026-08-16T08:00'))?.code).toBe('DEADLINE_PASSED');
});

test('what the phase itself permits is data', () => {
  const closed = contest('ANNOUNCED', { phases: dates.map((date) => ({ ...date, permits: [] })) });
  expect(whyNotPermitted(closed, 'DRAFT', at('2026-05-02T08:00'))).toMatchObject({ code: 'PHASE_FORBIDS', detail: { phase: 'ANNOUNCED' } });
});

test('a person keeps the two moments that were promised, and may be early with the rest', () => {
  expect(whyNotAdvance(contest('ANNOUNCED'), at('2026-05-20T08:00'))).toMatchObject({
    code: 'PHASE_NOT_DUE',
    detail: { phase: { vi: 'nhận sáng kiến', en: 'call for initiatives' }, at: { moment: '2026-06-01T00:00:00.000Z' } },
  });
  expect(whyNotAdvance(contest('OPEN'), at('2026-08-15T22:05'))?.code).toBe('PHASE_NOT_DUE');
  expect(whyNotAdvance(contest('SCREENING'), at('2026-08-20T08:00'))).toBeNull();
  expect(whyNotAdvance(contest('SCREENING', { heldAt: at('2026-08-19T08:00') }), at('2026-08-20T08:00'))?.code).toBe('CONTEST_HELD');
  expect(whyNotAdvance(contest('ARCHIVED'), at('2027-01-01T08:00'))?.code).toBe('CONTEST_ENDED');
});

test('dates in order make a year', () => {
  expect(whyNotDates(dates)).toBeNull();
  expect(whyNotDates([...dates].reverse())).toBeNull();
});

test.each([
  ['a phase twice', 'PHASE_TWICE', [dates[0], dates[0]]],
  ['no deadline', 'PHASE_NEEDS_END', [{ ...dates[1], endsAt: null }]],
  ['an end before the start', 'PHASE_ENDS_BEFORE_START', [{ ...dates[1], endsAt: at('2026-05-31T08:00') }]],
  ['screening before the deadline', 'PHASE_ORDER', [dates[1], { ...dates[2], startsAt: at('2026-08-15T21:59') }]],
])('%s is refused', (_, code, phases) => {
  expect(whyNotDates(phases)?.code).toBe(code);
});
