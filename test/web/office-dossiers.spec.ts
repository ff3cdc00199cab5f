import { readFile } from 'node:fs/promises';
import { aContest } from '../support/contests.js';
import { rowsOf } from '../support/exporting.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aSubmitted } from '../support/initiatives.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { press, reach } from './keyboard.js';

const TITLES = ['=Bốc số tại nhà', 'Chữ ký số ở xã', 'An toàn giấy tờ'] as const;

let contest: RunningContest;
let browsing: Browsing;
let district: District;
let contestId: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  const year = await aContest(contest, district, { headConfirms: false });
  contestId = year.id;
  for (const title of TITLES) {
    await aSubmitted(contest, district, year, { title });
    contest.clock.advance(60_000);
  }
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

const stateOf = async (title: string) => {
  const [row] = await contest.em().getConnection().execute<{ state: string }[]>('select state from initiative where title = ?', [title]);
  return row?.state;
};

test('the office finds dossiers by the address, screens by keyboard alone, asks at a part, and exports what is shown', async () => {
  // Filter and order stand in the address, and what is shown is what it says.
  const page = await browsing.visit(`/contests/${contestId}/dossiers?search=s%E1%BB%91&order=TITLE`, { as: district.people.organiser });
  const titles = page.locator('tbody th a');
  await titles.first().waitFor();
  expect(await titles.allTextContents()).toEqual(['=Bốc số tại nhà', 'Chữ ký số ở xã']);
  await page.getByRole('button', { name: /^Mã hồ sơ/ }).click();
  await page.waitForURL(/order=CODE/);
  await page.locator('[role=region][aria-busy=false]').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);

  // What is shown, as a file that another library opens.
  await page.getByRole('button', { name: 'Xuất tệp' }).click();
  await page.getByRole('button', { name: 'Xuất tệp XLSX' }).click();
  await page.getByText(/Đang chờ đến lượt|Đang thực hiện/).waitFor();
  await contest.drain();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Tải về/ }).click()]);
  const [heads, ...rows] = await rowsOf(await readFile(await download.path()));
  expect(heads).toEqual(['Tên sáng kiến', 'Mã hồ sơ', 'Tác giả', 'Đơn vị', 'Lĩnh vực', 'Trạng thái', 'Nộp lúc', 'Hạn bổ sung']);
  expect(rows.map(([title]) => title)).toEqual(['=Bốc số tại nhà', 'Chữ ký số ở xã']);

  // The queue, without a pointer: the first one back, with what is asked at a part; the second eligible.
  await page.goto(`${browsing.origin}/contests/${contestId}/screening`);
  await page.getByRole('heading', { level: 1, name: TITLES[0] }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: TITLES[1] }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: TITLES[0] }).waitFor();
  await page.keyboard.press('b');
  await page.keyboard.type('Thiếu minh chứng về hiệu quả.');
  await press(page, /^Thêm yêu cầu ở một mục$/);
  await reach(page, /^Cần bổ sung gì ở mục này/);
  await page.keyboard.type('Nêu các bước đã làm.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: TITLES[1] }).waitFor();
  expect(await stateOf(TITLES[0])).toBe('RETURNED');
  await page.keyboard.press('h');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: TITLES[2] }).waitFor();
  expect(await stateOf(TITLES[1])).toBe('ELIGIBLE');

  // The last is taken out, which is asked once more, with the safe choice first.
  await page.keyboard.press('x');
  await page.keyboard.type('Không thuộc cải cách hành chính.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('không dự thi nữa').waitFor();
  await press(page, /^Kết luận không hợp lệ$/);
  await page.getByText('Đã kết luận không hợp lệ').waitFor();
  expect(await stateOf(TITLES[2])).toBe('REJECTED');

  // What was asked stands beside its part.
  await page.goto(`${browsing.origin}/contests/${contestId}/dossiers?state=RETURNED`);
  await page.getByRole('link', { name: TITLES[0] }).click();
  await page.getByText('Nêu các bước đã làm.').first().waitFor();
  expect(browsing.faults()).toEqual([]);
});
