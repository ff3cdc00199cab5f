import { ACHIEVEMENTS, A_TITLE, aDeclared, aTitle, act } from './support/achievements.js';
import { statementsDuring } from './support/count-queries.js';
import { exported, rowsOf } from './support/exporting.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Typed, aSheet, applied, brought, rowsOfImport, send } from './support/importing.js';

const HEADS = [
  'STT',
  'Họ tên',
  'Năm sinh',
  'Đơn vị công tác',
  'Chức vụ',
  'Email',
  'Danh hiệu thi đua',
  'Năm',
  'Số QĐ',
  'Ngày QĐ',
  'Cơ quan',
];
const ISSUER = 'UBND huyện Hoài Đức';

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await aTitle(contest, 'LAO_DONG_TIEN_TIEN', { nameVi: 'Lao động tiên tiến', nameEn: 'Advanced worker' });
  await aTitle(contest, 'GIAY_KHEN', { nameVi: 'Giấy khen', nameEn: 'Commendation', multiple: true });
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);

interface Listed {
  readonly name?: string;
  readonly unit?: string;
  readonly position?: string;
  readonly email?: string;
  readonly kind?: string;
  readonly year?: Typed;
  readonly number?: string;
  readonly on?: Typed;
  readonly issuer?: string;
}

const line = (one: Listed, at = 1): readonly Typed[] => [
  ...[at, one.name ?? 'Phùng Thị Mai', '1985', one.unit ?? 'Phòng Văn hóa và Thông tin', one.position ?? '', one.email ?? ''],
  ...[one.kind ?? 'Lao động tiên tiến', one.year ?? 2023, one.number ?? '12/QĐ-UBND', one.on ?? '20/12/2023', one.issuer ?? ISSUER],
];
const theirs = (...listed: readonly Listed[]): Promise<Buffer> => aSheet([HEADS, ...listed.map((one, at) => line(one, at + 1))]);
const sheet = async (content: Buffer, by = organiser): Promise<any> =>
  brought(contest, by, { kind: 'achievements', unitId: district.units.district, content });
const problemsOf = async (...listed: readonly Listed[]): Promise<any[]> => {
  const found = await sheet(await theirs(...listed));
  return (await rowsOfImport(organiser, found.id)).map(({ problems }) =>
    problems.map(({ column, code }: any) => `${String(column)} ${String(code)}`),
  );
};
const messageOf = async (listed: Listed): Promise<string> => {
  const [row] = await rowsOfImport(organiser, (await sheet(await theirs(listed))).id);
  return row.problems.map(({ message }: any) => message).join(' ');
};
const mai = (more: object = {}): Promise<string> =>
  aPerson(contest, { unitId: district.units.culture, fullName: 'Phùng Thị Mai', email: 'mai@hoaiduc.test', ...more });

test('a list of an office is found below its title and read without years of birth; what it says stands at once, each person is told once', async () => {
  const id = await mai();
  const content = await aSheet([
    ['DANH SÁCH KHEN THƯỞNG NĂM 2023', ...HEADS.slice(1).map(() => '')],
    HEADS,
    line({}),
    line({ kind: 'giấy khen', number: '13/QĐ-UBND', on: '21/12/2023' }, 2),
  ]);
  const found = await sheet(content);
  expect(found).toMatchObject({ state: 'CHECKED', makeCount: 2, problemCount: 0 });
  expect(await rows('select 1 from achievement')).toEqual([]);
  expect(await applied(contest, organiser, found)).toMatchObject({ state: 'APPLIED' });
  const kept = await rows(`select person_id, state, source, decision_number, decided_on::text, issuer, unit_then_id, declared_by_id
    from achievement order by decision_number`);
  const stands = { person_id: id, state: 'CONFIRMED', source: 'IMPORT', issuer: ISSUER, declared_by_id: district.people.organiser };
  expect(kept).toEqual([
    { ...stands, decision_number: '12/QĐ-UBND', decided_on: '2023-12-20', unit_then_id: district.units.culture },
    { ...stands, decision_number: '13/QĐ-UBND', decided_on: '2023-12-21', unit_then_id: district.units.culture },
  ]);
  await contest.drain();
  expect(await rows(`select person_id, subject_vi as said from notice where kind = 'achievement.settled'`)).toEqual([
    { person_id: id, said: 'Hồ sơ thi đua, khen thưởng có thêm 2 thành tích' },
  ]);
  const log = await rows(`select operation from audit_entry where subject_type = 'Achievement'`);
  expect(log).toEqual([{ operation: 'recordAchievement' }, { operation: 'recordAchievement' }]);
  const again = await sheet(content);
  expect(again).toMatchObject({ leaveCount: 2, makeCount: 0, whyNotApply: { code: 'IMPORT_CHANGES_NOTHING' } });
  const whole = await exported(contest, organiser, { list: 'achievements', filter: {} });
  const [heads = [], ...given] = await rowsOf(whole.content);
  expect(given.map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at]])))).toEqual([
    expect.objectContaining({
      'Họ tên': 'Phùng Thị Mai',
      'Danh hiệu': 'Giấy khen',
      'Số quyết định': '13/QĐ-UBND',
      Nguồn: 'Nhập từ danh sách',
    }),
    expect.objectContaining({ 'Danh hiệu': 'Lao động tiên tiến', 'Cơ quan': ISSUER }),
  ]);
  expect(await sheet(whole.content)).toMatchObject({ leaveCount: 2, problemCount: 0 });
});

test('two of one name in a unit are both shown, and told apart by the position or the address; a name alone takes nobody from another unit', async () => {
  const first = await mai();
  const second = await mai({ email: 'mai2@hoaiduc.test' });
  await rows(`insert into position (id, person_id, unit_id, title_vi, title_en, is_head, "from") values
    (gen_random_uuid(), '${second}', '${district.units.culture}', 'Kế toán', 'Accountant', false, '2020-01-01')`);
  const message = await messageOf({});
  expect(message).toContain('mai@hoaiduc.test, ');
  expect(message).toContain('mai2@hoaiduc.test, Kế toán');
  expect(await problemsOf({}, { position: 'Lái xe' })).toEqual([
    ['fullName ACHIEVEMENT_PERSON_UNCLEAR'],
    ['fullName ACHIEVEMENT_PERSON_UNCLEAR'],
  ]);
  expect(await messageOf({ unit: 'Phòng Nội vụ' })).toMatch(/Không có Phùng Thị Mai ở đơn vị này.*mai@hoaiduc\.test/);
  await applied(
    contest,
    organiser,
    await sheet(await theirs({ position: 'kế toán' }, { email: 'MAI@hoaiduc.test', unit: 'Phòng Nội vụ' })),
  );
  expect(await rows('select person_id, unit_id, unit_then_id from achievement order by id')).toEqual([
    { person_id: second, unit_id: district.units.culture, unit_then_id: district.units.culture },
    { person_id: first, unit_id: district.units.culture, unit_then_id: district.units.interior },
  ]);
});

test('every problem of a row is said of its column, and nothing is written while a row has one', async () => {
  await mai();
  const wrong: readonly (readonly [Listed, string])[] = [
    [{ name: 'Không Có Ai' }, 'fullName ACHIEVEMENT_PERSON_UNKNOWN'],
    [{ email: 'la@hoaiduc.test' }, 'email ACHIEVEMENT_PERSON_UNKNOWN'],
    [{ name: 'Phùng Văn Mai', email: 'mai@hoaiduc.test' }, 'email IMPORT_PERSON_OTHER'],
    [{ unit: 'Phòng Không Có' }, 'unit IMPORT_UNIT_UNKNOWN'],
    [{ kind: 'Anh hùng' }, 'kind TITLE_KIND_UNKNOWN'],
    [{ year: 2003 }, 'year TITLE_KIND_NOT_IN_YEAR'],
    [{ year: 2027 }, 'year ACHIEVEMENT_YEAR'],
    [{ on: '03/03/2026' }, 'decidedOn DECISION_IN_FUTURE'],
    [{ number: 'x'.repeat(101) }, 'decisionNumber INPUT_INVALID'],
  ];
  const found = await problemsOf(...wrong.map(([listed]) => listed));
  expect(found.map(([one]) => one)).toEqual(wrong.map(([, problem]) => problem));
  expect(await problemsOf({ name: 'Không Có Ai', kind: 'Giấy khen', year: 2027, on: '03/03/2026' }, { unit: 'x', kind: 'y' })).toEqual([
    ['fullName ACHIEVEMENT_PERSON_UNKNOWN', 'year ACHIEVEMENT_YEAR', 'decidedOn DECISION_IN_FUTURE'],
    ['kind TITLE_KIND_UNKNOWN', 'unit IMPORT_UNIT_UNKNOWN'],
  ]);
  expect(await problemsOf({ on: '31/02/2024', issuer: '', number: '' })).toEqual([
    ['decisionNumber IMPORT_CELL_MISSING', 'decidedOn IMPORT_CELL_DAY', 'issuer IMPORT_CELL_MISSING'],
  ]);
  const half = await sheet(await theirs({}, { kind: 'Anh hùng' }));
  expect(half).toMatchObject({ makeCount: 1, problemCount: 1, whyNotApply: { code: 'IMPORT_HAS_PROBLEMS' } });
  expect(await send(organiser, 'applyImport', { importId: half.id, version: half.version })).toMatchObject({ code: 'IMPORT_HAS_PROBLEMS' });
  expect(await rows('select 1 from achievement')).toEqual([]);
});

test('what rows with unsound cells are held against is read once of a sheet, however many they are', async () => {
  await mai();
  const readings = async (count: number): Promise<number> => {
    const content = await theirs(...Array<Listed>(count).fill({ on: '31/02/2024' }));
    const texts = await statementsDuring(() => sheet(content));
    return texts.filter((text) => text.includes('from "title_kind"')).length;
  };
  const one = await readings(1);
  expect([one > 0, await readings(30)]).toEqual([true, one]);
});

test('heads that are missing are said, and days whose month a spreadsheet took first are held', async () => {
  await mai();
  const headless = await sheet(
    await aSheet([
      ['STT', 'Họ tên', 'Năm', 'Danh hiệu'],
      [1, 'Phùng Thị Mai', 2023, 'Giấy khen'],
    ]),
  );
  const [row] = await rowsOfImport(organiser, headless.id);
  expect(row.problems.map(({ column }: any) => column)).toEqual(['decisionNumber', 'decidedOn', 'issuer', 'kind', 'fullName']);
  const turned = await aSheet([HEADS, line({ on: { day: '2023-05-12' } }), line({ year: 2022, on: '26/12/2022' }, 2)]);
  const found = await sheet(turned);
  expect((await rowsOfImport(organiser, found.id)).map(({ problems }) => problems.map(({ code }: any) => code))).toEqual([
    ['IMPORT_DAYS_TURNED'],
    [],
  ]);
});

test('what stands otherwise is said: another decision or day of the title and the year, or that it was not reached; of a sheet the second row is held against the first', async () => {
  const id = await mai();
  expect(await problemsOf({}, { number: ' 12/qđ-ubnd' }, { number: '99/QĐ-UBND' }, { on: '19/12/2023' })).toEqual([
    [],
    [],
    ['decisionNumber ACHIEVEMENT_OTHER_DECISION'],
    ['decidedOn ACHIEVEMENT_OTHER_DAY'],
  ]);
  await applied(contest, organiser, await sheet(await theirs({})));
  expect(await sheet(await theirs({ kind: 'Giấy khen' }, { kind: 'Giấy khen', number: '99/QĐ-UBND' }))).toMatchObject({ makeCount: 2 });
  await rows(`update achievement set without = true, decision_number = null, decided_on = null, issuer = null where person_id = '${id}'`);
  expect(await problemsOf({})).toEqual([['year ACHIEVEMENT_RECORDED_NONE']]);
});

test('what somebody declared by the same decision is confirmed by the list; what whoever brings it in declared is not, and nothing about themselves', async () => {
  const id = await mai();
  const [kind] = await rows(`select id from title_kind where code = 'LAO_DONG_TIEN_TIEN'`);
  const declare = (client: Client, more: object) =>
    client.ask(act('declareAchievement'), { input: aDeclared(kind.id, 2023, { decisionNumber: '12/QĐ-UBND', ...more }) });
  const own = await declare(await contest.as(id), {});
  const confirming = await sheet(await theirs({}));
  expect(await rowsOfImport(organiser, confirming.id)).toMatchObject([{ fate: 'CHANGE', steps: ['Xác nhận thành tích đã kê khai'] }]);
  await applied(contest, organiser, confirming);
  expect(await rows('select id, state, source from achievement')).toEqual([{ id: own.id, state: 'CONFIRMED', source: 'OWN' }]);
  await declare(organiser, { personId: id, year: 2022 });
  expect(await problemsOf({ year: 2022 })).toEqual([['fullName ACHIEVEMENT_OWN']]);
  const [me] = await rows(`select full_name, email from person where id = '${district.people.organiser}'`);
  expect(await problemsOf({ name: me.full_name, email: me.email })).toEqual([['fullName ACHIEVEMENT_OWN']]);
});

test('what a list brought in wrongly is withdrawn by the office, leaves the public list, is told to the person, and is brought in again as it is', async () => {
  const id = await mai();
  await applied(contest, organiser, await sheet(await theirs({ number: '21/QĐ-UBND' })));
  const PUBLIC = '{ publicAchievements(first: 9) { edges { node { id decisionNumber } } } }';
  const shown = async () => (await contest.client().ask(PUBLIC)).edges.map(({ node }: any) => node.decisionNumber);
  expect(await shown()).toEqual(['21/QĐ-UBND']);
  const [record] = await rows('select id, version from achievement');
  const withdraw = (client: Client, reason = 'Nhập nhầm số.') =>
    client.ask(act('withdrawAchievement'), { input: { achievementId: record.id, version: record.version, reason } });
  expect(await withdraw(await contest.as(id))).toMatchObject({ code: 'ACHIEVEMENT_OWN' });
  expect(await withdraw(organiser, ' ')).toMatchObject({ path: 'reason' });
  expect(await withdraw(organiser)).toMatchObject({ state: 'WITHDRAWN', source: 'IMPORT', withdrawalReason: 'Nhập nhầm số.' });
  expect(await shown()).toEqual([]);
  await applied(contest, organiser, await sheet(await theirs({ number: '12/QĐ-UBND' })));
  expect(await shown()).toEqual(['12/QĐ-UBND']);
  const mine = (await (await contest.as(id)).ask(ACHIEVEMENTS, { mine: true })).edges.map(({ node }: any) => [
    node.state,
    node.whyNotWithdraw?.code,
  ]);
  expect(mine).toEqual([
    ['CONFIRMED', 'ACHIEVEMENT_OWN'],
    ['WITHDRAWN', 'ACHIEVEMENT_OWN'],
  ]);
  await contest.drain();
  const told = await rows(`select subject_vi as said from notice where person_id = '${id}' and subject_vi like 'Gỡ%'`);
  expect(told).toEqual([{ said: 'Gỡ thành tích ghi nhầm: Lao động tiên tiến 2023' }]);
});

test('prizes and recognitions come by themselves; who does not manage records brings in none, and nobody reaches people of another unit', async () => {
  await mai();
  await aTitle(contest, 'PRIZE', { ...A_TITLE, nameVi: 'Giải thưởng' });
  expect(await problemsOf({ kind: 'PRIZE' })).toEqual([['kind ACHIEVEMENT_BY_ITSELF']]);
  const head = await contest.as(district.people.head);
  expect(await send(head, 'beginImport', { kind: 'achievements', unitId: district.units.finance })).toMatchObject({ code: 'NOT_FOUND' });
  const local = await contest.as(
    await aPerson(contest, { unitId: district.units.anKhanh, role: 'ORGANISER', roleUnitId: district.units.anKhanh }),
  );
  const found = await brought(contest, local, {
    kind: 'achievements',
    unitId: district.units.anKhanh,
    content: await theirs({ unit: '' }, { unit: '', email: 'mai@hoaiduc.test' }),
  });
  expect((await rowsOfImport(local, found.id)).map(({ problems }) => problems.map(({ code }: any) => code))).toEqual([
    ['ACHIEVEMENT_PERSON_UNKNOWN'],
    ['ACHIEVEMENT_PERSON_UNKNOWN'],
  ]);
});
