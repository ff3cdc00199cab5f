import { Seat } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { Conflict, JuryInvitation } from '#domain/jury';
import { SeatService } from '#lib/contest';
import { GrantService, PersonService } from '#lib/identity';
import { Refused, SYSTEM } from '#lib/kernel';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, aJudging, anEligible } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const INVITATION =
  '__typename ... on JuryInvitation { id version state reason conflictsFound chair person { id } canAnswer canWithdraw } ... on Refusal { code path }';
const INVITE = `mutation ($input: InviteToJuryInput!) { inviteToJury(input: $input) { ${INVITATION} } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ${INVITATION} } }`;
const DECLINE = `mutation ($input: EndInvitationInput!) { declineInvitation(input: $input) { ${INVITATION} } }`;
const WITHDRAW = `mutation ($input: EndInvitationInput!) { withdrawInvitation(input: $input) { ${INVITATION} } }`;
const LIST =
  'query ($contestId: ID!) { juryInvitations(contestId: $contestId) { totalCount edges { node { id state reason person { fullName } } } } }';
const MINE = 'query { myInvitations { totalCount edges { node { id version state conflictsFound canAnswer canWithdraw } } } }';
const CHECK = `query ($contestId: ID!, $personId: ID!) { conflictCheck(contestId: $contestId, personId: $personId) {
  fullName author seated invited judge whyNotInvite { code } initiatives heads { id initiatives } conflicts { totalCount } } }`;
const PAGED = `query ($contestId: ID!, $personId: ID!, $first: Int!, $after: String) {
  conflictCheck(contestId: $contestId, personId: $personId, first: $first, after: $after) {
    conflicts { totalCount pageInfo { hasNextPage endCursor } edges { node { initiative { id } type source } } } } }`;

const aJudge = (unitId: string | null = null) => aPerson(contest, { unitId, role: 'JUDGE', roleUnitId: district.units.district });
const nothingWritten = async (act: () => Promise<unknown>) => {
  const before = await content(contest, ['session']);
  await act();
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
};
const toldTo = async (personId: string, kind: string, contestId = '') =>
  (await contest.em().find(Notice, { person: personId, kind }))
    .filter(({ path }) => path.includes(contestId))
    .map(({ subjectVi }) => subjectVi);
const invite = async (judging: Judging, personId: string, more = {}): Promise<any> =>
  judging.organiser.ask(INVITE, { input: { contestId: judging.contestId, personId, ...more } });
const answer = (client: Client, act: string, { id, version }: { id: string; version: number }, more = {}) =>
  client.ask(act, { input: { invitationId: id, version, ...more } });

test('before somebody is invited, what they could not judge is found as it will be once they are seated, and nothing is written', async () => {
  const judging = await aJudging(contest, district, { initiatives: 3, judges: 0 });
  const insider = await aJudge(district.units.finance);
  const ask = { contestId: judging.contestId, personId: insider };
  const checked = await judging.organiser.ask(PAGED, { ...ask, first: 2, after: null });
  expect(checked.conflicts).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = await judging.organiser.ask(PAGED, { ...ask, first: 2, after: checked.conflicts.pageInfo.endCursor });
  expect(rest.conflicts.pageInfo).toMatchObject({ hasNextPage: false });
  const before = [...checked.conflicts.edges, ...rest.conflicts.edges].map(({ node }: any) => node);
  await nothingWritten(() => judging.organiser.ask(CHECK, ask));

  await contest.get(SeatService).seat(SYSTEM, { ...ask, kind: 'JUDGE' });
  await contest.drain();
  const after = await contest.em().find(Conflict, { contest: judging.contestId, person: insider });
  const found = after.map(({ initiative, type, source }) => ({ initiative: { id: initiative.id }, type, source }));
  expect(before.toSorted((a: any, b: any) => (a.initiative.id < b.initiative.id ? -1 : 1))).toEqual(
    found.toSorted((a, b) => (a.initiative.id < b.initiative.id ? -1 : 1)),
  );
  expect(before.map(({ type }) => type)).toEqual(['SAME_UNIT', 'SAME_UNIT', 'SAME_UNIT']);
});

test('the check says who is an author, who heads a unit that competes, and who is no judge', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1 });
  const ask = (personId: string) => judging.organiser.ask(CHECK, { contestId: judging.contestId, personId });
  const { submitter, head } = district.people;
  expect(await ask(submitter)).toMatchObject({ author: true, whyNotInvite: { code: 'PERSON_IS_AUTHOR' }, initiatives: 2 });
  expect(await ask(head)).toMatchObject({
    author: false,
    judge: false,
    whyNotInvite: { code: 'NOT_A_JUDGE' },
    heads: [{ id: district.units.finance, initiatives: 2 }],
    conflicts: { totalCount: 2 },
  });
  expect(await ask(judging.judges[0]!)).toMatchObject({
    seated: true,
    whyNotInvite: { code: 'SEAT_TAKEN' },
    heads: [],
    conflicts: { totalCount: 0 },
  });
  const free = await aJudge();
  expect(await ask(free)).toMatchObject({ author: false, judge: true, whyNotInvite: null, initiatives: 0 });
  // What an organiser lifted for them holds no more; what was told of them before does.
  const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { ... on Conflict { id version } } }';
  await judging.organiser.ask(SET, {
    input: { initiativeId: judging.initiatives[0], personId: free, type: 'FAMILY', reason: 'Vợ là tác giả' },
  });
  expect(await ask(free)).toMatchObject({ initiatives: 1 });
});

test('a head who is an author is never on the jury: not invited, not seated, and not by an invitation from before', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0 });
  const { contestId } = judging;
  const head = await aJudge(district.units.culture);
  await contest.get(PersonService).addPosition(SYSTEM, {
    personId: head,
    unitId: district.units.culture,
    titleVi: 'Trưởng phòng Văn hóa và Thông tin',
    titleEn: 'Head of Culture',
    heads: true,
    from: '2021-01-01',
  });
  const invited = await invite(judging, head);
  const { area } = await contest.em().findOneOrFail(Initiative, { id: judging.initiatives[0]! });
  await anEligible(contest, { contestId, areaId: area.id }, { ownerId: district.units.culture, authorIds: [head] });

  const own = await contest.as(head);
  await nothingWritten(async () => {
    expect(await answer(own, ACCEPT, invited)).toMatchObject({ code: 'PERSON_IS_AUTHOR' });
  });
  expect(await answer(own, DECLINE, invited, { reason: 'Tôi là tác giả' })).toMatchObject({ state: 'DECLINED' });
  expect(await invite(judging, head)).toMatchObject({ code: 'PERSON_IS_AUTHOR', path: 'personId' });
  for (const kind of ['JUDGE', 'ORGANISER', 'SECRETARY', 'LEADER'] as const) {
    const seated = contest.get(SeatService).seat(SYSTEM, { contestId, personId: head, kind });
    await expect(seated).rejects.toThrow(Refused);
    await expect(seated).rejects.toMatchObject({ code: 'PERSON_IS_AUTHOR' });
  }
  expect(await contest.em().count(Seat, { contest: contestId, person: head })).toBe(0);
});

test('who accepts is seated at once; who declines says why, and the organisers read it', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0 });
  const [willing, unwilling] = [await aJudge(), await aJudge(district.units.finance)];
  const first = await invite(judging, willing, { chair: true });
  const second = await invite(judging, unwilling);
  expect([first, second]).toMatchObject([
    { state: 'INVITED', chair: true, conflictsFound: 0, canAnswer: false, canWithdraw: true },
    { state: 'INVITED', chair: false, conflictsFound: 1 },
  ]);
  await contest.drain();
  expect(await toldTo(willing, 'jury.invited')).toEqual([expect.stringContaining('Mời tham gia Ban Giám khảo')]);

  const [own, other] = [await contest.as(willing), await contest.as(unwilling)];
  expect(await other.ask(MINE)).toEqual({
    totalCount: 1,
    edges: [{ node: { id: second.id, version: 1, state: 'INVITED', conflictsFound: null, canAnswer: true, canWithdraw: false } }],
  });
  expect(await answer(other, ACCEPT, first)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await answer(own, ACCEPT, first)).toMatchObject({ state: 'ACCEPTED' });
  expect(await answer(own, ACCEPT, { ...first, version: 2 })).toMatchObject({ code: 'INVITATION_ANSWERED' });
  expect(await answer(other, DECLINE, second, { reason: 'Bận công tác dài ngày' })).toMatchObject({ state: 'DECLINED' });
  expect(await contest.em().find(Seat, { contest: judging.contestId, kind: 'JUDGE' })).toMatchObject([
    { person: { id: willing }, chair: true },
  ]);

  const { edges } = await judging.organiser.ask(LIST, { contestId: judging.contestId });
  expect(edges.map(({ node }: any) => [node.state, node.reason])).toEqual([
    ['DECLINED', 'Bận công tác dài ngày'],
    ['ACCEPTED', null],
  ]);
  await contest.drain();
  expect(await toldTo(district.people.organiser, 'jury.answered', judging.contestId)).toEqual([
    expect.stringContaining('nhận lời tham gia Ban Giám khảo'),
    expect.stringContaining('từ chối tham gia Ban Giám khảo'),
  ]);
});

test('nobody is invited twice, nor who sits already; what was taken back cannot be accepted', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1 });
  const person = await aJudge();
  const own = await contest.as(person);
  const invited = await invite(judging, person);
  await nothingWritten(async () => {
    expect(await invite(judging, person)).toMatchObject({ code: 'INVITED_ALREADY' });
    expect(await invite(judging, judging.judges[0]!)).toMatchObject({ code: 'SEAT_TAKEN' });
    expect(await answer(judging.organiser, WITHDRAW, { ...invited, version: 7 }, { reason: 'Đủ người' })).toMatchObject({ code: 'STALE' });
    expect(await answer(judging.organiser, ACCEPT, invited)).toMatchObject({ code: 'NOT_FOUND' });
  });
  expect(await answer(judging.organiser, WITHDRAW, invited, { reason: 'Đã đủ giám khảo' })).toMatchObject({ state: 'WITHDRAWN' });
  expect(await answer(own, ACCEPT, { ...invited, version: 2 })).toMatchObject({ code: 'INVITATION_ANSWERED' });
  expect(await contest.em().count(Seat, { contest: judging.contestId, person })).toBe(0);

  await invite(judging, person);
  await contest.get(SeatService).seat(SYSTEM, { contestId: judging.contestId, personId: person, kind: 'JUDGE' });
  await contest.drain();
  const states = (await contest.em().find(JuryInvitation, { person })).map(({ state }) => state);
  expect(states).toEqual(['WITHDRAWN', 'WITHDRAWN']);
});

test('twenty answers at once seat nobody twice', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0 });
  const person = await aJudge();
  const own = await contest.as(person);
  const invited = await invite(judging, person);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => answer(own, at % 2 ? ACCEPT : DECLINE, invited, at % 2 ? {} : { reason: 'Tôi bận' })),
  );
  expect(answers.filter(({ code }: any) => code === undefined)).toHaveLength(1);
  const { state } = await contest.em().findOneOrFail(JuryInvitation, { person });
  expect(await contest.em().count(Seat, { person })).toBe(state === 'ACCEPTED' ? 1 : 0);
});

test('who lost the role of a judge cannot accept, and who is shut out of the judging invites nobody and sees no answer', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0 });
  const person = await aPerson(contest, { unitId: null });
  const { id: grantId } = await contest
    .get(GrantService)
    .grantRole(SYSTEM, { personId: person, role: 'JUDGE', unitId: district.units.district, validFrom: '2021-01-01' });
  const invited = await invite(judging, person);
  await contest.get(GrantService).revokeGrant(SYSTEM, { grantId, reason: 'Thôi làm giám khảo' });
  const own = await contest.as(person);
  await nothingWritten(async () => {
    expect(await answer(own, ACCEPT, invited)).toMatchObject({ code: 'NOT_A_JUDGE' });
  });

  const tied = await contest.as(
    await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  await contest.drain();
  const { contestId } = judging;
  const free = await aJudge();
  await nothingWritten(async () => {
    expect(await tied.ask(LIST, { contestId })).toEqual({ totalCount: 0, edges: [] });
    expect(await tied.ask(CHECK, { contestId, personId: free })).toBeNull();
    expect(await tied.ask(INVITE, { input: { contestId, personId: free } })).toMatchObject({ code: 'NOT_FOUND' });
    // The same for an author, who is refused to others: nothing of them comes out.
    expect(await tied.ask(INVITE, { input: { contestId, personId: district.people.submitter } })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer(tied, WITHDRAW, invited, { reason: 'Không cần nữa' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
