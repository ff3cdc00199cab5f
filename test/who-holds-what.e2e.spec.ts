import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { mutation } from './support/sign-in.js';

const GRANT = '... on RoleGrant { id state version }';
const GRANT_ROLE = mutation('grantRole', 'GrantRoleInput', GRANT);
const CONFIRM = mutation('confirmGrant', 'ConfirmGrantInput', GRANT);
const WITHDRAW = mutation('withdrawGrant', 'RevokeGrantInput', GRANT);
const CONFIRM_END = mutation('confirmRevocation', 'ConfirmGrantInput', GRANT);
const REVOKE = mutation('revokeGrant', 'RevokeGrantInput', GRANT);
const CREATE = mutation('createPerson', 'CreatePersonInput', '... on Person { id }');
const GRANTS = `query ($search: String, $role: Role, $unitId: ID, $endsUntil: LocalDate) {
  grants(first: 50, search: $search, role: $role, unitId: $unitId, endsUntil: $endsUntil) { totalCount edges { node {
    id version person { id fullName } role state validTo canConfirm canRefuse canWithdraw canRevoke whyNotConfirm { code } } } } }`;
const PEOPLE = `query ($role: Role, $account: AccountState) { people(first: 50, role: $role, account: $account) { edges { node { fullName } } } }`;

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

const grants = async (client: Client, filter: Record<string, unknown> = {}): Promise<any[]> => {
  const { edges } = (await client.ask(GRANTS, filter)) as { edges: { node: any }[] };
  return edges.map(({ node }) => node);
};
const person = async (fullName: string, email?: string): Promise<string> =>
  (await admin.ask(CREATE, { input: { fullName, email, unitId: district.units.culture } })).id as string;
const grant = (personId: string, role: string, validTo?: string): Promise<any> =>
  admin.ask(GRANT_ROLE, { input: { personId, role, unitId: district.units.culture, validTo } });

test('who holds what is found by name, role, unit and last day; what ends first comes first', async () => {
  const [late, soon] = [await person('Đặng Thị Mùi'), await person('Đặng Văn Tỵ')];
  await grant(late, 'SUBMITTER', '2027-06-30');
  await grant(soon, 'SUBMITTER', '2026-12-31');
  await grant(soon, 'COMMUNE_OFFICER');

  const named = await grants(admin, { search: 'dang' });
  expect(named.map(({ person: { fullName }, role, validTo }) => [fullName, role, validTo])).toEqual([
    ['Đặng Văn Tỵ', 'SUBMITTER', '2026-12-31'],
    ['Đặng Thị Mùi', 'SUBMITTER', '2027-06-30'],
    ['Đặng Văn Tỵ', 'COMMUNE_OFFICER', null],
  ]);
  expect((await grants(admin, { search: 'đặng', endsUntil: '2026-12-31' })).map(({ person: { fullName } }) => fullName)).toEqual([
    'Đặng Văn Tỵ',
  ]);
  expect((await grants(admin, { search: 'đặng', role: 'COMMUNE_OFFICER', unitId: district.units.culture })).length).toBe(1);
  expect(await grants(admin, { search: 'đặng', unitId: district.units.district })).toEqual([]);
});

test('a list of roles says who may confirm, take back and end each, and the acts do as it said', async () => {
  const proposed = await grant(await person('Đoàn Văn Hợi', 'hoi@example.vn'), 'JUDGE');
  const mine = async (client: Client) => (await grants(client, { search: 'Hợi' }))[0];

  expect(await mine(admin)).toMatchObject({
    canConfirm: false,
    whyNotConfirm: { code: 'SECOND_PERSON_SAME' },
    canWithdraw: true,
    canRevoke: false,
  });
  expect(await mine(leader)).toMatchObject({ canConfirm: true, whyNotConfirm: null, canWithdraw: false, canRevoke: false });
  expect(await leader.ask(CONFIRM, { input: { grantId: proposed.id, version: proposed.version } })).toMatchObject({ state: 'IN_FORCE' });

  expect(await mine(leader)).toMatchObject({ canConfirm: false, whyNotConfirm: null, canRevoke: false });
  expect(await mine(admin)).toMatchObject({ canWithdraw: false, canRevoke: true });
  expect(await admin.ask(WITHDRAW, { input: { grantId: proposed.id, reason: 'Nhầm người' } })).toMatchObject({ code: 'GRANT_DECIDED' });
  expect(await admin.ask(REVOKE, { input: { grantId: proposed.id, reason: 'Chuyển công tác' } })).toMatchObject({ state: 'REVOKED' });
  expect(await mine(admin)).toBeUndefined();
});

test('a leader whose role is to end may agree to it by the list, and not say no as a second person', async () => {
  const other = await aPerson(contest, { unitId: district.units.interior, role: 'LEADER', roleUnitId: district.units.district });
  const leads = await contest.as(other);
  const own = async () => (await grants(leads, { role: 'LEADER' })).find(({ person: { id } }) => id === other);
  await admin.ask(REVOKE, { input: { grantId: (await own()).id, reason: 'Chuyển công tác' } });

  const waiting = await own();
  expect(waiting).toMatchObject({ canConfirm: true, canRefuse: false, whyNotConfirm: null });
  expect(await leads.ask(CONFIRM_END, { input: { grantId: waiting.id, version: waiting.version } })).toMatchObject({ state: 'REVOKED' });
});

test('the list says to somebody of the proposer’s hand that they are no second person', async () => {
  const made = await person('Âu Thị Thìn', 'thin@example.vn');
  const role = await admin.ask(GRANT_ROLE, { input: { personId: made, role: 'ADMIN', unitId: district.units.district } });
  await leader.ask(CONFIRM, { input: { grantId: role.id, version: role.version } });
  const waiting = await grant(await person('Ông Văn Dần', 'dan@example.vn'), 'JUDGE');
  const [seen] = await grants(await contest.as(made), { search: 'Ông Văn Dần' });

  expect(seen).toMatchObject({ id: waiting.id, canConfirm: false, whyNotConfirm: { code: 'SECOND_PERSON_TIED' } });
});

test('who reads people of one unit sees no roles for another', async () => {
  const there = await contest.as(
    await aPerson(contest, { unitId: district.units.culture, role: 'ADMIN', roleUnitId: district.units.culture }),
  );

  expect(new Set((await grants(there)).map(({ role }) => role)).has('LEADER')).toBe(false);
  expect((await grants(admin)).map(({ role }) => role)).toContain('LEADER');
});

test('people are narrowed to a role and to the state of their account', async () => {
  await person('Ưng Thị Ngọ');
  const names = async (filter: Record<string, unknown>): Promise<string[]> =>
    ((await admin.ask(PEOPLE, filter)) as { edges: { node: any }[] }).edges.map(({ node }) => node.fullName as string);

  expect(await names({ account: 'NONE' })).toContain('Ưng Thị Ngọ');
  expect(await names({ account: 'OPEN' })).not.toContain('Ưng Thị Ngọ');
  expect(await names({ account: 'DISABLED' })).toEqual([]);
  expect(await names({ role: 'COMMUNE_OFFICER' })).toContain('Đặng Văn Tỵ');
  expect(await names({ role: 'COMMUNE_OFFICER' })).not.toContain('Đặng Thị Mùi');
});
