import { type Page } from 'playwright-core';
import { localDate } from '#lib/kernel';
import { prizePlan } from '../support/contests.js';
import { type District, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { soleAuthor } from '../support/initiatives.js';
import { SAVE_TEMPLATE, aTemplate } from '../support/papers.js';
import { twoYears } from '../support/recognitions.js';
import { aPastContest } from '../support/rollouts.js';
import { mutation } from '../support/sign-in.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

const TITLE = 'Ký số một chạm';
const MEMBERS = ['Đặng Thị Chủ Tọa', 'Bùi Văn Thư Ký', 'Hồ Thị Ủy Viên'];

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let initiativeId: string;
let chairId: string;

beforeAll(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  await twoYears(contest);
  const { areaId } = await aPastContest(contest, district);
  const { units, people } = district;
  const organiser = await contest.as(people.organiser);
  const past = await organiser.ask(mutation('recordPastContest', 'RecordPastContestInput', '... on Contest { id }'), {
    input: {
      ...{ hostUnitId: units.district, year: 2022, titleVi: 'Cuộc thi năm 2022', titleEn: 'Contest 2022', objectives: 'Mục tiêu.' },
      ...{ rosterAsOf: '2022-06-30', areaIds: [areaId], prizePlan },
    },
  });
  const authors = soleAuthor(people.submitter);
  const one = await organiser.ask(mutation('recordPastInitiative', 'RecordPastInitiativeInput', '... on Initiative { id }'), {
    input: { contestId: past.id, areaId, ownerUnitId: units.finance, authors, title: TITLE },
  });
  initiativeId = one.id as string;
  await organiser.ask(mutation('recordPastAwards', 'RecordPastAwardsInput', '... on AwardDecision { id }'), {
    input: { contestId: past.id, decisionNumber: '99/QĐ-UBND', decidedOn: '2022-11-10', awards: [{ initiativeId, tierKey: 'FIRST' }] },
  });
  const template = aTemplate(units.district, 'RECOGNITION_CERTIFICATE', { symbol: 'GCNSK', bases: [], recipients: [] });
  await organiser.ask(SAVE_TEMPLATE, { input: template });
  for (const fullName of MEMBERS) {
    const id = await aPerson(contest, { unitId: units.culture, fullName });
    if (fullName === MEMBERS[0]) chairId = id;
  }
  await contest.drain();
  browsing = await browse(contest);
}, 120_000);
afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});
afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

async function looksRight(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
}

async function opened(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: TITLE }).first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}

test('its author applies for the recognition of an initiative, on a phone, and sees how far it is', async () => {
  const page = await browsing.visit(`/initiatives/${initiativeId}`, { as: district.people.submitter, screen: 'phone' });
  await page.getByRole('button', { name: 'Đề nghị công nhận' }).click();
  await page.getByLabel('Ngày áp dụng lần đầu hoặc áp dụng thử').fill('2022-01-10');
  await page.getByLabel('Lợi ích mang lại').fill('Rút ngắn ba ngày mỗi hồ sơ.');
  await looksRight(page);
  await page.getByRole('button', { name: 'Gửi đơn đề nghị' }).click();
  await page.getByRole('link', { name: 'Xem đề nghị công nhận và kết quả' }).click();
  await page.getByText('chờ tiếp nhận').first().waitFor();
  await looksRight(page);
  await page.context().close();
});

test('the office receives it and seats the council by a decision', async () => {
  const page = await browsing.visit('/recognitions', { as: district.people.organiser });
  await looksRight(page);
  await opened(page);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByText('Số 01/2026').waitFor();
  await page.getByRole('button', { name: 'Lập Hội đồng' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill('77/QĐ-UBND');
  await dialog.getByLabel('Ngày quyết định').fill('2026-03-01');
  for (const name of MEMBERS) {
    await dialog.getByRole('searchbox').first().fill(name);
    await dialog.getByRole('listitem').getByRole('button', { name }).first().click();
  }
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Lập Hội đồng' }).click();
  await page.getByText('Quyết định số 77/QĐ-UBND').waitFor();
  await looksRight(page);
  await page.context().close();
});

test('until the council has spoken its author reads nothing of it; the chair opens the sitting and counts the ballots', async () => {
  const author = await browsing.visit('/recognitions', { as: district.people.submitter });
  await opened(author);
  await author.getByText('đã tiếp nhận, chờ Hội đồng xét').first().waitFor();
  expect(await author.getByText('77/QĐ-UBND').count()).toBe(0);

  const page = await browsing.visit('/recognitions', { as: chairId, theme: 'dark' });
  await opened(page);
  await page.getByRole('button', { name: 'Mở phiên họp' }).click();
  for (const name of MEMBERS) await page.getByRole('dialog').getByLabel(name).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở phiên họp' }).click();
  await page.getByRole('button', { name: 'Ghi kết quả bỏ phiếu' }).click();
  await page.getByLabel('Số phiếu đồng ý').fill('3');
  await page.getByLabel('Số phiếu không đồng ý').fill('0');
  await page.getByLabel('Phạm vi ảnh hưởng').selectOption('tỉnh, thành phố');
  await looksRight(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
  await page.getByText('3 đồng ý, 0 không đồng ý').waitFor();
  expect(await page.getByRole('button', { name: /quyết định công nhận/ }).count()).toBe(0);
  await looksRight(page);

  await author.reload();
  await author.getByText('3 đồng ý, 0 không đồng ý').waitFor();
  await author.context().close();
  await page.context().close();
});

test('with its decision recorded the public page says that it is recognised and how far it reaches, until that is revoked', async () => {
  const anyone = await browsing.visit(`/winners/${initiativeId}`);
  await anyone.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await anyone.getByText('Công nhận sáng kiến').count()).toBe(0);

  const office = await browsing.visit('/recognitions', { as: district.people.organiser, screen: 'phone' });
  await opened(office);
  await office.getByRole('button', { name: 'Ghi quyết định công nhận' }).click();
  await office.getByLabel('Số quyết định công nhận').fill('80/QĐ-UBND');
  await office.getByLabel('Ngày quyết định').fill('2026-03-01');
  await office.getByRole('dialog').getByRole('button', { name: 'Ghi quyết định', exact: true }).click();
  await office.getByText('Quyết định công nhận không trước ngày Hội đồng bỏ phiếu').first().waitFor();
  await office.getByLabel('Ngày quyết định').fill(localDate(contest.clock.now()));
  await office.getByRole('dialog').getByRole('button', { name: 'Ghi quyết định', exact: true }).click();
  await office.getByText('Số 80/QĐ-UBND, ngày 02/03/2026').waitFor();
  await looksRight(office);

  await anyone.reload();
  await anyone.getByText('Phạm vi ảnh hưởng: tỉnh, thành phố').waitFor();
  await anyone.getByText('80/QĐ-UBND ngày 02/03/2026, Huyện Hoài Đức').waitFor();
  await looksRight(anyone);

  const paper = await certified(office);
  await opened(office);
  await office.getByRole('button', { name: 'Hủy bỏ công nhận', exact: true }).click();
  await office.getByLabel('Số quyết định hủy bỏ').fill('9/QĐ-UBND');
  await office.getByLabel('Ngày quyết định').fill('2026-03-02');
  await office.getByLabel('Lý do hủy bỏ').fill('Sao chép.');
  await office.getByRole('dialog').getByRole('button', { name: 'Hủy bỏ công nhận', exact: true }).click();
  await office.getByText('đã hủy bỏ công nhận').first().waitFor();
  await anyone.reload();
  await anyone.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await anyone.getByText('Công nhận sáng kiến').count()).toBe(0);
  await anyone.goto(paper);
  await anyone.getByText('việc công nhận sáng kiến đã bị hủy bỏ theo Quyết định số 9/QĐ-UBND ngày 02/03/2026').waitFor();
  await looksRight(anyone);
  await office.context().close();
  await anyone.context().close();
});

/** From the page of a recognition its author's certificate is issued; answers with the address of its page, and goes back to the list. */
async function certified(office: Page): Promise<string> {
  await office.getByRole('link', { name: 'Giấy chứng nhận', exact: true }).click();
  await office.getByRole('button', { name: 'Cấp 1 giấy chứng nhận sáng kiến' }).click();
  const row = office.getByRole('row').filter({ hasText: TITLE });
  await row.getByText('Công nhận sáng kiến').waitFor();
  await looksRight(office);
  await row.getByRole('link').first().click();
  await office.getByText('đang có hiệu lực').waitFor();
  for (const printed of ['tác giả', TITLE, 'tỉnh, thành phố', 'Rút ngắn ba ngày mỗi hồ sơ.', 'số 80/QĐ-UBND ngày 02/03/2026'])
    await office.getByRole('definition').filter({ hasText: printed }).first().waitFor();
  await looksRight(office);
  const paper = office.url();
  await office.goto(`${browsing.origin}/recognitions`);
  return paper;
}
