import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { localDate } from '#lib/kernel';
import { aPrized, certificatesOf, type Prized } from '../support/certificates.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { baseOf } from '../support/uploads.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let prized: Prized;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  prized = await aPrized(contest, district);
  browsing = await browse(contest);
}, 120_000);
afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

const rows = (statement: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(statement, values);
const read = (name: string): string => readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');

/** What a camera makes of a page of a PDF: drawn by the browser, and looked for a code. */
async function scanned(page: Page, pdf: Buffer): Promise<string> {
  await page.goto('about:blank');
  for (const name of ['pdfjs-dist/build/pdf.worker.min.mjs', 'pdfjs-dist/build/pdf.min.mjs'])
    await page.addScriptTag({ type: 'module', content: read(name) });
  await page.waitForFunction('globalThis.pdfjsLib && globalThis.pdfjsWorker');
  const picture = await page.evaluate<{ width: number; height: number; data: string }>(
    `(async () => {
      const document_ = await pdfjsLib.getDocument({ data: Uint8Array.from(atob(${JSON.stringify(pdf.toString('base64'))}), (sign) => sign.charCodeAt(0)) }).promise;
      const shown = await document_.getPage(1);
      const viewport = shown.getViewport({ scale: 2 });
      const canvas = Object.assign(document.createElement('canvas'), { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) });
      const canvasContext = canvas.getContext('2d');
      await shown.render({ canvas, canvasContext, viewport }).promise;
      const { data } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
      let text = '';
      for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
      return { width: canvas.width, height: canvas.height, data: btoa(text) };
    })()`,
  );
  return decodeQR({ ...picture, data: new Uint8ClampedArray(Buffer.from(picture.data, 'base64')) });
}

async function fileOf(jobId: string): Promise<Buffer> {
  const { export: file } = await prized.organiser.ask('query ($id: ID!) { job(id: $id) { export { fileId } } }', { id: jobId });
  const { url } = await prized.organiser.ask('query ($id: ID!) { fileDownload(id: $id) { url } }', { id: file.fileId });
  return Buffer.from(await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer());
}

test('the office issues and prints certificates; the picture on the paper leads to all that is printed on it', async () => {
  const page = await browsing.visit(`/contests/${prized.contestId}/certificates`, { as: district.people.organiser });
  await page.getByRole('button', { name: 'Cấp 2 giấy chứng nhận' }).click();
  await page.getByRole('button', { name: 'In giấy chưa in' }).click();
  await page.getByRole('button', { name: 'Tạo tệp để in' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /Đang chờ|Đã ghi/ })
    .waitFor();
  await contest.drain();
  await page
    .getByText(/giay-chung-nhan-.*\.pdf/)
    .first()
    .waitFor();

  const [{ id: jobId }] = await rows(`select id from job where kind = 'platform.export' order by created_at desc limit 1`);
  const address = new URL(await scanned(await browsing.visit('/winners'), await fileOf(jobId as string)));
  const [first] = await certificatesOf(prized.organiser, prized.contestId);
  expect(address.pathname).toBe(`/c/${String(first.certificateCode)}`);
  const shown = await browsing.visit(address.pathname, { screen: 'phone' });
  await shown.getByText('đang có hiệu lực').waitFor();
  const { name, unitName, prize, initiative, contest: of, decisionNumber, issuer, superior, authority, signer, place } = first.printed;
  for (const one of [
    name,
    unitName,
    prize,
    initiative,
    of,
    decisionNumber,
    issuer,
    superior,
    authority,
    signer.name,
    signer.position,
    place,
  ])
    expect(await shown.locator('dl').innerText()).toContain(one);
  expect(await sidewaysScroll(shown)).toBe(0);
  expect(await accessibilityFaults(shown)).toEqual([]);
  const office = await browsing.visit(`/contests/${prized.contestId}/certificates`, { as: district.people.organiser });
  await office.getByRole('button', { name: 'In lại' }).first().waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  expect(browsing.faults()).toEqual([]);
}, 120_000);

test('a name that is wrong is put right on another paper, and the old one says so; one is revoked; a forged code is none', async () => {
  const [first, second] = await certificatesOf(prized.organiser, prized.contestId);
  const page = await browsing.visit(`/contests/${prized.contestId}/certificates`, { as: district.people.organiser });
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  await row(first.printed.initiative as string)
    .getByRole('button', { name: 'Cấp lại' })
    .click();
  await page.getByLabel('Họ và tên in trên giấy').fill('Nguyễn Phúc Thị Hồng Ngọc Quỳnh Hương');
  await page.getByLabel('Số quyết định').fill('1500/QĐ-UBND');
  await page.getByLabel('Ngày quyết định').fill(localDate(contest.clock.now()));
  await page.getByLabel('Lý do (chỉ cơ quan xem)').fill('Sai họ tên.');
  await page.getByRole('button', { name: 'Cấp giấy thay thế' }).click();
  await row('Nguyễn Phúc Thị Hồng Ngọc Quỳnh Hương').waitFor();
  await row(second.printed.initiative as string)
    .getByRole('button', { name: 'Thu hồi' })
    .click();
  await page.getByLabel('Số quyết định').fill('1501/QĐ-UBND');
  await page.getByLabel('Ngày quyết định').fill(localDate(contest.clock.now()));
  await page.getByLabel('Lý do (chỉ cơ quan xem)').fill('Cấp nhầm.');
  await page.getByRole('button', { name: 'Thu hồi giấy này' }).click();
  await page.getByText('1501/QĐ-UBND').waitFor();

  const told = async (code: string): Promise<string> => {
    const shown = await browsing.visit(`/c/${code}`, { screen: 'phone' });
    await shown
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /chứng nhận/ })
      .waitFor();
    expect(await accessibilityFaults(shown)).toEqual([]);
    return shown.locator('main').innerText();
  };
  expect(await told(first.certificateCode)).toMatch(/đã được thay bằng giấy khác theo Quyết định số 1500\/QĐ-UBND ngày/);
  expect(await told(second.certificateCode)).toMatch(/đã bị thu hồi theo Quyết định số 1501\/QĐ-UBND ngày/);
  expect(await told('ABCDEFGHJKLMNPQRSTUVWXYZ23')).toMatch(/Không có giấy chứng nhận nào mang mã này/);
  expect(browsing.faults()).toEqual([]);
}, 120_000);

test('who has a prize finds their certificate on their own initiative', async () => {
  const [{ person_id: personId, initiative_id: initiativeId }] = await rows(
    `select x.person_id, w.initiative_id from certificate x join award w on w.id = x.award_id where x.replaces_id is not null`,
  );
  const page = await browsing.visit(`/initiatives/${String(initiativeId)}`, { as: personId as string });
  await page.getByText('Giấy chứng nhận của tôi').waitFor();
  await page.getByRole('link', { name: /^Giấy chứng nhận .+, đang có hiệu lực$/ }).click();
  await page.getByText('Nguyễn Phúc Thị Hồng Ngọc Quỳnh Hương').waitFor();
  expect(browsing.faults()).toEqual([]);
}, 60_000);
