import { Conflict } from '#domain/jury';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { awaitedOf } from './support/awaiting.js';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, aJudging, openRound } from './support/judging.js';
import { mutation } from './support/sign-in.js';

let contest: RunningContest;
let district: District;
let judging: Judging;
let leader: Client;
let second: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  leader = await contest.as(district.people.leader);
  const { interior, district: host } = district.units;
  second = await contest.as(await aPerson(contest, { unitId: interior, role: 'ORGANISER', roleUnitId: host }));
});
afterAll(() => contest.stop());
beforeEach(async () => {
  judging = await aJudging(contest, district, { initiatives: 1 });
  await openRound(contest, judging, judging.rounds[0]!);
});

const ROW = '... on Conflict { id version active pinned waits answer canLift canPin canDecide canAnswer }';
const act = (client: Client, name: string, input: object): Promise<any> =>
  client.ask(
    mutation(
      name,
      name === 'confirmConflict' || name === 'refuseConflict' ? 'DecideConflictInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
      ROW,
    ),
    { input },
  );
const told = (personId: string, type = 'FAMILY') => ({ initiativeId: judging.initiatives[0], personId, type, reason: 'Anh em ruột' });
const DECIDE = '{ conflictsToDecide(first: 50) { edges { node { id } } } }';
const MINE = '{ myConflicts(first: 50) { edges { node { id waits canAnswer } } } }';
const ROUND = 'query ($id: ID!) { round(id: $id) { progress { signed } } }';
const idsOf = async (client: Client, query: string): Promise<string[]> => (await client.ask(query)).edges.map(({ node }: any) => node.id);
/** Whether the judging is open to an organiser. */
const sees = async (client: Client): Promise<boolean> => (await client.ask(ROUND, { id: judging.rounds[0] })).progress !== null;
const shutOut = (personId: string) => contest.em().count(Conflict, { contest: judging.contestId, person: personId, active: true });

test('a conflict that an organiser tells of the leader, of another organiser or of a secretary changes nothing until a second person has decided', async () => {
  const secretary = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  await contest.get(SeatService).seat(SYSTEM, { contestId: judging.contestId, personId: secretary, kind: 'SECRETARY' });
  for (const personId of [district.people.leader, secretary]) {
    const proposed = await act(judging.organiser, 'setConflict', told(personId));
    expect(proposed).toMatchObject({ active: false, waits: true, canLift: false, canPin: false, canDecide: false });
    expect(await contest.em().count(Conflict, { contest: judging.contestId, person: personId, active: true })).toBe(0);
    expect(await act(judging.organiser, 'setConflict', told(personId))).toMatchObject({ code: 'CONFLICT_WAITS' });
  }
  expect(await sees(await contest.as(secretary))).toBe(true);
});

test('what is proposed of somebody awaits their answer until they gave it, and nobody else’s', async () => {
  const proposed = await act(judging.organiser, 'setConflict', told(district.people.leader));
  const asked = async (client: Client) =>
    (await awaitedOf(client, 'conflictAnswer')).filter(({ subjectId }) => subjectId === judging.contestId);
  expect(await asked(leader)).toMatchObject([{ act: 'answerConflict', count: 1, link: '/me/conflicts' }]);
  expect([await asked(second), await asked(judging.organiser)]).toEqual([[], []]);
  await act(leader, 'answerConflict', { conflictId: proposed.id, version: proposed.version, answer: 'Không đúng.' });
  expect(await asked(leader)).toEqual([]);
});

test('the second person is neither who told of it nor whom it is about', async () => {
  const { id: conflictId, version } = await act(judging.organiser, 'setConflict', told(district.people.leader));
  const input = { conflictId, version, reason: 'Đã xem xét' };
  const before = await content(contest, ['session']);
  expect(await act(judging.organiser, 'confirmConflict', input)).toMatchObject({ code: 'SECOND_PERSON_SAME' });
  expect(await act(leader, 'confirmConflict', input)).toMatchObject({ code: 'CONFLICT_OWN' });
  expect(await act(leader, 'refuseConflict', input)).toMatchObject({ code: 'CONFLICT_OWN' });
  expect(await act(second, 'confirmConflict', { ...input, version: 9 })).toMatchObject({ code: 'STALE' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);

  expect(await idsOf(second, DECIDE)).toContain(conflictId);
  expect(await idsOf(leader, DECIDE)).not.toContain(conflictId);
  expect(await act(second, 'confirmConflict', input)).toMatchObject({ active: true, pinned: true, waits: false });
  expect(await act(second, 'confirmConflict', { ...input, version: 2 })).toMatchObject({ code: 'CONFLICT_NOT_WAITING' });
});

test('the leader is told, answers, and goes on seeing the judging; who decides reads the answer', async () => {
  const { id: conflictId, version } = await act(judging.organiser, 'setConflict', told(district.people.leader));
  await contest.drain();
  const notices = (await leader.ask('{ myNotices(first: 5) { edges { node { kind link } } } }')).edges.map(({ node }: any) => node);
  expect(notices).toContainEqual({ kind: 'conflict.waits', link: '/me/conflicts' });
  expect((await leader.ask(MINE)).edges).toContainEqual({ node: { id: conflictId, waits: true, canAnswer: true } });

  const answered = await act(leader, 'answerConflict', { conflictId, version, answer: 'Chỉ trùng họ tên.' });
  expect(answered).toMatchObject({ answer: 'Chỉ trùng họ tên.', waits: true });
  expect(await act(second, 'answerConflict', { conflictId, version: 2, answer: 'Tôi cũng có ý kiến' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await shutOut(district.people.leader)).toBe(0);
  const refused = await act(second, 'refuseConflict', { conflictId, version: answered.version, reason: 'Đã xác minh' });
  expect(refused).toMatchObject({ active: false, waits: false, answer: 'Chỉ trùng họ tên.' });
  expect(await act(leader, 'answerConflict', { conflictId, version: refused.version, answer: 'Cảm ơn.' })).toMatchObject({
    code: 'CONFLICT_NOT_WAITING',
  });
});

test('who has a say is not kept from detection by a proposal, and a pin waits as well', async () => {
  const { units } = district;
  const tied = await aPerson(contest, { unitId: units.finance, role: 'ORGANISER', roleUnitId: units.district });
  expect(await act(judging.organiser, 'setConflict', told(district.people.leader, 'SAME_UNIT'))).toMatchObject({
    code: 'CONFLICT_TYPE_FOUND',
  });
  const found = await contest.em().findOneOrFail(Conflict, { contest: judging.contestId, person: tied });
  const pinned = await act(judging.organiser, 'pinConflict', {
    conflictId: found.id,
    version: found.version,
    reason: 'Vẫn sinh hoạt chung',
  });
  expect(pinned).toMatchObject({ active: true, pinned: false, waits: true });
  expect(await act(leader, 'confirmConflict', { conflictId: found.id, version: pinned.version, reason: 'Đồng ý' })).toMatchObject({
    ...{ active: true, pinned: true, waits: false },
  });
});

test('what one tells of oneself, and what an organiser tells of a judge, holds at once', async () => {
  const { organiser } = district.people;
  expect(await act(judging.organiser, 'setConflict', told(judging.judges[0]!))).toMatchObject({ active: true, waits: false });
  expect(await act(judging.organiser, 'setConflict', told(organiser))).toMatchObject({ active: true, waits: false });
  expect(await sees(judging.organiser)).toBe(false);
});

test('who proposed a conflict or a pin takes it back, another does not; what was active stays so and can be lifted again', async () => {
  const tied = await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER', roleUnitId: district.units.district });
  const found = await contest.em().findOneOrFail(Conflict, { contest: judging.contestId, person: tied });
  const on = ({ id, version }: { id: string; version: number }) => ({ conflictId: id, version, reason: 'Nhầm người' });
  const pinned = await act(judging.organiser, 'pinConflict', on(found));
  const proposed = await act(judging.organiser, 'setConflict', told(district.people.leader));
  const before = await content(contest, ['session']);
  for (const waiting of [pinned, proposed]) expect(await act(second, 'withdrawConflict', on(waiting))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await act(judging.organiser, 'withdrawConflict', { ...on(pinned), version: 9 })).toMatchObject({ code: 'STALE' });
  expect(await act(judging.organiser, 'liftConflict', on(pinned))).toMatchObject({ code: 'CONFLICT_WAITS' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);

  const free = await act(judging.organiser, 'withdrawConflict', on(pinned));
  expect(free).toMatchObject({ active: true, pinned: false, waits: false, canLift: true });
  expect(await act(judging.organiser, 'liftConflict', on(free))).toMatchObject({ active: false });
  const gone = await act(judging.organiser, 'withdrawConflict', on(proposed));
  expect(gone).toMatchObject({ active: false, waits: false, canDecide: false });
  expect(await act(judging.organiser, 'withdrawConflict', on(gone))).toMatchObject({ code: 'CONFLICT_NOT_WAITING' });
  await contest.drain();
  const [{ node: said }] = (await leader.ask('{ myNotices(first: 1) { edges { node { text } } } }')).edges;
  expect(said.text).toMatch(/^Người nêu xung đột lợi ích đã rút đề nghị\. Sáng kiến .+, cuộc thi “Tìm kiếm sáng kiến .+”\.$/u);
});
