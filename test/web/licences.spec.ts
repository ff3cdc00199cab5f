import { type Page } from 'playwright-core';
import { ReminderRun } from '#lib/procedure';
import { CalendarService } from '#lib/units';
import { SYSTEM } from '#lib/kernel';
import { type Browsing, type Look, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { type District, aDistrict } from '../support/factories.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { aSheet } from '../support/importing.js';
import { A_KIND } from '../support/licences.js';
import { mutation } from '../support/sign-in.js';
import { done } from '../support/world.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LONG = 'Cửa hàng tạp hóa, thực phẩm và đồ uống tổng hợp Nguyễn Thị Phương Thảo – chi nhánh chợ trung tâm';

const RENEW = mutation('recordRenewal', 'RecordRenewalInput', '... on Licence { id }');

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let officer: Client;
let kindId: string;

const day = (from: number): string => new Date(contest.clock.now().getTime() + from * 86_400_000).toISOString().slice(0, 10);
const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);

/** Every day is worked, so that the test does not hang on the day on which it runs. */
async function everyDayWorked(): Promise<void> {
  const now = contest.clock.now().getUTCFullYear();
  const notice = { decisionNumber: 'TB 1', issuer: 'Bộ Nội vụ', decidedOn: '2024-12-01', daysOff: [] };
  for (const year of [now - 1, now, now + 1, now + 2]) {
    const all = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(year, 0, 1 + at)));
    const weekends = all.filter((one) => one.getUTCFullYear() === year && [0, 6].includes(one.getUTCDay()));
    const daysWorked = weekends.map((one) => one.toISOString().slice(0, 10));
    await contest.get(CalendarService).enterWorkingCalendar(SYSTEM, { year, ...notice, daysWorked });
  }
}

/** Of which a renewal is filed within thirty days, so that its holder is told today. */
const enter = (licenceNumber: string, more: Record<string, unknown>): Promise<any> =>
  done(officer, 'enterLicence', {
    ...{ unitId: district.units.anKhanh, kindId, licenceNumber, issuedOn: day(60 - 1826), expiresOn: day(60) },
    ...more,
  });

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  await everyDayWorked();
  const organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  kindId = (await done(organiser, 'enterLicenceKind', { ...A_KIND, kindCode: 'RUOU_BAN_LE' })).id;
  browsing = await browse(contest);
});
afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});
afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

async function looksRight(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
}

const visit = (path: string, look: Omit<Look, 'as'> = {}) => browsing.visit(path, { ...look, as: district.people.communeOfficer });
const outcomes = async () =>
  (
    await rows(
      "select l.number, r.state, r.channel, r.attempts from reminder r join licence l on l.id = r.licence_id where r.channel is not null and r.state not in ('PLANNED', 'SUPERSEDED') order by l.number",
    )
  ).map(({ number, state, channel, attempts }) => [number, state, channel, attempts].join(' '));

test("an officer's morning on a phone: calls with what came of them, a letter, and nobody left at the end", async () => {
  await enter('1/GP', { holder: 'Cửa hàng Hòa Bình', phone: '0912345678', contact: 'Nguyễn Thị Bình' });
  await enter('2/GP', { holder: LONG, phone: '0912345679' });
  await enter('3/GP', { holder: 'Quán ăn Minh Tâm', phone: '0912345670' });
  await enter('4/GP', { holder: 'Đại lý Thu Hương', address: 'Thôn 3, xã An Khánh' });
  await enter('5/GP', { holder: 'Nhà hàng Đức Thắng', phone: '0912345671' });
  await contest.get(ReminderRun).remindHolders();
  const page = await visit('/reminders', { screen: 'phone' });
  await page.getByRole('button', { name: 'Gọi điện (4)' }).waitFor();
  await looksRight(page);
  expect(await page.getByRole('link', { name: '0912 345 678' }).getAttribute('href')).toBe('tel:0912345678');

  await page.getByRole('button', { name: 'Đã báo cho Cửa hàng Hòa Bình' }).click();
  await page.getByRole('button', { name: 'Gọi điện (3)' }).waitFor();
  await page.getByRole('button', { name: `${LONG} không nghe máy` }).click();
  await page.getByText('đã gọi 1 lần').waitFor();
  await page.getByRole('button', { name: 'Sai số của Quán ăn Minh Tâm' }).click();
  await page.getByRole('button', { name: 'Cần cách khác (1)' }).waitFor();
  expect(await outcomes()).toEqual([
    '1/GP REACHED CALL 0',
    '2/GP DUE CALL 1',
    '3/GP FAILED CALL 1',
    '4/GP DUE LETTER 0',
    '5/GP DUE CALL 0',
  ]);

  // Whoever renews in the meantime is called no more.
  const [{ id: licenceId, version }] = await rows("select id, version from licence where number = '5/GP'");
  await officer.ask(RENEW, { input: { licenceId, version, licenceNumber: '50/GP', issuedOn: day(0) } });

  await page.getByRole('button', { name: 'Gửi thư (1)' }).click();
  expect(await page.getByRole('button', { name: 'In thư' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('checkbox', { name: 'Đại lý Thu Hương' }).check();
  const letters = page.waitForResponse((response) => new URL(response.url()).pathname.includes('/passing'));
  await page.getByRole('button', { name: 'In thư' }).click();
  await letters.catch(() => null);
  await page.getByRole('button', { name: 'Ghi đã gửi thư' }).click();
  await page.getByText('Mục này hôm nay không còn việc').waitFor();

  await page.getByRole('button', { name: 'Cần cách khác (1)' }).click();
  await page.getByRole('checkbox', { name: 'Quán ăn Minh Tâm' }).check();
  await looksRight(page);
  await page.getByRole('button', { name: 'Ghi đã gửi thư' }).click();
  await page.getByRole('button', { name: 'Cần cách khác (0)' }).waitFor();
  await page.getByRole('button', { name: 'Gọi điện (1)' }).click();
  await page.getByRole('button', { name: `Hẹn ngày khác: ${LONG}` }).click();
  await page.getByLabel('Nhắc vào ngày').fill(day(2));
  await page.getByLabel('Vì sao').fill('Chủ cửa hàng hẹn gọi lại.');
  await page.getByRole('dialog').getByRole('button', { name: 'Hẹn ngày', exact: true }).click();
  await page.getByText('Mục này hôm nay không còn việc').waitFor();
  await page.getByText('Đã nhắc hôm nay: 3').waitFor();
  await looksRight(page);
  expect(await outcomes()).toEqual(['1/GP REACHED CALL 0', '3/GP POSTED LETTER 1', '4/GP POSTED LETTER 0', '5/GP CANCELLED CALL 0']);
  await page.context().close();
});

test('one licence: a letter that came back, no more reminders and again, how it is reached, and its renewal', async () => {
  const page = await visit('/licences');
  await page.getByRole('searchbox').fill('thu huong');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('link', { name: 'Đại lý Thu Hương' }).click();
  await page
    .getByRole('row', { name: /đã gửi thư giấy/ })
    .getByRole('button', { name: 'Không đến được…' })
    .click();
  await page.getByLabel('Biết được vì sao').fill('Bưu điện trả lại.');
  await page.getByRole('button', { name: 'Ghi không đến được' }).click();
  await page.getByText('không đến được, cần cách khác').waitFor();
  await looksRight(page);

  await page.getByRole('button', { name: 'Không nhắc nữa…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Không nhắc nữa', exact: true }).click();
  await page.getByText('Chủ cơ sở đã đề nghị không nhắc về giấy này.').waitFor();
  await page.getByRole('button', { name: 'Nhắc hạn trở lại' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nhắc hạn trở lại' }).click();
  await page.getByText('Chủ cơ sở đã đề nghị không nhắc về giấy này.').waitFor({ state: 'detached' });
  expect(
    await rows("select r.id from reminder r join licence l on l.id = r.licence_id where l.number = '4/GP' and r.state = 'PLANNED'"),
  ).toHaveLength(3);

  await page.getByRole('button', { name: 'Sửa cách liên hệ' }).click();
  await page.getByLabel('Điện thoại').fill('12');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Điện thoại').inputValue()).toBe('12');
  await page.getByLabel('Điện thoại').fill('0912 345 672');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('link', { name: '0912345672' }).waitFor();

  await page.getByRole('button', { name: 'Đính chính' }).click();
  await page.getByLabel('Tên cơ sở').fill('Cửa hàng Bình Minh mới');
  await looksRight(page);
  await page.getByRole('button', { name: 'Lưu đính chính' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Tên cơ sở').inputValue()).toBe('Cửa hàng Bình Minh mới');
  await page.getByLabel('Nội dung sai sót, lý do đính chính').fill('Gõ thiếu chữ.');
  await page.getByRole('button', { name: 'Lưu đính chính' }).click();
  await page.getByRole('heading', { name: 'Cửa hàng Bình Minh mới' }).waitFor();

  await page.getByRole('button', { name: 'Ghi cấp lại' }).click();
  await page.getByLabel('Số giấy mới').fill('40/GP');
  await looksRight(page);
  await page.getByRole('button', { name: 'Ghi cấp lại' }).click();
  await page.getByRole('link', { name: 'Xem giấy cũ' }).click();
  await page.getByText('đã cấp lại').first().waitFor();
  await page.getByRole('link', { name: 'Xem giấy mới' }).waitFor();
  expect(await page.getByRole('button', { name: 'Ghi cấp lại' }).count()).toBe(0);
  await page.context().close();
});

test("an office's own list is brought in: what is wrong is told by row, and the same file again changes nothing", async () => {
  const page = await visit('/licences', { screen: 'phone' });
  await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
  const heads = ['STT', 'Loại giấy', 'Số giấy', 'Tên cơ sở', 'Ngày cấp', 'Điện thoại'];
  const choose = async (name: string, lines: readonly (readonly string[])[]) => {
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: XLSX, buffer: await aSheet([heads, ...lines]) });
    await page.getByText('Đang đọc và kiểm tra tệp.').waitFor();
    await contest.drain();
  };
  const good = [
    ['1', A_KIND.name, '91/GP', 'Cửa hàng An Phát', '15/03/2024', '0912345691'],
    ['2', A_KIND.name, '92/GP', 'Cửa hàng Kim Liên', '20/03/2024', '912345692'],
  ];
  await choose('So.xlsx', [good[0] ?? [], ['2', 'Giấy phép lạ', '92/GP', 'Cửa hàng Kim Liên', '31/02/2024', '12']]);
  await page.getByText(/1 dòng phải sửa; chưa dòng nào được ghi/).waitFor();
  await page.getByText('“31/02/2024”').waitFor();
  await looksRight(page);
  await choose('So da sua.xlsx', good);
  await page.getByRole('button', { name: 'Ghi 2 dòng…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi 2 dòng', exact: true }).click();
  await page.getByText('Đang ghi danh sách.').waitFor();
  await contest.drain();
  await page.getByText(/Đã ghi: 2 dòng thêm mới/).waitFor();
  await page.goto(`${browsing.origin}/imports?kind=licences`);
  await choose('So da sua.xlsx', good);
  await page.getByRole('button', { name: 'Đã có (2)' }).waitFor();
  expect(await rows("select phone from licence where number like '9_/GP' order by number")).toEqual([
    { phone: '0912345691' },
    { phone: '0912345692' },
  ]);
  await page.context().close();
});

test('the office says of a kind how long it holds and when holders are told; what is refused stays as it was typed', async () => {
  const page = await browsing.visit('/licence-kinds', { as: district.people.organiser });
  await page.getByRole('button', { name: 'Thêm loại giấy' }).click();
  await page.getByLabel('Mã loại giấy').fill('AN_TOAN_THUC_PHAM');
  await page.getByLabel('Tên loại giấy').fill('Giấy chứng nhận an toàn thực phẩm');
  await page.getByLabel('Thời hạn của giấy').fill('3');
  await page.getByLabel('Phải nộp hồ sơ trước khi hết hạn').fill('6');
  await page.getByLabel('Tính theo').nth(1).selectOption('MONTH');
  await page.getByLabel(/^Nhắc trước hạn nộp/).fill('7, 30, 60');
  await page.getByLabel('Căn cứ pháp lý').fill('Nghị định số 15/2018/NĐ-CP');
  await page.getByLabel('Áp dụng từ ngày').fill('2018-01-01');
  await page.getByRole('button', { name: 'Thêm loại giấy' }).click();
  await page.getByRole('alert').waitFor();
  await looksRight(page);
  expect(await page.getByLabel('Căn cứ pháp lý').inputValue()).toBe('Nghị định số 15/2018/NĐ-CP');
  await page.getByLabel(/^Nhắc trước hạn nộp/).fill('60, 30, 7');
  await page.getByRole('button', { name: 'Thêm loại giấy' }).click();
  await page.getByRole('row', { name: /AN_TOAN_THUC_PHAM.*3 năm.*6 tháng.*60, 30, 7/ }).waitFor();
  await page.getByRole('button', { name: 'Sửa Giấy chứng nhận an toàn thực phẩm' }).click();
  await page.getByLabel(/^Nhắc trước hạn nộp/).fill('90, 30');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('row', { name: /AN_TOAN_THUC_PHAM.*90, 30/ }).waitFor();
  await looksRight(page);
  await page.context().close();
});
