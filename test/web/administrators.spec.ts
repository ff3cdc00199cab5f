import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { type District, aDistrict } from '../support/factories.js';
import { rowsOf } from '../support/exporting.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';

let contest: RunningContest;
let district: District;
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  browsing = await browse(contest);
}, 200_000);

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('an administrator adds a person, proposes a role over the judging, and a leader confirms it; the log tells of both', async () => {
  const admin = await browsing.visit('/people', { as: district.people.admin });
  await admin.getByRole('link', { name: 'Thêm người' }).click();
  await admin.getByRole('radio', { name: /^Có: gửi thư mời/ }).check();
  await admin.getByRole('button', { name: 'Gửi thư mời' }).click();
  await admin.getByRole('alert').getByRole('link').first().waitFor();
  expect(await accessibilityFaults(admin)).toEqual([]);

  await admin.getByLabel('Họ và tên').fill('Nghiêm Thị Thìn');
  await admin.getByLabel('Thư điện tử').fill('thin.nghiem@example.vn');
  await admin.getByRole('radio', { name: /^Ngoài cơ quan/ }).check();
  await admin.getByRole('button', { name: 'Gửi thư mời' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Nghiêm Thị Thìn' }).waitFor();

  await admin.getByRole('button', { name: 'Giao vai trò' }).click();
  await admin.getByLabel('Vai trò').selectOption({ label: 'Giám khảo' });
  await admin.getByLabel('Cho đơn vị, kể cả đơn vị trực thuộc').fill('hoai duc');
  await admin.getByRole('button', { name: /^Huyện Hoài Đức/ }).click();
  await admin.getByRole('button', { name: 'Giao vai trò' }).click();
  await admin.getByText('Chờ người thứ hai xác nhận', { exact: true }).waitFor();
  await admin.getByRole('button', { name: 'Rút đề nghị, Nghiêm Thị Thìn' }).waitFor();
  expect(await accessibilityFaults(admin)).toEqual([]);

  const leader = await browsing.visit('/grants', { as: district.people.leader });
  await leader.getByRole('button', { name: 'Xác nhận, Nghiêm Thị Thìn' }).first().click();
  await leader.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await rowOf(leader, 'Nghiêm Thị Thìn').getByText('Có hiệu lực').waitFor();
  expect(await accessibilityFaults(leader)).toEqual([]);

  const asked = await (
    await contest.as(district.people.admin)
  ).ask('{ grants(first: 5, search: "Nghiêm Thị Thìn") { edges { node { role state } } } }');
  expect(asked).toEqual({ edges: [{ node: { role: 'JUDGE', state: 'IN_FORCE' } }] });

  await admin.goto(`${browsing.origin}/audit?operation=grantRole`);
  await rowOf(admin, 'Giao vai trò').first().waitFor();
  expect(await accessibilityFaults(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Kiểm tra toàn bộ nhật ký' }).click();
  await contest.drain();
  await admin.getByText('Nhật ký còn nguyên').waitFor();
});

const firstRow = (page: Page) => page.getByRole('row').nth(1).getByRole('rowheader');

test('a press on its head reads a list from its end, and the address keeps that', async () => {
  const page = await browsing.visit('/units', { as: district.people.admin });
  const first = await firstRow(page).innerText();
  await page.getByRole('button', { name: 'Tên đơn vị' }).click();
  await page.waitForURL('**/units?order=NAME_LAST');
  await page.getByRole('columnheader', { name: 'Tên đơn vị' }).and(page.locator('[aria-sort=descending]')).waitFor();
  const last = await firstRow(page).innerText();
  expect(last.localeCompare(first, 'vi')).toBe(1);

  await page.reload();
  await firstRow(page).waitFor();
  expect(await firstRow(page).innerText()).toBe(last);
});

test('a file has the columns that its table shows', async () => {
  const page = await browsing.visit('/people', { as: district.people.admin });
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByRole('checkbox', { name: 'Thư điện tử' }).uncheck();
  await page.getByRole('checkbox', { name: 'Chức vụ' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Xuất tệp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xuất tệp XLSX' }).click();
  await page.getByText(/Đang chờ đến lượt|Đang thực hiện/).waitFor();
  await contest.drain();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Tải về/ }).click()]);
  const [heads] = await rowsOf(await readFile(await download.path()));
  expect(heads).toEqual(['Họ và tên', 'Ngoài đơn vị', 'Đơn vị', 'Chức vụ', 'Vai trò', 'Có tài khoản', 'Khóa từ']);
});
