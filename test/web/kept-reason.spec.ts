import { type Page } from 'playwright-core';
import { Initiative } from '#domain/initiative';
import { SessionService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';
import { kept } from './unsent-rows.js';
import { type RunningYear, aContest } from '../support/contests.js';
import { type District, PASSWORD, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aDraft, soleAuthor, tell } from '../support/initiatives.js';

const REASON = 'Tác giả đề nghị rút để hoàn thiện thêm số liệu của năm xã còn lại';

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
}, 200_000);

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

const pages: Page[] = [];

afterEach(async () => {
  expect(browsing.faults()).toEqual([]);
  for (const page of pages.splice(0)) await page.context().close();
});

async function visit(path: string, as: string): Promise<Page> {
  const page = await browsing.visit(path, { as });
  pages.push(page);
  return page;
}

async function sentIn(): Promise<string> {
  const { id } = await aDraft(contest, district, year, { authors: soleAuthor(author) });
  const { version } = await contest.em().findOneOrFail(Initiative, { id });
  await tell(await contest.as(author), 'submitInitiative', { initiativeId: id, version });
  return id;
}

const stands = async (id: string) => (await contest.em().findOneOrFail(Initiative, { id })).state;
const dialog = (page: Page) => page.getByRole('dialog').last();
const reason = (page: Page) => dialog(page).getByRole('textbox');
const open = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const back = (page: Page) =>
  dialog(page)
    .getByText(/^Đã lấy lại phần nhập dở lúc/)
    .waitFor();

/** Types why the dossier is taken back, and has it kept. */
async function typed(page: Page): Promise<void> {
  await open(page, 'Rút hồ sơ');
  await reason(page).fill(REASON);
  await kept(page, 1);
}

test('a reason typed in a dialog that is closed by mistake is there when it is opened again, also after a reload, and nobody reads it on the machine', async () => {
  const id = await sentIn();
  const page = await visit(`/initiatives/${id}`, author);
  await typed(page);
  const [row = ''] = await kept(page, 1);
  await page.keyboard.press('Escape');
  await open(page, 'Rút hồ sơ');
  await back(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  const [closed] = [await reason(page).inputValue()];
  await page.reload();
  await open(page, 'Rút hồ sơ');
  await back(page);

  expect([closed, await reason(page).inputValue()]).toEqual([REASON, REASON]);
  expect([REASON, id, author].map((secret) => row.includes(secret))).toEqual([false, false, false]);
});

test('it goes on after the network was lost, and nothing is kept once the act is done', async () => {
  const id = await sentIn();
  const page = await visit(`/initiatives/${id}`, author);
  await open(page, 'Rút hồ sơ');
  await page.context().setOffline(true);
  await reason(page).fill(REASON);
  await dialog(page).getByRole('button', { name: 'Rút hồ sơ' }).click();
  await dialog(page).getByRole('alert').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await open(page, 'Rút hồ sơ');
  await back(page);
  const before = await stands(id);
  await dialog(page).getByRole('button', { name: 'Rút hồ sơ' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  expect([before, await stands(id)]).toEqual(['SUBMITTED', 'WITHDRAWN']);
  expect(await kept(page, 0)).toEqual([]);
});

test('it goes on after the session has ended, whether one signs in again in place or leaves', async () => {
  const id = await sentIn();
  const page = await visit(`/initiatives/${id}`, author);
  await typed(page);
  await contest.get(SessionService).revokeAll(SYSTEM, author);
  await dialog(page).getByRole('button', { name: 'Rút hồ sơ' }).click();
  const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
  await again.waitFor();
  const held = await kept(page, 1);
  await again.getByLabel('Mật khẩu').fill(PASSWORD);
  await again.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  await page.getByText('Đã rút').first().waitFor();

  expect([held.length, await stands(id)]).toEqual([1, 'WITHDRAWN']);
  expect(await kept(page, 0)).toEqual([]);
});

test('it comes back for its own act, its own subject and its own account only, and is given up by a press', async () => {
  const [one, other] = [await sentIn(), await sentIn()];
  const page = await visit(`/initiatives/${one}`, author);
  await typed(page);
  await page.goto(`${browsing.origin}/initiatives/${other}`);
  await open(page, 'Rút hồ sơ');
  const elsewhere = await reason(page).inputValue();
  await page.goto(`${browsing.origin}/initiatives/${one}`);
  await open(page, 'Rút hồ sơ');
  await back(page);
  await dialog(page).getByRole('button', { name: 'Bỏ phần này' }).click();

  expect([elsewhere, await reason(page).inputValue()]).toEqual(['', '']);
  expect(await kept(page, 0)).toEqual([]);
});

test('where one person’s account is locked and another’s is not, the reason for the one is not put to the other', async () => {
  const people = await Promise.all(
    ['Phan Văn Một', 'Phan Văn Hai'].map((fullName) =>
      aPerson(contest, { fullName, password: PASSWORD, unitId: district.units.finance, role: 'SUBMITTER' }),
    ),
  );
  const page = await visit(`/people/${people[0] ?? ''}`, district.people.admin);
  await open(page, 'Khóa tài khoản');
  await reason(page).fill('Thôi việc từ hôm nay');
  await kept(page, 1);
  await page.goto(`${browsing.origin}/people/${people[1] ?? ''}`);
  await open(page, 'Khóa tài khoản');
  const other = await reason(page).inputValue();
  await page.goto(`${browsing.origin}/people/${people[0] ?? ''}`);
  await open(page, 'Khóa tài khoản');
  await back(page);
  const own = await reason(page).inputValue();
  await dialog(page).getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.getByRole('button', { name: 'Mở lại tài khoản' }).click();

  expect([other, own, await reason(page).inputValue()]).toEqual(['', 'Thôi việc từ hôm nay', '']);
  expect(await kept(page, 0)).toEqual([]);
});

test('whoever signs out with a reason that was not sent is asked first, and the next account finds nothing of it', async () => {
  const id = await sentIn();
  const page = await visit(`/initiatives/${id}`, author);
  await typed(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /mở danh mục cá nhân/ }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page
    .getByRole('dialog', { name: 'Còn nội dung chưa gửi' })
    .getByText(/^Có 1 nơi còn nội dung/)
    .waitFor();
});
