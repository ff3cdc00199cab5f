import { Initiative, InitiativeAuthor } from '#domain/initiative';
import { Conflict } from '#domain/jury';
import { SeatService } from '#lib/contest';
import { GrantService, PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted } from './support/initiatives.js';
import { type Judging, aJudging, openRound } from './support/judging.js';
import { mutation } from './support/sign-in.js';

/** No worker runs in these tests until somebody drains: what is found is found in the act. */
let contest: RunningContest;
let district: District;
let judging: Judging;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 1, judges: 3 });
  await openRound(contest, judging, judging.rounds[0]!);
});
afterAll(() => contest.stop());

const PROGRESS = 'query ($id: ID!) { round(id: $id) { progress { signed } } }';
const seen = async (personId: string): Promise<unknown> =>
  (await (await contest.as(personId)).ask(PROGRESS, { id: judging.rounds[0] })).progress;
const found = async (personId: string, contestId = judging.contestId): Promise<string[]> =>
  (await contest.em().find(Conflict, { contest: contestId, person: personId, active: true })).map(({ type }) => type);

test('a role over the judging begins with its conflicts, also one that a second person confirms', async () => {
  const { units } = district;
  const tied = await aPerson(contest, { unitId: units.finance, role: 'ORGANISER', roleUnitId: units.district });
  expect([await found(tied), await seen(tied)]).toEqual([['SAME_UNIT'], null]);

  const person = await aPerson(contest, { unitId: units.finance });
  const admin = await contest.as(district.people.admin);
  const leader = await contest.as(district.people.leader);
  const order = { personId: person, role: 'LEADER', unitId: units.district };
  const { id, version } = await admin.ask(mutation('grantRole', 'GrantRoleInput', '... on RoleGrant { id version }'), { input: order });
  expect(await found(person)).toEqual([]);
  await leader.ask(mutation('confirmGrant', 'ConfirmGrantInput', ''), { input: { grantId: id, version } });
  expect(await found(person)).toEqual(['SAME_UNIT']);
});

test('a role that begins tomorrow has its conflicts today', async () => {
  const { units } = district;
  const person = await aPerson(contest, { unitId: units.finance });
  await contest
    .get(GrantService)
    .grantRole(SYSTEM, { personId: person, role: 'ORGANISER', unitId: units.district, validFrom: '2026-12-01' });
  expect(await found(person)).toEqual(['SAME_UNIT']);
});

test('a position shuts out in the act in which it is given, also one to come, and no longer than it is held', async () => {
  const person = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  expect(await seen(person)).toEqual({ signed: 0 });
  const names = { titleVi: 'Chuyên viên', titleEn: 'Official', unitId: district.units.finance };
  const position = await contest.get(PersonService).addPosition(SYSTEM, { personId: person, ...names, from: '2027-01-01' });
  expect([await found(person), await seen(person)]).toEqual([['SAME_UNIT'], null]);

  await contest.get(PersonService).endPosition(SYSTEM, { positionId: position.id, to: '2027-01-02' });
  expect(await seen(person)).toBeNull();
  contest.clock.set(new Date('2027-01-04T02:00:00Z'));
  await contest.get(PersonService).addPosition(SYSTEM, { personId: person, ...names, unitId: district.units.interior, from: '2021-01-01' });
  expect([await found(person), await seen(person)]).toEqual([[], { signed: 0 }]);
});

test('a judge is seated with the conflicts of the seat', async () => {
  const year = await aContest(contest, district);
  await aSubmitted(contest, district, year);
  const judge = await aPerson(contest, { unitId: district.units.finance, role: 'JUDGE', roleUnitId: district.units.district });
  const seat = await contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId: judge, kind: 'JUDGE' });
  expect(await found(judge, year.id)).toEqual(['SAME_UNIT']);
  await contest.get(SeatService).endSeat(SYSTEM, { seatId: seat.id, reason: 'Xin thôi' });
  expect(await found(judge, year.id)).toEqual([]);
});

test('an initiative that is sent in meets its conflicts at once, and so does a co-author who is added to one that came back', async () => {
  const { units, people } = district;
  const friend = await aPerson(contest, { unitId: units.culture, role: 'SUBMITTER' });
  const judge = await aPerson(contest, { unitId: null });
  const half = (personId: string, lead: boolean) => ({ personId, share: '50', lead });
  await aSubmitted(contest, district, await aContest(contest, district), { authors: [half(friend, true), half(judge, false)] });
  await contest.get(GrantService).grantRole(SYSTEM, { personId: judge, role: 'JUDGE', unitId: units.district });
  const year = await aContest(contest, district);
  const organiser = await aPerson(contest, { unitId: units.finance, role: 'ORGANISER', roleUnitId: units.district });
  await contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId: judge, kind: 'JUDGE' });
  expect(await found(organiser, year.id)).toEqual([]);

  const sent = await aSubmitted(contest, district, year);
  expect([await found(organiser, year.id), await found(judge, year.id)]).toEqual([['SAME_UNIT'], []]);
  await contest.em().nativeUpdate(Initiative, { id: sent.id }, { state: 'RETURNED', returnDueAt: new Date('2099-01-01T00:00:00Z') });
  const { version } = await contest.em().findOneOrFail(Initiative, { id: sent.id });
  const input = { initiativeId: sent.id, version, authors: [half(people.submitter, true), half(friend, false)] };
  const named = await (await contest.as(people.submitter)).ask(mutation('setAuthors', 'SetAuthorsInput', ''), { input });
  expect([named.__typename, await found(judge, year.id)]).toEqual(['Initiative', ['CO_AUTHOR']]);
});

test('nobody is named an author by another who has a say in the judging: it would shut them out', async () => {
  const year = await aContest(contest, district);
  const { submitter, organiser, leader, judge } = district.people;
  const draft = await aDraft(contest, district, year);
  const client = await contest.as(submitter);
  for (const other of [organiser, leader, judge]) {
    const authors = [
      { personId: submitter, share: '50', lead: true },
      { personId: other, share: '50', lead: false },
    ];
    const input = { initiativeId: draft.id, version: draft.version, authors };
    expect(await client.ask(mutation('setAuthors', 'SetAuthorsInput', ''), { input })).toMatchObject({
      ...{ code: 'AUTHOR_OVERSEES', path: 'authors.1.personId' },
    });
  }
  expect(await contest.em().count(InitiativeAuthor, { initiative: draft.id })).toBe(1);
});
