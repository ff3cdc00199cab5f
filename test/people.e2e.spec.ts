import { Account, Person, RoleGrant } from '#domain/identity';
import { FirstAdministratorService, GrantService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { aDistrict, aPerson, type District, PASSWORD } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ME, lastMailTo, mutation, signIn, someone, tokenIn } from './support/sign-in.js';

const SET = mutation('resetPassword', 'ResetPasswordInput', '... on PasswordSet { id }');
const PERSON = '... on Person { id disabledAt version grants { role } }';

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
});

afterAll(() => contest.stop());

test('somebody invited sets their password by the link, and is in', async () => {
  const input = { fullName: 'Tạ Thị Mai', email: 'Mai@Example.vn', unitId: district.units.culture };

  const invited = await admin.ask(mutation('invitePerson', 'InvitePersonInput', PERSON), { input });
  expect((await signIn(contest, 'mai@example.vn')).body.code).toBe('SIGN_IN_FAILED');
  const token = tokenIn(await lastMailTo(contest, 'mai@example.vn'));
  await contest.client().ask(SET, { input: { token, password: PASSWORD } });

  expect(invited.__typename).toBe('Person');
  expect((await signIn(contest, 'mai@example.vn')).body.__typename).toBe('Session');
  expect(await admin.ask(mutation('invitePerson', 'InvitePersonInput', PERSON), { input })).toMatchObject({ code: 'EMAIL_TAKEN' });
});

test.each([
  ['half a character', '\ud800'],
  ['a character that is none', '\uffff'],
])('a search for %s finds nobody; a search of blanks is none', async (_, search) => {
  const find = async (given: string) =>
    (await admin.ask('query ($search: String) { people(search: $search) { totalCount } }', { search: given })).totalCount;
  expect(await find(search)).toBe(0);
  expect(await find('  ')).toBe(await find(''));
  expect(await find('')).toBeGreaterThan(0);
});

test('an invitation is sent again until its owner has come in: the link before ends, and three an hour are enough', async () => {
  const invited = { fullName: 'Cấn Văn Thư', email: 'thu.can@example.vn', unitId: district.units.culture };
  const AGAIN = mutation('sendInvitationAgain', 'SendInvitationAgainInput', '... on Person { id canInviteAgain }');
  const { id: personId } = await admin.ask(mutation('invitePerson', 'InvitePersonInput', '... on Person { id }'), { input: invited });
  const first = tokenIn(await lastMailTo(contest, invited.email));
  contest.clock.advance(1000);

  expect(await admin.ask(AGAIN, { input: { personId } })).toEqual({ __typename: 'Person', id: personId, canInviteAgain: true });
  const second = tokenIn(await lastMailTo(contest, invited.email));
  expect(second).not.toBe(first);
  expect(await contest.client().ask(SET, { input: { token: first, password: PASSWORD } })).toMatchObject({ code: 'LINK_INVALID' });
  await admin.ask(AGAIN, { input: { personId } });
  await admin.ask(AGAIN, { input: { personId } });
  expect(await admin.ask(AGAIN, { input: { personId } })).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  contest.clock.advance(1000);
  await contest.client().ask(SET, { input: { token: tokenIn(await lastMailTo(contest, invited.email)), password: PASSWORD } });
  expect(await admin.ask(AGAIN, { input: { personId } })).toMatchObject({ code: 'INVITATION_TAKEN_UP', path: 'personId' });
});

test('nobody is invited again who has no account, whose account is shut, or who is out of reach', async () => {
  const AGAIN = mutation('sendInvitationAgain', 'SendInvitationAgainInput', '... on Person { id }');
  const { id: nameless } = await admin.ask(mutation('createPerson', 'CreatePersonInput', '... on Person { id }'), {
    input: { fullName: 'Cấn Thị Không', unitId: district.units.culture },
  });
  const shut = await aPerson(contest, { unitId: district.units.culture });
  await admin.ask(mutation('disableAccount', 'AccountInput', PERSON), { input: { personId: shut, reason: 'Nghỉ hưu' } });
  const local = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'ADMIN' }));

  expect(await admin.ask(AGAIN, { input: { personId: nameless } })).toMatchObject({ code: 'ACCOUNT_NEEDED', path: 'personId' });
  expect(await admin.ask(AGAIN, { input: { personId: shut } })).toMatchObject({ code: 'ACCOUNT_DISABLED', path: 'personId' });
  expect(await local.ask(AGAIN, { input: { personId: district.people.submitter } })).toMatchObject({ code: 'NOT_FOUND', path: 'personId' });
});

test('disabling an account ends its sessions at once; nobody disables their own', async () => {
  const { id, email } = await someone(contest, district);
  const person = await contest.as(id);
  const DISABLE = mutation('disableAccount', 'AccountInput', PERSON);
  const ENABLE = mutation('enableAccount', 'AccountInput', PERSON);
  const input = { personId: id, reason: 'Nghỉ hưu' };

  expect(await admin.ask(DISABLE, { input })).toMatchObject({ __typename: 'Person', disabledAt: contest.clock.now().toISOString() });
  expect(await admin.ask(DISABLE, { input })).toMatchObject({ code: 'ACCOUNT_DISABLED' });
  expect((await person.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await admin.ask(DISABLE, { input: { personId: district.people.admin, reason: 'Thử nghiệm' } })).toMatchObject({
    code: 'ACCOUNT_OWN',
  });
  expect(await admin.ask(ENABLE, { input })).toMatchObject({ disabledAt: null });
  expect((await signIn(contest, email)).body.__typename).toBe('Session');
});

test('an administrator of one unit reaches nobody of another', async () => {
  const local = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'ADMIN' }));
  const { id } = await someone(contest, district);
  const grants = await contest.em().count(RoleGrant);

  expect(
    await local.ask(mutation('disableAccount', 'AccountInput', PERSON), { input: { personId: id, reason: 'Không có lý do' } }),
  ).toMatchObject({ code: 'NOT_FOUND' });
  expect(
    await local.ask(mutation('grantRole', 'GrantRoleInput', '... on RoleGrant { id }'), {
      input: { personId: id, role: 'ADMIN', unitId: district.units.district },
    }),
  ).toMatchObject({ code: 'NOT_FOUND', path: 'unitId' });
  expect((await contest.em().findOneOrFail(Account, { person: id })).disabledAt).toBeNull();
  expect(await contest.em().count(RoleGrant)).toBe(grants);
  expect(await local.ask('query ($id: ID!) { person(id: $id) { id } }', { id })).toBeNull();
});

test('a role holds for its unit and all below, between its days, until it is revoked', async () => {
  const id = await aPerson(contest, { unitId: district.units.interior });
  const person = await contest.as(id);
  const grant = (more: object) =>
    contest.get(GrantService).grantRole(SYSTEM, { personId: id, role: 'ORGANISER', unitId: district.units.district, ...more });
  await grant({ role: 'JUDGE', validFrom: '2026-01-01', validTo: '2026-03-01' });
  await grant({ role: 'LEADER', validFrom: '2026-06-01' });
  const held = await grant({});

  const me = await person.ask(ME);
  const reached = me.permissions.find(({ name }: { name: string }) => name === 'contest:edit').unitIds;

  expect(me.roles).toEqual(['ORGANISER']);
  expect(reached.sort()).toEqual(Object.values(district.units).sort());
  const REVOKE = mutation('revokeGrant', 'RevokeGrantInput', '... on RoleGrant { id revokedAt }');
  const input = { grantId: held.id, reason: 'Thôi nhiệm vụ' };
  expect(await admin.ask(REVOKE, { input })).toMatchObject({ __typename: 'RoleGrant' });
  expect(await admin.ask(REVOKE, { input })).toMatchObject({ code: 'GRANT_REVOKED' });
  expect((await person.ask(ME)).roles).toEqual([]);
});

test('a head has a position', async () => {
  const head = await contest.as(district.people.head);

  expect((await head.ask(ME)).person.positions).toEqual([{ titleVi: 'Trưởng phòng Tài chính - Kế hoạch', heads: true }]);
});

test('people are found without tone marks or by their address, and only by who may', async () => {
  const organiser = await contest.as(district.people.organiser);
  const PEOPLE =
    'query ($search: String, $first: Int!) { people(search: $search, first: $first) { totalCount edges { node { fullName email unit { nameVi } grants { role } positions { titleVi } } } } }';

  expect((await organiser.ask(PEOPLE, { search: 'phung van', first: 10 })).edges).toMatchObject([
    { node: { fullName: 'Phùng Văn Thắng', positions: [{ titleVi: 'Trưởng phòng Tài chính - Kế hoạch' }] } },
  ]);
  const { edges } = await organiser.ask(PEOPLE, { search: 'phung van', first: 1 });
  const { email } = (edges as { node: { email: string } }[])[0]!.node;
  expect(await organiser.ask(PEOPLE, { search: ` ${email.toUpperCase()}`, first: 10 })).toMatchObject({ totalCount: 1, edges });
  const [before = '', after = ''] = email.split('@');
  for (const part of [before.slice(1).toUpperCase(), `${before.slice(-2)}@${after.slice(0, 4)}`])
    expect(await organiser.ask(PEOPLE, { search: part, first: 10 })).toMatchObject({ totalCount: 1, edges });
  // What follows the @ is of everybody in an office: nobody is found by it who is not by the rest.
  expect((await organiser.ask(PEOPLE, { search: after, first: 10 })).totalCount).toBe(0);
  for (const wild of ['%', '___', '%ang', `${before.slice(0, 3)}%`])
    expect((await organiser.ask(PEOPLE, { search: wild, first: 10 })).totalCount).toBe(0);
  const submitter = await contest.as(district.people.submitter);
  expect((await submitter.send(PEOPLE, { first: 10 })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('one edits oneself; an old version is refused', async () => {
  const { id } = await someone(contest, district);
  const person = await contest.as(id);
  const EDIT = mutation('editPerson', 'EditPersonInput', '... on Person { fullName locale version }');
  const input = { personId: id, version: 1, fullName: 'Nguyễn Văn Đổi', locale: 'en' };

  expect(await person.ask(EDIT, { input })).toEqual({ __typename: 'Person', fullName: 'Nguyễn Văn Đổi', locale: 'en', version: 2 });
  expect(await person.ask(EDIT, { input })).toMatchObject({ code: 'STALE' });
  expect(await person.ask(EDIT, { input: { ...input, personId: district.people.leader } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await person.ask(EDIT, { input: { ...input, personId: district.people.leader, version: 99 } })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a new installation gets its first administrator by a link that works once', async () => {
  const fresh = await startContest();
  try {
    const link = await fresh.get(FirstAdministratorService).openFirstAdministratorLink();
    const ACCEPT = mutation('acceptFirstAdministrator', 'AcceptFirstAdministratorInput', '... on PasswordSet { id }');
    const input = {
      token: link.split('#')[1],
      fullName: 'Ngô Quang Huy',
      email: 'quantri@example.vn',
      password: PASSWORD,
      unitNameVi: 'Huyện Hoài Đức',
      unitNameEn: 'Hoai Duc District',
    };

    expect(await fresh.client().ask(ACCEPT, { input: { ...input, password: 'ngan' } })).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    expect(await fresh.em().count(Person)).toBe(0);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, i) => fresh.client().ask(ACCEPT, { input: { ...input, email: `quantri${String(i)}@example.vn` } })),
    );

    expect(outcomes.filter(({ __typename }) => __typename === 'PasswordSet')).toHaveLength(1);
    expect(await fresh.em().count(Account)).toBe(1);
    const me = await (await fresh.as(outcomes.find(({ id }) => id !== undefined).id)).ask(ME);
    expect(me.roles).toEqual(['ADMIN']);
    await expect(fresh.get(FirstAdministratorService).openFirstAdministratorLink()).rejects.toThrow('ACCOUNT_EXISTS');
  } finally {
    await fresh.stop();
  }
});
