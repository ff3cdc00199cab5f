import { type Page } from 'playwright-core';
import {
  type Planned,
  MORE_ASKED,
  MORE_SAID,
  budget,
  enrolment,
  late,
  qr,
  received,
} from '../../../apps/walkthrough/src/script/initiatives.js';
import { headKey } from '../../../apps/walkthrough/src/submit.js';
import { paper } from '../../../apps/walkthrough/src/upload.js';
import { areas, communes, extraAuthors, people } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Contest, DAY, MINUTE, confirm, enterPhase, moveTo, together, typedMoment } from './acts.js';
import { type Year } from './people.js';

const INFLUENCES = { ESTABLISHMENT: 'Trong cơ quan, đơn vị', PROVINCE: 'Trong tỉnh', NATIONAL: 'Toàn quốc' };

export const writerOf = ({ authors }: Planned): string => authors[0]?.person ?? '';
export const nameOf = (key: string): string => [...people, ...extraAuthors].find((person) => person.key === key)?.fullName ?? '';
export const areaNamed = (areaCode: string): string => areas.find(({ code }) => code === areaCode)?.name.vi ?? '';
const areaOf = ({ areaCode }: Planned): string => areaNamed(areaCode);

/** Units write their dossiers, whose heads stand for them, and send them in; one is given back and comes again, one comes too late. */
export async function takeInitiatives(year: Year, contest: Contest): Promise<void> {
  await together([...received.filter((plan) => plan !== budget), late], (plan) => draft(year, plan));
  for (const [at, plan] of received.entries()) {
    const code = `${String(contest.year)}-00${String(at + 1)}`;
    if (plan === budget) await enterPaper(year, contest, code);
    else await send(year, plan, code);
  }
  await giveBack(year, contest);
  await amend(year, contest);
  await year.leave(received.map(({ unitCode }) => headKey(unitCode)));
  await closeTheCall(year, contest);
  await year.leave(received.map(writerOf));
}

const next = (page: Page) => page.getByRole('button', { name: 'Lưu và sang bước sau' }).click();
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor();

/** From the first word to the head's: all but sending. */
async function draft(year: Year, plan: Planned): Promise<void> {
  const page = await year.at(writerOf(plan), '/initiatives');
  await page.getByRole('button', { name: /^Viết hồ sơ mới/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lĩnh vực').selectOption({ label: areaOf(plan) });
  await dialog.getByLabel('Tên sáng kiến').fill(plan.title);
  await dialog.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await step(page, 'Tên sáng kiến, lĩnh vực');
  await next(page);
  await step(page, 'Vấn đề và giải pháp');
  await page.getByLabel('Vấn đề').fill(plan.problem);
  await page.getByLabel('Giải pháp').fill(plan.solution);
  await next(page);
  await step(page, 'Tính mới, hiệu quả');
  await page.getByLabel('Tính mới').fill(plan.novelty);
  await page.getByLabel('Hiệu quả').fill(plan.effect);
  await page.getByLabel('Phạm vi ảnh hưởng').selectOption({ label: INFLUENCES[plan.influence] });
  await next(page);
  await step(page, 'Tác giả');
  await nameAuthors(page, plan);
  await next(page);
  await step(page, 'Tệp minh chứng');
  if (plan === qr) await proveByFile(page, plan);
  await next(page);
  await declare(page);
  await next(page);
  await step(page, 'Xem lại và nộp');
  await page.getByText('Cuộc thi này yêu cầu thủ trưởng đơn vị xác nhận trước khi nộp.').waitFor();
  await confirmByHead(year, plan);
}

async function nameAuthors(page: Page, { authors }: Planned): Promise<void> {
  await page.getByRole('radio', { name: authors.length > 1 ? 'Nhóm tác giả' : 'Cá nhân' }).check();
  for (const { person } of authors.slice(1)) {
    await page.getByRole('button', { name: 'Thêm tác giả' }).click();
    await page.getByLabel('Tìm theo họ tên').fill(nameOf(person));
    await page.getByRole('button', { name: `Thêm ${nameOf(person)} làm tác giả` }).click();
  }
  for (const { person, share } of authors) await page.getByLabel(`Tỷ lệ đóng góp của ${nameOf(person)}`).fill(String(share));
  await page.getByText('Tổng đúng 100 %').waitFor();
}

async function proveByFile(page: Page, { title, effect }: Planned): Promise<void> {
  const input = page.getByLabel('Chọn tệp để gửi').last();
  await input.setInputFiles({ name: 'minh-chung.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Đây không phải là tệp PDF.') });
  await page.getByRole('list', { name: 'Tệp đang gửi' }).getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Bỏ: minh-chung.pdf' }).click();
  const buffer = paper('Giấy xác nhận áp dụng sáng kiến', [`Tên sáng kiến: ${title}.`, `Kết quả: ${effect}`]);
  await input.setInputFiles({ name: 'giay-xac-nhan.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Tải về: giay-xac-nhan.pdf' }).waitFor();
}

async function declare(page: Page): Promise<void> {
  await step(page, 'Cam kết');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByText(/^Đã lưu \d/).waitFor();
}

async function confirmByHead(year: Year, plan: Planned): Promise<void> {
  const page = await year.at(headKey(plan.unitCode), '/to-confirm');
  await page.getByRole('link', { name: plan.title }).click();
  await page.getByRole('button', { name: 'Xác nhận hồ sơ' }).click();
  await confirm(page, 'Xác nhận hồ sơ');
  await page.getByText(/^Thủ trưởng đã xác nhận/).waitFor();
}

async function send(year: Year, plan: Planned, code: string): Promise<void> {
  const page = await year.at(writerOf(plan), '/initiatives');
  await page.getByRole('link', { name: plan.title }).first().click();
  await page.getByRole('link', { name: /^Xem lại và nộp/ }).click();
  await page.getByRole('button', { name: /^Nộp (lại )?hồ sơ/ }).click();
  await confirm(page, 'Nộp hồ sơ');
  await page.getByText(/^Đã nhận hồ sơ lúc/).waitFor();
  await page.getByText(`Số biên nhận: ${code}`).waitFor();
}

/** What came on paper is typed by the secretariat. */
async function enterPaper(year: Year, { id }: Contest, code: string): Promise<void> {
  const page = await year.at('organiser-2', `/contests/${id}/paper`);
  await page.getByLabel('Nhận bản giấy lúc').fill(typedMoment(year.contest.clock.now()));
  const unit = communes.find(({ gsoCode }) => gsoCode === budget.unitCode)?.name.vi ?? '';
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: unit });
  await page.getByRole('radio', { name: 'Cá nhân' }).check();
  await page.getByLabel('Lĩnh vực').selectOption({ label: areaOf(budget) });
  for (const [label, text] of [
    ['Tên sáng kiến', budget.title],
    ['Vấn đề', budget.problem],
    ['Giải pháp', budget.solution],
    ['Tính mới', budget.novelty],
    ['Hiệu quả', budget.effect],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByLabel('Tác giả chính').fill(nameOf(writerOf(budget)));
  await page.getByRole('button', { name: new RegExp(nameOf(writerOf(budget))) }).click();
  await page.getByRole('button', { name: 'Nhập hồ sơ' }).click();
  await page.getByText(`Đã nhập hồ sơ ${code}`).waitFor();
}

/** The secretariat asks for more. */
async function giveBack(year: Year, { id }: Contest): Promise<void> {
  const office = await year.at('organiser-2', `/contests/${id}/dossiers`);
  await office.getByRole('link', { name: enrolment.title }).click();
  await office
    .getByRole('button', { name: /^Trả lại/ })
    .first()
    .click();
  await office.getByLabel('Lý do trả lại').fill(MORE_ASKED);
  await office.getByLabel('Hạn bổ sung').fill(typedMoment(new Date(year.contest.clock.now().getTime() + 5 * DAY)));
  await office.getByRole('button', { name: 'Trả lại hồ sơ' }).click();
  await office.getByText('Đã trả lại để bổ sung').waitFor();
}

/** The unit writes what was asked, its head stands for it again, and it is sent once more under the same code. */
async function amend(year: Year, { year: number }: Contest): Promise<void> {
  const page = await year.at(writerOf(enrolment), '/initiatives');
  await page.getByRole('link', { name: enrolment.title }).first().click();
  await page.getByRole('main').getByText(MORE_ASKED).first().waitFor();
  await page.getByRole('link', { name: /^Tính mới, hiệu quả/ }).click();
  await page.getByLabel('Hiệu quả').fill(MORE_SAID);
  await page.getByText(/^Đã lưu \d/).waitFor();
  await page.getByRole('link', { name: /^Cam kết/ }).click();
  await declare(page);
  await confirmByHead(year, enrolment);
  await send(year, enrolment, `${String(number)}-002`);
}

/** All that are ready have come, so that the deadline is moved up by a decision; what is sent after it stays a draft. */
async function closeTheCall(year: Year, contest: Contest): Promise<void> {
  const endsAt = new Date(year.contest.clock.now().getTime() + 2 * MINUTE);
  const page = await year.at('organiser-1', `/contests/${contest.id}/setup`);
  await page.getByRole('button', { name: /^Sửa\s+Các giai đoạn$/ }).click();
  await page.getByRole('group', { name: 'Nhận hồ sơ' }).getByLabel('Hạn nộp').fill(typedMoment(endsAt));
  await page.getByRole('group', { name: 'Kiểm tra hồ sơ' }).getByLabel('Bắt đầu').fill(typedMoment(endsAt));
  await page.getByLabel('Số quyết định').fill(`140/TB-BTC-${String(contest.year)}`);
  await page.getByLabel('Lý do').fill('Các đơn vị đã gửi đủ; kết thúc nhận sớm để kịp tiến độ.');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu ngày của các giai đoạn.').waitFor();

  const writer = await year.at(writerOf(late), '/initiatives');
  await writer.getByRole('link', { name: late.title }).first().click();
  await writer.getByRole('link', { name: /^Xem lại và nộp/ }).click();
  await writer.getByRole('button', { name: 'Nộp hồ sơ' }).waitFor();
  moveTo(year, endsAt);
  await writer.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await writer.getByRole('dialog').getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await writer
    .getByText(/^Đã hết hạn gửi sáng kiến lúc/)
    .first()
    .waitFor();
  await enterPhase(year, contest, 'Kiểm tra hồ sơ');
}
