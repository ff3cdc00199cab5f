import { askForList, exported, fetchFile, jobOf, rowsOf } from './support/exporting.js';
import { aPerson, type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { UNIT_HEADS, aSheet, brought, send } from './support/importing.js';

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
});
afterAll(() => contest.stop());

test('the rows of a sheet are a file for who brought it in: what is wrong, what is done, and what was typed, as text', async () => {
  const content = await aSheet([
    UNIT_HEADS,
    ['09901', 'Xã', '=Xã Cát Quế', 'Huyện Hoài Đức', '01/07/2021', '', '', ''],
    ['09902', 'Thôn', 'Xã Dương Liễu', 'Huyện Hoài Đức', '01/07/2021', '', '', ''],
  ]);
  const { id: importId } = await brought(contest, admin, { kind: 'units', unitId: district.units.district, content });
  const whole = await exported(contest, admin, { list: 'importRows', filter: { importId } });
  const [heads = [], ...rows] = await rowsOf(whole.content);
  const [good, wrong] = rows.map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at]])));

  expect(heads.slice(0, 7)).toEqual(['Dòng', 'Nội dung', 'Kết quả', 'Phải làm gì', 'Sẽ làm gì', 'Mã thống kê', 'Loại đơn vị']);
  expect(good).toMatchObject({ Dòng: 2, 'Nội dung': '=Xã Cát Quế', 'Kết quả': 'Thêm mới', 'Phải làm gì': null, 'Sẽ làm gì': 'Lập đơn vị' });
  expect(good).toMatchObject({ 'Mã thống kê': '09901', 'Tên đơn vị': '=Xã Cát Quế', 'Đơn vị kế thừa': null });
  expect(wrong).toMatchObject({ Dòng: 3, 'Kết quả': 'Phải sửa', 'Loại đơn vị': 'Thôn' });
  expect(wrong?.['Phải làm gì']).toMatch(/^Loại đơn vị “Thôn”: Ô Loại đơn vị phải là một trong các giá trị/);
  const only = await exported(contest, admin, { list: 'importRows', filter: { importId, fate: 'PROBLEM' } });
  expect((await rowsOf(only.content)).slice(1).map(([number]) => number)).toEqual([3]);
});

test('nobody else has the rows of a sheet as a file; nor has who brought it in, without the right or once the rows are gone', async () => {
  const content = await aSheet([UNIT_HEADS, ['09903', 'Xã', 'Xã Minh Khai', 'Huyện Hoài Đức', '01/07/2021', '', '', '']]);
  const someone = await aPerson(contest, { unitId: district.units.interior, role: 'ADMIN', roleUnitId: district.units.district });
  const client = await contest.as(someone);
  const { id: importId } = await brought(contest, client, { kind: 'units', unitId: district.units.district, content });
  const asked = { list: 'importRows', filter: { importId } };
  expect(await askForList(admin, asked)).toMatchObject({ code: 'NOT_FOUND', path: 'importId' });

  const { job } = await exported(contest, client, asked);
  const fetched = () => fetchFile(contest, client, job.export.fileId as string);
  const holds = (until: string | null) =>
    contest
      .em()
      .getConnection()
      .execute('update role_grant set valid_from = ?, valid_to = ? where person_id = ?', ['2019-01-01', until, someone]);
  const { id: asking } = await askForList(client, asked);
  await holds('2020-01-01');
  await contest.drain();
  expect([await fetched(), (await jobOf(await contest.as(someone), asking as string)).failureCode]).toEqual(['NOT_FOUND', 'NOT_FOUND']);

  await holds(null);
  expect(Buffer.isBuffer(await fetched())).toBe(true);
  await send(client, 'giveUpImport', { importId });
  expect([await fetched(), (await askForList(client, asked)).code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});
