import { type Page } from 'playwright-core';
import { ScreeningService, SubmissionService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type Browsing, type Screen, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { aContest } from '../support/contests.js';
import { type District, PASSWORD, aDistrict, aPerson } from '../support/factories.js';
import { aPdf } from '../support/files.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aDraft, aSubmitted, soleAuthor, tell, texts } from '../support/initiatives.js';
import { aPastContest } from '../support/rollouts.js';

const EMAIL = 'nguyen.thi.thu@hoaiduc.example.vn';
const HELPED = 'Đặng Thị Kim Oanh';
const EARLIER = 'Mã QR tra cứu thủ tục hành chính tại nhà văn hóa thôn';

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let helped: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  await aContest(contest, district, { headConfirms: true, authorsConfirm: true });
  const past = await aPastContest(contest, district);
  const { finance } = district.units;
  await contest.get(SubmissionService).recordPastInitiative(SYSTEM, {
    ...{ contestId: past.id, areaId: past.areaId, ownerUnitId: finance, title: EARLIER },
    ...{ solution: texts.solution, authors: soleAuthor(district.people.submitter) },
  });
  await aPerson(contest, { fullName: 'Nguyễn Thị Thu', email: EMAIL, password: PASSWORD, unitId: finance, role: 'SUBMITTER' });
  helped = await aPerson(contest, { fullName: HELPED, unitId: finance, role: 'SUBMITTER' });
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const next = (page: Page) => page.getByRole('button', { name: 'Lưu và sang bước sau' }).click();
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();

/** From the title to the last text. */
async function write(page: Page): Promise<void> {
  await step(page, 'Tên sáng kiến, lĩnh vực');
  await page.getByLabel('Tên sáng kiến').fill('Mã QR tra cứu thủ tục tại nhà văn hóa');
  await page.getByText(EARLIER).first().waitFor();
  await next(page);
  await step(page, 'Vấn đề và giải pháp');
  await page.getByLabel('Vấn đề').fill(texts.problem);
  await page.getByLabel('Giải pháp').fill(texts.solution);
  await next(page);
  await step(page, 'Tính mới, hiệu quả');
  await page.getByLabel('Tính mới').fill(texts.novelty);
  await page.getByLabel('Hiệu quả').fill(texts.effect);
  await saved(page);
}

test.each<Screen>(['desktop', 'phone'])('from sign-in to the receipt, with a co-author and the head (%s)', async (screen) => {
  const page = await browsing.visit('/initiatives', { screen });
  await page.getByLabel('Thư điện tử').fill(EMAIL);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /^Viết hồ sơ mới/ }).click();
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await write(page);
  const path = new URL(page.url()).pathname;

  await next(page);
  await step(page, 'Tác giả');
  await page.getByRole('button', { name: 'Thêm tác giả' }).click();
  await page.getByLabel('Tìm theo họ tên').fill('kim oanh');
  await page.getByRole('button', { name: `Thêm ${HELPED} làm tác giả` }).click();
  await page.getByLabel(/^Tỷ lệ đóng góp của Đặng/).fill('35,5');
  await page.getByText('Tổng 135,5 %, thừa 35,5 %').waitFor();
  await page.getByRole('button', { name: 'Bớt 35,5 % của tác giả chính' }).click();
  await page.getByText('Tổng đúng 100 %').waitFor();

  await next(page);
  await step(page, 'Tệp minh chứng');
  await page
    .getByLabel('Chọn tệp để gửi')
    .last()
    .setInputFiles([
      { name: 'Thuyết minh.pdf', mimeType: 'application/pdf', buffer: aPdf(`thuyết minh ${screen}`) },
      { name: 'Ghi chú.txt', mimeType: 'text/plain', buffer: Buffer.from('không nhận') },
    ]);
  await page.getByRole('button', { name: 'Tải về: Thuyết minh.pdf' }).waitFor();
  await page.getByRole('list', { name: 'Tệp đang gửi' }).getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Bỏ: Ghi chú.txt' }).click();

  await page.getByRole('link', { name: /^Xem lại và nộp/ }).click();
  await page.getByRole('heading', { name: /^Còn \d+ chỗ cần làm trước khi nộp/ }).waitFor();
  await page.getByRole('link', { name: /sản phẩm của chính các tác giả/ }).click();
  await step(page, 'Cam kết');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await saved(page);

  const other = await browsing.visit('/authorships', { as: helped, screen });
  await other.getByRole('button', { name: 'Xác nhận là tác giả' }).click();
  await other.getByText(/^Đã xác nhận/).waitFor();

  const head = await browsing.visit('/to-confirm', { as: district.people.head, screen });
  await head.getByRole('link', { name: /Mã QR tra cứu thủ tục/ }).click();
  await head.getByText(texts.effect).waitFor();
  await head.getByRole('button', { name: 'Trả lại để sửa…' }).click();
  await head.getByLabel('Nội dung cần sửa').fill('Nêu số liệu đo trong bao lâu.');
  await head.getByRole('dialog').getByRole('button', { name: 'Trả lại để sửa' }).click();
  await head.getByText('Người soạn chưa cam kết đầy đủ').waitFor();
  await page.goto(`${browsing.origin}${path}?step=effect`);
  await page.getByText('Nêu số liệu đo trong bao lâu.').waitFor();
  await page.getByLabel('Hiệu quả').fill(`${texts.effect} Đo trong ba tháng.`);
  await page.getByRole('link', { name: /^Cam kết/ }).click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await saved(page);
  await head.goto(`${browsing.origin}/to-confirm`);
  await head.getByRole('link', { name: /Mã QR tra cứu thủ tục/ }).click();
  await head.getByText('Đo trong ba tháng.').waitFor();
  await head.getByRole('button', { name: 'Xác nhận hồ sơ' }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Xác nhận hồ sơ' }).click();
  await head.getByText(/^Thủ trưởng đã xác nhận/).waitFor();

  await page.goto(`${browsing.origin}${path}?step=send`);
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByText(/^Đã nhận hồ sơ lúc/).waitFor();
  for (const [name, ending] of [
    ['Tải giấy tiếp nhận', /^Giấy tiếp nhận \S+\.pdf$/],
    ['Giấy tiếp nhận (DOCX)', /^Giấy tiếp nhận \S+\.docx$/],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    expect(download.suggestedFilename()).toMatch(ending);
  }
  expect(await Promise.all([page, other, head].map(sidewaysScroll))).toEqual([0, 0, 0]);
  expect(await accessibilityFaults(page)).toEqual([]);
});

/** What the control with the focus is called, as a listener hears it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { readonly labels?: NodeListOf<HTMLElement> | null };
    return at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText;
  });

/** Goes on by Tab until the control of this name has the focus. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`No way by Tab to ${String(name)}`);
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name);
  await page.keyboard.press(key);
}

async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.insertText(text);
}

const NEXT = /^Lưu và sang bước sau/;

test('the keyboard alone writes a dossier and sends it', async () => {
  const page = await browsing.visit('/initiatives', { as: helped });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press(page, /^Viết hồ sơ mới/);
  await page.getByRole('dialog').getByLabel('Lĩnh vực').waitFor();
  await type(page, /^Tên sáng kiến/, 'Một cửa không giấy');
  await page.keyboard.press('Enter');
  await step(page, 'Tên sáng kiến, lĩnh vực');
  await press(page, NEXT);
  await step(page, 'Vấn đề và giải pháp');
  await type(page, /^Vấn đề/, texts.problem);
  await type(page, /^Giải pháp/, texts.solution);
  await press(page, NEXT);
  await step(page, 'Tính mới, hiệu quả');
  await type(page, /^Tính mới/, texts.novelty);
  await type(page, /^Hiệu quả/, texts.effect);
  await press(page, NEXT);
  await step(page, 'Tác giả');
  await press(page, NEXT);
  await step(page, 'Tệp minh chứng');
  const chooser = page.waitForEvent('filechooser');
  await press(page, /^Chọn tệp/);
  await (await chooser).setFiles({ name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: aPdf('biên bản') });
  await page.getByRole('button', { name: 'Tải về: Biên bản.pdf' }).waitFor();
  await press(page, NEXT);
  await step(page, 'Cam kết');
  for (const words of [/^Sáng kiến do chính/, /^Sáng kiến chưa đoạt giải/, /^Không tác giả nào/]) await press(page, words, 'Space');
  await press(page, NEXT);
  await step(page, 'Xem lại và nộp');
  await page.getByText('Cuộc thi này yêu cầu thủ trưởng đơn vị xác nhận trước khi nộp.').waitFor();
  await page.getByRole('heading', { name: 'Còn 1 chỗ cần làm trước khi nộp' }).waitFor();

  const initiativeId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const head = await contest.as(district.people.head);
  const { version } = await head.ask(`query ($id: ID!) { initiative(id: $id) { version } }`, { id: initiativeId });
  await tell(head, 'confirmInitiative', { initiativeId, version });
  await page.reload();
  await page.getByText(/^Thủ trưởng đã xác nhận/).waitFor();
  await press(page, /^Nộp hồ sơ/);
  await page.getByRole('dialog').waitFor();
  await press(page, /^Nộp hồ sơ/);
  await page.getByText(/^Đã nhận hồ sơ lúc/).waitFor();
});

test.each<Screen>(['desktop', 'phone'])(
  'what was returned says beside each field what is asked, and what changed since is shown by word, then and among the versions (%s)',
  async (screen) => {
    const sent = await aSubmitted(contest, district, await aContest(contest, district, { headConfirms: false }));
    const asks = [{ field: 'EFFECT' as const, words: 'Nêu số liệu trước và sau.' }];
    const dueAt = new Date(contest.clock.now().getTime() + 86_400_000 * 7);
    const order = { initiativeId: sent.id, version: sent.version, dueAt, reason: 'Chưa đủ số liệu.', asks };
    await contest.get(ScreeningService).returnInitiative(SYSTEM, order);
    const page = await browsing.visit(`/initiatives/${sent.id}`, { as: district.people.submitter, screen });
    await page.getByText('Chưa đủ số liệu.').first().waitFor();
    await page.getByRole('link', { name: /^Tính mới, hiệu quả.*1 chỗ cần bổ sung/ }).click();
    await page.getByText('Nêu số liệu trước và sau.').waitFor();
    await page.getByLabel('Hiệu quả').fill(texts.effect.replace('tăng', 'tăng từ 60 % lên 90 %'));
    await saved(page);
    await page.getByRole('link', { name: /^Xem lại và nộp/ }).click();
    await page.getByRole('button', { name: 'So với bản đã nộp' }).click();
    await page.locator('ins', { hasText: 'từ 60 % lên 90 %' }).waitFor();
    await page.getByRole('button', { name: 'Nộp lại hồ sơ' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.getByText(/^Đã nhận hồ sơ lúc/).waitFor();
    await page.getByRole('link', { name: 'Các bản đã nộp' }).click();
    await page.locator('ins', { hasText: 'từ 60 % lên 90 %' }).waitFor();

    expect(await page.getByLabel('Từ').inputValue()).toBe('1');
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);

test('files say what they are and stand as their authors put them, one on its way is taken back, pasted ones come too; what it improves is chosen', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  const draft = await aDraft(contest, district, year, { title: 'Mã QR tra cứu thủ tục hành chính tại nhà văn hóa' });
  const page = await browsing.visit(`/initiatives/${draft.id}`, { as: district.people.submitter });
  await page.getByRole('button', { name: `Hồ sơ này cải tiến từ đây: ${EARLIER}` }).click();
  await page.getByText(`${EARLIER} (2023)`).waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Không cải tiến từ sáng kiến nào' }).click();
  await page.getByText(`${EARLIER} (2023)`).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Hồ sơ này cải tiến từ đây: ${EARLIER}` }).click();
  await page.getByText(`${EARLIER} (2023)`).waitFor();
  await saved(page);

  await page.getByRole('link', { name: /^Tệp minh chứng/ }).click();
  const input = page.locator('input[type=file]').first();
  const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: aPdf(name) });
  await input.setInputFiles([pdf('Một.pdf'), pdf('Hai.pdf')]);
  await page.getByRole('button', { name: 'Đưa Hai.pdf lên trên' }).click();
  await page.getByLabel('Loại tài liệu').first().selectOption({ label: 'Bản thuyết minh' });
  const arranged = page.waitForResponse(
    async (response) => response.url().endsWith('/graphql') && (await response.text()).includes('"caption":"Bản có chữ ký"'),
  );
  await page.getByLabel('Chú thích').first().fill('Bản có chữ ký');
  await arranged;
  await page.route('**/files/**', (route) => (route.request().method() === 'PUT' ? undefined : route.continue()));
  await input.setInputFiles(pdf('Nhầm.pdf'));
  await page.getByRole('button', { name: 'Hủy gửi: Nhầm.pdf' }).click();
  await page.getByText('Nhầm.pdf').waitFor({ state: 'detached' });
  await page.unroute('**/files/**');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['Từ khay nhớ tạm'], 'x.txt'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await page.getByRole('list', { name: 'Tệp đang gửi' }).getByText('x.txt').waitFor();
  const { improves, files } = await (
    await contest.as(district.people.submitter)
  ).ask(`query ($id: ID!) { initiative(id: $id) { improves { title } files { fileName kind caption } } }`, { id: draft.id });

  expect(improves).toEqual({ title: EARLIER });
  expect(files).toEqual([
    { fileName: 'Hai.pdf', kind: 'DESCRIPTION', caption: 'Bản có chữ ký' },
    { fileName: 'Một.pdf', kind: 'OTHER', caption: null },
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('what Word pastes stays sensible, with a word about tables; a preview shows what a judge sees, without names in an anonymous round', async () => {
  const year = await aContest(contest, district, { headConfirms: false });
  const { id } = await aDraft(contest, district, year, { confidential: 'Giá thầu đang thương lượng.' });
  const page = await browsing.visit(`/initiatives/${id}?step=solution`, { as: district.people.submitter });
  await page.getByLabel('Vấn đề').fill('');
  await page.getByLabel('Vấn đề').evaluate((area) => {
    const clipboardData = new DataTransfer();
    const list = '<p class="MsoListParagraph">·&nbsp;&nbsp;Chậm</p><ol><li>Một</li><li>Hai</li></ol>';
    const table = '<table><tr><th>Năm</th><th>Hồ sơ</th></tr><tr><td>2025</td><td>1.200</td></tr></table>';
    clipboardData.setData('text/html', `<style>p{}</style><p style="color:red">Ba việc\nvướng:</p>${list}${table}<p>Hết.</p>`);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText('Bảng vừa dán được chuyển thành chữ').waitFor();
  const lines = (await page.getByLabel('Vấn đề').inputValue()).split('\n').filter((line) => line !== '');
  await saved(page);
  await page.getByRole('link', { name: /^Xem lại và nộp/ }).click();
  await page.getByText('Giá thầu đang thương lượng.').waitFor();
  await page.getByRole('button', { name: 'Như giám khảo thấy', exact: true }).click();
  const preview = page.getByRole('article');
  await preview.getByText('Nguyễn Thị Hòa').waitFor();
  const withNames = await preview.innerText();
  await page.getByRole('button', { name: 'Như giám khảo thấy, vòng ẩn danh' }).click();
  await preview.getByText(/^Vòng ẩn danh/).waitFor();
  const nameless = await preview.innerText();

  expect(lines).toEqual(['Ba việc vướng:', '- Chậm', '1. Một', '2. Hai', 'Năm | Hồ sơ', '2025 | 1.200', 'Hết.']);
  expect(withNames).not.toContain('Giá thầu');
  expect([/Nguyễn Thị Hòa/, /Phòng Tài chính/, /Giá thầu/].filter((name) => name.test(nameless))).toEqual([]);
});
