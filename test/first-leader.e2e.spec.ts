import { once } from 'node:events';
import { Account, RoleGrant } from '#domain/identity';
import { Notice } from '#domain/notice';
import { GrantService } from '#lib/identity';
import { type Role, SYSTEM } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import { changed, content } from './support/content.js';
import { aDistrict, aPerson, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ASSIGN_ROUND, aJudging } from './support/judging.js';
import { build, run } from './support/server.js';
import { ME, mutation } from './support/sign-in.js';

const TRACES = ['session', 'audit_entry', 'audit_personal'];
const GRANT = '... on RoleGrant { id state version }';
const GRANT_ROLE = mutation('grantRole', 'GrantRoleInput', GRANT);
const CONFIRM = mutation('confirmGrant', 'ConfirmGrantInput', GRANT);
const REVOKE = mutation('revokeGrant', 'RevokeGrantInput', GRANT);
const NAME = mutation('nameLeader', 'NameLeaderInput', GRANT);
const DISABLE = mutation('disableAccount', 'AccountInput', '... on Person { id }');
const ADD = mutation('addPosition', 'AddPositionInput', '... on Position { id }');
const CREATE = mutation('createPerson', 'CreatePersonInput', '... on Person { id }');
const decision = { number: '12/QĐ-UBND', decidedOn: '2026-02-27' };
const reason = 'Vì lý do tổ chức';
const position = { titleVi: 'Chuyên viên', titleEn: 'Official', from: '2021-01-01' };

let contest: RunningContest;

beforeAll(async () => {
  build();
  contest = await startContest();
}, 120_000);
afterAll(() => contest.stop());

/** A district that nobody leads, and its one administrator. */
async function unled(): Promise<{ root: string; below: string; adminId: string; admin: Client }> {
  const root = await aUnit(contest, `Huyện ${crypto.randomUUID()}`, { kind: 'DISTRICT', parentId: null });
  const below = await aUnit(contest, `Phòng ${crypto.randomUUID()}`, { kind: 'DEPARTMENT', parentId: root });
  const adminId = await aPerson(contest, { unitId: root, role: 'ADMIN' });
  return { root, below, adminId, admin: await contest.as(adminId) };
}

const rolesOf = async (personId: string): Promise<string[]> => (await (await contest.as(personId)).ask(ME)).roles;
const confirm = (client: Client, { id, version }: any): Promise<any> => client.ask(CONFIRM, { input: { grantId: id, version } });
const grantOf = (person: string, role: Role) => contest.em().findOneOrFail(RoleGrant, { person, role }, { orderBy: { id: 'desc' } });

async function refusals(tries: readonly (() => Promise<any>)[]): Promise<string[]> {
  const before = await content(contest, TRACES);
  const codes: string[] = [];
  for (const send of tries) codes.push((await send()).code);
  expect(changed(before, await content(contest, TRACES))).toEqual([]);
  return codes;
}

test('the first leader is named for the highest unit, and is somebody who can come in', async () => {
  const { root, below, admin } = await unled();
  const named = await aPerson(contest, { unitId: root });
  const { id: nobody } = await admin.ask(CREATE, { input: { fullName: 'Không Có Thư', unitId: root } });
  const shut = await aPerson(contest, { unitId: root });
  await admin.ask(DISABLE, { input: { personId: shut, reason } });
  const name = (personId: string, unitId = root) => admin.ask(NAME, { input: { personId, unitId, decision } });

  expect(await refusals([() => name(named, below), () => name(nobody), () => name(shut)])).toEqual([
    'LEADER_UNIT_NOT_ROOT',
    'ACCOUNT_NEEDED',
    'ACCOUNT_NEEDED',
  ]);
});

test('nobody becomes the only administrator, and then names the first leader, by taking the role of the others', async () => {
  const { root, admin, adminId } = await unled();
  const other = await aPerson(contest, { unitId: root, role: 'ADMIN' });
  const named = { input: { personId: await aPerson(contest, { unitId: root }), unitId: root, decision } };
  expect(await admin.ask(NAME, named)).toMatchObject({ code: 'LEADER_NAMED' });
  expect(await admin.ask(REVOKE, { input: { grantId: (await grantOf(other, 'ADMIN')).id, reason } })).toMatchObject({ state: 'REVOKED' });
  expect(await admin.ask(NAME, named)).toMatchObject({ code: 'LEADER_NAMED' });
  expect(await rolesOf(adminId)).toEqual(['ADMIN']);
});

test('no first leader is named where cards have been given out already', async () => {
  const district = await aDistrict(contest);
  await contest.em().getConnection().execute('delete from role_grant where person_id = ?', [district.people.leader]);
  const judging = await aJudging(contest, district);
  await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId: judging.rounds[0] } });
  const admin = await contest.as(district.people.admin);
  const input = { personId: await aPerson(contest, { unitId: district.units.district }), unitId: district.units.district, decision };
  expect(await refusals([() => admin.ask(NAME, { input })])).toEqual(['LEADER_AFTER_JUDGING']);
});

test('who is to lead is as safe from one administrator as who leads, and nobody is confirmed who cannot come in', async () => {
  const district = await aDistrict(contest);
  const { district: root, finance } = district.units;
  const [admin, leader] = [await contest.as(district.people.admin), await contest.as(district.people.leader)];
  const [shut, ahead] = [await aPerson(contest, { unitId: root }), await aPerson(contest, { unitId: root })];
  const lead = (personId: string, more = {}) => admin.ask(GRANT_ROLE, { input: { personId, role: 'LEADER', unitId: root, ...more } });
  const acts = (personId: string) => [
    () => admin.ask(DISABLE, { input: { personId, reason } }),
    () => admin.ask(ADD, { input: { personId, unitId: finance, ...position } }),
  ];
  const judge = await admin.ask(GRANT_ROLE, { input: { personId: shut, role: 'JUDGE', unitId: root } });
  await admin.ask(DISABLE, { input: { personId: shut, reason } });
  expect(await refusals([() => confirm(leader, judge)])).toEqual(['ACCOUNT_NEEDED']);

  const proposed = await lead(ahead, { validFrom: '2027-01-01' });
  expect(await refusals(acts(ahead))).toEqual(['PERSON_LEADS', 'PERSON_LEADS']);
  expect(await confirm(leader, proposed)).toMatchObject({ state: 'IN_FORCE' });
  expect(await refusals(acts(ahead))).toEqual(['PERSON_LEADS', 'PERSON_LEADS']);
});

test('no administrator alone gives who organises, or is to, a position that may shut them out; in their own unit and at the root they do', async () => {
  const district = await aDistrict(contest);
  const { district: root, finance, interior } = district.units;
  const admin = await contest.as(district.people.admin);
  const coming = await aPerson(contest, { unitId: interior });
  await admin.ask(GRANT_ROLE, { input: { personId: coming, role: 'ORGANISER', unitId: root } });
  const add = (personId: string, unitId: string) => admin.ask(ADD, { input: { personId, unitId, ...position } });

  const codes = await refusals([() => add(district.people.organiser, finance), () => add(coming, finance)]);
  expect(codes).toEqual(['POSITION_SHUTS_OUT', 'POSITION_SHUTS_OUT']);
  for (const unitId of [root, interior]) expect(await add(coming, unitId)).toMatchObject({ __typename: 'Position' });
});

test('the last leader and the last administrator of the tree who can come in stay until another is there', async () => {
  const district = await aDistrict(contest);
  const { people, units } = district;
  const [admin, leader] = [await contest.as(people.admin), await contest.as(people.leader)];
  const led = await grantOf(people.leader, 'LEADER');
  const END = mutation('confirmRevocation', 'ConfirmGrantInput', GRANT);
  const other = await aPerson(contest, { unitId: units.district, role: 'ADMIN' });
  const own = await grantOf(people.admin, 'ADMIN');
  const ask = () => admin.ask(REVOKE, { input: { grantId: led.id, reason } });

  expect(await refusals([ask])).toEqual(['LAST_LEADER']);
  const next = await aPerson(contest, { unitId: units.district, role: 'LEADER' });
  const asked = await ask();
  await contest.em().nativeUpdate(Account, { person: next }, { disabledAt: contest.clock.now(), disabledReason: 'x' });
  expect(await refusals([() => leader.ask(END, { input: { grantId: asked.id, version: asked.version } })])).toEqual(['LAST_LEADER']);

  expect(await admin.ask(DISABLE, { input: { personId: other, reason } })).toMatchObject({ __typename: 'Person' });
  const third = await aPerson(contest, { unitId: units.interior, role: 'ADMIN', roleUnitId: units.district });
  expect(await admin.ask(REVOKE, { input: { grantId: (await grantOf(third, 'ADMIN')).id, reason } })).toMatchObject({ state: 'REVOKED' });
  expect(await admin.ask(REVOKE, { input: { grantId: own.id, reason } })).toMatchObject({ code: 'LAST_ADMINISTRATOR' });
});

test('a leader whom nobody confirmed stands for whoever made the account', async () => {
  const { root, admin } = await unled();
  const { id: made } = await admin.ask(CREATE, { input: { fullName: 'Do Mình Lập', email: 'made@example.vn', unitId: root } });
  await contest.get(GrantService).grantRole(SYSTEM, { personId: made, role: 'LEADER', unitId: root });
  const proposed = await admin.ask(GRANT_ROLE, {
    input: { personId: await aPerson(contest, { unitId: root }), role: 'JUDGE', unitId: root },
  });
  expect(await confirm(await contest.as(made), proposed)).toMatchObject({ code: 'SECOND_PERSON_TIED' });
});

test('where nobody is left to confirm, the operator of the machine gives a role by a decision: logged, and told', async () => {
  const { root, admin, adminId } = await unled();
  const email = 'cuu@example.vn';
  const { id: personId } = await admin.ask(CREATE, { input: { fullName: 'Trần Thị Cứu', email, unitId: root } });
  await admin.ask(DISABLE, { input: { personId, reason } });
  const rescue = async (...args: string[]): Promise<[number, string]> => {
    const { databaseUrl, config } = contest;
    const program = run('apps/api/src/rescue.js', { DATABASE_URL: databaseUrl, APP_SECRET: config.secret, DATA_DIR: config.dataDir }, args);
    let said = '';
    for (const stream of [program.stdout, program.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
    const [code] = (await once(program, 'close')) as [number];
    return [code, said];
  };
  const full = ['--email', email, '--number', '15/QĐ-UBND', '--date', '2026-02-27', '--reason', reason];
  expect(await rescue('leader', '--email', email)).toEqual([1, expect.stringContaining('npm run rescue')]);
  expect(await rescue('leader', ...full.with(1, 'ai@example.vn'))).toEqual([1, expect.stringContaining('ai@example.vn')]);
  expect(await rescue('leader', ...full)).toEqual([0, expect.stringContaining(email)]);

  contest.clock.set(new Date());
  const grant = await grantOf(personId, 'LEADER');
  expect(grant).toMatchObject({ state: 'IN_FORCE', decisionNumber: '15/QĐ-UBND', proposedBy: null });
  expect(await contest.em().count(AuditEntry, { operation: 'rescue', subjectId: grant.id, body: { $like: `%${reason}%` } })).toBe(1);
  await contest.drain();
  const told = await contest.em().find(Notice, { kind: 'identity.rescued' }, { orderBy: { id: 'asc' } });
  expect(told.map(({ person }) => person.id).sort()).toEqual([adminId, personId].sort());

  const waiting = await admin.ask(GRANT_ROLE, {
    input: { personId: await aPerson(contest, { unitId: root }), role: 'JUDGE', unitId: root },
  });
  expect(await confirm(await contest.as(personId), waiting)).toMatchObject({ state: 'IN_FORCE' });
}, 60_000);
