import { AchievementService } from '#lib/emulation';
import { SYSTEM } from '#lib/kernel';
import { aDeclared } from '../support/achievements.js';
import { type District, aDistrict } from '../support/factories.js';
import { aPdf } from '../support/files.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

const TITLE = 'Lao động tiên tiến';
const LAST = new Date().getFullYear() - 1;

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

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);

async function confirmed(kindId: string, year: number): Promise<void> {
  const service = contest.get(AchievementService);
  const order = { ...aDeclared(kindId, year), kindId, year, personId: district.people.submitter };
  const { id: achievementId, version } = await service.declareAchievement(SYSTEM, order);
  await service.confirmAchievement(SYSTEM, { achievementId, version });
}

test('where nothing is decided yet, the page of titles says so and offers no year', async () => {
  const page = await browsing.visit('/titles');
  await page.getByText('Chưa có danh hiệu nào được công bố').waitFor();
  expect(await page.getByLabel('Năm').locator('option').count()).toBe(1);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  await page.goto(`${browsing.origin}/titles?year=2019`);
  await page.getByText('Không có danh hiệu nào như vậy').waitFor();
  expect(await page.getByLabel('Năm').inputValue()).toBe('2019');
  await page.context().close();
});

test('the office enters a title and what it asks for; an official sees what is met, by which record, and what is wanting', async () => {
  const office = await browsing.visit('/title-kinds', { as: district.people.organiser });
  await office.getByRole('button', { name: 'Thêm danh hiệu' }).click();
  await office.getByLabel('Tên danh hiệu').fill(TITLE);
  await office.getByLabel('Tên tiếng Anh').fill('Advanced worker');
  await office.getByLabel('Mã danh hiệu').fill('LAO_DONG_TIEN_TIEN');
  await office.getByLabel('Áp dụng từ ngày').fill('2004-01-01');
  await office.getByLabel('Căn cứ').fill('Luật Thi đua, khen thưởng, Điều 24');
  await office.getByRole('dialog').getByRole('button', { name: 'Thêm danh hiệu' }).click();
  await office.getByRole('rowheader', { name: TITLE }).waitFor();

  await office.getByRole('link', { name: 'Nhập điều kiện' }).click();
  await office.getByRole('combobox', { name: 'Danh hiệu', exact: true }).selectOption(TITLE);
  await office.getByRole('button', { name: 'Lưu điều kiện' }).click();
  await office.getByRole('alert').waitFor();
  await office.getByLabel('Số năm liên tục').fill('2');
  await office.getByRole('checkbox', { name: TITLE }).check();
  await office.getByLabel('Điều kiện mà hồ sơ không thể hiện').fill('Hoàn thành xuất sắc nhiệm vụ.');
  await office.getByLabel('Căn cứ').fill('Luật Thi đua, khen thưởng, Điều 24');
  await office.getByRole('button', { name: 'Lưu điều kiện' }).click();
  await office.getByText(`2 năm liên tục, năm nào cũng đạt ${TITLE}`).waitFor();
  await office.context().close();

  const [{ id: kindId }] = await rows(`select id from title_kind`);
  await confirmed(kindId, LAST);
  const page = await browsing.visit('/eligibility', { as: district.people.submitter, screen: 'phone' });
  await page.getByText('Chưa xác định được').first().waitFor();
  await page.getByText(`Còn thiếu hồ sơ năm ${String(LAST - 1)}`).waitFor();
  await page.getByText('Hoàn thành xuất sắc nhiệm vụ.').waitFor();
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  await page.getByRole('link', { name: `${TITLE}, số ${String(LAST)}/QĐ-UBND` }).click();
  await page.getByRole('heading', { level: 1, name: `${TITLE} ${String(LAST)}` }).waitFor();
  await page.getByText('Chưa có tệp nào.').waitFor();
  expect(await page.getByRole('button', { name: 'Gửi tệp minh chứng' }).count()).toBe(0);

  await confirmed(kindId, LAST - 1);
  await page.getByRole('link', { name: 'Điều kiện danh hiệu' }).click();
  await page.getByText('Điều kiện nào cũng có hồ sơ đã xác nhận.').waitFor();
  await page.context().close();
});

test('what shows a record hangs on it until it is decided on; whoever may not read holds gets none of them', async () => {
  const [{ id: kindId }] = await rows(`select id from title_kind`);
  const official = await contest.as(district.people.submitter);
  const DECLARE = `mutation ($input: DeclareAchievementInput!) { declareAchievement(input: $input) { ... on Achievement { id } } }`;
  const { id } = await official.ask(DECLARE, { input: aDeclared(kindId, LAST - 3) });
  const page = await browsing.visit(`/achievements/${id as string}`, { as: district.people.submitter });
  await page.locator('input[type="file"]').setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: aPdf() });
  await page.getByRole('button', { name: 'Tải về: quyet-dinh.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Bỏ tệp quyet-dinh.pdf' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp' }).click();
  await page.getByText('Chưa có tệp nào.').waitFor();

  await page.goto(`${browsing.origin}/holds`);
  await page.getByText('Trang này không mở cho tài khoản này.').waitFor();
  await page.context().close();

  const office = await browsing.visit('/holds', { as: district.people.organiser });
  await office.getByRole('button', { name: 'Ghi tạm dừng' }).click();
  const [{ full_name: name }] = await rows(`select full_name from person where id = '${district.people.submitter}'`);
  await office.getByRole('searchbox', { name: 'Đối với ai' }).fill(name as string);
  await office.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
  await office.getByLabel('Lý do').fill('Đang xem xét đơn.');
  await office.getByRole('dialog').getByRole('button', { name: 'Ghi tạm dừng' }).click();
  await office.getByRole('row', { name: /đang tạm dừng/ }).waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.getByRole('button', { name: /^Kết thúc tạm dừng đối với/ }).click();
  await office.getByRole('dialog').getByLabel('Lý do kết thúc').fill('Đã giải quyết xong đơn.');
  await office.getByRole('dialog').getByRole('button', { name: 'Kết thúc tạm dừng' }).click();
  await office.getByText('Đã ghi ngày kết thúc tạm dừng.').waitFor();
  await office.context().close();
});

test('an official sees their own records, each with where it comes from, and withdraws what they declared by mistake, on a phone in the dark', async () => {
  const page = await browsing.visit('/achievements?mine=true', { as: district.people.submitter, screen: 'phone', theme: 'dark' });
  await page.getByRole('link', { name: TITLE }).first().waitFor();
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  await page.getByLabel('Tình trạng').selectOption('chờ xác nhận');
  const waiting = page.getByRole('row', { name: new RegExp(`^${TITLE} ${String(LAST - 3)} `) });
  await waiting.getByRole('link', { name: TITLE }).click();
  await page.getByText('kê khai', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Gỡ vì ghi nhầm' }).click();
  await page.getByLabel('Lý do gỡ').fill('Nhầm năm.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ', exact: true }).click();
  await page.getByText('đã gỡ vì ghi nhầm').first().waitFor();
  await page.getByText('Nhầm năm.').waitFor();
  expect(await page.getByRole('button', { name: 'Gỡ vì ghi nhầm' }).count()).toBe(0);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  await page.context().close();
});

test('anyone reads titles by decision, and the address keeps what the list is narrowed to', async () => {
  const page = await browsing.visit('/titles', { screen: 'phone' });
  await page.getByText(`${String(LAST - 1)}/QĐ-UBND`).waitFor();
  expect(await page.getByLabel('Năm').locator('option').allTextContents()).toEqual(['Tất cả', String(LAST), String(LAST - 1)]);
  await page.getByLabel('Năm').selectOption(String(LAST));
  await page.getByText(`${String(LAST - 1)}/QĐ-UBND`).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe(`?year=${String(LAST)}`);
  await page.reload();
  await page.getByText(`${String(LAST)}/QĐ-UBND`).waitFor();
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  await page.context().close();
});
