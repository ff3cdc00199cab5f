import { Secret, TOTP } from 'otpauth';
import { Mail } from '#domain/notice';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { type Browsing, type Screen, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { PASSWORD, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';

let contest: RunningContest;
let browsing: Browsing;
let personId: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  const { units } = await aDistrict(contest);
  personId = await aPerson(contest, { fullName: 'Nguyễn Thị Vân Khánh', password: PASSWORD, unitId: units.culture, role: 'SUBMITTER' });
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

test('a second factor is set up by its code, proved by six figures, and gives recovery codes once', async () => {
  const page = await browsing.visit('/me', { as: personId });
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Xác thực hai bước' }) });
  await panel.getByRole('button', { name: 'Thiết lập' }).click();
  await panel.getByLabel('Mật khẩu').fill(PASSWORD);
  await panel.getByRole('button', { name: 'Tiếp tục' }).click();
  await panel.getByRole('img', { name: 'Mã QR để quét bằng ứng dụng xác thực' }).waitFor();
  const secret = (await panel.locator('p[class*=secret]').innerText()).replaceAll(' ', '');
  const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: contest.clock.now().getTime() });
  await panel.getByLabel('Mã xác thực').fill(code);
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText('Mã dự phòng, chỉ hiện một lần này').waitFor();

  expect(await panel.getByRole('listitem').count()).toBeGreaterThanOrEqual(8);
  await page.reload();
  await panel.getByText(/Đang dùng từ/).waitFor();
  expect(await panel.getByRole('listitem').count()).toBe(0);
});

test.each<Screen>(['desktop', 'phone'])('a program gets a token that is shown once, and loses it again (%s)', async (screen) => {
  const page = await browsing.visit('/me', { as: personId, screen });
  await page.getByRole('button', { name: 'Tạo mã truy cập' }).click();
  await page.getByLabel('Tên chương trình').fill(`Bảng thống kê (${screen})`);
  await page.getByRole('button', { name: 'Tạo mã truy cập' }).click();
  await page.getByRole('alert').waitFor();
  const until = new Date(contest.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Dùng đến hết ngày').fill(until);
  await page.getByLabel('Xem sáng kiến').check();
  await page.getByRole('button', { name: 'Tạo mã truy cập' }).click();
  await page.getByText('Mã truy cập, chỉ hiện một lần này:').waitFor();
  await page.reload();
  const row = page.getByRole('row', { name: new RegExp(`Bảng thống kê \\(${screen}\\)`) });
  await row.getByRole('button', { name: 'Thu hồi' }).click();
  await row.waitFor({ state: 'detached' });

  expect(await sidewaysScroll(page)).toBe(0);
});

test('one chooses how one is mailed, reads of each notice how it went, and marks all of them as read', async () => {
  const words = { subject: 'Đã có danh sách giải thưởng', text: 'Danh sách được công bố.' };
  const told = { people: [personId], kind: 'award.published', wording: { vi: words, en: words }, path: '/winners' } as const;
  await contest.get(NoticeService).tell(SYSTEM, { ...told, dedupeKey: 'award:1' });
  const page = await browsing.visit('/notices', { as: personId, screen: 'phone' });
  await page.locator('#content').getByText('thư đang chờ gửi').waitFor();
  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
  await page.getByRole('button', { name: 'Đã đọc', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Cách nhận thư' }).click();
  await page.getByLabel('Giải thưởng').selectOption('NONE');
  await page.getByLabel('Từ').selectOption('');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await page.getByText('Đã ghi cách nhận thư.').waitFor();
  await page.reload();
  await page.getByLabel('Giải thưởng').waitFor();

  expect(await page.getByLabel('Giải thưởng').inputValue()).toBe('NONE');
  expect(await page.getByLabel('Đến').count()).toBe(0);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await contest.get(NoticeService).tell(SYSTEM, { ...told, dedupeKey: 'award:2' });
  expect(await contest.em().count(Mail, { person: personId })).toBe(1);
});

test('one sees which browser each session is of, and ends the others', async () => {
  const other = await browsing.visit('/home', { as: personId });
  const page = await browsing.visit('/me', { as: personId });
  await page.getByRole('button', { name: 'Kết thúc các phiên khác' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc các phiên khác' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Phiên đăng nhập và chương trình' }) });
  await panel.locator('tbody').getByRole('row').nth(1).waitFor({ state: 'detached' });

  expect(await panel.locator('tbody').getByRole('row').count()).toBe(1);
  await other.reload();
  await other.getByLabel('Mật khẩu').waitFor();
});

test('what one looks at stays where the server breaks while it is asked again', async () => {
  await browsing.visit('/home', { as: personId });
  const page = await browsing.visit('/me', { as: personId });
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Phiên đăng nhập và chương trình' }) });
  await panel.getByText('phiên này').waitFor();
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('MySessions')) return route.fallback();
    return route.fulfill({ json: { errors: [{ message: 'Lỗi hệ thống', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } });
  });
  const asked = page.waitForResponse((reply) => reply.request().postData()?.includes('MySessions') === true);
  await panel.getByRole('button', { name: 'Kết thúc', exact: true }).first().click();
  await asked;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  expect(await panel.getByText('phiên này').count()).toBe(1);
});

test.each(['light', 'dark'] as const)('axe finds nothing on the account page (%s)', async (theme) => {
  const page = await browsing.visit('/me', { as: personId, theme });
  await page.getByText('phiên này').waitFor();

  expect(await accessibilityFaults(page)).toEqual([]);
});
