import { Conflict } from '#domain/jury';
import { GrantService, PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { ConflictDetectionService } from '#lib/jury';
import { anArea, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft } from './support/initiatives.js';
import { type Judging, aJudging, openRound } from './support/judging.js';
import { mutation } from './support/sign-in.js';

/** Ways to shut somebody out of the judging that one person has tried. */
let contest: RunningContest;
let district: District;
let judging: Judging;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 1 });
  await openRound(contest, judging, judging.rounds[0]!);
});
afterAll(() => contest.stop());

const SET = mutation('setConflict', 'SetConflictInput', '... on Conflict { id version active waits }');
const CONFIRM = mutation('confirmGrant', 'ConfirmGrantInput', '... on RoleGrant { state }');
const DECIDE = mutation('confirmConflict', 'DecideConflictInput', '... on Conflict { active pinned waits }');
const END = mutation('endPosition', 'EndPositionInput', '... on Position { to }');
const position = { titleVi: 'Chuyên viên', titleEn: 'Official', from: '2021-01-01' };
const half = (personId: string, lead: boolean) => ({ personId, share: '50', lead });
const active = async (personId: string): Promise<string[]> =>
  (await contest.em().find(Conflict, { contest: judging.contestId, person: personId, active: true })).map(({ type }) => type);

let serial = 0;

/** A contest of the past of a unit, with one initiative by these two. */
async function recordedTogether(client: Client, hostUnitId: string, people: readonly [string, string]): Promise<void> {
  const areaId = await anArea(contest);
  const year = {
    hostUnitId,
    year: 2023,
    titleVi: `Cuộc thi đã qua ${String((serial += 1))}`,
    titleEn: 'Past',
    objectives: 'Mục tiêu',
    rosterAsOf: '2023-06-30',
  };
  const past = await client.ask(mutation('recordPastContest', 'RecordPastContestInput', '... on Contest { id }'), {
    input: { ...year, areaIds: [areaId] },
  });
  expect(past).toEqual({ __typename: 'Contest', id: expect.any(String) });
  const [unit] = await contest
    .em()
    .getConnection()
    .execute<{ id: string }[]>(
      'select unit_id as id from roster_unit ru join contest c on c.roster_id = ru.roster_id where c.id = ? limit 1',
      [past.id],
    );
  const input = {
    contestId: past.id,
    areaId,
    ownerUnitId: unit!.id,
    title: 'Sáng kiến đã qua',
    authors: [half(people[0], true), half(people[1], false)],
  };
  expect(await client.ask(mutation('recordPastInitiative', 'RecordPastInitiativeInput', ''), { input })).toMatchObject({
    __typename: 'Initiative',
  });
}

const redetect = () => contest.get(ConflictDetectionService).detect(SYSTEM, judging.contestId);

test('what somebody records of a past contest shuts nobody out who organises or leads; a judge only where the judging is theirs', async () => {
  const { units, people } = district;
  const [judge = '', other = ''] = judging.judges;
  await aUnit(contest, 'Trường Mầm non La Phù', { kind: 'DEPARTMENT', parentId: units.laPhu });
  const local = await contest.as(await aPerson(contest, { unitId: units.laPhu, role: 'ORGANISER' }));
  await recordedTogether(local, units.laPhu, [people.submitter, judge]);
  await recordedTogether(judging.organiser, units.district, [people.submitter, people.leader]);
  await redetect();
  expect([await active(judge), await active(people.leader)]).toEqual([[], []]);
  await recordedTogether(judging.organiser, units.district, [people.submitter, other]);
  await redetect();
  expect(await active(other)).toEqual(['CO_AUTHOR']);
});

test('who judges, organises or leads elsewhere, or is to, is named an author by nobody but themselves', async () => {
  const year = await aContest(contest, district);
  const draft = await aDraft(contest, district, year);
  const elsewhere = await aDistrict(contest);
  const coming = await aPerson(contest, { unitId: district.units.culture });
  const admin = await contest.as(district.people.admin);
  const grant = { personId: coming, role: 'ORGANISER', unitId: district.units.district };
  await admin.ask(mutation('grantRole', 'GrantRoleInput', ''), { input: grant });
  const client = await contest.as(district.people.submitter);
  for (const personId of [elsewhere.people.judge, elsewhere.people.organiser, coming]) {
    const authors = [half(district.people.submitter, true), half(personId, false)];
    const input = { initiativeId: draft.id, version: draft.version, authors };
    expect(await client.ask(mutation('setAuthors', 'SetAuthorsInput', ''), { input })).toMatchObject({
      ...{ code: 'AUTHOR_OVERSEES', path: 'authors.1.personId' },
    });
  }
});

test('what one organiser told of somebody waits for a second person once they organise, and then holds by their word alone', async () => {
  const { units, people } = district;
  const person = await aPerson(contest, { unitId: units.interior });
  const told = { initiativeId: judging.initiatives[0], personId: person, type: 'FAMILY', reason: 'Anh em ruột' };
  expect(await judging.organiser.ask(SET, { input: told })).toMatchObject({ active: true, waits: false });
  const admin = await contest.as(people.admin);
  const leader = await contest.as(people.leader);
  const order = { personId: person, role: 'ORGANISER', unitId: units.district };
  const { id, version } = await admin.ask(mutation('grantRole', 'GrantRoleInput', '... on RoleGrant { id version }'), { input: order });
  // Who is to organise is told of as who does.
  const [again] = [await judging.organiser.ask(SET, { input: { ...told, type: 'FINANCIAL' } })];
  expect(again).toMatchObject({ active: false, waits: true });
  expect(await leader.ask(CONFIRM, { input: { grantId: id, version } })).toMatchObject({ state: 'IN_FORCE' });

  expect(await active(person)).toEqual([]);
  const conflict = await contest.em().findOneOrFail(Conflict, { contest: judging.contestId, person, type: 'FAMILY' });
  expect(conflict).toMatchObject({ waits: true, active: false, proposedBy: people.organiser });
  const decide = { conflictId: conflict.id, version: conflict.version, reason: 'Đúng.' };
  expect(await judging.organiser.ask(DECIDE, { input: decide })).toMatchObject({ code: 'SECOND_PERSON_SAME' });
  expect(await leader.ask(DECIDE, { input: decide })).toMatchObject({ active: true, pinned: true, waits: false });
  // Decided by two, it holds whatever roles come.
  await contest.get(GrantService).grantRole(SYSTEM, { personId: person, role: 'LEADER', unitId: units.district });
  expect(await active(person)).toEqual(['FAMILY']);
});

test('a position that is ended for days gone by takes away no conflict that cards were given out under', async () => {
  const { units, people } = district;
  const [, , judge = ''] = judging.judges;
  const admin = await contest.as(people.admin);
  const give = () => contest.get(PersonService).addPosition(SYSTEM, { personId: judge, unitId: units.finance, ...position });
  const { id: positionId } = await give();
  expect(await active(judge)).toEqual(['SAME_UNIT']);
  expect(await admin.ask(END, { input: { positionId, to: '2021-12-31' } })).toMatchObject({ to: '2021-12-31' });
  await redetect();
  expect(await active(judge)).toEqual(['SAME_UNIT']);

  const early = await aJudging(contest, district, { initiatives: 1, judges: 1 });
  const [free = ''] = early.judges;
  const held = await contest.get(PersonService).addPosition(SYSTEM, { personId: free, unitId: units.finance, ...position });
  await admin.ask(END, { input: { positionId: held.id, to: '2021-12-31' } });
  expect(await contest.em().count(Conflict, { contest: early.contestId, person: free })).toBe(0);
});
