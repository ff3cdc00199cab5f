import { type Page } from 'playwright-core';
import { ReportingPeriod } from '#domain/rollout';
import { SYSTEM } from '#lib/kernel';
import { UnitService } from '#lib/units';
import { type District, aDistrict } from '../support/factories.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { aRollout, takeThrough } from '../support/rollouts.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { press, reach } from './keyboard.js';

const MATRIX = `query ($reading: UnitReading! = OLD, $asOf: LocalDate, $state: AdoptionState) {
  rolloutMatrix(reading: $reading, asOf: $asOf, state: $state) { units { id nameVi }
    rows { rollout { titleVi } inUse expected cells { unitId state basis overdue disputed confirmed counts { state count } } } } }`;
const WORDS: Readonly<Record<string, string>> = {
  NOT_STARTED: 'Chưa bắt đầu',
  PREPARING: 'Đang chuẩn bị',
  PILOTING: 'Đang thí điểm',
  IN_USE: 'Đang áp dụng',
  SUSTAINED: 'Bền vững',
};

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let rollout: { id: string; indicators: Record<string, string> };
let later: { id: string };
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  rollout = await aRollout(contest, district, organiser);
  later = await aRollout(contest, district, organiser, { titleVi: 'Nhân rộng nhắc hạn', startedOn: '2024-03-01', dueOn: null });
  await takeThrough(officer, { rolloutId: rollout.id, unitId: district.units.anKhanh }, [['PREPARING', '2024-01-08']]);
  const said = {
    indicatorId: rollout.indicators['qr.ratings'],
    unitId: district.units.sonDong,
    startsOn: '2024-01-02',
    endsOn: '2024-06-14',
  };
  for (const [source, value] of [
    ['Xã tự báo cáo', '341'],
    ['Kiểm tra đột xuất', '301'],
  ]) {
    const { __typename: type } = await organiser.ask(
      'mutation ($input: RecordFigureInput!) { recordFigure(input: $input) { __typename } }',
      { input: { ...said, source, value } },
    );
    expect(type).toBe('Figure');
  }
  browsing = await browse(contest);
}, 400_000);

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const visit = (path: string) => browsing.visit(path, { as: district.people.organiser });

/** A cell as its words say it. */
function wordsOf({ state, basis, overdue, disputed, confirmed, counts }: any): string {
  const stands = counts ? counts.map((one: any) => `${WORDS[one.state] ?? ''}: ${String(one.count)}`) : [WORDS[state]];
  const marks = [
    state && basis !== 'EXEMPT' && confirmed === false && 'chờ xác nhận lại',
    overdue && 'quá hạn',
    disputed && 'số liệu chưa thống nhất',
  ];
  return [...stands, ...marks.filter(Boolean)].join(', ');
}

/** What the table says, row by row: title, in use, and a word for each cell. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=grid] [role=row]:has([role=rowheader])')].map((row) => ({
      title: row.querySelector('[role=rowheader]')?.textContent.replace(/^\d+\s*/, ''),
      cells: [...row.querySelectorAll('[role=gridcell]')].map(
        (cell) => (cell.querySelector('[role=img]') ?? cell).ariaLabel ?? cell.textContent,
      ),
    })),
  );

/** The same from the API, its columns in the order of the page. */
async function told(page: Page, variables: Record<string, unknown> = {}) {
  const { units, rows } = await organiser.ask(MATRIX, variables);
  const columns = await page
    .locator('[role=grid] [role=columnheader][title]')
    .evaluateAll((heads) => heads.map((head) => head.getAttribute('title')));
  return rows.map((row: any) => ({
    title: row.rollout.titleVi,
    cells: [
      `${String(row.inUse)}/${String(row.expected)}`,
      ...columns.map((name) =>
        wordsOf(row.cells.find(({ unitId }: any) => unitId === units.find((unit: any) => unit.nameVi === name)?.id)),
      ),
    ],
  }));
}

test('the matrix is gone through by the keyboard alone, and a cell opens what its sources say', async () => {
  const page = await visit('/matrix');
  await page.getByRole('grid').waitFor();
  expect(await shown(page)).toEqual(await told(page));
  expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);

  // By Tab to the day, which the arrows move, and to the table.
  await reach(page, /^Kéo để xem tình hình đến một ngày$/);
  const today = await page.getByLabel('Tính đến ngày').inputValue();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/asOf=/);
  expect((await page.getByLabel('Tính đến ngày').inputValue()) < today).toBe(true);
  await press(page, /^Về hôm nay$/);
  await page.waitForURL((url) => !url.search.includes('asOf'));
  await page.getByRole('grid').waitFor();
  for (let at = 0; at < 40; at += 1) {
    if (
      await page.evaluate(
        () => document.activeElement?.closest('[role=grid]') !== null && document.activeElement?.getAttribute('data-at') !== null,
      )
    )
      break;
    await page.keyboard.press('Tab');
  }
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('0 0');
  const cell = page.getByRole('gridcell', { name: /số liệu chưa thống nhất/ });
  const [row, column] = ((await cell.getAttribute('data-at')) ?? '').split(' ').map(Number);
  for (let at = 0; at < (row ?? 0); at++) await page.keyboard.press('ArrowDown');
  for (let at = 0; at < (column ?? 0); at++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary');
  await drawer.getByText('Hai nguồn khác nhau, giữ cả hai.').waitFor();
  expect(await drawer.getByRole('row', { name: /Xã tự báo cáo.*341/ }).count()).toBe(1);
  expect(await drawer.getByRole('row', { name: /Kiểm tra đột xuất.*301/ }).count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('what is looked at stands in the address: a state, then a day', async () => {
  const page = await visit('/matrix');
  await page.getByLabel('Tình trạng').selectOption('PREPARING');
  await page.waitForURL(/state=PREPARING/);
  await page.reload();
  await page.getByRole('grid').waitFor();
  expect(await shown(page)).toEqual(await told(page, { state: 'PREPARING' }));
  expect((await shown(page)).map(({ title }) => title)).toEqual(['Nhân rộng mã QR']);

  await page.getByRole('button', { name: 'Bỏ điều kiện' }).click();
  await page.getByLabel('Tính đến ngày').fill('2024-01-05');
  await page.waitForURL(/asOf=2024-01-05/);
  await page.getByRole('rowheader', { name: /Nhân rộng nhắc hạn/ }).waitFor({ state: 'detached' });
  expect(await shown(page)).toEqual(await told(page, { asOf: '2024-01-05' }));
});

test('what a commune says by the API changes its cell', async () => {
  const page = await visit('/matrix');
  await page.getByRole('grid').waitFor();
  const before = await shown(page);
  await takeThrough(officer, { rolloutId: later.id, unitId: district.units.anKhanh }, [['PILOTING', '2024-03-04']]);
  await page.reload();
  await page.getByRole('gridcell', { name: 'Đang thí điểm' }).waitFor();
  expect(await shown(page)).not.toEqual(before);
  expect(await shown(page)).toEqual(await told(page));
});

test('the office opens a period, and a fault of it stands at its field', async () => {
  const page = await visit('/reporting-periods');
  await page.getByRole('link', { name: 'Mở kỳ báo cáo' }).click();
  await page.getByLabel('Tên kỳ').fill('Quý I năm 2024');
  await page.getByLabel('Tên tiếng Anh').fill('First quarter of 2024');
  await page.getByLabel('Mã kỳ').fill('2024-Q1');
  await page.getByLabel('Số liệu từ ngày').fill('2024-03-14');
  await page.getByLabel('Đến hết ngày').fill('2024-01-02');
  await page.getByLabel('Hạn gửi').fill('2024-03-20');
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.getByRole('alert').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Số liệu từ ngày').fill('2024-01-02');
  await page.getByLabel('Đến hết ngày').fill('2024-03-14');
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quý I năm 2024' }).waitFor();

  const opened = await contest.em().findOneOrFail(ReportingPeriod, { key: '2024-Q1' });
  expect(opened).toMatchObject({ startsOn: '2024-01-02', endsOn: '2024-03-14', dueOn: '2024-03-20', closedAt: null });
});

test('an indicator is added to a roll-out', async () => {
  const page = await visit(`/rollouts/${later.id}/indicators`);
  await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
  const added = page.getByRole('group', { name: 'Chỉ tiêu 4' });
  await added.getByLabel('Tên chỉ tiêu').fill('Số tin nhắn nhắc hạn');
  await added.getByLabel('Tên tiếng Anh').fill('Reminders');
  await added.getByLabel('Đơn vị tính', { exact: true }).fill('tin');
  await added.getByLabel('Đơn vị tính, tiếng Anh').fill('messages');
  await added.getByLabel('Mã').fill('nhac.tin');
  await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
  await page.getByRole('link', { name: 'Số tin nhắn nhắc hạn' }).waitFor();
  const { indicators } = await organiser.ask('query ($id: ID!) { rollout(id: $id) { indicators { key kind } } }', { id: later.id });
  expect(indicators.at(-1)).toEqual({ key: 'nhac.tin', kind: 'COUNT' });
});

test('on the units of today communes are counted by what they are, and their histories stay apart', async () => {
  const { anKhanh, sonDong } = district.units;
  const units = contest.get(UnitService);
  const unit = {
    kind: 'COMMUNE' as const,
    statisticsCode: '09870',
    abbreviation: null,
    nameVi: 'Xã Sơn Khánh',
    nameEn: 'Son Khanh Commune',
  };
  const { id: toId } = await units.createUnit(SYSTEM, { ...unit, parentId: district.units.district, validFrom: '2025-07-01' });
  for (const unitId of [anKhanh, sonDong]) {
    await units.closeUnit(SYSTEM, { unitId, version: 1, validTo: '2025-06-30', reason: 'Sắp xếp đơn vị hành chính.' });
    await units.recordLineage(SYSTEM, { fromId: unitId, toId, kind: 'WHOLE', effectiveOn: '2025-07-01' });
  }
  const page = await visit('/matrix');
  await page.getByRole('button', { name: 'Đơn vị hiện nay' }).click();
  await page.getByRole('columnheader', { name: 'Xã Sơn Khánh' }).waitFor();
  expect((await shown(page)).map(({ cells }) => cells.length)).toEqual([3, 3]);
  const rows = (await organiser.ask(MATRIX, { reading: 'NEW' })).rows;
  const counted = rows.map(({ cells }: any) => cells.find(({ unitId }: any) => unitId === toId).counts.length);
  expect(counted).toEqual([2, 2]);

  await page
    .getByRole('row', { name: /Nhân rộng mã QR/ })
    .getByRole('gridcell', { name: /Đang chuẩn bị: 1/ })
    .click();
  const drawer = page.getByRole('complementary');
  await drawer.getByText('Xã An Khánh').first().click();
  await drawer.getByText('Chưa bắt đầu → Đang chuẩn bị').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
});
