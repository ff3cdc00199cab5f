import { type Page } from 'playwright-core';
import { Initiative } from '#domain/initiative';
import { SessionService } from '#lib/identity';
import { DraftService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type Browsing, type Screen, browse } from './browsing.js';
import { type RunningYear, aContest } from '../support/contests.js';
import { type District, PASSWORD, aDistrict, aPerson } from '../support/factories.js';
import { aPdf, aPng } from '../support/files.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aDraft, soleAuthor, tell } from '../support/initiatives.js';
import { kept } from './unsent-rows.js';

const DAY = 86_400_000;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let browsing: Browsing;
let author: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  author = await aPerson(contest, { fullName: 'Nguyễn Thị Thu', password: PASSWORD, unitId: district.units.finance, role: 'SUBMITTER' });
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

const pages: Page[] = [];

afterEach(async () => {
  expect(browsing.faults()).toEqual([]);
  for (const page of pages.splice(0)) await page.context().close();
});

async function aPage(path = '', screen?: Screen): Promise<{ page: Page; id: string }> {
  const { id } = await aDraft(contest, district, year, { authors: soleAuthor(author) });
  const page = await browsing.visit(`/initiatives/${id}${path}`, { as: author, screen });
  pages.push(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, id };
}

const lose = (page: Page) => page.context().setOffline(true);
const find = (page: Page) => page.context().setOffline(false);
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();
/** The page has asked all it opens with: what it watches is asked for last. */
const opened = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/graphql/stream')));
const title = (page: Page) => page.getByLabel('Tên sáng kiến');
const stands = async (id: string) => (await contest.em().findOneOrFail(Initiative, { id })).title;

test('what is typed without a network is kept closed on the machine, sent when the network is back, and gone from the machine then', async () => {
  const { page, id } = await aPage();
  await lose(page);
  await title(page).fill('Viết khi mất mạng');
  await page.getByText('Mất mạng: 1 thay đổi đang giữ trên máy này').waitFor();
  const [row = ''] = await kept(page, 1);
  await find(page);
  await saved(page);

  expect([row.includes('mất mạng'), row.includes(id), row.includes(author)]).toEqual([false, false, false]);
  expect(await stands(id)).toBe('Viết khi mất mạng');
  expect(await kept(page, 0)).toEqual([]);
});

test('after the session has ended one signs in again in place, and what was typed is saved', async () => {
  const { page, id } = await aPage();
  await opened(page);
  await contest.get(SessionService).revokeAll(SYSTEM, author);
  await title(page).fill('Viết khi hết phiên');
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
  await dialog.getByLabel('Mật khẩu').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await saved(page);

  expect(await title(page).inputValue()).toBe('Viết khi hết phiên');
  expect(await stands(id)).toBe('Viết khi hết phiên');
});

test('a page that crashes with something unsent is taken up by the next', async () => {
  const { page, id } = await aPage();
  await page.route('**/graphql', (route) => route.abort());
  await title(page).fill('Viết trước khi trang hỏng');
  await kept(page, 1);
  await page.goto('chrome://crash').catch(() => undefined);
  const next = await browsing.tab(page, `/initiatives/${id}`);
  await saved(next);

  expect(await title(next).inputValue()).toBe('Viết trước khi trang hỏng');
  expect(await stands(id)).toBe('Viết trước khi trang hỏng');
  expect(await kept(next, 0)).toEqual([]);
});

test('of two tabs one follows what the other saves, and where both wrote, both texts stand side by side until one is chosen', async () => {
  const { page, id } = await aPage();
  const second = await browsing.tab(page, `/initiatives/${id}`);
  await title(second).fill('Của trang thứ hai');
  await saved(second);
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#field-title')?.value === 'Của trang thứ hai');

  await page.route('**/graphql', (route) => route.abort());
  await title(page).fill('Của trang thứ nhất');
  await page.getByText('Mất mạng: 1 thay đổi đang giữ trên máy này').waitFor();
  await title(second).fill('Của trang thứ hai, sửa lại');
  await saved(second);
  await page.unroute('**/graphql');
  const both = page.getByRole('alert').filter({ hasText: 'vừa được lưu ở nơi khác' });
  await both.getByText('Của trang thứ hai, sửa lại').waitFor({ timeout: 30_000 });
  await both.getByText('Của trang thứ nhất').waitFor();
  expect(await stands(id)).toBe('Của trang thứ hai, sửa lại');

  await both.getByRole('button', { name: 'Giữ bản ở đây' }).click();
  await saved(page);
  expect(await stands(id)).toBe('Của trang thứ nhất');
});

test('on a version that somebody else has changed, their words and one’s own are both kept, field by field', async () => {
  const { page, id } = await aPage('?step=solution');
  const { version } = await contest.em().findOneOrFail(Initiative, { id });
  await contest
    .get(DraftService)
    .saveDraft(SYSTEM, { initiativeId: id, version, problem: 'Vấn đề của người khác', title: 'Tên của người khác' });
  await page.getByLabel('Vấn đề').fill('Vấn đề của tôi');
  await page.getByLabel('Giải pháp').fill('Giải pháp của tôi');
  await page.getByRole('alert').getByText('Vấn đề của người khác').waitFor();
  await page.getByText('1 thay đổi chưa lưu được, đang giữ trên máy này').waitFor();
  const between = await contest.em().findOneOrFail(Initiative, { id });
  await page.reload();
  await page.getByRole('alert').getByText('Vấn đề của người khác').waitFor();
  await page.getByRole('button', { name: 'Giữ bản ở đây' }).click();
  await saved(page);
  const after = await contest.em().findOneOrFail(Initiative, { id });

  expect(between).toMatchObject({ title: 'Tên của người khác', problem: 'Vấn đề của người khác', solution: 'Giải pháp của tôi' });
  expect(after).toMatchObject({ title: 'Tên của người khác', problem: 'Vấn đề của tôi', solution: 'Giải pháp của tôi' });
});

test('what was sent in by somebody else meanwhile takes no more words; those that were typed stand there to be copied', async () => {
  const { page, id } = await aPage('?step=effect');
  await page.getByLabel('Hiệu quả').fill('Câu cuối chưa kịp lưu');
  const { version } = await contest.em().findOneOrFail(Initiative, { id });
  await tell(await contest.as(author), 'submitInitiative', { initiativeId: id, version });
  const left = page.getByRole('region', { name: 'Nội dung hệ thống chưa nhận' });
  await left.getByText('Câu cuối chưa kịp lưu').waitFor();
  await page.reload();
  await left.getByText('Câu cuối chưa kịp lưu').waitFor();
  await left.getByRole('button', { name: 'Bỏ nội dung này' }).click();
  await left.waitFor({ state: 'detached' });

  expect(await kept(page, 0)).toEqual([]);
});

test('a field that is too long waits and says so, the others are saved', async () => {
  const { page, id } = await aPage();
  await page.getByText(/trên 300 ký tự/).waitFor();
  await title(page).fill('Dài '.repeat(100));
  await page.getByText('1 thay đổi chưa lưu được, đang giữ trên máy này').waitFor();
  await page.getByRole('link', { name: /^Vấn đề và giải pháp/ }).click();
  await page.getByLabel('Vấn đề').fill('Vấn đề khác');
  const written = page.waitForResponse(async (response) => (await response.text()).includes('Vấn đề khác'));
  await page.getByLabel('Vấn đề').blur();
  await written;
  await page.getByText('1 thay đổi chưa lưu được, đang giữ trên máy này').waitFor();

  expect((await contest.em().findOneOrFail(Initiative, { id })).problem).toBe('Vấn đề khác');
});

test('whoever signs out with something unsent is asked first; another account on the machine sees nothing of it; back again, one goes on', async () => {
  const { page, id } = await aPage();
  await page.route('**/graphql', (route) => (route.request().postData()?.includes('SaveDossier') ? route.abort() : route.continue()));
  await title(page).fill('Chưa gửi được');
  await kept(page, 1);
  const signOut = async () => {
    await page.getByRole('button', { name: /mở danh mục cá nhân/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
  };
  await signOut();
  await page.getByRole('dialog', { name: 'Còn nội dung chưa gửi' }).getByRole('button', { name: 'Vẫn đăng xuất' }).click();
  await page.waitForURL('**/sign-in');

  const enter = async (email: string, path: string) => {
    await page.goto(`${browsing.origin}/sign-in?next=${encodeURIComponent(path)}`);
    await page.getByLabel('Thư điện tử').fill(email);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`**${path}`);
  };
  const other = await aPerson(contest, { unitId: district.units.finance, role: 'SUBMITTER', password: PASSWORD });
  const emailOf = async (personId: string) =>
    (await (await contest.as(personId)).ask('{ me { person { email } } }')).person.email as string;
  await enter(await emailOf(other), `/initiatives/${id}`);
  await title(page).waitFor();
  expect(await title(page).inputValue()).not.toBe('Chưa gửi được');
  await signOut();
  await page.waitForURL('**/sign-in');
  const [row = ''] = await kept(page, 1);
  expect([author, id, 'Chưa gửi'].map((secret) => row.includes(secret))).toEqual([false, false, false]);

  await page.unroute('**/graphql');
  await enter(await emailOf(author), `/initiatives/${id}`);
  await saved(page);
  expect(await stands(id)).toBe('Chưa gửi được');
});

test('what nobody came back for is gone after 14 days, with whoever opens the machine next', async () => {
  const { page } = await aPage();
  await lose(page);
  await title(page).fill('Không ai quay lại');
  await kept(page, 1);
  await page.goto('about:blank');
  await find(page);
  await page.context().clearCookies();
  await page.clock.install({ time: Date.now() + 13 * DAY });
  await page.goto(`${browsing.origin}/`);
  await page.clock.runFor(6000);
  expect((await kept(page, 1)).length).toBe(1);
  await page.clock.setSystemTime(Date.now() + 15 * DAY);
  await page.goto(`${browsing.origin}/winners`);
  await page.clock.runFor(6000);

  expect(await kept(page, 0)).toEqual([]);
});

test('files are dropped, and a picture comes from the camera', async () => {
  const { page } = await aPage('?step=files', 'phone');
  await page.getByText(/^hoặc kéo tệp/).evaluate((place, picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    for (const name of ['một.png', 'hai.png']) dataTransfer.items.add(new File([bytes], name, { type: 'image/png' }));
    for (const kind of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }, aPng().toString('base64'));
  await page.getByRole('button', { name: 'Tải về: một.png' }).waitFor();
  await page.getByRole('button', { name: 'Tải về: hai.png' }).waitFor();
  const camera = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chụp ảnh' }).click();
  const chooser = await camera;

  expect(chooser.isMultiple()).toBe(false);
  const asked = await page
    .getByLabel('Chụp ảnh')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('capture'), one.getAttribute('accept')]));
  expect(asked).toContainEqual(['environment', 'image/*']);
  await chooser.setFiles({ name: 'anh.png', mimeType: 'image/png', buffer: aPng() });
  await page.getByRole('button', { name: 'Tải về: anh.png' }).waitFor();
});

test('an upload that breaks goes on from where it was', async () => {
  const { page } = await aPage('?step=files');
  await page.route('**/files/**', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  const file = { name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: aPdf('biên bản') };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText('Việc gửi bị ngắt. Phần đã gửi được giữ.').waitFor();
  await page.unroute('**/files/**');
  await page.getByRole('button', { name: 'Gửi tiếp' }).click();
  await page.getByRole('button', { name: 'Tải về: Biên bản.pdf' }).waitFor();
});

test('an upload in the middle of which the network is lost goes on by itself when it is back', async () => {
  const { page } = await aPage('?step=files');
  await page.route('**/files/**', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await lose(page);
    return route.abort();
  });
  const file = { name: 'Ảnh chụp.pdf', mimeType: 'application/pdf', buffer: aPdf('ảnh chụp') };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText('Việc gửi bị ngắt. Phần đã gửi được giữ.').waitFor();
  await page.unroute('**/files/**');
  await find(page);
  await page.getByRole('button', { name: 'Tải về: Ảnh chụp.pdf' }).waitFor();
});

test('a deadline that passes while one types takes nothing away: the draft is saved, and sending says why not', async () => {
  const { page, id } = await aPage();
  contest.clock.set(new Date(year.deadline.getTime() + DAY));
  await title(page).fill('Viết sau hạn');
  await saved(page);
  await page.getByRole('link', { name: /^Xem lại và nộp/ }).click();
  await page
    .getByText(/đã hết hạn|hết hạn nộp|Đã quá hạn/i)
    .first()
    .waitFor();

  expect(await stands(id)).toBe('Viết sau hạn');
  expect(await page.getByRole('button', { name: 'Nộp hồ sơ' }).getAttribute('aria-disabled')).toBe('true');
});
