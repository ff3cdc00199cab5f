import { SYSTEM } from '#lib/kernel';
import { CalendarService } from '#lib/units';
import { A_NOTICE } from './support/calendars.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aHead } from './support/heads.js';
import { OPEN, aCase, aSignal, pastRatings } from './support/ratings.js';
import { mutation } from './support/sign-in.js';

const SHOWN =
  '... on CorrectiveAction { id version state dueOn ownerName evidence effectFrom effectCheck reason canClaim moves whyNotVerify { code } }';
const act = (name: string) => mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, SHOWN);
const ACTIONS = `{ correctiveActions(first: 10) { edges { node { id version state dueOn late reason unit { nameVi } } } }
  actionCounts { due inTime checked effective counts { state count } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let head: { id: string; client: Client };
let counterId: string;
let signalId: string;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await contest.get(CalendarService).enterWorkingCalendar(SYSTEM, { year: 2026, ...A_NOTICE });
  counterId = (await organiser.ask(OPEN, { input: { unitId: district.units.anKhanh, name: 'Quầy số 1', openFrom: '2024-01-02' } }))
    .id as string;
  head = await aHead(contest, district.units.anKhanh);
  ({ signalId } = await aSignal(contest, district.units.anKhanh));
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const at = (day: string) => {
  contest.clock.set(`${day}T02:00:00Z`);
};
const send = (client: Client, name: string, input: object): Promise<any> => client.ask(act(name), { input });
const opened = (client: Client = head.client, more: object = {}): Promise<any> =>
  send(client, 'openAction', {
    signalId,
    rootCause: 'Thiếu người trực.',
    remedy: 'Bố trí thêm một người buổi chiều.',
    dueOn: '2026-03-16',
    ...more,
  });
const step = (client: Client, name: string, { id, version }: any, more: object = {}): Promise<any> =>
  send(client, name, { actionId: id, version, ...more });
async function verified(): Promise<any> {
  const claimed = await step(head.client, 'claimAction', await opened(), { evidence: 'Lịch trực tháng 3.' });
  return step(organiser, 'verifyAction', claimed);
}
const told = async (): Promise<string[]> =>
  (await rows(`select person_id as id from notice where kind = 'action.overdue' order by created_at`)).map(({ id }) => id);

test('an action goes from open over claimed and verified to effective; what shows it stands there and in the log', async () => {
  const action = await opened();
  expect(action).toMatchObject({ state: 'OPEN', ownerName: 'Đỗ Thị Đứng Đầu', canClaim: true, moves: ['CLAIMED', 'CANCELLED'] });
  const claimed = await step(head.client, 'claimAction', action, { evidence: 'Lịch trực tháng 3.' });
  expect(claimed).toMatchObject({ state: 'CLAIMED', evidence: 'Lịch trực tháng 3.', canClaim: false });
  const seen = await step(organiser, 'verifyAction', claimed);
  expect(seen).toMatchObject({ state: 'VERIFIED', effectFrom: '2026-03-30', whyNotVerify: null });
  at('2026-03-30');
  expect(await step(organiser, 'confirmEffect', seen, { check: 'Tỷ lệ không hài lòng bốn tuần sau.' })).toMatchObject({
    ...{ state: 'EFFECTIVE', effectCheck: 'Tỷ lệ không hài lòng bốn tuần sau.' },
  });
  const log = await rows(
    `select operation, body::jsonb->'after'->>'state' as state from audit_entry where subject_type = 'CorrectiveAction' order by seq`,
  );
  expect(log.map(({ operation }) => operation)).toEqual(['openAction', 'claimAction', 'verifyAction', 'confirmEffect']);
  expect(await organiser.ask(`{ actionCounts { due inTime checked effective } }`)).toEqual({ due: 1, inTime: 1, checked: 1, effective: 1 });
});

test('nobody sees to what they answer for, nor anybody of the unit; and a check within four weeks is none', async () => {
  const claimed = await step(head.client, 'claimAction', await opened(), { evidence: 'Lịch trực.' });
  const insider = await contest.as(
    await aPerson(contest, { unitId: district.units.anKhanh, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  expect(await step(insider, 'verifyAction', claimed)).toMatchObject({ code: 'REVIEWER_OF_UNIT' });
  const seen = await step(organiser, 'verifyAction', claimed);
  at('2026-03-29');
  expect(await step(organiser, 'confirmEffect', seen, { check: 'Sớm.' })).toMatchObject({ code: 'EFFECT_TOO_EARLY' });
  expect(await step(organiser, 'cancelAction', seen, { reason: 'Thôi.' })).toMatchObject({ code: 'ACTION_STATE' });
  await expect(rows(`update corrective_action set verifier_id = owner_id`)).rejects.toMatchObject({
    constraint: 'corrective_action_verified_by_another',
  });
  await expect(
    rows(`update corrective_action set state = 'EFFECTIVE', effect_check = 'x', checked_on = verified_on + 27`),
  ).rejects.toMatchObject({ constraint: 'corrective_action_effective_four_weeks_later' });
});

test.each([
  ['2025-09-24', [{ state: 'REOPENED', dueOn: '2026-04-07', reason: 'Tín hiệu cùng loại xuất hiện lại trong sáu tháng.' }]],
  ['2025-09-23', [{ state: 'VERIFIED', dueOn: '2026-03-16', reason: null }]],
])('verified on %s, the same rule half a year later reopens it, and not after that', async (day, expected) => {
  await verified();
  await rows(`update corrective_action set opened_on = '2025-09-01', claimed_on = '2025-09-02', verified_on = '${day}'`);
  await rows(`update signal set closed_at = now(), conclusion = 'Thiếu người.'`);
  await rows(`update signal_base set last_week = '2026-03-02'`);
  for (const [day, low] of [
    ['2026-03-10', 30],
    ['2026-03-17', 30],
  ] as const)
    await pastRatings(contest, counterId, { day, levels: [...Array<number>(low).fill(1), ...Array<number>(190).fill(5)] });
  at('2026-03-24');
  await contest.tick();
  const { edges } = await organiser.ask(`{ correctiveActions(first: 5) { edges { node { state dueOn reason } } } }`);
  expect(edges.map(({ node }: any) => node)).toEqual(expected);
});

test('about a signal it worked where a smaller share is dissatisfied in the four weeks after than in the four before', async () => {
  const rated = (day: string, low: number) =>
    pastRatings(contest, counterId, { day, levels: [...Array<number>(low).fill(1), ...Array<number>(20 - low).fill(5)] });
  for (const [day, low] of [
    ['2026-02-01', 0],
    ['2026-02-02', 2],
    ['2026-03-01', 2],
    ['2026-03-02', 2],
    ['2026-03-29', 2],
    ['2026-03-30', 0],
  ] as const)
    await rated(day, low);
  const seen = await verified();
  at('2026-03-30');
  const SEEN =
    '{ correctiveActions(first: 1) { edges { node { before { from to ratings lowRatings } after { from to ratings lowRatings } whyNotConfirmEffect { code } } } } }';
  expect((await organiser.ask(SEEN)).edges[0].node).toEqual({
    before: { from: '2026-02-02', to: '2026-03-01', ratings: 40, lowRatings: 4 },
    after: { from: '2026-03-02', to: '2026-03-29', ratings: 40, lowRatings: 4 },
    whyNotConfirmEffect: { code: 'EFFECT_NOT_SHOWN' },
  });
  expect(await step(organiser, 'confirmEffect', seen, { check: 'Bốn tuần sau.' })).toMatchObject({ code: 'EFFECT_NOT_SHOWN' });
  expect(await rows('select state from corrective_action')).toEqual([{ state: 'VERIFIED' }]);
  await rated('2026-03-12', 0);
  expect(await step(organiser, 'confirmEffect', seen, { check: 'Bốn tuần sau.' })).toMatchObject({ state: 'EFFECTIVE' });
});

test('who may open one is told so where the signal and the case stand; a case past the head has none, and the head does not find it', async () => {
  await aCase(contest, counterId, true);
  const OFFERED = ['signals', 'reportedCases'].map((list) => `{ ${list}(first: 1) { edges { node { canOpenAction } } } }`);
  const leader = await contest.as(district.people.leader);
  const offered = (client: Client) =>
    Promise.all(OFFERED.map(async (list) => (await client.ask(list)).edges.map(({ node }: any) => node.canOpenAction)));
  expect(await offered(organiser)).toEqual([[true], [false]]);
  expect(await offered(leader)).toEqual([[false], [false]]);
  expect(await offered(head.client)).toEqual([[true], []]);
  const [{ id: caseId }] = await rows('select id from reported_case');
  expect(await opened(head.client, { signalId: null, caseId })).toMatchObject({ code: 'NOT_FOUND' });
});

test('what is overdue is told to its owner on the due day, to the head after three working days, to the office after five; each once', async () => {
  await opened();
  at('2026-03-15');
  await contest.tick();
  expect(await told()).toEqual([]);
  at('2026-03-16');
  await contest.tick();
  await contest.tick();
  expect(await told()).toEqual([head.id]);
  at('2026-03-19');
  await contest.tick();
  expect(await told()).toEqual([head.id, head.id]);
  at('2026-03-20');
  await contest.tick();
  expect(await told()).toHaveLength(2);
  at('2026-03-23');
  await contest.tick();
  await contest.tick();
  expect((await told()).slice(2)).toEqual([district.people.organiser]);
});

test('several that are overdue are one notice', async () => {
  await opened();
  await opened(head.client, { remedy: 'Sắp xếp lại chỗ ngồi chờ.' });
  at('2026-03-16');
  await contest.tick();
  expect(await rows(`select subject_vi as subject from notice where kind = 'action.overdue'`)).toEqual([
    { subject: '2 biện pháp khắc phục đến hạn hoặc quá hạn' },
  ]);
});

test('an action is of one signal or one case, due today at the earliest, in a unit that somebody heads, and not of a case about its head', async () => {
  expect(await opened(head.client, { caseId: await aCase(contest, counterId) })).toMatchObject({ code: 'ACTION_SOURCE' });
  expect(await opened(head.client, { dueOn: '2026-03-01' })).toMatchObject({ code: 'ACTION_DUE_PAST', path: 'dueOn' });
  await rows(`delete from reported_case`);
  const past = { signalId: null, caseId: await aCase(contest, counterId, true) };
  expect(await opened(organiser, past)).toMatchObject({ code: 'CASE_PAST_HEAD' });
  const officer = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' }));
  expect(await opened(officer)).toMatchObject({ code: 'NOT_FOUND' });
  await rows(`update position set is_head = false`);
  expect(await opened(organiser)).toMatchObject({ code: 'ACTION_NO_HEAD' });
  expect(await rows('select 1 from corrective_action')).toEqual([]);
  expect((await officer.ask(ACTIONS.replace(/\n.*/, ' }'))).edges).toEqual([]);
});
