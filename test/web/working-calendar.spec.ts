import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';

let contest: RunningContest;
let browsing: Browsing;
let district: District;

beforeAll(async () => {
  contest = await startContest('2026-11-27T02:00:00Z');
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

test("the office types a year's list by pressing its days, is told what is wrong with it, corrects it with a reason, and counts a term by it", async () => {
  const page = await browsing.visit('/working-calendar', { as: district.people.organiser });
  await page.getByText('Chưa nhập lịch làm việc của năm nào').waitFor();

  await page.getByRole('button', { name: 'Nhập lịch của một năm' }).click();
  await page.getByLabel('Năm', { exact: true }).fill('2025');
  await page.getByLabel('Số văn bản').fill('15/TB-UBND');
  await page.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân huyện');
  await page.getByLabel('Ngày ban hành').fill('2030-01-01');
  for (const day of ['30 tháng 4', '1 tháng 5', '2 tháng 5', '26 tháng 4'])
    await page.getByRole('button', { name: `${day} năm 2025`, exact: true }).click();
  await page.getByRole('button', { name: 'Lưu lịch' }).click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await page.getByLabel('Ngày ban hành').fill('2024-12-10');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lưu lịch' }).click();
  await page.getByText('15/TB-UBND ngày 10/12/2024, Ủy ban nhân dân huyện').waitFor();

  const ended = page.getByText('Ngày cuối cùng của thời hạn');
  await page.getByLabel('Ngày phát sinh').fill('2025-04-24');
  await page.getByLabel('Thời hạn', { exact: true }).fill('3');
  await ended.filter({ hasText: '28/04/2025' }).waitFor();

  await page.getByRole('button', { name: 'Sửa' }).click();
  await page.getByRole('button', { name: '26 tháng 4 năm 2025, làm bù' }).click();
  await page.getByLabel('Lý do sửa').fill('Nhập nhầm.');
  await page.getByRole('button', { name: 'Lưu lịch' }).click();
  await page.getByLabel('Ngày phát sinh').fill('2025-04-24');
  await page.getByLabel('Thời hạn', { exact: true }).fill('3');
  await ended.filter({ hasText: '29/04/2025' }).waitFor();
  const rows = await contest.em().getConnection().execute('select "on"::text as "on", kind from calendar_day order by "on"');
  expect(rows).toEqual(['2025-04-30', '2025-05-01', '2025-05-02'].map((on) => ({ on, kind: 'OFF' })));
});
