import { Contest, PlanApproval } from '#domain/contest';
import { approvedPlan, read, send } from './support/contest-acts.js';
import { aContest, aRuleBook, anArea, plan, prizePlan, rules } from './support/contests.js';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
});
afterAll(() => contest.stop());

beforeEach(async () => {
  contest.clock.set('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  leader = await contest.as(district.people.leader);
});

const PLAN = `version leaderApproves planApproval { state sentByName answeredByName returnReason } problems { code }
  whyNotSubmitPlan { code } whyNotApprovePlan { code } whyNotReturnPlan { code } whyNotSetPlanApproval { code } whyNotAdvance { code message }`;

async function aDraft(): Promise<{ contestId: string; version: number }> {
  const { id: contestId } = await aContest(contest, district, { phase: 'DRAFT', leaderApproves: true });
  return { contestId, version: 1 };
}

const awaiting = async (who: Client): Promise<string[]> =>
  (
    await who.ask('{ awaiting(kinds: [contestApprovePlan, contestSubmitPlan, contestAnnounce]) { edges { node { kind who link } } } }')
  ).edges.map(({ node }: any) => node.kind);

async function told(kind: string, contestId: string): Promise<[string, string][]> {
  await contest.drain();
  const rows = await contest
    .em()
    .getConnection()
    .execute<{ person_id: string; subject: string }[]>(
      `select person_id, subject_vi as subject from notice where kind = ? and dedupe_key in (
      select ? || ':' || id from plan_approval where contest_id = ?) order by 1`,
      [kind, kind, contestId],
    );
  return rows.map(({ person_id: person, subject }) => [person, subject]);
}

test('a contest is announced once its leader has approved the plan, and never before', async () => {
  const draft = await aDraft();
  const { contestId } = draft;
  expect(await send(organiser, 'advancePhase', draft)).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  const fresh = await read(organiser, contestId, PLAN);
  expect(fresh).toMatchObject({
    leaderApproves: true,
    planApproval: { state: 'NOT_SENT', sentByName: null },
    problems: [{ code: 'PLAN_NOT_APPROVED' }],
  });
  expect(fresh.whyNotAdvance.message).toBe('Lãnh đạo chưa phê duyệt kế hoạch cuộc thi (kế hoạch chưa trình).');
  expect([fresh.whyNotSubmitPlan, fresh.whyNotApprovePlan]).toEqual([null, { code: 'FORBIDDEN' }]);
  expect(await send(leader, 'approvePlan', draft)).toMatchObject({ code: 'PLAN_NOT_SENT' });

  expect(await send(organiser, 'submitPlan', draft, PLAN)).toMatchObject({
    version: 1,
    planApproval: { state: 'SENT' },
    whyNotSubmitPlan: { code: 'PLAN_SENT' },
  });
  expect(await told('contest.planSubmitted', contestId)).toEqual([[district.people.leader, expect.stringContaining('chờ phê duyệt')]]);
  expect([await awaiting(leader), await awaiting(organiser)]).toEqual([['contestApprovePlan'], []]);
  expect(await send(organiser, 'advancePhase', draft)).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  expect(await send(organiser, 'submitPlan', draft)).toMatchObject({ code: 'PLAN_SENT' });

  const asked = await read(leader, contestId, PLAN);
  expect([asked.whyNotApprovePlan, asked.whyNotReturnPlan, asked.whyNotSubmitPlan]).toEqual([null, null, { code: 'FORBIDDEN' }]);
  expect(await send(leader, 'approvePlan', draft, PLAN)).toMatchObject({
    planApproval: { state: 'APPROVED' },
    whyNotApprovePlan: { code: 'PLAN_NOT_SENT' },
  });
  expect(await told('contest.planApproved', contestId)).toEqual([
    [district.people.organiser, expect.stringContaining('đã được phê duyệt')],
  ]);
  expect([await awaiting(leader), await awaiting(organiser)]).toEqual([[], ['contestAnnounce']]);

  expect(await send(organiser, 'advancePhase', draft, `phase planApproval { state }`)).toMatchObject({
    phase: 'ANNOUNCED',
    planApproval: { state: 'APPROVED' },
  });
  const { planApprovedAt } = await contest.em().findOneOrFail(Contest, { id: contestId });
  expect(planApprovedAt).toEqual(contest.clock.now());
  const { version } = await read(leader, contestId, 'version');
  for (const name of ['approvePlan', 'returnPlan', 'setPlanApproval'])
    expect([
      name,
      await send(leader, name, {
        contestId,
        version,
        ...(name === 'returnPlan' && { reason: 'x' }),
        ...(name === 'setPlanApproval' && { asked: false }),
      }),
    ]).toEqual([name, expect.objectContaining({ code: 'CONTEST_ANNOUNCED' })]);
  expect(await awaiting(organiser)).toEqual([]);
});

test('what the leader returns comes back with their words, and is sent again', async () => {
  const draft = await aDraft();
  const { contestId } = draft;
  await send(organiser, 'submitPlan', draft);
  const reason = 'Bổ sung thêm một giải Ba.';
  expect(await send(leader, 'returnPlan', { ...draft, reason }, PLAN)).toMatchObject({
    planApproval: { state: 'RETURNED', returnReason: reason },
  });
  expect(await told('contest.planReturned', contestId)).toEqual([[district.people.organiser, expect.stringContaining('trả lại')]]);
  expect([await awaiting(leader), await awaiting(organiser)]).toEqual([[], ['contestSubmitPlan']]);
  expect(await send(organiser, 'advancePhase', draft)).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  await approvedPlan({ organiser, leader }, draft);
  // An approval is taken back in the same way, until the announcement.
  expect(await send(leader, 'returnPlan', { ...draft, reason }, PLAN)).toMatchObject({ planApproval: { state: 'RETURNED' } });
  expect(await send(organiser, 'advancePhase', draft)).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  expect(await contest.em().count(PlanApproval, { contest: contestId })).toBe(2);
});

const facts = {
  titleVi: 'Cuộc thi đã đổi tên',
  titleEn: 'Renamed',
  objectives: 'Khác.',
  headConfirms: true,
  graceMinutes: 0,
  maxFiles: 1,
  maxFileBytes: 2048,
};

test.each<[string, () => Promise<object>]>([
  ['editContest', () => Promise.resolve(facts)],
  ['setAreas', async () => ({ areaIds: [await anArea(contest)] })],
  ['setPhaseDates', () => Promise.resolve({ phases: [{ kind: 'PUBLISHED', startsAt: '2026-12-30T08:00:00+07:00' }] })],
  ['setPrizePlan', () => Promise.resolve({ tiers: prizePlan.slice(0, 2) })],
  ['setRuleBook', () => Promise.resolve({ content: aRuleBook({ rounding: { places: 1 } }) })],
  ['attachDocument', () => Promise.resolve({ ...rules, number: '09/TL-BTC' })],
])('%s after the approval: the plan is unapproved again, and who approved it is told once', async (name, input) => {
  const draft = await aDraft();
  const { contestId } = draft;
  await approvedPlan({ organiser, leader }, draft);
  await contest.drain();
  const { version } = await send(organiser, name, { ...draft, ...(await input()) });
  expect(version).toBeGreaterThan(1);
  expect(await send(organiser, 'advancePhase', { contestId, version })).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  const now = await read(organiser, contestId, PLAN);
  expect(now).toMatchObject({ planApproval: { state: 'CHANGED' }, whyNotSubmitPlan: null });
  expect(now.whyNotAdvance.message).toContain('đã sửa sau khi trình, phải trình lại');
  expect(await awaiting(organiser)).toEqual(['contestSubmitPlan']);
  await send(organiser, 'attachDocument', { contestId, version, ...plan, number: '7/KH-UBND' });
  expect(await told('contest.planChanged', contestId)).toEqual([[district.people.leader, expect.stringContaining('đã được sửa')]]);
});

test('a paper that is taken off again is a change; what changes nothing leaves the approval standing and tells nobody', async () => {
  const draft = await aDraft();
  const { contestId } = draft;
  await approvedPlan({ organiser, leader }, draft);
  const same = await send(organiser, 'setPrizePlan', { ...draft, tiers: prizePlan }, PLAN);
  expect(same).toMatchObject({ version: 1, planApproval: { state: 'APPROVED' } });
  expect(await told('contest.planChanged', contestId)).toEqual([]);
  const { documents } = await read(organiser, contestId, 'documents { id kind }');
  const taken = await send(organiser, 'detachDocument', { ...draft, documentId: documents[0].id }, PLAN);
  expect(taken).toMatchObject({ planApproval: { state: 'CHANGED' } });
});

test('a plan that was changed while it waited is not the one to be approved', async () => {
  const draft = await aDraft();
  const { contestId } = draft;
  await send(organiser, 'submitPlan', draft);
  const { version } = await send(organiser, 'attachDocument', { ...draft, ...rules, number: '09/TL-BTC' });
  expect(await send(leader, 'approvePlan', draft)).toMatchObject({ code: 'PLAN_NOT_SENT' });
  expect(await send(leader, 'approvePlan', { contestId, version })).toMatchObject({ code: 'PLAN_NOT_SENT' });
  await send(organiser, 'submitPlan', { contestId, version });
  expect(await send(leader, 'approvePlan', draft)).toMatchObject({ code: 'STALE' });
  expect(await send(leader, 'approvePlan', { contestId, version }, PLAN)).toMatchObject({ planApproval: { state: 'APPROVED' } });
});

test('a plan that lacks something is not sent: all that it lacks is said, and nothing is written', async () => {
  const input = {
    hostUnitId: district.units.district,
    year: 2026,
    titleVi: 'Thiếu',
    titleEn: 'Lacking',
    objectives: '',
    rosterAsOf: '2025-06-30',
  };
  const { id: contestId } = await send(organiser, 'createContest', input);
  const before = await content(contest, ['session']);
  expect(await send(organiser, 'submitPlan', { contestId, version: 1 })).toMatchObject({ code: 'PLAN_MISSING' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('only the leader says that they need not be asked; then the office announces by itself', async () => {
  const draft = await aDraft();
  const { contestId } = draft;
  const order = { ...draft, asked: false };
  expect(
    (await organiser.send(`mutation ($input: SetPlanApprovalInput!) { setPlanApproval(input: $input) { __typename } }`, { input: order }))
      .errors?.[0]?.extensions.code,
  ).toBe('FORBIDDEN');
  const { version } = await send(leader, 'setPlanApproval', order, PLAN);
  expect(await send(organiser, 'submitPlan', { contestId, version })).toMatchObject({ code: 'PLAN_APPROVAL_NOT_ASKED' });
  expect(await read(organiser, contestId, PLAN)).toMatchObject({ leaderApproves: false, planApproval: null, problems: [] });
  expect(await send(organiser, 'advancePhase', { contestId, version })).toMatchObject({ phase: 'ANNOUNCED' });
  const year = { year: 2027, titleVi: 'Năm sau', titleEn: 'Next year', rosterAsOf: '2025-06-30' };
  expect(await send(organiser, 'copyContest', { contestId, ...year }, 'leaderApproves')).toMatchObject({ leaderApproves: true });
});

test('nobody of another district sends or answers a plan, and units do not see where it stands', async () => {
  const draft = await aDraft();
  const elsewhere = await aUnit(contest, 'Huyện Đan Phượng', { kind: 'DISTRICT', parentId: null });
  const stranger = await contest.as(await aPerson(contest, { unitId: elsewhere, role: 'LEADER' }));
  await send(organiser, 'submitPlan', draft);
  expect(await send(stranger, 'approvePlan', draft)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await awaiting(stranger)).toEqual([]);
  await send(leader, 'approvePlan', draft);
  await send(organiser, 'advancePhase', draft);
  const submitter = await contest.as(district.people.submitter);
  expect(await read(submitter, draft.contestId, 'phase planApproval { state }')).toEqual({ phase: 'ANNOUNCED', planApproval: null });
});

test('the database announces nothing that its leader was to approve and has not', async () => {
  const { contestId } = await aDraft();
  const announced = contest
    .em()
    .getConnection()
    .execute(`update contest set phase = 'ANNOUNCED', announced_at = now() where id = ?`, [contestId]);
  await expect(announced).rejects.toMatchObject({ constraint: 'contest_announced_with_plan_approved' });
});
