import { AreaService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { aPerson, type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { PEOPLE_HEADS, UNIT_HEADS, aCsv, aSheet, applied, brought, checked, readImport, rowsOfImport, send } from './support/importing.js';

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
});
afterAll(() => contest.stop());

const count = async (table: string): Promise<number> =>
  Number((await contest.em().getConnection().execute(`select count(*)::int as n from ${table}`))[0]?.n);
const told = (rows: readonly any[]) => rows.map(({ number, fate, subject, steps }) => [number, fate, subject, ...steps]);
const problems = (rows: readonly any[]) =>
  rows.flatMap(({ number, problems: found }) => found.map(({ column, value, code }: any) => [number, column, value, code]));

const UNITS = [
  UNIT_HEADS,
  ['09832', 'Xã', 'Xã Hoài Đức', 'Huyện Hoài Đức', '01/07/2025', '', '', ''],
  ['', 'Phòng, ban', 'Phòng Kinh tế', 'Xã Hoài Đức', '2025-07-01', '', '', ''],
  ['09835', 'Xã', 'Xã Đức Thượng', '', '01/01/2021', '30/06/2025', 'Xã Hoài Đức', 'Nguyên trạng'],
  ['09853', 'Xã', 'Xã Kim Chung', '', '01/01/2021', '30/06/2025', '09832', 'Phần còn lại'],
];

test('a sheet of units is tried without a trace, then applied as a whole by the very acts; the same file again changes nothing', async () => {
  const before = [await count('unit'), await count('audit_entry')];
  const looked = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content: await aSheet(UNITS) });

  expect(looked).toMatchObject({ state: 'CHECKED', makeCount: 4, changeCount: 0, leaveCount: 0, problemCount: 0, whyNotApply: null });
  expect(told(await rowsOfImport(admin, looked.id))).toEqual([
    [2, 'MAKE', 'Xã Hoài Đức', 'Lập đơn vị'],
    [3, 'MAKE', 'Phòng Kinh tế', 'Lập đơn vị'],
    [4, 'MAKE', 'Xã Đức Thượng', 'Lập đơn vị', 'Ghi nhận: nguyên trạng vào Xã Hoài Đức'],
    [5, 'MAKE', 'Xã Kim Chung', 'Lập đơn vị', 'Ghi nhận: phần còn lại vào Xã Hoài Đức'],
  ]);
  expect(await count('unit')).toBe(before[0]);
  expect(
    (
      await contest
        .em()
        .getConnection()
        .execute("select 1 from audit_entry where operation = 'createUnit' and actor_id = ?", [district.people.admin])
    ).length,
  ).toBe(0);

  expect(await applied(contest, admin, looked)).toMatchObject({ state: 'APPLIED', makeCount: 4 });
  expect(await count('unit')).toBe(before[0]! + 4);
  const made = await contest
    .em()
    .getConnection()
    .execute("select operation, actor_id from audit_entry where operation in ('createUnit', 'recordLineage') and actor_id = ?", [
      district.people.admin,
    ]);
  expect(made).toHaveLength(6);

  const again = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content: await aSheet(UNITS) });
  expect(again).toMatchObject({ makeCount: 0, changeCount: 0, leaveCount: 4, whyNotApply: { code: 'IMPORT_CHANGES_NOTHING' } });
  expect(await send(admin, 'applyImport', { importId: again.id, version: again.version })).toMatchObject({
    code: 'IMPORT_CHANGES_NOTHING',
  });
});

test('every problem of every row is said at once, in both languages, and nothing is applied while there is one', async () => {
  const content = await aSheet([
    UNIT_HEADS,
    [9901, 'Xã', 'Xã Mới', '', '01/07/2025', '', '', ''],
    ['', 'Thôn', '', 'Xã Không Có', '31/02/2025', '', '', ''],
    ['0 9877', 'Xã', 'Xã Trùng Mã', '', '01/07/2025', '', '', ''],
    ['', 'Xã', 'Xã Được', '', '01/07/2025', '', '', ''],
    ['', 'Xã', 'Xã Được', '', '02/07/2025', '', '', ''],
    ['', 'Xã', 'Xã Lạ', 'Xã Không Có', '02/07/2025', '', '', ''],
  ]);
  const units = await count('unit');
  const found = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content });
  expect(problems(await rowsOfImport(admin, found.id))).toEqual([
    [2, 'code', '9901', 'IMPORT_CELL_NOT_TEXT'],
    [3, 'kind', 'Thôn', 'IMPORT_CELL_CHOICE'],
    [3, 'nameVi', null, 'IMPORT_CELL_MISSING'],
    [3, 'validFrom', '31/02/2025', 'IMPORT_CELL_DAY'],
    [3, 'parent', 'Xã Không Có', 'IMPORT_UNIT_UNKNOWN'],
    [4, 'code', '0 9877', 'UNIT_CODE_TAKEN'],
    [6, 'nameVi', 'Xã Được', 'UNIT_NAME_TAKEN'],
    [7, 'parent', 'Xã Không Có', 'IMPORT_UNIT_UNKNOWN'],
  ]);
  expect(found).toMatchObject({ makeCount: 1, problemCount: 5, whyNotApply: { code: 'IMPORT_HAS_PROBLEMS' } });
  expect(await send(admin, 'applyImport', { importId: found.id, version: found.version })).toMatchObject({ code: 'IMPORT_HAS_PROBLEMS' });
  expect(await count('unit')).toBe(units);

  const english = contest.client({ ...(await contest.headersOf(district.people.admin)), 'accept-language': 'en' });
  const [first] = await rowsOfImport(english, found.id, 'PROBLEM');
  expect(first.problems[0].message).toBe(
    'The cell of Statistics code is a number or a day and may have lost digits. Format it as text and write it again.',
  );
});

test('a head that is no column is said, since what stands below it would be left out in silence', async () => {
  const content = aCsv([
    ['Tên đơn vị', 'Loại', 'Hoạt động từ ngày'],
    ['Xã Mới', 'Xã', '01/07/2025'],
  ]);
  const found = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content, fileName: 'don-vi.csv' });
  expect(problems(await rowsOfImport(admin, found.id))).toEqual([
    [1, null, 'Loại', 'IMPORT_COLUMN_UNKNOWN'],
    [1, 'kind', null, 'IMPORT_COLUMN_MISSING'],
  ]);
});

test('people get accounts, positions and roles; a role over the judging waits for a second person as when it is given by itself', async () => {
  const rows = [
    PEOPLE_HEADS,
    ['=Lan & Co', 'lan.nt@example.vn', '0912345678', 'P.TCKH', 'Chuyên viên', '01/03/2024', 'Người gửi sáng kiến', '', ''],
    ['Phạm Văn Sơn', 'son.pv@example.vn', '', 'Phòng Nội vụ', '', '', 'Ban tổ chức', '12/QĐ-UBND', '26/02/2024'],
    ['Đào Thị Hạnh', '', '', '09877', '', '', '', '', ''],
  ];
  const looked = await brought(contest, admin, { kind: 'people', unitId: district.units.district, content: await aSheet(rows) });
  expect(told(await rowsOfImport(admin, looked.id))).toEqual([
    [2, 'MAKE', '=Lan & Co', 'Thêm người và mở tài khoản', 'Ghi chức vụ: Chuyên viên', 'Cấp vai trò người gửi sáng kiến'],
    [3, 'MAKE', 'Phạm Văn Sơn', 'Thêm người và mở tài khoản', 'Đề nghị cấp vai trò ban tổ chức, chờ người thứ hai xác nhận'],
    [4, 'MAKE', 'Đào Thị Hạnh', 'Thêm người, chưa có tài khoản'],
  ]);
  await applied(contest, admin, looked);
  const grants = await contest
    .em()
    .getConnection()
    .execute(
      "select p.full_name, g.role, g.state from role_grant g join person p on p.id = g.person_id where p.email in ('lan.nt@example.vn', 'son.pv@example.vn') order by g.role",
    );
  expect(grants).toEqual([
    { full_name: 'Phạm Văn Sơn', role: 'ORGANISER', state: 'PROPOSED' },
    { full_name: '=Lan & Co', role: 'SUBMITTER', state: 'IN_FORCE' },
  ]);

  const again = await brought(contest, admin, { kind: 'people', unitId: district.units.district, content: await aSheet(rows) });
  expect(again).toMatchObject({ makeCount: 0, changeCount: 0, leaveCount: 3, problemCount: 0 });
});

test('of people out of reach nothing is said but what making them would say, and each cell that an act refuses is named', async () => {
  const here = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'ADMIN' }));
  const rows = [
    PEOPLE_HEADS,
    [
      'Đỗ Đức Trung',
      (await contest.em().getConnection().execute('select email from person where id = ?', [district.people.leader]))[0]?.email,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    ['Vũ Minh', 'vu-minh', '', '', '', '', '', '', ''],
    ['Vũ Minh', 'minh@example.vn', '', 'Phòng Nội vụ', '', '', '', '', ''],
    ['Vũ An', 'an@example.vn', '', '', 'Chuyên viên', '', '', '', ''],
  ];
  const found = await brought(contest, here, { kind: 'people', unitId: district.units.finance, content: await aSheet(rows) });
  expect(problems(await rowsOfImport(here, found.id)).map(([number, column, , code]) => [number, column, code])).toEqual([
    [2, 'email', 'EMAIL_TAKEN'],
    [3, 'email', 'INPUT_INVALID'],
    [4, 'unit', 'IMPORT_UNIT_UNKNOWN'],
    [5, 'positionFrom', 'IMPORT_CELL_MISSING'],
  ]);
});

test('of a person all that is wrong is said at once: what is not there, what cannot be written, and what is left out beside it', async () => {
  const found = await brought(contest, admin, {
    ...{ kind: 'people', unitId: district.units.district },
    content: await aSheet([
      PEOPLE_HEADS,
      ['Nguyễn Thị Mới', 'khong-phai-thu', 'abc', 'Xã Không Có', 'Chuyên viên', '', 'Giám khảo', '12/QĐ', ''],
      ['', 'khong-phai-thu', '', 'Xã Không Có', 'Chuyên viên', '31/02/2025', '', '', ''],
    ]),
  });
  expect(problems(await rowsOfImport(admin, found.id)).map(([number, column]) => [number, column])).toEqual([
    ...['unit', 'email', 'positionFrom', 'decidedOn'].map((column) => [2, column]),
    ...['fullName', 'positionFrom', 'unit', 'email'].map((column) => [3, column]),
  ]);
});

test('where something else would become of the rows than was looked at, nothing is written and it is shown anew', async () => {
  const sheet = (name: string) =>
    aSheet([UNIT_HEADS, ['', 'Xã', name, '', '01/07/2025', '', '', ''], ['', 'Xã', `${name} Hai`, '', '01/07/2025', '', '', '']]);
  const first = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content: await sheet('Xã Song Sinh') });
  const second = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content: await sheet('Xã Song Sinh') });
  await applied(contest, admin, first);
  const units = await count('unit');
  expect(await applied(contest, admin, second)).toMatchObject({
    state: 'CHECKED',
    makeCount: 0,
    leaveCount: 2,
    version: Number(second.version) + 2,
  });
  expect(await count('unit')).toBe(units);
});

test('only who brings a sheet in reads its rows and acts on it; who has the right reads that there was one, and nobody else', async () => {
  const begun = await send(admin, 'beginImport', { kind: 'units', unitId: district.units.district });
  await checked(contest, admin, { importId: begun.id, content: await aSheet(UNITS) });
  const organiser = await contest.as(district.people.organiser);
  expect(await readImport(organiser, begun.id)).toMatchObject({ own: false, leaveCount: 4, whyNotApply: { code: 'FORBIDDEN' } });
  expect(await rowsOfImport(organiser, begun.id)).toEqual([]);
  expect(await send(organiser, 'giveUpImport', { importId: begun.id })).toMatchObject({ code: 'NOT_FOUND' });
  const submitter = await contest.as(district.people.submitter);
  expect(await readImport(submitter, begun.id)).toBeNull();
  expect(await send(submitter, 'beginImport', { kind: 'units', unitId: district.units.district })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await send(organiser, 'beginImport', { kind: 'people', unitId: district.units.district })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await send(admin, 'giveUpImport', { importId: begun.id })).toMatchObject({ state: 'GIVEN_UP' });
  expect(await rowsOfImport(admin, begun.id)).toEqual([]);
});

const PAST_HEADS = [
  'Năm',
  'Số quyết định',
  'Ngày quyết định',
  'Giải',
  'Tiền thưởng (đồng)',
  'Tên sáng kiến',
  'Lĩnh vực',
  'Đơn vị',
  'Tác giả',
];

test('past contests come with their winners and prizes; a second sheet of the year adds none, and says which decision has them', async () => {
  const organiser = await contest.as(district.people.organiser);
  await contest.get(AreaService).createArea(SYSTEM, { areaCode: 'MOT_CUA', nameVi: 'Một cửa', nameEn: 'One stop', ordinal: 1 });
  const decided = ['12/QĐ-UBND', '15/12/2021'];
  const rows = [
    PAST_HEADS,
    ['2021', ...decided, 'Giải Nhất', '3.000.000', 'Trả kết quả tại nhà', 'Một cửa', 'Xã An Khánh', 'Vương Thị Lan'],
    ['2021', ...decided, 'Khuyến khích', '', 'Ngày thứ Sáu xanh', 'MOT_CUA', 'P.TCKH', 'Nguyễn Thị Hòa (60); Phùng Văn Thắng (40)'],
  ];
  const order = { kind: 'pastWinners', unitId: district.units.district };
  const looked = await brought(contest, organiser, { ...order, content: await aSheet(rows) });
  expect(told(await rowsOfImport(organiser, looked.id))).toEqual([
    [
      2,
      'MAKE',
      'Trả kết quả tại nhà',
      'Lập cuộc thi năm 2021',
      'Nhập sáng kiến',
      'Trao giải: Giải Nhất',
      'Ghi quyết định khen thưởng 12/QĐ-UBND',
    ],
    [3, 'MAKE', 'Ngày thứ Sáu xanh', 'Nhập sáng kiến', 'Trao giải: Khuyến khích'],
  ]);
  await applied(contest, organiser, looked);
  const winners = await contest
    .client()
    .ask(
      '{ winners(year: 2021) { edges { node { tier { nameVi } amount initiative { title } decisionNumber decidedOn authors { person { fullName } } } } } }',
    );
  expect(winners.edges.map(({ node }: any) => node)).toEqual([
    {
      tier: { nameVi: 'Giải Nhất' },
      amount: 3_000_000,
      initiative: { title: 'Trả kết quả tại nhà' },
      decisionNumber: '12/QĐ-UBND',
      decidedOn: '2021-12-15',
      authors: [{ person: { fullName: 'Vương Thị Lan' } }],
    },
    {
      tier: { nameVi: 'Giải Khuyến khích' },
      amount: 0,
      initiative: { title: 'Ngày thứ Sáu xanh' },
      decisionNumber: '12/QĐ-UBND',
      decidedOn: '2021-12-15',
      authors: [{ person: { fullName: 'Nguyễn Thị Hòa' } }, { person: { fullName: 'Phùng Văn Thắng' } }],
    },
  ]);

  const more = ['2021', ...decided, 'Giải Nhì', '', 'Thêm một sáng kiến', 'Một cửa', 'Xã An Khánh', 'Vương Thị Lan'];
  const second = await brought(contest, organiser, { ...order, content: await aSheet([...rows, more]) });
  expect(second).toMatchObject({ leaveCount: 2, problemCount: 1 });
  expect(problems(await rowsOfImport(organiser, second.id))).toEqual([[4, 'prize', 'Giải Nhì', 'IMPORT_PRIZE_UNKNOWN']]);
});

test('of past winners each row says what is wrong with it, and what a year is made of goes wrong once', async () => {
  const organiser = await contest.as(district.people.organiser);
  const decided = ['7/QĐ-UBND', '15/12/2022'];
  const found = await brought(contest, organiser, {
    ...{ kind: 'pastWinners', unitId: district.units.district },
    content: await aSheet([
      PAST_HEADS,
      ['2022', ...decided, 'Giải Nhất', '', 'Một sáng kiến', 'Không có', 'Xã An Khánh', 'Vương Thị Lan'],
      ['2022', ...decided, 'Giải Nhì', '', 'Hai sáng kiến', 'Một cửa', 'Xã An Khánh', 'Người Lạ'],
      ['2022', '8/QĐ-UBND', '15/12/2022', 'Giải Ba', '', 'Ba sáng kiến', 'Một cửa', 'Xã An Khánh', 'Vương Thị Lan'],
      ['2022', ...decided, 'Giải Ba', '', 'Bốn sáng kiến', 'Một cửa', 'Xã An Khánh', 'Vương Thị Lan (60)'],
      ['2030', '9/QĐ-UBND', '15/12/2030', 'Giải Ba', '', 'Năm sáng kiến', 'Một cửa', 'Xã An Khánh', 'Vương Thị Lan'],
      ['2022', ...decided, 'Giải Tư', '', 'Sáu sáng kiến', 'Không có', 'Xã Lạ', 'Người Lạ'],
      ['2022', '7/QĐ-UBND', 'hôm qua', 'Giải Ba', '', 'Bảy sáng kiến', 'Không có', 'Xã Lạ', 'Người Lạ'],
    ]),
  });
  expect(problems(await rowsOfImport(organiser, found.id)).map(([number, column, , code]) => [number, column, code])).toEqual([
    [2, 'area', 'IMPORT_AREA_UNKNOWN'],
    [3, 'authors', 'IMPORT_AUTHOR_UNKNOWN'],
    [4, 'decision', 'IMPORT_DECISION_DIFFERS'],
    [5, 'authors', 'SHARES_NOT_100'],
    [6, 'year', 'CONTEST_YEAR_IN_FUTURE'],
    ...['unit', 'area', 'authors'].map((column) => [7, column, expect.any(String)]),
    [8, 'decidedOn', 'IMPORT_CELL_DAY'],
    ...['unit', 'area', 'authors'].map((column) => [8, column, expect.any(String)]),
  ]);
});

test('the rows and the sheet of an import go a month after the last thing done with it', async () => {
  const found = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content: await aSheet(UNITS) });
  contest.clock.set(new Date(contest.clock.now().getTime() + 31 * 24 * 3_600_000));
  await contest.tick();
  expect(await readImport(admin, found.id)).toMatchObject({ state: 'GIVEN_UP', fileName: null, leaveCount: 4 });
  expect(await rowsOfImport(admin, found.id)).toEqual([]);
  expect((await contest.em().getConnection().execute('select 1 from stored_file where owner_id = ?', [found.id])).length).toBe(0);
});
