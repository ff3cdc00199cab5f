import { Adoption, Figure, PeriodException, ReportingPeriod } from '#domain/rollout';
import { prizePlan } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { aPastContest, aRollout, anEligibleInitiative } from '../support/rollouts.js';
import { done } from '../support/world.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

/** What stands before a page, by the API. */
const act = (client: Client, name: string, input: object) =>
  client.ask(`mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`, {
    input,
  });
const dayFromNow = (days: number) => new Date(contest.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

test('a commune says that it took up a winner of its own accord, and stands on the page of what it adopted', async () => {
  const past = await aPastContest(contest, district);
  await act(organiser, 'setPrizePlan', { contestId: past.id, version: 1, tiers: prizePlan });
  const initiativeId = await anEligibleInitiative(contest, district, past);
  const awards = [{ initiativeId, tierKey: 'FIRST' }];
  await act(organiser, 'recordPastAwards', { contestId: past.id, decisionNumber: '8/QĐ-UBND', decidedOn: '2023-12-20', awards });

  const page = await browsing.visit('/rollouts/own', { as: district.people.communeOfficer, screen: 'phone' });
  await page.getByLabel('Sáng kiến đoạt giải').selectOption({ index: 1 });
  await page.getByLabel('Áp dụng từ ngày').fill('2024-02-01');
  await page.getByLabel('Vì sao áp dụng').fill('Xã có nhiều hồ sơ hộ tịch.');
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  await page.getByRole('button', { name: 'Ghi xã tự áp dụng' }).click();
  await page.waitForURL(/\/adoptions\//);
  await page.getByText('Chưa bắt đầu').first().waitFor();

  const adoption = await contest.em().findOneOrFail(Adoption, { basis: 'VOLUNTARY' }, { populate: ['unit', 'rollout.initiative'] });
  expect([adoption.unit.id, adoption.rollout.initiative.id]).toEqual([district.units.anKhanh, initiativeId]);
});

test('of a figure that two sources tell differently both are kept and said to differ, and the one that was held against its source says so', async () => {
  const rollout = await aRollout(contest, district, organiser);
  const page = await browsing.visit(`/rollouts/${rollout.id}/figures`, { as: district.people.organiser });
  for (const [source, value] of [
    ['Báo Hà Nội mới ngày 18/6/2024', '341'],
    ['Biên bản kiểm tra số 4', '301'],
  ] as const) {
    await page.getByRole('button', { name: 'Ghi số liệu của nguồn khác' }).click();
    const form = page.locator('form').last();
    await form.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Xã An Khánh' });
    await form.getByLabel('Số liệu từ ngày').fill('2024-01-02');
    await form.getByLabel('Đến hết ngày').fill('2024-06-14');
    await form.getByLabel('lượt').fill(value);
    await form.getByLabel('Loại nguồn').selectOption(source.startsWith('Báo') ? 'PRESS' : 'INSPECTION');
    await form.getByLabel('Nguồn', { exact: true }).fill(source);
    await page.getByRole('button', { name: 'Ghi số liệu', exact: true }).click();
    await page.getByRole('button', { name: 'Ghi số liệu của nguồn khác' }).waitFor();
  }
  await page.getByText('◆ hai nguồn khác nhau, giữ cả hai').waitFor();
  await page
    .getByRole('row', { name: /An Khánh.*Biên bản/ })
    .getByRole('button', { name: 'Xác nhận' })
    .click();
  await page.getByRole('dialog').getByText('Biên bản kiểm tra số 4').waitFor();
  await page.getByRole('button', { name: 'Xác nhận đã đối chiếu' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: /An Khánh.*Biên bản/ })
    .getByText('Đã đối chiếu')
    .waitFor();
  await page.getByText('◆ hai nguồn khác nhau, giữ cả hai').waitFor();

  const figures = await contest.em().find(Figure, { unit: district.units.anKhanh }, { orderBy: { id: 'asc' } });
  expect(figures.map(({ source, value, verifiedAt }) => [source, value, verifiedAt !== null])).toEqual([
    ['Báo Hà Nội mới ngày 18/6/2024', '341', false],
    ['Biên bản kiểm tra số 4', '301', true],
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a period that was opened again for a commune is shut for it before its day, with a reason that stays', async () => {
  await aRollout(contest, district, organiser);
  const names = { key: 'K-1', nameVi: 'Kỳ báo cáo quý', nameEn: 'Quarterly report' };
  const window = { startsOn: dayFromNow(-60), endsOn: dayFromNow(-1), dueOn: dayFromNow(10) };
  const { id: periodId, version } = await done(organiser, 'openReportingPeriod', {
    hostUnitId: district.units.district,
    ...names,
    ...window,
  });
  await done(organiser, 'closePeriod', { periodId, version });
  const officer = await contest.as(district.people.communeOfficer);
  await act(officer, 'requestException', { periodId, unitId: district.units.anKhanh, reason: 'Mất điện ba ngày.' });

  const page = await browsing.visit(`/reports/${String(periodId)}`, { as: district.people.organiser });
  await page.getByRole('button', { name: 'Cho mở lại' }).click();
  await page.getByLabel('Mở đến hết ngày').fill(dayFromNow(5));
  await page.getByLabel('Lý do').fill('Có biên bản.');
  await page.getByRole('button', { name: 'Cho mở lại' }).click();
  await page.getByRole('button', { name: 'Thu hồi' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Xã đã báo cáo bằng giấy.');
  await page.getByRole('button', { name: 'Thu hồi việc mở lại' }).click();
  await page.getByText(/Thu hồi ngày .*: Xã đã báo cáo bằng giấy\./).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  expect(await contest.em().findOneOrFail(PeriodException, { period: periodId })).toMatchObject({
    revokeReason: 'Xã đã báo cáo bằng giấy.',
  });
  expect((await contest.em().findOneOrFail(ReportingPeriod, { id: periodId })).closedAt).not.toBeNull();
});

test('who closes a period reads first which communes can send no more, and which reports stay as they are', async () => {
  await aRollout(contest, district, organiser);
  const names = { key: 'K-2', nameVi: 'Kỳ báo cáo tháng', nameEn: 'Monthly report' };
  const window = { startsOn: dayFromNow(-30), endsOn: dayFromNow(-1), dueOn: dayFromNow(5) };
  const { id: periodId } = await done(organiser, 'openReportingPeriod', { hostUnitId: district.units.district, ...names, ...window });

  const page = await browsing.visit(`/reports/${String(periodId)}`, { as: district.people.organiser, screen: 'phone' });
  await page.getByRole('button', { name: 'Khóa kỳ báo cáo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^3 đơn vị không gửi được nữa: .*Xã An Khánh/).waitFor();
  await dialog.getByText(/Xã Sơn Đồng/).waitFor();
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  expect((await contest.em().findOneOrFail(ReportingPeriod, { id: periodId })).closedAt).toBeNull();
  await dialog.getByRole('button', { name: 'Khóa kỳ báo cáo' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Khóa kỳ báo cáo' }).waitFor({ state: 'detached' });
  expect((await contest.em().findOneOrFail(ReportingPeriod, { id: periodId })).closedAt).not.toBeNull();
});
