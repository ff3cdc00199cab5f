import { ReformArea } from '#domain/contest';
import { Account, Person, Position, RoleGrant } from '#domain/identity';
import { UnitLineage } from '#domain/units';
import { GrantService, PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { SeatService } from '#lib/contest';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, aJudging, openRound } from './support/judging.js';
import { mutation } from './support/sign-in.js';

let contest: RunningContest;
let district: District;
let judging: Judging;
/** Administrator of one commune. */
let local: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 2, judges: 3 });
  await openRound(contest, judging, judging.rounds[0]!);
  local = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'ADMIN' }));
});
afterAll(() => contest.stop());

const POSITION = { titleVi: 'Chuyên viên', titleEn: 'Official', from: '2021-01-01' };
const TRACES = ['session', 'audit_entry', 'audit_personal'];
const ADD = mutation('addPosition', 'AddPositionInput', '... on Position { id }');
const ASSIGNMENTS = 'query ($id: ID!) { assignments(roundId: $id) { totalCount } }';

/** Every act of identity on a person, as the administrator of An Khánh sends it. */
function actsOn(personId: string, ids: { grantId: string; positionId: string }): [string, string, object][] {
  const unitId = district.units.anKhanh;
  const reason = 'Không có lý do';
  return [
    ['addPosition', 'AddPositionInput', { personId, unitId, ...POSITION }],
    ['endPosition', 'EndPositionInput', { positionId: ids.positionId, to: '2026-12-31' }],
    ['editPerson', 'EditPersonInput', { personId, version: 1, fullName: 'Tên khác', locale: 'vi' }],
    ['disableAccount', 'AccountInput', { personId, reason }],
    ['enableAccount', 'AccountInput', { personId, reason }],
    ['grantRole', 'GrantRoleInput', { personId, role: 'SUBMITTER', unitId }],
    ['grantRole', 'GrantRoleInput', { personId, role: 'JUDGE', unitId }],
    ['nameLeader', 'NameLeaderInput', { personId, unitId, decision: { number: '1/QĐ', decidedOn: '2026-01-01' } }],
    ['revokeGrant', 'RevokeGrantInput', { grantId: ids.grantId, reason }],
    ['resetSecondFactor', 'ResetSecondFactorInput', { personId, reason }],
    ['withdrawGrant', 'RevokeGrantInput', { grantId: ids.grantId, reason }],
  ];
}

/** A person with a position and a role in An Khánh, and whatever else they are. */
async function alsoOfAnKhanh(order: { unitId: string | null }): Promise<[string, { grantId: string; positionId: string }]> {
  const personId = await aPerson(contest, order);
  const unitId = district.units.anKhanh;
  const grant = await contest.get(GrantService).grantRole(SYSTEM, { personId, role: 'SUBMITTER', unitId });
  const position = await contest.get(PersonService).addPosition(SYSTEM, { personId, unitId, ...POSITION });
  return [personId, { grantId: grant.id, positionId: position.id }];
}

test('an administrator of one commune does nothing to people of another unit, of two units, of none, nor with a role beyond the commune', async () => {
  const { units, people } = district;
  const none = { grantId: '00000000-0000-7000-8000-000000000001', positionId: '00000000-0000-7000-8000-000000000001' };
  const beyond = await aPerson(contest, { unitId: units.anKhanh, role: 'ORGANISER', roleUnitId: units.district });
  const targets = [
    [people.organiser, none],
    [people.judge, none],
    [judging.judges[0]!, none],
    [beyond, none],
    await alsoOfAnKhanh({ unitId: units.finance }),
  ] as const;
  const before = await content(contest, TRACES);
  const told: string[] = [];
  for (const [personId, ids] of targets) {
    for (const [name, input, given] of actsOn(personId, ids)) {
      const { code } = await local.ask(mutation(name, input, ''), { input: given });
      if (code !== 'NOT_FOUND') told.push(`${name}: ${String(code)}`);
    }
  }
  expect(told).toEqual([]);
  expect(changed(before, await content(contest, TRACES))).toEqual([]);
});

test('the same acts on somebody of the commune alone are done, and on whoever works elsewhere too by who is above both', async () => {
  const own = await aPerson(contest, { unitId: district.units.anKhanh });
  const both = (await alsoOfAnKhanh({ unitId: district.units.finance }))[0];
  const above = await contest.as(district.people.admin);
  const unitId = district.units.anKhanh;

  expect(await local.ask(ADD, { input: { personId: own, unitId, ...POSITION } })).toMatchObject({ __typename: 'Position' });
  expect(await above.ask(ADD, { input: { personId: both, unitId, ...POSITION } })).toMatchObject({ __typename: 'Position' });
  expect(await contest.em().count(Position, { person: own })).toBe(1);
  expect(await contest.em().count(Position, { person: both })).toBe(2);
});

test("a position that a commune's administrator would give the organiser leaves their assignments as they were", async () => {
  const asked = () => judging.organiser.ask(ASSIGNMENTS, { id: judging.rounds[0] });
  const before = await asked();
  const input = { personId: district.people.organiser, unitId: district.units.anKhanh, ...POSITION };

  expect(await local.ask(ADD, { input })).toMatchObject({ code: 'NOT_FOUND', path: 'personId' });
  await contest.drain();
  expect(await asked()).toEqual(before);
  expect(before.totalCount).toBeGreaterThan(0);
});

test("who works in no unit is made, and edited, by the host's administrators alone", async () => {
  const CREATE = mutation('createPerson', 'CreatePersonInput', '... on Person { id canManage }');
  const input = { fullName: 'Phan Văn Trị', email: 'tri@example.vn', external: true };
  const people = await contest.em().count(Person);

  expect(await local.ask(CREATE, { input })).toMatchObject({ code: 'FORBIDDEN', path: 'unitId' });
  expect(await contest.em().count(Person)).toBe(people);
  const admin = await contest.as(district.people.admin);
  expect(await admin.ask(CREATE, { input })).toMatchObject({ __typename: 'Person', canManage: true });
});

test('an organiser of a commune names no stranger: neither seats, asks, checks, nor holds them in conflict', async () => {
  const other = await aDistrict(contest);
  const stranger = other.people.judge;
  const [initiativeId = ''] = judging.initiatives;
  const { contestId } = judging;
  const before = await content(contest, TRACES);
  const asked = {
    seat: await judging.organiser.ask(mutation('seatPerson', 'SeatPersonInput', ''), {
      input: { contestId, personId: stranger, kind: 'JUDGE' },
    }),
    invite: await judging.organiser.ask(mutation('inviteToJury', 'InviteToJuryInput', ''), { input: { contestId, personId: stranger } }),
    conflict: await judging.organiser.ask(mutation('setConflict', 'SetConflictInput', ''), {
      input: { initiativeId, personId: stranger, type: 'FAMILY', reason: 'Anh em' },
    }),
  };
  expect(Object.values(asked).map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  const CHECK = 'query ($contestId: ID!, $personId: ID!) { conflictCheck(contestId: $contestId, personId: $personId) { fullName } }';
  expect(await judging.organiser.ask(CHECK, { contestId, personId: stranger })).toBeNull();
  expect(changed(before, await content(contest, TRACES))).toEqual([]);
});

test('nobody seats themselves on a jury or as leader, nor asks themselves onto a jury', async () => {
  const { organiser } = district.people;
  const { contestId } = judging;
  await contest.get(GrantService).grantRole(SYSTEM, { personId: organiser, role: 'JUDGE', unitId: district.units.district });
  const client = await contest.as(organiser);
  const before = await content(contest, TRACES);
  for (const kind of ['JUDGE', 'LEADER']) {
    const refused = await client.ask(mutation('seatPerson', 'SeatPersonInput', ''), { input: { contestId, personId: organiser, kind } });
    expect(refused).toMatchObject({ code: 'SEAT_OWN', path: 'personId' });
  }
  const invited = await client.ask(mutation('inviteToJury', 'InviteToJuryInput', ''), { input: { contestId, personId: organiser } });
  expect(invited).toMatchObject({ code: 'SEAT_OWN', path: 'personId' });
  expect(changed(before, await content(contest, TRACES))).toEqual([]);
  expect(await contest.get(SeatService).hasSeat(contestId, organiser)).toBe(false);
});

test('an act on a person waits for another that moves them at the same moment', async () => {
  const personId = await aPerson(contest, { unitId: district.units.anKhanh });
  const moved = contest.get(PersonService).addPosition(SYSTEM, { personId, unitId: district.units.finance, ...POSITION });
  const asked = local.ask(mutation('disableAccount', 'AccountInput', ''), { input: { personId, reason: 'Nghỉ việc' } });
  const [, { __typename, code }] = await Promise.all([moved, asked]);
  const { disabledAt } = await contest.em().findOneOrFail(Account, { person: personId });
  // Whichever came first, it was decided on what was true then.
  expect([__typename, code ?? null, disabledAt === null]).toEqual(
    __typename === 'Person' ? ['Person', null, false] : ['Refusal', 'NOT_FOUND', true],
  );
  expect(await contest.em().count(RoleGrant, { person: personId })).toBe(0);
});

test('what became of a unit is recorded by who acts for both sides', async () => {
  const { units } = district;
  const organiser = await contest.as(await aPerson(contest, { unitId: units.laPhu, role: 'ORGANISER' }));
  const RECORD = mutation('recordLineage', 'RecordLineageInput', '');
  const CLOSE = mutation('closeUnit', 'CloseUnitInput', '');
  await organiser.ask(CLOSE, { input: { unitId: units.laPhu, version: 1, validTo: '2025-06-30', reason: 'Sáp nhập' } });
  const input = { fromId: units.laPhu, toId: units.sonDong, kind: 'WHOLE', effectiveOn: '2025-07-01' };

  expect(await organiser.ask(RECORD, { input })).toMatchObject({ code: 'NOT_FOUND', path: 'toId' });
  expect(await contest.em().count(UnitLineage)).toBe(0);
  const above = await contest.as(district.people.admin);
  expect(await above.ask(RECORD, { input })).toMatchObject({ __typename: 'UnitLineage' });
});

test("an area that all choose from is changed by its owner's organisers alone; a commune's keep a list of their own", async () => {
  const { units, people } = district;
  const host = await contest.as(people.organiser);
  const commune = await contest.as(await aPerson(contest, { unitId: units.anKhanh, role: 'ORGANISER' }));
  const AREA = '... on ReformArea { id version ownerUnitId }';
  const CREATE = mutation('createArea', 'CreateAreaInput', AREA);
  const EDIT = mutation('editArea', 'EditAreaInput', AREA);
  const naming = { nameVi: 'Chuyển đổi số', nameEn: 'Digital', ordinal: 1 };
  const shared = await host.ask(CREATE, { input: { areaCode: 'DIGITAL', ...naming } });
  expect(shared).toMatchObject({ ownerUnitId: units.district });
  const retire = { areaId: shared.id, version: 1, ...naming, nameVi: 'Tên khác', retired: true };

  expect(await commune.ask(EDIT, { input: retire })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await commune.ask(CREATE, { input: { areaCode: 'OTHER', ...naming, ownerUnitId: units.district } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await contest.em().findOneOrFail(ReformArea, { id: shared.id })).toMatchObject({
    nameVi: 'Chuyển đổi số',
    retired: false,
    version: 1,
  });
  const own = await commune.ask(CREATE, { input: { areaCode: 'DIGITAL', ...naming } });
  expect(own).toMatchObject({ __typename: 'ReformArea', ownerUnitId: units.anKhanh });
  expect(await host.ask(EDIT, { input: { ...retire, areaId: own.id } })).toMatchObject({ version: 2 });
  expect(await host.ask(EDIT, { input: retire })).toMatchObject({ version: 2 });
});
