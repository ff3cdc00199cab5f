import { type Page } from 'playwright-core';
import { aContest } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';
import { kept } from './unsent-rows.js';

let contest: RunningContest;
let browsing: Browsing;
let district: District;

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

const ASKED = `query ($id: ID!) { contest(id: $id) { ruleBook { content { tieBreak { kind } rounds {
  judgesPerInitiative aggregation { kind } divergenceThreshold rubric { key nameVi nameEn max bands { from to vi } } } } } } }`;
const bookOf = async (id: string) =>
  (await (await contest.as(district.people.organiser)).ask(ASKED, { id })).ruleBook.content as {
    tieBreak: { kind: string }[];
    rounds: { judgesPerInitiative: number; aggregation: { kind: string }; divergenceThreshold: string; rubric: object[] }[];
  };

/** What the control with the focus is called, as a listener hears it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { readonly labels?: NodeListOf<HTMLElement> | null };
    return at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText;
  });

/** Goes on by Tab until the control of this name has the focus. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to ${String(name)}`);
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name);
  await page.keyboard.press(key);
}

/** Over what stands there: the browser selects it where Tab comes in. */
async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

test('the keyboard alone adds a criterion with its words, puts it first, changes how marks are added up, mends what it is told, and saves', async () => {
  const { id } = await aContest(contest, district, { year: 2031 });
  const before = await bookOf(id);
  const page = await browsing.visit(`/contests/${id}/rule-book`, { as: district.people.organiser });
  await page.getByRole('table', { name: 'Xếp hạng thử' }).waitFor();

  await press(page, /^Thêm tiêu chí$/);
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.id.endsWith('nameVi'));
  await page.keyboard.insertText('Khả năng nhân rộng');
  await page.keyboard.press('Tab');
  await type(page, /^Tối đa/, '10');
  for (let place = before.rounds[0]?.rubric.length ?? 0; place > 0; place -= 1) await press(page, /^Đưa lên: Khả năng nhân rộng$/);
  expect(await focused(page)).toBe('Đưa lên: Khả năng nhân rộng');
  await press(page, /mức bằng lời\s+Khả năng nhân rộng$/);
  await type(page, /^Tên bằng tiếng Anh/, 'Can be rolled out');
  await type(page, /^Mã/, 'spread');
  await press(page, /^Thêm mức$/);
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.id.endsWith('from'));
  await type(page, /^Từ/, '0');
  await type(page, /^Đến/, '10');
  await type(page, /^Lời của mức/, 'Mọi xã dùng được');
  await type(page, /^Tiếng Anh/, 'Every commune can');
  await type(page, /^Giám khảo cho mỗi sáng kiến/, '4');
  await reach(page, /^Điểm của sáng kiến là/);
  await page.keyboard.press('End');
  await type(page, /^Chấm thêm khi lệch quá/, '15');
  await press(page, /^Lưu quy chế$/);
  // What is wrong has the focus, and leads to its field.
  await page.getByRole('heading', { name: 'Có 1 chỗ cần sửa' }).waitFor();
  await press(page, /^Chỉ bỏ điểm cao nhất và thấp nhất/);
  await type(page, /^Giám khảo cho mỗi sáng kiến/, '5');
  await press(page, /^Lưu quy chế$/);
  await page.getByText('Đã lưu quy chế chấm.').waitFor();

  const [round] = (await bookOf(id)).rounds;
  expect(round?.rubric[0]).toEqual({
    ...{ key: 'spread', nameVi: 'Khả năng nhân rộng', nameEn: 'Can be rolled out', max: '10' },
    bands: [{ from: '0', to: '10', vi: 'Mọi xã dùng được' }],
  });
  expect(round).toMatchObject({ judgesPerInitiative: 5, divergenceThreshold: '15' });
  expect([before.rounds[0]?.aggregation.kind, round?.aggregation.kind]).toEqual(['MEAN', 'TRIMMED_MEAN']);
});

test('who goes elsewhere with unsaved rules is asked first; what was typed is kept, taken up again, and gone once given up', async () => {
  const { id } = await aContest(contest, district, { year: 2032 });
  const page = await browsing.visit(`/contests/${id}/rule-book`, { as: district.people.organiser });
  const name = page.getByLabel('Tên vòng').first();
  await name.waitFor();
  const was = await name.inputValue();
  await name.fill('Vòng hồ sơ sửa dở');
  await page.getByTitle('Việc của tôi').first().click();
  const dialog = page.getByRole('dialog', { name: 'Quy chế có thay đổi chưa lưu' });
  await dialog.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ở lại sửa tiếp' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Vòng hồ sơ sửa dở');

  await page.getByTitle('Việc của tôi').first().click();
  await dialog.getByRole('button', { name: 'Rời trang, giữ bản đang sửa' }).click();
  await page.waitForURL('**/home');
  await kept(page, 1);
  await page.goto(`${browsing.origin}/contests/${id}/rule-book`);
  await page.getByText(/^Đây là bản sửa dở chưa lưu/).waitFor();
  expect(await name.inputValue()).toBe('Vòng hồ sơ sửa dở');
  await page.getByRole('button', { name: 'Bỏ các thay đổi' }).click();
  expect(await name.inputValue()).toBe(was);
  await kept(page, 0);
  await page.getByTitle('Việc của tôi').first().click();
  await page.waitForURL('**/home');
});
