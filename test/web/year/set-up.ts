import { type Page } from 'playwright-core';
import { OBJECTIVES, ROSTER_DAY, SETTINGS, titlesOf } from '../../../apps/walkthrough/src/announce.js';
import { prizePlan } from '../../../apps/walkthrough/src/script/rule-book.js';
import { people } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Contest, DAY, MINUTE, confirm, enterPhase, moveTo, today, typedMoment } from './acts.js';
import { type Year } from './people.js';
import { typeRuleBook } from './rule-book.js';

const MEGABYTE = 1024 * 1024;
const TRACKS = { GROUP: 'nhóm tác giả', INDIVIDUAL: 'cá nhân' };
const SEATS = [
  ['organiser-1', 'Ban Tổ chức'],
  ['organiser-2', 'Tổ thư ký'],
  ['leader-2', 'Lãnh đạo'],
] as const;

/** The office draws the contest up, announces it, says who sits where, and opens it. */
export async function announce(year: Year): Promise<Contest> {
  const page = await year.at('organiser-1', '/contests/new');
  const contest = await begin(page);
  await describe(page);
  await chooseAreas(page);
  await planPrizes(page);
  const opensAt = await date(year, page);
  await attach(year, page, { kind: 'Kế hoạch', number: `131/KH-UBND-${String(contest.year)}`, title: 'Kế hoạch tổ chức cuộc thi' });
  await attach(year, page, { kind: 'Thể lệ', number: `02/TL-BTC-${String(contest.year)}`, title: 'Thể lệ cuộc thi' });
  await typeRuleBook(year, contest);
  await approve(year, contest);
  await enterPhase(year, contest, 'Công bố cuộc thi');
  for (const [key, seat] of SEATS) await take(page, key, seat);
  moveTo(year, opensAt);
  await enterPhase(year, contest, 'Nhận hồ sơ');
  return contest;
}

/** The plan goes to the leader, comes back once with words, and is approved. */
async function approve(year: Year, { id }: Contest): Promise<void> {
  await submit(year, id);
  const leader = await year.at('leader-1', '/to-sign');
  await leader.getByRole('button', { name: 'Trả lại…' }).click();
  await confirm(leader, 'Trả lại kế hoạch', 'Đề nghị rà soát lại thời gian nhận sáng kiến.');
  await submit(year, id);
  await leader.reload();
  await leader.getByRole('button', { name: 'Phê duyệt kế hoạch' }).click();
  await confirm(leader, 'Phê duyệt');
  await leader.getByText('Đã phê duyệt kế hoạch.').waitFor();
}

async function submit(year: Year, id: string): Promise<void> {
  const office = await year.at('organiser-1', `/contests/${id}/setup`);
  await office.getByRole('button', { name: 'Trình lãnh đạo phê duyệt' }).click();
  await confirm(office, 'Trình lãnh đạo');
  await office.getByText('Đã trình, chờ lãnh đạo phê duyệt').waitFor();
}

async function begin(page: Page): Promise<Contest> {
  const year = Number(await page.getByLabel('Năm').inputValue());
  const { titleVi, titleEn } = titlesOf(year);
  await page.getByLabel('Tên cuộc thi').fill(titleVi);
  await page.getByLabel('Tên bằng tiếng Anh').fill(titleEn);
  await page.getByLabel('Mục đích, yêu cầu').fill(OBJECTIVES);
  await page.getByLabel('Danh sách đơn vị theo ngày').fill(ROSTER_DAY);
  await page.getByRole('button', { name: 'Lập bản soạn thảo' }).click();
  await page.waitForURL(/\/setup$/);
  return { id: /contests\/([^/]+)\/setup/.exec(page.url())?.[1] ?? '', year };
}

const edit = (page: Page, panel: string) => page.getByRole('button', { name: new RegExp(`^Sửa\\s+${panel}$`) }).click();

async function save(page: Page, told: string): Promise<void> {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText(told).waitFor();
}

async function describe(page: Page): Promise<void> {
  await edit(page, 'Thông tin chung');
  await page.getByLabel('Thủ trưởng đơn vị xác nhận trước khi nộp').setChecked(SETTINGS.headConfirms);
  await page.getByLabel('Phút nhận thêm sau hạn').fill(String(SETTINGS.graceMinutes));
  await page.getByLabel('Số tệp nhiều nhất').fill(String(SETTINGS.maxFiles));
  await page.getByLabel('Cỡ mỗi tệp (MB)').fill(String(SETTINGS.maxFileBytes / MEGABYTE));
  await save(page, 'Đã lưu thông tin chung.');
}

async function chooseAreas(page: Page): Promise<void> {
  await edit(page, 'Lĩnh vực dự thi');
  await page.getByRole('checkbox').first().waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await save(page, 'Đã lưu lĩnh vực dự thi.');
}

async function planPrizes(page: Page): Promise<void> {
  await edit(page, 'Cơ cấu giải thưởng');
  for (const [at, { nameVi, nameEn, key, quantity, amount, track }] of prizePlan.entries()) {
    await page.getByRole('button', { name: 'Thêm giải' }).click();
    const tier = page.getByRole('group', { name: `Giải thứ ${String(at + 1)}` });
    await tier.getByLabel('Tên giải').fill(nameVi);
    await tier.getByLabel('Tên bằng tiếng Anh').fill(nameEn);
    await tier.getByLabel('Mã, chữ hoa').fill(key);
    await tier.getByLabel('Số giải').fill(String(quantity));
    await tier.getByLabel('Tiền thưởng (đồng)').fill(amount.toLocaleString('vi-VN'));
    await tier.getByLabel('Dành cho').selectOption({ label: TRACKS[track as keyof typeof TRACKS] });
  }
  await save(page, 'Đã lưu cơ cấu giải thưởng.');
}

/** A year from this minute on; returns when it opens. */
async function date({ contest: { clock } }: Year, page: Page): Promise<Date> {
  const now = clock.now();
  const on = (days: number): Date => new Date(now.getTime() + days * DAY);
  const opensAt = new Date(now.getTime() + MINUTE);
  await edit(page, 'Các giai đoạn');
  const dates = [
    ['Công bố cuộc thi', now],
    ['Nhận hồ sơ', opensAt],
    ['Kiểm tra hồ sơ', on(60)],
    ['Chấm điểm', on(75)],
    ['Xét giải', on(100)],
    ['Công bố kết quả', on(110)],
  ] as const;
  for (const [phase, startsAt] of dates) await page.getByRole('group', { name: phase }).getByLabel('Bắt đầu').fill(typedMoment(startsAt));
  await page
    .getByRole('group', { name: 'Nhận hồ sơ' })
    .getByLabel('Hạn nộp')
    .fill(typedMoment(on(60)));
  await save(page, 'Đã lưu ngày của các giai đoạn.');
  return opensAt;
}

/** The browser's own day may be another than the server's, so that all days are typed. */
export async function attach(year: Year, page: Page, paper: { kind: string; number: string; title: string }): Promise<void> {
  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  await page.getByLabel('Loại văn bản').selectOption({ label: paper.kind });
  await page.getByLabel('Số, ký hiệu').fill(paper.number);
  await page.getByLabel('Ngày ban hành').fill(today(year));
  await page.getByLabel('Trích yếu').fill(paper.title);
  await save(page, `Đã thêm văn bản ${paper.number}.`);
}

async function take(page: Page, key: string, seat: string): Promise<void> {
  const name = people.find((person) => person.key === key)?.fullName ?? '';
  await page.getByRole('button', { name: 'Thêm người' }).click();
  await page.getByRole('radio', { name: seat }).check();
  await page.getByLabel('Tìm theo họ tên').fill(name);
  await page.getByRole('button', { name: `Chọn ${name}` }).click();
  await save(page, `Đã ghi: ${name}.`);
}
