import { Report } from '#domain/rollout';
import { type Browsing, type Screen, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { type District, aDistrict } from '../support/factories.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { aRollout, adoptionOf } from '../support/rollouts.js';
import { done } from '../support/world.js';

let contest: RunningContest;
let browsing: Browsing;
let district: District;
let organiser: Client;
let rolloutId: string;
let periods = 0;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  ({ id: rolloutId } = await aRollout(contest, district, organiser));
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const dayFromNow = (days: number) => new Date(contest.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function aPeriod(): Promise<{ id: string; version: number }> {
  periods += 1;
  const names = { key: `P-${String(periods)}`, nameVi: `Kỳ thứ ${String(periods)}`, nameEn: `Period ${String(periods)}` };
  const window = { startsOn: dayFromNow(-60 - periods), endsOn: dayFromNow(-1), dueOn: dayFromNow(10) };
  return done(organiser, 'openReportingPeriod', { hostUnitId: district.units.district, ...names, ...window });
}

test.each<Screen>(['desktop', 'phone'])(
  'a commune types its report, is asked about what it left blank, and sends it (%s)',
  async (screen) => {
    const period = await aPeriod();
    const page = await browsing.visit('/reports', { as: district.people.communeOfficer, screen });
    await page.getByRole('link', { name: new RegExp(`Kỳ thứ ${String(periods)}`) }).click();
    const first = page.locator('input[inputmode=decimal]').first();
    await first.fill('1.234');
    await page
      .getByText(/^Đã lưu/)
      .first()
      .waitFor({ state: 'attached' });
    await page.reload();
    await first.waitFor();
    expect(await first.inputValue()).toBe('1234');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByRole('button', { name: 'Vẫn gửi báo cáo' }).click();
    await page.getByText('Đã gửi, chờ duyệt').waitFor();

    expect(await contest.em().findOneOrFail(Report, { period: period.id })).toMatchObject({ state: 'SUBMITTED' });
    expect(await page.locator('input[inputmode=decimal]').count()).toBe(0);
  },
);

test('what is no number is said at its field, stays as it was typed, and is not sent', async () => {
  const period = await aPeriod();
  const page = await browsing.visit('/reports', { as: district.people.communeOfficer });
  await page.getByRole('link', { name: new RegExp(`Kỳ thứ ${String(periods)}`) }).click();
  const first = page.locator('input[inputmode=decimal]').first();
  await first.fill('nhiều');
  await page.getByText('Ghi bằng số, ví dụ 1.234 hoặc 12,5.').waitFor();
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();

  expect(await first.getAttribute('aria-invalid')).toBe('true');
  expect(await first.inputValue()).toBe('nhiều');
  expect(await contest.em().count(Report, { period: period.id })).toBe(0);
});

test('a closed period says why it is shut, and is asked to be opened again', async () => {
  const { id: periodId, version } = await aPeriod();
  await done(organiser, 'closePeriod', { periodId, version });
  const page = await browsing.visit('/reports', { as: district.people.communeOfficer, screen: 'phone' });
  await page.getByRole('link', { name: new RegExp(`Kỳ thứ ${String(periods)}`) }).click();
  await page.getByText('Kỳ báo cáo đã khóa sổ.').waitFor();
  await page.getByRole('button', { name: 'Xin mở lại kỳ báo cáo' }).click();
  await page.getByLabel('Lý do').fill('Mất điện ba ngày.');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText(/đang chờ Phòng Nội vụ/).waitFor();

  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a commune says how far it is, with a photo that shows it', async () => {
  const { anKhanh } = district.units;
  const officer = await contest.as(district.people.communeOfficer);
  const adoption = await adoptionOf(officer, rolloutId, anKhanh);
  const page = await browsing.visit(`/adoptions/${String(adoption.id)}`, { as: district.people.communeOfficer, screen: 'phone' });
  await page.getByRole('radio', { name: 'Đang chuẩn bị' }).check();
  await page.getByLabel('Minh chứng').fill('Đã phân công người phụ trách.');
  const photo = await page.screenshot({ type: 'png' });
  await page.getByLabel('Chụp ảnh hoặc chọn tệp').setInputFiles({ name: 'bang-tin.png', mimeType: 'image/png', buffer: photo });
  await page.getByText('Đã gửi: bang-tin.jpg').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ghi tình hình' }).click();
  await page.getByText('Đã ghi: Đang chuẩn bị.').waitFor();

  expect(await adoptionOf(officer, rolloutId, anKhanh)).toMatchObject({ state: 'PREPARING' });
  await page.getByRole('button', { name: 'Tải về: Đã phân công người phụ trách.' }).waitFor();
});
