import { type Page } from 'playwright-core';
import { SessionService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { type Browsing, type Screen, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { type District, PASSWORD, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';

const EMAIL = 'chuyen.vien@hoaiduc.example.vn';

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let personId: string;

beforeAll(async () => {
  // Browsers throw a cookie away that has ended by their own clock.
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  personId = await aPerson(contest, {
    fullName: 'Nguyễn Thị Vân Khánh',
    email: EMAIL,
    password: PASSWORD,
    unitId: district.units.culture,
    role: 'SUBMITTER',
  });
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

async function giveIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test.each<Screen>(['desktop', 'phone'])(
  'whoever follows a link without being signed in comes there after signing in (%s)',
  async (screen) => {
    const page = await browsing.visit('/notices?unread=true', { screen });
    await giveIn(page, EMAIL, PASSWORD);
    await page.waitForURL('**/notices?unread=true');

    await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
  },
);

test('a wrong password is refused in a summary that has the focus, and what was typed stays', async () => {
  const page = await browsing.visit('/sign-in');
  await giveIn(page, EMAIL, 'khong-phai-mat-khau-nay');
  const summary = page.getByRole('alert');
  await summary.waitFor();

  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await summary.textContent()).toContain('Địa chỉ thư điện tử hoặc mật khẩu không đúng');
  expect(await page.title()).toMatch(/^Lỗi: /);
  expect(await page.getByLabel('Thư điện tử').inputValue()).toBe(EMAIL);
});

test('a link to another site is not gone on to after signing in', async () => {
  const page = await browsing.visit('/sign-in?next=//example.com/home');
  await giveIn(page, EMAIL, PASSWORD);
  await page.waitForURL('**/home');

  expect(new URL(page.url()).origin).toBe(browsing.origin);
});

test('a session that ends is opened again in place, and the page goes on', async () => {
  const page = await browsing.visit('/home', { as: personId });
  await page.getByText('Chưa có việc nào chờ ông/bà').waitFor();
  await contest.get(SessionService).revokeAll(SYSTEM, personId);
  // Pressed by script: what is watched may have asked for the password already.
  await page.getByRole('link', { name: 'Xem tất cả', includeHidden: true }).evaluate((link: HTMLElement) => {
    link.click();
  });
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
  await dialog.waitFor();
  await dialog.getByLabel('Mật khẩu').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByText('Chưa có thông báo nào').waitFor();
  expect(new URL(page.url()).pathname).toBe('/notices');
});

test('language and theme are those that the device chose', async () => {
  const page = await browsing.visit('/sign-in');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark');
  });
  await page.reload();

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual(['en', 'dark']);
});

test('a page that is not there says so and leads on', async () => {
  const page = await browsing.visit('/khong-co-trang-nay');

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Không có trang này');
  expect(await page.getByRole('link', { name: 'Về trang chủ' }).getAttribute('href')).toBe('/');
});

test('who signs out leaves nothing in the page for the next', async () => {
  const page = await browsing.visit('/home', { as: personId });
  await page.getByRole('button', { name: /Nguyễn Thị Vân Khánh/ }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL('**/sign-in');
  await page.goBack();
  await page.waitForURL('**/sign-in?next=*');

  expect(await page.getByText('Nguyễn Thị Vân Khánh').count()).toBe(0);
});

test.each([
  ['/sign-in', null],
  ['/forgotten-password', null],
  ['/set-password#abc', null],
  ['/first-administrator#abc', null],
  ['/home', 'signed in'],
  ['/notices', 'signed in'],
])('axe finds nothing on %s, light and dark', async (path, signedIn) => {
  for (const theme of ['light', 'dark'] as const) {
    const page = await browsing.visit(path, { theme, as: signedIn ? personId : undefined });
    await page.getByRole('heading', { level: 1 }).waitFor();

    expect({ theme, faults: await accessibilityFaults(page) }).toEqual({ theme, faults: [] });
    await page.context().close();
  }
});
