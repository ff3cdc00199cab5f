import { aContest } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';
import { isLedTo, press, reach, type } from './keyboard.js';
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
  await isLedTo(page, /^Đưa lên: Khả năng nhân rộng$/);
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

test('the keyboard alone sets a cut-off and the ladder of ties, tries them on the sheet beside, and saves both', async () => {
  const { id } = await aContest(contest, district, { year: 2034 });
  const page = await browsing.visit(`/contests/${id}/rule-book`, { as: district.people.organiser });
  const ranking = page.getByRole('table', { name: 'Xếp hạng thử' });
  await ranking.waitFor();

  await type(page, /^Điểm sàn/, '80');
  await type(page, /^Số sáng kiến đứng đầu/, '3');
  await reach(page, /^Cần$/);
  await page.keyboard.press('End');
  await press(page, /^Thêm bước$/);
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.id.endsWith('kind'));
  await page.keyboard.press('End');
  await press(page, /^Thêm bước$/);
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.id.endsWith('kind'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await press(page, /^Đưa lên: bước 3$/);
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Đưa lên: bước 2');
  // The sheet: the marks of one example, and what becomes of all of them.
  await press(page, /^Vòng 1$/, 'Space');
  expect(await ranking.getByRole('row', { name: /D/ }).innerText()).toContain('không qua vòng');
  await press(page, /^D$/, 'Space');
  for (const judge of [1, 2, 3])
    for (const criterion of ['novelty', 'applicability', 'effect'])
      await type(page, new RegExp(`${criterion}, giám khảo ${String(judge)}, sáng kiến D$`, 'i'), criterion === 'effect' ? '40' : '30');
  await ranking.getByText('100').waitFor();
  expect((await ranking.getByRole('rowheader').allInnerTexts())[0]).toBe('D');
  await page.keyboard.press('Control+Home');
  await press(page, /^Lưu quy chế$/);
  await page.getByText('Đã lưu quy chế chấm.').waitFor();

  const asked = `query ($id: ID!) { contest(id: $id) { ruleBook { content { tieBreak { kind } rounds { cutOff { score top join } } } } } }`;
  const { content } = (await (await contest.as(district.people.organiser)).ask(asked, { id })).ruleBook;
  expect(content.rounds[0].cutOff).toEqual({ score: '80', top: 3, join: 'ANY' });
  expect(content.tieBreak.map(({ kind }: { kind: string }) => kind)).toEqual(['CRITERION', 'ROUND_SCORE', 'CHAIR_VOTE']);
}, 60_000);

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
