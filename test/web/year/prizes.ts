import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { TIE_REASON } from '../../../apps/walkthrough/src/award.js';
import { budget, mobileQr, qr } from '../../../apps/walkthrough/src/script/initiatives.js';
import { type Contest, confirm, today } from './acts.js';
import { type Year } from './people.js';

/** The list by the standings, a tie on it decided, signed by the leader with number and date, made public. */
export async function award(year: Year, contest: Contest): Promise<void> {
  const path = `/contests/${contest.id}/prizes`;
  const page = await year.at('organiser-2', path);
  await page.getByRole('button', { name: 'Đề xuất danh sách giải' }).click();
  await decideTie(page);
  await page.getByRole('button', { name: 'Trình lãnh đạo ký…' }).click();
  await confirm(page, 'Trình ');
  await page.getByRole('button', { name: 'Trình lãnh đạo ký…' }).waitFor({ state: 'detached' });
  await approve(year, contest);
  await year.at('organiser-2', path);
  await page.getByRole('button', { name: 'Công bố kết quả…' }).click();
  await confirm(page, 'Công bố ');
  await page.getByRole('link', { name: 'Xem trang công khai' }).waitFor();
  await readAsAnyone(year, contest);
}

/** Two of one track are equal and there is one first prize: the list is not handed on before somebody has decided, with a reason. */
async function decideTie(page: Page): Promise<void> {
  const tie = page.locator('section').filter({ hasText: 'chờ quyết định' });
  await tie.waitFor();
  await page.getByText('Chưa trình lãnh đạo được:').waitFor();
  await page.locator('button[aria-disabled="true"]', { hasText: 'Trình lãnh đạo ký…' }).waitFor();
  const raise = tie.getByRole('button', { name: `Đưa lên: ${budget.title}` });
  if ((await raise.getAttribute('aria-disabled')) !== 'true') await raise.click();
  await tie.getByRole('button', { name: 'Quyết định theo thứ tự này…' }).click();
  await confirm(page, 'Quyết định', TIE_REASON);
  await tie.waitFor({ state: 'detached' });
}

async function approve(year: Year, contest: Contest): Promise<void> {
  const leader = await year.at('leader-1', '/to-sign');
  await leader.getByRole('button', { name: 'Ký duyệt danh sách…' }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill(`7790/QĐ-UBND-${String(contest.year)}`);
  await dialog.getByLabel('Ngày quyết định').fill(today(year));
  await dialog.getByRole('button', { name: /^Ký duyệt/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await year.leave(['leader-1']);
}

/** Whoever has no account reads the winners, and has the result computed again from its pack, which is made a moment later. */
async function readAsAnyone(year: Year, { id }: Contest): Promise<void> {
  await year.contest.drain();
  const page = await year.browsing.visit(`/contests/${id}/result`);
  for (const { title } of [qr, budget, mobileQr]) await page.getByRole('link', { name: title }).first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Tải gói kết quả/ }).click()]);
  const pack = { name: 'goi-ket-qua.json', mimeType: 'application/json', buffer: await readFile(await download.path()) };
  await page.goto(`${year.browsing.origin}/check-result`);
  await page.getByLabel('Tệp gói kết quả (.json) đã tải về').setInputFiles(pack);
  await page.getByText('Khớp. Mọi điểm, thứ hạng và giải trong gói đúng như tính lại.').waitFor();
  await page.context().close();
}
