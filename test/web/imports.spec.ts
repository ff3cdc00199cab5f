import { type Page } from 'playwright-core';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { aTitle } from '../support/achievements.js';
import { type District, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aSheet } from '../support/importing.js';

const HEADS = ['Mã thống kê', 'Loại đơn vị', 'Tên đơn vị', 'Hoạt động từ ngày'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let contest: RunningContest;
let district: District;
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  browsing = await browse(contest);
});
afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});
afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const choose = async (page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> => {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: XLSX, buffer: await aSheet([HEADS, ...rows]) });
  await page.getByText('Đang đọc và kiểm tra tệp.').waitFor();
  await contest.drain();
};

async function looksRight(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
}

test('an administrator brings in units: what is wrong is told by row, the corrected file is looked at, then applied', async () => {
  const page = await browsing.visit('/units', { as: district.people.admin });
  await page.getByRole('main').getByRole('link', { name: 'Nhập từ tệp' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nhập từ tệp' }).waitFor();
  await looksRight(page);

  await choose(page, 'Xã mới.xlsx', [
    ['', 'Xã', 'Xã Vân Côn', '01/01/2021'],
    ['', 'Thôn', 'Xã Vân Canh', '01/01/2021'],
  ]);
  const wrong = page.getByRole('row', { name: /^3 / });
  await wrong.getByText('“Thôn”').waitFor();
  expect(await wrong.textContent()).toContain('Phải sửa');
  await page.getByText(/1 dòng phải sửa; chưa dòng nào được ghi/).waitFor();
  expect(await page.getByRole('button', { name: /^Ghi / }).getAttribute('aria-disabled')).toBe('true');
  await looksRight(page);

  await choose(page, 'Xã mới, đã sửa.xlsx', [
    ['', 'Xã', 'Xã Vân Côn', '01/01/2021'],
    ['', 'Xã', 'Xã Vân Canh', '01/01/2021'],
  ]);
  await page.getByRole('button', { name: 'Ghi 2 dòng…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi 2 dòng', exact: true }).click();
  await page.getByText('Đang ghi danh sách.').waitFor();
  await contest.drain();
  await page.getByText(/Đã ghi: 2 dòng thêm mới/).waitFor();
  const made = await contest.em().getConnection().execute("select name_vi from unit where name_vi like 'Xã Vân%' order by name_vi");
  expect(made.map(({ name_vi }: any) => name_vi)).toEqual(['Xã Vân Canh', 'Xã Vân Côn']);
  await page.context().close();
});

test('on a phone, dark, in English: the imports that were made, each with its rows', async () => {
  const page = await browsing.visit('/imports?kind=units', { as: district.people.admin, screen: 'phone', theme: 'dark', language: 'en' });
  await page.getByRole('link', { name: 'Xã mới, đã sửa.xlsx' }).click();
  await page.getByText(/^Applied: 2 new rows/).waitFor();
  await page.getByRole('button', { name: 'New (2)' }).click();
  await page
    .getByRole('row', { name: /Xã Vân Côn/ })
    .getByText('Enters the unit')
    .waitFor();
  await looksRight(page);
  await page.context().close();
});

test('the office brings in its own list of titles: two of one name are shown to choose from, and with the address the list is in', async () => {
  await aTitle(contest, 'LAO_DONG_TIEN_TIEN', { nameVi: 'Lao động tiên tiến', nameEn: 'Advanced worker' });
  for (const email of ['mai.nv@hoaiduc.test', 'mai.kt@hoaiduc.test'])
    await aPerson(contest, { unitId: district.units.interior, fullName: 'Phùng Thị Mai', email });
  const heads = ['STT', 'Họ tên', 'Đơn vị', 'Email', 'Danh hiệu', 'Năm', 'Số QĐ', 'Ngày QĐ', 'Cơ quan'];
  const list = (email: string): Promise<Buffer> =>
    aSheet([
      heads,
      ['1', 'Phùng Thị Mai', 'Phòng Nội vụ', email, 'Lao động tiên tiến', '2023', '12/QĐ-UBND', '20/12/2023', 'UBND huyện Hoài Đức'],
    ]);
  const page = await browsing.visit('/achievements', { as: district.people.organiser });
  await page.getByRole('main').getByRole('link', { name: 'Nhập từ tệp' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nhập từ tệp' }).waitFor();
  expect(await page.getByLabel('Danh sách', { exact: true }).inputValue()).toBe('achievements');
  await looksRight(page);
  const give = async (email: string): Promise<void> => {
    await page.locator('input[type="file"]').setInputFiles({ name: 'Khen thưởng.xlsx', mimeType: XLSX, buffer: await list(email) });
    await page.getByText('Đang đọc và kiểm tra tệp.').waitFor();
    await contest.drain();
  };
  await give('');
  await page.getByText(/Có nhiều người tên Phùng Thị Mai: .*mai\.nv@hoaiduc\.test/).waitFor();
  await looksRight(page);
  await give('mai.kt@hoaiduc.test');
  await page.getByRole('button', { name: 'Ghi 1 dòng…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi 1 dòng', exact: true }).click();
  await page.getByText('Đang ghi danh sách.').waitFor();
  await contest.drain();
  await page.getByText(/Đã ghi: 1 dòng thêm mới/).waitFor();
  await page.context().close();
});
