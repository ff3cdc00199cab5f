import { aContest, aRound } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSubmitted, tell } from './support/initiatives.js';
import { type Judging, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { aRollout } from './support/rollouts.js';
import { done } from './support/world.js';

const LED = '{ led { id kind label subjectId subject done whole due link } }';
const MINUTE = 60_000;

let contest: RunningContest;
let district: District;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const ledOf = async (kind: string, client = leader): Promise<any[]> => (await client.ask(LED)).filter((row: any) => row.kind === kind);
const later = (ms: number) => {
  contest.clock.set(new Date(contest.clock.now().getTime() + ms));
};

describe('cards', () => {
  let judging: Judging;
  let roundId: string;

  beforeAll(async () => {
    const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
    judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
    roundId = judging.rounds[0]!;
    await openRound(contest, judging, roundId);
  });

  test('are told to whoever leads as signed of all, by the minute', async () => {
    const shown = { kind: 'roundSigned', label: 'Phiếu chấm đã ký', subjectId: roundId, link: `/contests/${judging.contestId}/year` };
    expect(await ledOf('roundSigned')).toEqual([expect.objectContaining({ ...shown, done: 0, whole: 4 })]);

    contest.clock.set(new Date(Math.ceil(contest.clock.now().getTime() / MINUTE) * MINUTE + 5000));
    const judge = await contest.as(judging.judges[0]!);
    const [card] = await attestedCards(judge, roundId);
    await judge.ask(SIGN, { input: { scorecardId: card!.id, version: card!.version, marks: marksOf('10', '10', '10') } });
    expect(await ledOf('roundSigned')).toMatchObject([{ done: 0, whole: 4 }]);
    later(MINUTE);
    expect(await ledOf('roundSigned')).toMatchObject([{ done: 1, whole: 4 }]);
  });

  test('are told to nobody who does not lead, not to the leader of another district, and not to one who is shut out of the judging', async () => {
    const { organiser, judge, admin, submitter } = district.people;
    for (const personId of [organiser, judge, admin, submitter])
      expect((await (await contest.as(personId)).send(LED)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await (await contest.as((await aDistrict(contest)).people.leader)).ask(LED)).toEqual([]);

    const tied = await aPerson(contest, { unitId: district.units.district, role: 'LEADER' });
    const client = await contest.as(tied);
    expect(await ledOf('roundSigned', client)).toHaveLength(1);
    await contest
      .em()
      .getConnection()
      .execute(
        `insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, created_at)
       values (gen_random_uuid(), ?, ?, ?, 'OTHER', 'DECLARED', false, true, now())`,
        [judging.contestId, judging.initiatives[0], tied],
      );
    expect(await ledOf('roundSigned', client)).toEqual([]);
    expect(await ledOf('roundSigned')).toHaveLength(1);
  });
});

test('dossiers are told as decided on of all that were sent in and not withdrawn', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  const sent = [];
  for (const title of ['Một cửa', 'Chứng thực', 'Đặt lịch', 'Tra cứu']) sent.push(await aSubmitted(contest, district, year, { title }));
  const ours = async () => (await ledOf('initiativeScreened')).filter(({ subjectId }) => subjectId === year.id);
  expect(await ours()).toMatchObject([
    { label: 'Hồ sơ đã kiểm tra tính hợp lệ', done: 0, whole: 4, link: `/contests/${year.id}/dossiers` },
  ]);

  const [first, second, third] = sent as [any, any, any];
  await tell(await contest.as(district.people.submitter), 'withdrawInitiative', {
    initiativeId: third.id,
    version: third.version,
    reason: 'Gửi nhầm.',
  });
  await contest.em().getConnection().execute(`update initiative set state = 'ELIGIBLE' where id = ?`, [first.id]);
  await contest.em().getConnection().execute(`update initiative set state = 'RETURNED', return_due_at = now() where id = ?`, [second.id]);
  expect(await ours()).toMatchObject([{ done: 1, whole: 3 }]);
});

test('reports are told as received of those expected, as long as the period takes them', async () => {
  const organiser = await contest.as(district.people.organiser);
  await aRollout(contest, district, organiser);
  const names = { key: 'K-1', nameVi: 'Quý I', nameEn: 'Q1' };
  const days = { startsOn: '2025-01-01', endsOn: '2025-03-31', dueOn: '2027-04-10' };
  const { id, version } = await done(organiser, 'openReportingPeriod', { hostUnitId: district.units.district, ...names, ...days });
  const [{ expected }] = await organiser.ask(`{ reportingRates(periodIds: ["${String(id)}"]) { expected } }`);
  expect(expected).toBeGreaterThan(0);
  expect(await ledOf('reportReceived')).toMatchObject([
    { subjectId: id, subject: 'Quý I', done: 0, whole: expected, link: `/reports/${String(id)}` },
  ]);
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into report (id, period_id, unit_id, state, received_at, submitted_at, version) values (gen_random_uuid(), ?, ?, 'SUBMITTED', now(), now(), 1)`,
      [id, district.units.anKhanh],
    );
  expect(await ledOf('reportReceived')).toMatchObject([{ done: 1, whole: expected }]);
  await done(organiser, 'closePeriod', { periodId: id, version });
  expect(await ledOf('reportReceived')).toEqual([]);
});
