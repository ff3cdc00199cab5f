import { sql } from 'kysely';
import { Contest, ContestDecision, Phase } from '#domain/contest';
import { ContestPorts } from '#lib/contest';
import { Refused } from '#lib/kernel';
import { approvedPlan, mutation, read, send } from './support/contest-acts.js';
import { aContest, aRuleBook, anArea, plan, prizePlan, rules } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let leader: Client;
let submitter: Client;
let areaId: string;

beforeAll(async () => {
  contest = await startContest();
});
afterAll(() => contest.stop());

// Each test has a district of its own and begins on the same day: what the others left is out of its reach.
beforeEach(async () => {
  contest.clock.set('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  leader = await contest.as(district.people.leader);
  submitter = await contest.as(district.people.submitter);
  areaId = await anArea(contest);
});

const phases = [
  { kind: 'ANNOUNCED', startsAt: '2026-03-10T08:00:00+07:00' },
  { kind: 'OPEN', startsAt: '2026-04-01T07:00:00+07:00', endsAt: '2026-05-30T22:00:00+07:00' },
  { kind: 'SCREENING', startsAt: '2026-05-30T22:00:00+07:00' },
  { kind: 'JUDGING', startsAt: '2026-06-15T08:00:00+07:00' },
];
const order = () => ({
  hostUnitId: district.units.district,
  year: 2026,
  titleVi: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2026',
  titleEn: 'Search for initiatives in administrative reform, 2026',
  objectives: 'Nâng cao chất lượng phục vụ người dân.',
  rosterAsOf: '2025-06-30',
});
const whole = () => ({ ...order(), phases, areaIds: [areaId], prizePlan, documents: [plan, rules] });

test('the clock opens and closes it, and what is late is refused by the deadline’s own moment', async () => {
  const { id } = await send(organiser, 'createContest', whole());
  const { version } = await send(organiser, 'setRuleBook', { contestId: id, version: 1, content: aRuleBook() });
  await approvedPlan({ organiser, leader }, { contestId: id, version });
  await send(organiser, 'advancePhase', { contestId: id, version });
  const phase = async () => (await contest.em().findOneOrFail(Contest, { id })).phase;

  await contest.tick();
  expect(await phase()).toBe('ANNOUNCED');
  contest.clock.set('2026-04-01T00:00:00Z');
  expect(await read(submitter, id, 'phase canSubmit canDraft')).toEqual({ phase: 'ANNOUNCED', canSubmit: true, canDraft: true });
  await contest.tick();
  expect(await phase()).toBe('OPEN');
  contest.clock.set('2026-05-30T15:14:00Z');
  await contest.tick();
  expect(await phase()).toBe('OPEN');
  expect(await read(submitter, id, 'canSubmit lastMoment')).toEqual({ canSubmit: true, lastMoment: '2026-05-30T15:15:00.000Z' });
  contest.clock.set('2026-05-30T15:15:00Z');
  await contest.tick();
  expect(await phase()).toBe('SCREENING');
  expect(await read(submitter, id, 'canSubmit whyNotSubmit { code message }')).toEqual({
    canSubmit: false,
    whyNotSubmit: {
      code: 'DEADLINE_PASSED',
      message: 'Đã hết hạn gửi sáng kiến lúc 22 giờ 15 ngày 30/05/2026.',
    },
  });
  contest.clock.set('2026-06-16T00:00:00Z');
  await contest.tick();
  expect(await phase()).toBe('SCREENING');
  expect(await read(organiser, id, 'due canAdvance')).toEqual({ due: true, canAdvance: true });
  const { rows } = await sql<{ kind: string; person: string; times: number }>`
    select kind, person_id as person, count(*)::int as times from notice where kind = 'contest.phaseDue' and person_id = ${district.people.organiser} group by 1, 2`.execute(
    contest.em().getKysely(),
  );
  expect(rows).toEqual([{ kind: 'contest.phaseDue', person: district.people.organiser, times: 1 }]);
});

test('submitters are reminded three days and one day before the deadline, once each', async () => {
  const { deadline } = await aContest(contest, district);
  const told = async () => {
    const { rows } = await sql<{
      subject: string;
    }>`select subject_vi as subject from notice where kind = 'contest.deadlineNear' and person_id = ${district.people.submitter}`.execute(
      contest.em().getKysely(),
    );
    return rows.length;
  };
  const before = async (hours: number) => {
    contest.clock.set(new Date(deadline.getTime() - hours * 3_600_000));
    await contest.tick();
    await contest.tick();
    return told();
  };

  expect([await before(80), await before(72), await before(48), await before(24), await before(2)]).toEqual([0, 1, 1, 2, 2]);
});

test('later contexts can ask for something before a phase, for a person and for the clock alike', async () => {
  const { id } = await aContest(contest, district, { phase: 'SCREENING' });
  let screened = false;
  contest.get(ContestPorts).registerPrecondition('JUDGING', () => Promise.resolve(screened ? null : new Refused('SCREENING_UNFINISHED')));
  const { version } = await contest.em().findOneOrFail(Contest, { id });

  expect(await send(organiser, 'advancePhase', { contestId: id, version })).toMatchObject({ code: 'SCREENING_UNFINISHED' });
  screened = true;
  expect(await send(organiser, 'advancePhase', { contestId: id, version })).toMatchObject({ phase: 'JUDGING' });
});

test('a person cannot close the call before its deadline, nor go on while it is held', async () => {
  const { id } = await aContest(contest, district, { phase: 'OPEN' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  expect(await send(organiser, 'advancePhase', { contestId: id, version })).toMatchObject({ code: 'PHASE_NOT_DUE' });

  const held = await send(
    organiser,
    'holdPhase',
    { contestId: id, version, reason: 'Chờ ý kiến chỉ đạo' },
    'version heldReason canResume canHold',
  );
  expect(held).toMatchObject({ heldReason: 'Chờ ý kiến chỉ đạo', canResume: true, canHold: false });
  contest.clock.set('2026-08-01T00:00:00Z');
  await contest.tick();
  expect(await send(organiser, 'advancePhase', { contestId: id, version: held.version })).toMatchObject({ code: 'CONTEST_HELD' });
  expect((await contest.em().findOneOrFail(Contest, { id })).phase).toBe('OPEN');
  await send(organiser, 'resumePhase', { contestId: id, version: held.version, reason: 'Đã có ý kiến' });
  await contest.tick();

  expect(await read(organiser, id, 'phase decisions { kind number reason }')).toEqual({
    phase: 'SCREENING',
    decisions: [
      { kind: 'HELD', number: null, reason: 'Chờ ý kiến chỉ đạo' },
      { kind: 'RESUMED', number: null, reason: 'Đã có ý kiến' },
    ],
  });
});

test('once announced, dates move by a decision; a later deadline opens the call again and is told', async () => {
  const { id, deadline } = await aContest(contest, district, { phase: 'SCREENING' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  const open = await contest.em().findOneOrFail(Phase, { contest: id, kind: 'OPEN' });
  const later = new Date(deadline.getTime() + 10 * 86_400_000).toISOString();
  const moved = (startsAt: Date, endsAt: string) => ({
    contestId: id,
    version,
    phases: [
      { kind: 'OPEN', startsAt: startsAt.toISOString(), endsAt },
      { kind: 'SCREENING', startsAt: endsAt },
    ],
  });

  expect(await send(organiser, 'setPhaseDates', moved(open.startsAt, later))).toMatchObject({
    code: 'DECISION_NEEDED',
    path: 'decisionNumber',
  });
  const decision = { decisionNumber: '215/QĐ-UBND', reason: 'Nhiều đơn vị đề nghị gia hạn' };
  expect(
    await send(organiser, 'setPhaseDates', {
      ...moved(open.startsAt, deadline.toISOString()),
      ...decision,
      phases: [{ kind: 'ANNOUNCED', startsAt: later }],
    }),
  ).toMatchObject({ code: 'PHASE_OVER' });
  expect(await send(organiser, 'setPhaseDates', { ...moved(new Date(open.startsAt.getTime() + 1000), later), ...decision })).toMatchObject({
    code: 'PHASE_BEGUN',
  });
  expect(await contest.em().count(ContestDecision, { contest: id })).toBe(0);

  const reopened = await send(
    organiser,
    'setPhaseDates',
    { ...moved(open.startsAt, later), ...decision },
    'phase decisions { kind number reason } canDraft',
  );
  expect(reopened).toMatchObject({
    phase: 'OPEN',
    decisions: [{ kind: 'DATES_MOVED', number: '215/QĐ-UBND', reason: 'Nhiều đơn vị đề nghị gia hạn' }],
  });
  await contest.drain();
  const { rows } = await sql<{
    subject: string;
  }>`select text_vi as subject from notice where kind = 'contest.datesMoved' and person_id = ${district.people.submitter}`.execute(
    contest.em().getKysely(),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.subject).toContain('Quyết định số 215/QĐ-UBND');
});

test('the leader cancels, with number and reason; units are told; it ends there', async () => {
  const { id } = await aContest(contest, district, { phase: 'ANNOUNCED' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  const input = { contestId: id, version, decisionNumber: '99/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' };
  const forbidden = await organiser.send(mutation('cancelContest'), { input });
  expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');

  const cancelled = await send(leader, 'cancelContest', input, 'version phase cancelReason canSetDates');
  expect(cancelled).toMatchObject({ phase: 'CANCELLED', cancelReason: 'Sắp xếp đơn vị hành chính', canSetDates: false });
  expect(await send(leader, 'cancelContest', { ...input, version: cancelled.version })).toMatchObject({ code: 'TRANSITION' });
  expect(await send(organiser, 'advancePhase', { contestId: id, version: cancelled.version })).toMatchObject({ code: 'CONTEST_ENDED' });
  await contest.drain();
  const { rows } = await sql`select 1 from notice where kind = 'contest.cancelled' and person_id = ${district.people.submitter}`.execute(
    contest.em().getKysely(),
  );
  expect(rows).toHaveLength(1);
});

test.each([
  [
    'into a leap year',
    2027,
    [{ kind: 'OPEN', startsAt: '2027-03-01T00:00:00+07:00', endsAt: '2027-12-31T23:59:59+07:00' }],
    2028,
    [['OPEN', '2028-02-29T17:00:00.000Z', '2028-12-31T16:59:59.000Z']],
  ],
  [
    'out of it, with the leap day',
    2028,
    [
      { kind: 'OPEN', startsAt: '2028-02-01T00:00:00+07:00', endsAt: '2028-02-29T23:59:59+07:00' },
      { kind: 'SCREENING', startsAt: '2028-03-01T00:00:00+07:00' },
    ],
    2031,
    [
      ['OPEN', '2031-01-31T17:00:00.000Z', '2031-02-28T16:59:59.000Z'],
      ['SCREENING', '2031-02-28T17:00:00.000Z', null],
    ],
  ],
])('a year that is copied %s keeps the clock on the wall', async (...copy) => {
  const [, year, given, to, wanted] = copy;
  const { id } = await send(organiser, 'createContest', { ...order(), year, phases: given });
  const next = { contestId: id, year: to, titleVi: 'Năm sau', titleEn: 'Later', rosterAsOf: '2026-01-01' };
  const copied = await send(organiser, 'copyContest', next, 'phases { kind startsAt endsAt }');

  expect(copied.phases.map(({ kind, startsAt, endsAt }: any) => [kind, startsAt, endsAt])).toEqual(wanted);
});
