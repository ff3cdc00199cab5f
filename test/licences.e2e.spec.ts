import { verifyAudit } from '#lib/platform';
import { ContactsSweep, ReminderRun } from '#lib/procedure';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Typed, aSheet, applied, brought, rowsOfImport } from './support/importing.js';
import { A_KIND, withCalendarG } from './support/licences.js';
import { mutation } from './support/sign-in.js';

const SHOWN = 'id version licenceNumber holder phone issuedOn expiresOn fileBy safeOn state standing renewedOn successorId canEdit';
const ON_LICENCE = ['enterLicence', 'editLicenceContact', 'correctLicence', 'recordRenewal', 'endLicence'] as const;
const ACT = Object.fromEntries(
  ON_LICENCE.map((name) => [name, mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Licence { ${SHOWN} }`)]),
) as Record<(typeof ON_LICENCE)[number], string>;
const ENTER_KIND = mutation('enterLicenceKind', 'EnterLicenceKindInput', '... on LicenceKind { id version steps }');
const EDIT_KIND = mutation('editLicenceKind', 'EditLicenceKindInput', '... on LicenceKind { id version }');
const LIST = `query ($search: String, $standing: LicenceStanding) { licences(first: 50, search: $search, standing: $standing) { edges { node { ${SHOWN} } } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let kindId: string;

beforeEach(async () => {
  contest = await startContest('2026-01-05T02:00:00Z');
  district = await aDistrict(contest);
  [organiser, officer] = await Promise.all([contest.as(district.people.organiser), contest.as(district.people.communeOfficer)]);
  await withCalendarG(contest);
  kindId = (await organiser.ask(ENTER_KIND, { input: { ...A_KIND, kindCode: 'RUOU_BAN_LE' } })).id;
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const enter = (more: Record<string, unknown> = {}, by = officer): Promise<any> =>
  by.ask(ACT.enterLicence, {
    input: { unitId: district.units.anKhanh, kindId, licenceNumber: '12/GP', holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26', ...more },
  });
const list = async (variables: Record<string, unknown> = {}, by = officer): Promise<any[]> =>
  (await by.ask(LIST, variables)).edges.map(({ node }: any) => node);

test('a licence ends by the term of its kind, and tells by which working day its renewal is filed', async () => {
  expect(await enter({ phone: '+84 912 345 678' })).toMatchObject({
    ...{
      expiresOn: '2026-03-26',
      fileBy: '2026-02-24',
      safeOn: '2026-02-24',
      state: 'ACTIVE',
      standing: 'DUE',
      phone: '0912345678',
      canEdit: true,
    },
  });
  expect(await enter({ licenceNumber: '13/GP', issuedOn: '2021-04-01', expiresOn: '2028-04-01' })).toMatchObject({
    ...{ expiresOn: '2028-04-01', fileBy: '2028-03-02', safeOn: null, standing: 'VALID' },
  });
});

test('how it stands is reckoned when it is read', async () => {
  await enter();
  for (const [at, standing] of [
    ['2025-12-25T02:00:00Z', 'VALID'],
    ['2025-12-26T02:00:00Z', 'DUE'],
    ['2026-02-24T16:59:00Z', 'DUE'],
    ['2026-02-24T17:00:00Z', 'OVERDUE'],
    ['2026-03-26T16:59:00Z', 'OVERDUE'],
    ['2026-03-26T17:00:00Z', 'EXPIRED'],
  ] as const) {
    contest.clock.set(at);
    expect([at, (await list())[0].standing, (await list({ standing })).length]).toEqual([at, standing, 1]);
  }
});

test('a kind of capital letters, with falling steps, alone in its time', async () => {
  const kind = (more: object) => organiser.ask(ENTER_KIND, { input: { ...A_KIND, kindCode: 'THUOC_LA', ...more } });
  expect(await kind({ kindCode: 'thuốc lá' })).toMatchObject({ code: 'LICENCE_KIND_CODE' });
  expect(await kind({ steps: [7, 30] })).toMatchObject({ code: 'LICENCE_STEPS', path: 'steps' });
  expect(await kind({ term: null })).toMatchObject({ code: 'LICENCE_STEPS' });
  expect(await kind({ kindCode: 'RUOU_BAN_LE' })).toMatchObject({ code: 'LICENCE_KIND_OVERLAPS' });
  expect(await kind({ term: null, steps: [] })).toMatchObject({ steps: [] });
  expect(await rows('select count(*)::int as n from licence_kind')).toEqual([{ n: 2 }]);
});

test('one of a number in a unit at a time, also where two enter it at once; another unit has numbers of its own', async () => {
  const replies = await Promise.all([enter(), enter({ licenceNumber: '12/gp' })]);
  expect(replies.map(({ __typename, code }) => code ?? __typename).sort()).toEqual(['LICENCE_NUMBER_TAKEN', 'Licence']);
  const other = await contest.as(await aPerson(contest, { unitId: district.units.sonDong, role: 'COMMUNE_OFFICER' }));
  expect(await enter({ unitId: district.units.sonDong }, other)).toMatchObject({ licenceNumber: '12/GP' });
  expect(await enter({ unitId: district.units.sonDong })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await list()).length).toBe(1);
});

test('a renewal makes its successor for the same holder, under the same number if it keeps that', async () => {
  const { id: licenceId, version } = await enter({ phone: '0912345678' });
  const renew = (more: object) =>
    officer.ask(ACT.recordRenewal, { input: { licenceId, version, licenceNumber: '12/GP', issuedOn: '2026-01-05', ...more } });
  expect(await renew({ issuedOn: '2026-01-06' })).toMatchObject({ code: 'DATE_IN_FUTURE', path: 'issuedOn' });
  expect(await renew({ filedOn: '2021-01-01' })).toMatchObject({ code: 'LICENCE_RENEWED_EARLY', path: 'filedOn' });
  const successor = await renew({ filedOn: '2025-12-29' });
  expect(successor).toMatchObject({ state: 'ACTIVE', expiresOn: '2031-01-05', phone: '0912345678', holder: 'Cửa hàng Hòa Bình' });
  expect((await list())[0]).toMatchObject({
    state: 'RENEWED',
    standing: null,
    renewedOn: '2025-12-29',
    successorId: successor.id,
    canEdit: false,
  });
  expect(await renew({})).toMatchObject({ code: 'LICENCE_OVER' });
});

test('what was typed wrong is put right with a reason, and the last day to file follows', async () => {
  const { id: licenceId, version } = await enter({ phone: '0912345678' });
  const right = { licenceNumber: '21/GP', holder: 'Cửa hàng Hòa Bình 2', issuedOn: '2022-03-26', expiresOn: '2027-03-26' };
  const correct = (more: object = {}) =>
    officer.ask(ACT.correctLicence, { input: { licenceId, version, ...right, reason: 'Gõ nhầm.', ...more } });
  await enter({ licenceNumber: '22/GP' });
  const before = await content(contest, ['session']);
  expect(await correct({ expiresOn: '2022-03-26' })).toMatchObject({ code: 'LICENCE_TURNED', path: 'expiresOn' });
  expect(await correct({ holder: 'Bình 001234567890' })).toMatchObject({ code: 'LICENCE_IDENTITY', path: 'holder' });
  expect(await correct({ licenceNumber: '22/gp' })).toMatchObject({ code: 'LICENCE_NUMBER_TAKEN' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
  expect(await correct()).toMatchObject({ ...right, fileBy: '2027-02-24', standing: 'VALID', phone: '0912345678' });
  expect(await correct({ version: Number(version) + 1, expiresOn: null })).toMatchObject({ expiresOn: null, fileBy: null });
  const { expiresOn, ...without } = right;
  await officer.ask(ACT.correctLicence, { input: { licenceId, version: Number(version) + 2, ...right, reason: 'Nhầm lần nữa.' } });
  const left = { licenceId, version: Number(version) + 3, ...without, licenceNumber: '23/GP', reason: 'Gõ nhầm số.' };
  expect(await officer.ask(ACT.correctLicence, { input: left })).toMatchObject({ licenceNumber: '23/GP', expiresOn });
  const told = `select body::jsonb -> 'before' ->> 'number' as was, body::jsonb -> 'after' ->> 'number' as is, body::jsonb ->> 'reason' as reason
    from audit_entry where operation = 'correctLicence' order by seq`;
  expect((await rows(told))[0]).toEqual({ was: '12/GP', is: '21/GP', reason: 'Gõ nhầm.' });
});

test('a successor is not issued before what it follows, and what is over is not put right', async () => {
  const { id: licenceId, version } = await enter();
  const renewal = { licenceId, version, licenceNumber: '12/GP', issuedOn: '2026-01-05' };
  const successor = await officer.ask(ACT.recordRenewal, { input: renewal });
  const right = { licenceNumber: '12/GP', holder: 'Cửa hàng Hòa Bình', expiresOn: '2031-01-05', reason: 'Gõ nhầm.' };
  const correct = (of: { id: string; version: number }, issuedOn: string) =>
    officer.ask(ACT.correctLicence, { input: { licenceId: of.id, version: of.version, ...right, issuedOn } });
  const before = await content(contest, ['session']);
  expect(await correct(successor, '2021-03-26')).toMatchObject({ code: 'LICENCE_SUCCESSOR_OLDER', path: 'issuedOn' });
  expect(await correct({ id: licenceId, version: Number(version) + 1 }, '2021-03-25')).toMatchObject({ code: 'LICENCE_OVER' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('a last day that was put wrong and put back is reminded of as before', async () => {
  const { id: licenceId } = await enter();
  const run = () => contest.get(ReminderRun).remindHolders();
  const planned = () => rows(`select expires_on::text as ends, state, step from reminder where state <> 'CANCELLED' order by step`);
  const correct = async (expiresOn: string) => {
    const [{ version }] = await rows(`select version from licence where id = '${String(licenceId)}'`);
    const said = { licenceNumber: '12/GP', holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26', reason: 'Gõ nhầm.' };
    await officer.ask(ACT.correctLicence, { input: { licenceId, version, ...said, expiresOn } });
    await run();
  };
  await run();
  const before = await planned();
  expect(before).toHaveLength(5);
  await correct('2026-03-20');
  expect((await planned()).map(({ ends }) => ends)).not.toContain('2026-03-26');
  await correct('2026-03-26');
  expect(await planned()).toEqual(before);
});

test('how a holder is reached is forgotten 24 months after the last term, in the log as well', async () => {
  const reached = { phone: '0912345678', contact: 'Bà Hòa' };
  const ends = await enter(reached);
  const renewed = await enter({ licenceNumber: '13/GP', ...reached });
  await officer.ask(ACT.recordRenewal, {
    input: { licenceId: renewed.id, version: renewed.version, licenceNumber: '13/GP', issuedOn: '2026-01-05', expiresOn: null },
  });
  const over = await enter({ licenceNumber: '14/GP', expiresOn: null, ...reached });
  await officer.ask(ACT.endLicence, { input: { licenceId: over.id, version: over.version, end: 'CLOSED', reason: 'Nghỉ hẳn.' } });
  const kept = () => rows(`select number, state, phone from licence where phone is not null order by number, state`);
  const personal = () =>
    rows(`select count(*)::int as n from audit_personal p join audit_entry e using (seq)
    where e.subject_id = '${String(ends.id)}' and p.value is not null`);
  const sweep = async (day: string) => {
    contest.clock.set(`${day}T02:00:00Z`);
    await contest.get(ContactsSweep).forget();
  };
  const emptied = await enter({ licenceNumber: '15/GP', issuedOn: '2020-01-01', expiresOn: '2024-01-01', ...reached });
  await officer.ask(ACT.editLicenceContact, { input: { licenceId: emptied.id, version: emptied.version } });
  const ofEmptied = () =>
    rows(`select count(*)::int as n from audit_personal p join audit_entry e using (seq)
    where e.subject_id = '${String(emptied.id)}' and p.value is not null`);
  // Nothing goes within a month of what was written, whatever the days on the paper say.
  await sweep('2026-02-04');
  expect(await ofEmptied()).toEqual([{ n: 2 }]);
  await sweep('2026-02-06');
  expect(await ofEmptied()).toEqual([{ n: 0 }]);
  await sweep('2028-01-05');
  expect(await kept()).toHaveLength(4);
  await sweep('2028-01-06');
  expect(await kept()).toEqual([
    { number: '12/GP', state: 'ACTIVE', phone: '0912345678' },
    { number: '13/GP', state: 'ACTIVE', phone: '0912345678' },
  ]);
  expect(await personal()).toEqual([{ n: 1 }]);
  await sweep('2028-03-27');
  expect(await kept()).toEqual([{ number: '13/GP', state: 'ACTIVE', phone: '0912345678' }]);
  expect(await personal()).toEqual([{ n: 0 }]);
  expect((await verifyAudit(contest.em().getKysely() as never, null)).fault).toBeNull();
});

test('it is taken back with a reason, once', async () => {
  const { id: licenceId, version } = await enter();
  const end = () => officer.ask(ACT.endLicence, { input: { licenceId, version, end: 'REVOKED', reason: 'Vi phạm.' } });
  expect(await end()).toMatchObject({ state: 'REVOKED', standing: null });
  expect(await end()).toMatchObject({ code: 'LICENCE_OVER' });
  expect(await rows(`select body::jsonb ->> 'reason' as reason from audit_entry where operation = 'endLicence'`)).toEqual([
    { reason: 'Vi phạm.' },
  ]);
});

test('a number of identity is taken in nowhere, and how a holder is reached is for those who reach them', async () => {
  expect(await enter({ contact: 'Bình 001234567890' })).toMatchObject({ code: 'LICENCE_IDENTITY', path: 'contact' });
  expect(await enter({ phone: '12' })).toMatchObject({ code: 'LICENCE_PHONE', path: 'phone' });
  await enter({ phone: '0912345678' });
  const leader = await contest.as(district.people.leader);
  expect(await list({}, leader)).toMatchObject([{ holder: 'Cửa hàng Hòa Bình', phone: null, canEdit: false }]);
  const { errors } = await organiser.send(LIST, {});
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect(await organiser.ask('{ licenceCounts { kind { name } due expired } }')).toEqual([
    { kind: { name: A_KIND.name }, due: 1, expired: 0 },
  ]);
});

test('where the rule of a kind changes, the last day to file is reckoned anew', async () => {
  await enter();
  await organiser.ask(EDIT_KIND, { input: { ...A_KIND, kindId, version: 1, fileBefore: { amount: 15, countedIn: 'WORKING_DAY' } } });
  expect((await list())[0]).toMatchObject({ fileBy: null });
});

const HEADS = ['STT', 'Loại giấy', 'Số giấy', 'Tên cơ sở', 'Số CCCD', 'Xã/TT', 'Ngày cấp', 'Thời hạn', 'Ngày hết hạn', 'SĐT', 'Ghi chú'];
const row = (at: number, more: Record<string, Typed> = {}): Typed[] => {
  const cells: Record<string, Typed> = {
    ...{ STT: String(at), 'Loại giấy': 'Giấy phép bán lẻ rượu', 'Số giấy': `${String(at)}/GP`, 'Tên cơ sở': `Cơ sở ${String(at)}` },
    ...{ 'Số CCCD': '001099012345', 'Xã/TT': 'Xã An Khánh', 'Ngày cấp': '26/03/2021', SĐT: '912345678', ...more },
  };
  return HEADS.map((head) => cells[head] ?? '');
};
const TITLE = ['DANH SÁCH GIẤY PHÉP', ...HEADS.slice(1).map(() => '')];
const bring = async (...given: Typed[][]): Promise<any> =>
  brought(contest, officer, { kind: 'licences', unitId: district.units.anKhanh, content: await aSheet([TITLE, HEADS, ...given]) });
const problemsOf = async ({ id }: { id: string }) =>
  (await rowsOfImport(officer, id)).map(({ number, problems }) => [
    number,
    ...problems.map(({ column, code }: any) => `${String(column)} ${String(code)}`),
  ]);

test("an office's own list is taken in below its title; numbers of identity are not read, and the same file again changes nothing", async () => {
  const sheet = [
    row(1),
    row(2, { 'Thời hạn': '36 tháng', 'Ngày hết hạn': '25/03/2024' }),
    row(3, { 'Ngày hết hạn': 'Không thời hạn', 'Thời hạn': 'không thời hạn' }),
  ];
  const looked = await bring(...sheet);
  expect([looked.makeCount, await problemsOf(looked)]).toEqual([3, [[3], [4], [5]]]);
  expect(await rows(`select 1 from import_row where typed::text || "values"::text like '%001099%'`)).toEqual([]);
  await applied(contest, officer, looked);
  expect((await list()).map(({ licenceNumber, expiresOn, phone }) => [licenceNumber, expiresOn, phone])).toEqual([
    ['2/GP', '2024-03-25', '0912345678'],
    ['1/GP', '2026-03-26', '0912345678'],
    ['3/GP', null, '0912345678'],
  ]);
  expect(await bring(...sheet)).toMatchObject({ makeCount: 0, changeCount: 0, leaveCount: 3, problemCount: 0 });
});

test('what differs in a later list is changed, and one of the same number that was issued later is its renewal', async () => {
  await applied(contest, officer, await bring(row(1), row(2)));
  const looked = await bring(row(1, { SĐT: '0987654321' }), row(2, { 'Ngày cấp': '05/01/2026' }));
  expect(looked).toMatchObject({ makeCount: 1, changeCount: 1, problemCount: 0 });
  await applied(contest, officer, looked);
  expect((await list()).map(({ licenceNumber, state, phone }) => [licenceNumber, state, phone])).toEqual([
    ['1/GP', 'ACTIVE', '0987654321'],
    ['2/GP', 'RENEWED', '0912345678'],
    ['2/GP', 'ACTIVE', '0912345678'],
  ]);
});

test('every problem of every row is said with its column, and nothing is taken in', async () => {
  const found = await bring(
    row(1, { 'Ngày cấp': '31/02/2021', SĐT: '0912345678; 0987654321' }),
    row(2, { 'Ngày hết hạn': '26/03/2027' }),
    row(3, { 'Loại giấy': 'Giấy phép lái xe' }),
    row(4, { 'Loại giấy': '', 'Thời hạn': 'lâu dài' }),
    row(5, { 'Xã/TT': 'Xã Không Có' }),
    row(6),
    row(6),
    row(7, { 'Ngày cấp': '44281' }),
  );
  expect(await problemsOf(found)).toEqual([
    [3, 'issuedOn IMPORT_CELL_DAY', 'phone LICENCE_PHONE'],
    [4, 'expiresOn LICENCE_TERM_DIFFERS'],
    [5, 'kind LICENCE_KIND_UNKNOWN'],
    [6, 'kind IMPORT_CELL_MISSING', 'term LICENCE_TERM_UNREAD'],
    [7, 'unit IMPORT_UNIT_UNKNOWN'],
    [8],
    [9, 'number LICENCE_TWICE'],
    [10],
  ]);
  expect(await rows('select 1 from licence')).toEqual([]);
});

test('a column in which day and month were turned is held, and only that', async () => {
  const day = (text: string) => ({ 'Ngày cấp': { day: text } });
  const found = await bring(row(1), row(2, day('2021-05-03')), row(3, day('2021-11-12')));
  expect(await problemsOf(found)).toEqual([[3], [4, 'issuedOn IMPORT_DAYS_TURNED'], [5, 'issuedOn IMPORT_DAYS_TURNED']]);
  expect(await problemsOf(await bring(row(1), row(2, day('2021-05-23'))))).toEqual([[3], [4]]);
});
