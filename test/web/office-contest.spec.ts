import { RuleBookService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { send } from '../support/contest-acts.js';
import { aContest } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let contest: RunningContest;
let browsing: Browsing;
let district: District;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  await aContest(contest, district);
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const ASKED = `query ($id: ID!) { contest(id: $id) { year phase areas { id } phases { kind endsAt } ruleBook {
  number hash decisionNumber problems { code } content { rounds { minimumCards judgesPerInitiative aggregation { kind } rubric { knockOutMinimum } } } } } }`;

async function read(id: string) {
  const organiser = await contest.as(district.people.organiser);
  return organiser.ask(ASKED, { id });
}

/** A day less, as a control for a moment has it. */
const dayBefore = (typed: string): string => new Date(Date.parse(`${typed}Z`) - 86_400_000).toISOString().slice(0, 16);

test('the office copies a contest, moves a date, edits its rules, is told every fault at its field, and sees the ranks that its rules would make', async () => {
  const page = await browsing.visit('/contests/new', { as: district.people.organiser });
  await page.getByLabel('Tên cuộc thi').waitFor();
  await page.getByRole('button', { name: 'Lập bản soạn thảo' }).click();
  await page.waitForURL(/\/setup$/);
  const id = /contests\/([^/]+)\/setup/.exec(page.url())?.[1] ?? '';

  await page.getByRole('button', { name: /^Sửa\s+Các giai đoạn$/ }).click();
  const deadline = page.getByRole('group', { name: 'Nhận hồ sơ' }).getByLabel('Hạn nộp');
  const moved = dayBefore(await deadline.inputValue());
  await deadline.fill(moved);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu ngày của các giai đoạn.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('link', { name: 'Quy chế chấm' }).click();
  const ranking = page.getByRole('table', { name: 'Xếp hạng thử' });
  await ranking.waitFor();
  expect(await ranking.getByRole('rowheader').allInnerTexts()).toEqual(['A', 'B', 'C', 'D']);
  for (const at of [0, 1]) await page.getByLabel('Điểm của sáng kiến là').nth(at).selectOption('MEDIAN');
  await ranking.getByText('(trước khi sửa: 3)').waitFor();
  expect(await ranking.getByRole('rowheader').allInnerTexts()).toEqual(['A', 'C', 'B', 'D']);

  await page.getByLabel('Điểm liệt dưới').first().fill('40');
  await page.getByLabel('Số phiếu ít nhất để đóng vòng').first().fill('9');
  await page.getByText('Quy chế còn 2 chỗ chưa khớp.').waitFor();
  await page.getByRole('button', { name: 'Lưu quy chế' }).click();
  await page.getByRole('heading', { name: 'Có 2 chỗ cần sửa' }).waitFor();
  expect(await page.locator('[aria-invalid=true]').count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  await page.getByLabel('Điểm liệt dưới').first().fill('7,5');
  await page.getByLabel('Số phiếu ít nhất để đóng vòng').first().fill('2');
  await page.getByRole('button', { name: 'Lưu quy chế' }).click();
  await page.getByText('Đã lưu quy chế chấm.').waitFor();

  const { areas, phases, ...said } = await read(id);
  expect(areas).toHaveLength(1);
  expect(phases.find(({ kind }: { kind: string }) => kind === 'OPEN').endsAt).toBe(new Date(`${moved}:00+07:00`).toISOString());
  const round = { minimumCards: 2, judgesPerInitiative: 3, aggregation: { kind: 'MEDIAN' } };
  const rubric = (first: string | null) => [{ knockOutMinimum: first }, { knockOutMinimum: null }, { knockOutMinimum: null }];
  expect(said).toEqual({
    year: 2027,
    phase: 'DRAFT',
    ruleBook: {
      number: 1,
      hash: null,
      decisionNumber: null,
      problems: [],
      content: {
        rounds: [
          { ...round, rubric: rubric('7.5') },
          { ...round, rubric: rubric(null) },
        ],
      },
    },
  });
});

test('a frozen rule book shows its hash, and is amended by a decision alone', async () => {
  const { id } = await aContest(contest, district, { year: 2030 });
  const { hash } = await contest.get(RuleBookService).freeze(SYSTEM, id);
  const page = await browsing.visit(`/contests/${id}/rule-book`, { as: district.people.organiser, screen: 'phone' });
  await page.getByText(`SHA-256 ${hash ?? ''}`).waitFor();
  await page.getByLabel('Giám khảo cho mỗi sáng kiến').first().fill('5');
  await page.getByRole('button', { name: 'Sửa theo quyết định' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByLabel('Lý do').fill('Số hồ sơ ít hơn dự kiến.');
  await asked.getByRole('button', { name: 'Sửa theo quyết định' }).click();
  await asked.getByRole('alert').waitFor();
  expect(await asked.getByLabel('Lý do').inputValue()).toBe('Số hồ sơ ít hơn dự kiến.');
  await asked.getByLabel('Số quyết định').fill('77/QĐ-BTC');
  await asked.getByRole('button', { name: 'Sửa theo quyết định' }).click();
  await page.getByText(/Phiên bản 2, khóa/).waitFor();

  const { ruleBook } = await read(id);
  expect(ruleBook).toMatchObject({
    number: 2,
    decisionNumber: '77/QĐ-BTC',
    content: { rounds: [{ judgesPerInitiative: 5 }, { judgesPerInitiative: 3 }] },
  });
  expect(ruleBook.hash).not.toBe(hash);
  expect(await sidewaysScroll(page)).toBe(0);
});

test('the office sends the plan, the leader returns it with words and then approves it where they sign, and a change afterwards is to be sent again', async () => {
  const { id } = await aContest(contest, district, { year: 2031, phase: 'DRAFT', leaderApproves: true });
  const office = await browsing.visit(`/contests/${id}/setup`, { as: district.people.organiser });
  await office.getByText('Lãnh đạo chưa phê duyệt kế hoạch cuộc thi (kế hoạch chưa trình).').waitFor();
  const sends = async () => {
    await office.getByRole('button', { name: 'Trình lãnh đạo phê duyệt' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Trình lãnh đạo' }).click();
    await office.getByText('Đã trình, chờ lãnh đạo phê duyệt').waitFor();
  };
  await sends();
  expect(await accessibilityFaults(office)).toEqual([]);

  const leading = await browsing.visit('/to-sign', { as: district.people.leader, screen: 'phone' });
  await leading.getByRole('button', { name: 'Trả lại…' }).click();
  await leading.getByRole('dialog').getByLabel('Cần sửa gì').fill('Thêm một giải Ba.');
  await leading.getByRole('dialog').getByRole('button', { name: 'Trả lại kế hoạch' }).click();
  await leading.getByText('Không có kế hoạch, danh sách giải hay đính chính nào chờ ký').waitFor();
  expect(await sidewaysScroll(leading)).toBe(0);

  await office.reload();
  await office.getByText('Cần sửa: Thêm một giải Ba.').waitFor();
  await sends();
  await leading.reload();
  await leading.getByText('Giải Nhất').waitFor();
  expect(await accessibilityFaults(leading)).toEqual([]);
  expect(await leading.getByRole('button', { name: /^Sửa/ }).count()).toBe(0);
  await leading.getByRole('button', { name: 'Phê duyệt kế hoạch' }).click();
  await leading.getByRole('dialog').getByRole('button', { name: 'Phê duyệt', exact: true }).click();
  await leading.getByText('Đã phê duyệt kế hoạch.').waitFor();

  await office.reload();
  await office.getByText('Lãnh đạo đã phê duyệt').waitFor();
  await office.getByRole('button', { name: /^Sửa\s+Thông tin chung$/ }).click();
  await office.getByLabel('Phút nhận thêm sau hạn').fill('30');
  await office.getByRole('button', { name: 'Lưu', exact: true }).click();
  await office.getByText('Đã sửa sau khi trình, phải trình lại', { exact: true }).waitFor();
  await sends();
  const leader = await contest.as(district.people.leader);
  await send(leader, 'approvePlan', {
    contestId: id,
    version: (await leader.ask('query ($id: ID!) { contest(id: $id) { version } }', { id })).version,
  });
  await office.reload();
  await office.getByRole('button', { name: /^Chuyển sang: / }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /Chuyển sang/ })
    .click();
  await office.getByRole('link', { name: 'Xem trang công khai' }).waitFor();
  expect((await read(id)).phase).toBe('ANNOUNCED');
});
