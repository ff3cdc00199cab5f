import { Person, RoleGrant } from '#domain/identity';
import { FirstAdministratorService, GrantService } from '#lib/identity';
import { Mail } from '#domain/notice';
import { type Role, SYSTEM } from '#lib/kernel';
import { aContest, aRound, aRuleBook, toPhase } from './support/contests.js';
import { changed, content } from './support/content.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, STANDINGS, anEligible, marksOf, openRound, signAll } from './support/judging.js';
import { ME, mutation } from './support/sign-in.js';

const TRACES = ['session', 'audit_entry', 'audit_personal'];
const GRANT = '... on RoleGrant { id state version decisionNumber decidedOn }';
const GRANT_ROLE = mutation('grantRole', 'GrantRoleInput', GRANT);
const CONFIRM = mutation('confirmGrant', 'ConfirmGrantInput', GRANT);
const REFUSE = mutation('refuseGrant', 'RefuseGrantInput', GRANT);
const WITHDRAW = mutation('withdrawGrant', 'RevokeGrantInput', GRANT);
const NAME = mutation('nameLeader', 'NameLeaderInput', GRANT);
const CREATE = mutation('createPerson', 'CreatePersonInput', '... on Person { id }');
const INVITE = mutation('invitePerson', 'InvitePersonInput', '... on Person { id }');
const SEAT = mutation('seatPerson', 'SeatPersonInput', '... on Seat { id }');
const PROPOSED = '{ proposedGrants(first: 50) { edges { node { id person { fullName } proposedByName role } } } }';
const decision = { number: '12/QĐ-UBND', decidedOn: '2026-02-27' };

let contest: RunningContest;
let district: District;
let admin: Client;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const rolesOf = async (personId: string): Promise<string[]> => (await (await contest.as(personId)).ask(ME)).roles;
const propose = (client: Client, personId: string, role: Role, unitId = district.units.district): Promise<any> =>
  client.ask(GRANT_ROLE, { input: { personId, role, unitId } });
const confirm = (client: Client, { id, version }: any): Promise<any> => client.ask(CONFIRM, { input: { grantId: id, version } });

let serial = 0;
const anotherPerson = async (client: Client, unitId = district.units.culture): Promise<string> => {
  serial += 1;
  const { id } = await client.ask(CREATE, {
    input: { fullName: `Lê Văn ${String(serial)}`, email: `le${String(serial)}@example.vn`, unitId },
  });
  return id as string;
};

test.each(['JUDGE', 'ORGANISER', 'LEADER', 'ADMIN'] as const)(
  'the role %s gives nothing until a second person has confirmed it',
  async (role) => {
    const person = await anotherPerson(admin);
    const proposed = await propose(admin, person, role);
    expect(proposed).toMatchObject({ state: 'PROPOSED' });
    expect(await rolesOf(person)).toEqual([]);

    expect(await confirm(leader, proposed)).toMatchObject({ state: 'IN_FORCE', version: Number(proposed.version) + 1 });
    expect(await rolesOf(person)).toEqual([role]);
    expect(await confirm(leader, { ...proposed, version: 2 })).toMatchObject({ code: 'GRANT_DECIDED' });
  },
);

test.each(['SUBMITTER', 'COMMUNE_OFFICER'] as const)('the role %s, which sees no judging, begins at once', async (role) => {
  const person = await anotherPerson(admin);
  expect(await propose(admin, person, role)).toMatchObject({ state: 'IN_FORCE' });
  expect(await rolesOf(person)).toEqual([role]);
});

test('nobody grants to themselves, nor confirms their own', async () => {
  const before = await content(contest, TRACES);
  for (const role of ['LEADER', 'JUDGE', 'SUBMITTER'] as const)
    expect(await propose(admin, district.people.admin, role)).toMatchObject({ code: 'GRANT_OWN', path: 'personId' });
  expect(changed(before, await content(contest, TRACES))).toEqual([]);

  const own = await propose(admin, district.people.leader, 'JUDGE');
  const waits = await content(contest, TRACES);
  expect(await confirm(leader, own)).toMatchObject({ code: 'GRANT_OWN' });
  expect(changed(waits, await content(contest, TRACES))).toEqual([]);
});

test('who proposed it, whom they made, and whom those made, are no second person; an administrator whom nobody here made is', async () => {
  const made = await anotherPerson(admin);
  await confirm(leader, await propose(admin, made, 'ADMIN'));
  const second = await contest.as(made);
  const madeByMade = await anotherPerson(second);
  await confirm(leader, await propose(second, madeByMade, 'ADMIN'));
  const third = await contest.as(madeByMade);
  const raised = await aPerson(contest, { unitId: district.units.interior });
  await confirm(leader, await propose(admin, raised, 'ADMIN'));
  const proposed = await propose(admin, await anotherPerson(admin), 'JUDGE');
  const byThird = await propose(third, await anotherPerson(third), 'JUDGE');
  const before = await content(contest, TRACES);

  expect(await confirm(admin, proposed)).toMatchObject({ code: 'SECOND_PERSON_SAME' });
  for (const other of [second, third, await contest.as(raised)])
    expect(await confirm(other, proposed)).toMatchObject({ code: 'SECOND_PERSON_TIED' });
  for (const other of [admin, second]) expect(await confirm(other, byThird)).toMatchObject({ code: 'SECOND_PERSON_TIED' });
  expect(changed(before, await content(contest, TRACES))).toEqual([]);

  const apart = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ADMIN', roleUnitId: district.units.district }),
  );
  expect(await confirm(apart, proposed)).toMatchObject({ state: 'IN_FORCE' });
});

test('a second person is of the unit; who waits is listed to them, and they may say no', async () => {
  const person = await anotherPerson(admin);
  const proposed = await propose(admin, person, 'JUDGE');
  const elsewhere = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'LEADER' }));
  expect(await confirm(elsewhere, proposed)).toMatchObject({ code: 'NOT_FOUND' });
  expect((await elsewhere.ask(PROPOSED)).edges).toEqual([]);
  expect((await leader.ask(PROPOSED)).edges).toContainEqual({
    node: { id: proposed.id, role: 'JUDGE', person: { fullName: `Lê Văn ${String(serial)}` }, proposedByName: 'Ngô Quang Huy' },
  });

  const refused = { grantId: proposed.id, version: proposed.version, reason: 'Không đúng chuyên môn' };
  expect(await leader.ask(REFUSE, { input: { ...refused, version: 9 } })).toMatchObject({ code: 'STALE' });
  expect(await leader.ask(REFUSE, { input: refused })).toMatchObject({ state: 'REFUSED' });
  expect(await confirm(leader, { id: proposed.id, version: 2 })).toMatchObject({ code: 'GRANT_DECIDED' });
  expect(await rolesOf(person)).toEqual([]);
});

test('who proposed a role may withdraw it; another may not, and the same waits once', async () => {
  const person = await anotherPerson(admin);
  const proposed = await propose(admin, person, 'JUDGE');
  const other = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ADMIN', roleUnitId: district.units.district }),
  );
  const input = { grantId: proposed.id, reason: 'Nhầm người' };

  expect(await propose(admin, person, 'JUDGE')).toMatchObject({ code: 'GRANT_PROPOSED' });
  expect(await other.ask(WITHDRAW, { input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await admin.ask(WITHDRAW, { input })).toMatchObject({ state: 'WITHDRAWN' });
  expect(await propose(admin, person, 'JUDGE')).toMatchObject({ state: 'PROPOSED' });
});

test('a person is told of every role that is proposed, given and taken', async () => {
  const person = await anotherPerson(admin);
  const proposed = await propose(admin, person, 'ORGANISER');
  await confirm(leader, proposed);
  await admin.ask(mutation('revokeGrant', 'RevokeGrantInput', GRANT), { input: { grantId: proposed.id, reason: 'Chuyển công tác' } });
  await contest.drain();
  const own = await contest.as(person);
  const subjects = (await own.ask('{ myNotices(first: 10) { edges { node { text } } } }')).edges.map(({ node }: any) => node.text);

  expect(subjects.filter((text: string) => text.includes('ban tổ chức')).sort()).toEqual([
    'Vai trò ban tổ chức của Ông/Bà đối với Huyện Hoài Đức đã bị thu hồi.',
    'Vai trò ban tổ chức của Ông/Bà đối với Huyện Hoài Đức đã có hiệu lực.',
    'Vai trò ban tổ chức của Ông/Bà đối với Huyện Hoài Đức được đề nghị cấp và đang chờ người thứ hai xác nhận.',
  ]);
  const mails = await contest.em().find(Mail, { person, text: { $like: '%ban tổ chức%' } });
  expect(mails.map(({ toAddress }) => toAddress)).toEqual(Array<string>(3).fill(`le${String(serial)}@example.vn`));
});

test('a role that begins later is told as one to come, and again on the day on which it begins; both once', async () => {
  const person = await anotherPerson(admin);
  const input = { personId: person, role: 'COMMUNE_OFFICER', unitId: district.units.culture, validFrom: '2026-03-04' };
  expect(await admin.ask(GRANT_ROLE, { input })).toMatchObject({ state: 'IN_FORCE' });
  const told = async (): Promise<string[]> => {
    await contest.tick();
    const own = await contest.as(person);
    return (await own.ask('{ myNotices(first: 10) { edges { node { text } } } }')).edges.map(({ node }: any) => node.text).sort();
  };
  const role = 'Vai trò cán bộ báo cáo của xã của Ông/Bà đối với Phòng Văn hóa và Thông tin';
  expect(await told()).toEqual([`${role} đã được cấp, có hiệu lực từ ngày 04/03/2026.`]);
  const now = contest.clock.now();
  contest.clock.set(new Date('2026-03-04T02:00:00Z'));
  expect(await told()).toEqual([`${role} đã có hiệu lực.`, `${role} đã được cấp, có hiệu lực từ ngày 04/03/2026.`]);
  expect(await told()).toHaveLength(2);
  contest.clock.set(now);
});

test('five who confirm at the same moment begin one role once', async () => {
  const proposed = await propose(admin, await anotherPerson(admin), 'JUDGE');
  const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(leader, proposed)));
  expect(answers.map(({ state, code }) => state ?? code).sort()).toEqual([...Array<string>(4).fill('GRANT_DECIDED'), 'IN_FORCE']);
});

test('where there is a leader, or was one, nobody names one', async () => {
  const input = { personId: await anotherPerson(admin), unitId: district.units.district, decision };
  const held = await contest.em().findOneOrFail(RoleGrant, { person: district.people.leader, role: 'LEADER' });
  const before = await content(contest, TRACES);
  expect(await admin.ask(NAME, { input })).toMatchObject({ code: 'LEADER_NAMED' });
  expect(changed(before, await content(contest, TRACES))).toEqual([]);

  await contest.get(GrantService).revokeGrant(SYSTEM, { grantId: held.id, reason: 'Nghỉ hưu' });
  expect(await admin.ask(NAME, { input })).toMatchObject({ code: 'LEADER_NAMED' });
  await contest.get(GrantService).grantRole(SYSTEM, { personId: district.people.leader, role: 'LEADER', unitId: district.units.district });
});

test('no administrator alone takes the role of a leader, disables the account, or gives a position that may shut them out', async () => {
  const led = await aPerson(contest, { fullName: 'Phan Thị Yến', unitId: district.units.district, role: 'LEADER' });
  const { id: grantId } = await contest.em().findOneOrFail(RoleGrant, { person: led });
  const REVOKE = mutation('revokeGrant', 'RevokeGrantInput', GRANT);
  const AGREE = mutation('confirmRevocation', 'ConfirmGrantInput', GRANT);
  const KEEP = mutation('refuseRevocation', 'RefuseGrantInput', GRANT);
  const before = await content(contest, TRACES);
  const reason = 'Nghỉ hưu';
  const position = { personId: led, unitId: district.units.finance, titleVi: 'Chuyên viên', titleEn: 'Official', from: '2021-01-01' };
  expect(await admin.ask(mutation('disableAccount', 'AccountInput', ''), { input: { personId: led, reason } })).toMatchObject({
    code: 'PERSON_LEADS',
  });
  expect(await admin.ask(mutation('addPosition', 'AddPositionInput', ''), { input: position })).toMatchObject({ code: 'PERSON_LEADS' });
  expect(await admin.ask(AGREE, { input: { grantId, version: 1 } })).toMatchObject({ code: 'REVOCATION_NOT_ASKED' });
  expect(changed(before, await content(contest, TRACES))).toEqual([]);

  expect(await admin.ask(REVOKE, { input: { grantId, reason } })).toMatchObject({ state: 'IN_FORCE', version: 2 });
  expect(await rolesOf(led)).toEqual(['LEADER']);
  expect(await admin.ask(REVOKE, { input: { grantId, reason } })).toMatchObject({ code: 'REVOCATION_WAITS' });
  expect(await admin.ask(AGREE, { input: { grantId, version: 2 } })).toMatchObject({ code: 'SECOND_PERSON_SAME' });
  const own = await contest.as(led);
  expect(await own.ask(KEEP, { input: { grantId, version: 2, reason } })).toMatchObject({ code: 'GRANT_OWN' });
  expect(await leader.ask(KEEP, { input: { grantId, version: 2, reason: 'Chưa đến hạn' } })).toMatchObject({
    state: 'IN_FORCE',
    version: 3,
  });
  expect(await admin.ask(REVOKE, { input: { grantId, reason } })).toMatchObject({ state: 'IN_FORCE', version: 4 });
  expect(await admin.ask(WITHDRAW, { input: { grantId, reason: 'Nhầm người' } })).toMatchObject({ state: 'IN_FORCE', version: 5 });
  await contest.drain();
  const kept = 'Vai trò lãnh đạo của Ông/Bà đối với Huyện Hoài Đức không bị thu hồi: đề nghị thu hồi không được chấp nhận.';
  const { edges } = await own.ask('{ myNotices(first: 10) { edges { node { text } } } }');
  expect(edges.map(({ node }: any) => node.text).filter((text: string) => text.includes('hiệu lực.'))).toEqual([]);
  expect(edges.filter(({ node }: any) => node.text === kept)).toHaveLength(2);
  expect(await admin.ask(REVOKE, { input: { grantId, reason } })).toMatchObject({ state: 'IN_FORCE', version: 6 });
  expect(await own.ask(AGREE, { input: { grantId, version: 6 } })).toMatchObject({ state: 'REVOKED' });
  expect(await rolesOf(led)).toEqual([]);
});

test('a fresh database reaches a working jury: the first administrator names one leader, who confirms the rest', async () => {
  const fresh = await startContest();
  try {
    const link = await fresh.get(FirstAdministratorService).openFirstAdministratorLink();
    const names = { fullName: 'Ngô Quang Huy', unitNameVi: 'Huyện Hoài Đức', unitNameEn: 'Hoai Duc District' };
    const accept = mutation('acceptFirstAdministrator', 'AcceptFirstAdministratorInput', '... on PasswordSet { id }');
    const input = { token: link.split('#')[1], email: 'quantri@example.vn', password: PASSWORD, ...names };
    const { id: adminId } = await fresh.client().ask(accept, { input });
    const first = await fresh.as(adminId);
    const root = (await first.ask(ME)).person.unit && (await fresh.em().findOneOrFail(Person, { id: adminId })).unit!.id;
    const unit = mutation('createUnit', 'CreateUnitInput', '... on Unit { id }');
    const below = { kind: 'DEPARTMENT', nameVi: 'Phòng Tài chính', nameEn: 'Finance', parentId: root, validFrom: '2021-01-01' };
    const { id: finance } = await first.ask(unit, { input: below });
    const invite = async (name: string, unitId: string | null) =>
      (await first.ask(INVITE, { input: { fullName: name, email: `${name.toLowerCase()}@example.vn`, unitId, external: unitId === null } }))
        .id;
    const [chair, organiserId, author] = [await invite('Trung', root), await invite('Minh', root), await invite('Hoa', finance)];
    const judges = [await invite('Mot', null), await invite('Hai', null), await invite('Ba', null)];

    // Nobody else is there yet who could confirm.
    const early = await first.ask(GRANT_ROLE, { input: { personId: organiserId, role: 'ORGANISER', unitId: root } });
    expect(early).toMatchObject({ state: 'PROPOSED' });
    expect(await first.ask(NAME, { input: { personId: adminId, unitId: root, decision } })).toMatchObject({ code: 'GRANT_OWN' });
    const ahead = { number: '12/QĐ-UBND', decidedOn: '2027-01-01' };
    expect(await first.ask(NAME, { input: { personId: chair, unitId: root, decision: ahead } })).toMatchObject({
      code: 'DECISION_IN_FUTURE',
    });
    expect(await first.ask(NAME, { input: { personId: chair, unitId: root, decision } })).toMatchObject({
      ...{ state: 'IN_FORCE', decisionNumber: '12/QĐ-UBND', decidedOn: '2026-02-27' },
    });
    expect(await first.ask(NAME, { input: { personId: author, unitId: root, decision } })).toMatchObject({ code: 'LEADER_NAMED' });
    const led = await fresh.as(chair);
    expect(await confirm(led, early)).toMatchObject({ state: 'IN_FORCE' });
    for (const personId of judges) {
      const proposed = await first.ask(GRANT_ROLE, { input: { personId, role: 'JUDGE', unitId: root } });
      expect(await confirm(led, proposed)).toMatchObject({ state: 'IN_FORCE' });
    }

    const rounds = [aRound('dossier', { judgesPerInitiative: 3, minimumCards: 3 })];
    const organiser = await fresh.as(organiserId);
    const year = await aContest(fresh, { units: { district: root } } as District, { ruleBook: aRuleBook({ rounds, tieBreak: [] }) });
    const initiatives = [await anEligible(fresh, { contestId: year.id, areaId: year.areaId }, { ownerId: finance, authorIds: [author] })];
    for (const personId of judges)
      expect(await organiser.ask(SEAT, { input: { contestId: year.id, personId, kind: 'JUDGE' } })).toMatchObject({ __typename: 'Seat' });
    await toPhase(fresh, year.id, 'JUDGING');
    await fresh.drain();
    const planned = await organiser.ask('query ($contestId: ID!) { rounds(contestId: $contestId) { id } }', { contestId: year.id });
    const judging = { contestId: year.id, initiatives, judges, rounds: planned.map(({ id }: any) => id), organiser };
    const [roundId = ''] = judging.rounds as string[];
    await openRound(fresh, judging, roundId);
    await signAll(fresh, judging, roundId, () => marksOf('20', '20', '20'));
    expect(await organiser.ask(CLOSE_ROUND, { input: { roundId } })).toMatchObject({ state: 'CLOSED' });
    expect((await led.ask(STANDINGS, { roundId })).edges).toMatchObject([{ node: { rank: 1, rounded: '60.00' } }]);
    expect((await first.send(STANDINGS, { roundId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  } finally {
    await fresh.stop();
  }
}, 120_000);
