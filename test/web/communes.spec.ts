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
let rollout: { id: string; indicators: Record<string, string> };
let periods = 0;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  rollout = await aRollout(contest, district, organiser);
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

test('a report that is sent before it was ever saved is saved and sent', async () => {
  const period = await aPeriod();
  const page = await browsing.visit('/reports', { as: district.people.communeOfficer });
  await page.getByRole('link', { name: new RegExp(`Kỳ thứ ${String(periods)}`) }).click();
  await page.locator('input[inputmode=decimal]').first().fill('7');
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.getByRole('button', { name: 'Vẫn gửi báo cáo' }).click();
  await page.getByText('Đã gửi, chờ duyệt').waitFor();

  expect(await contest.em().findOneOrFail(Report, { period: period.id })).toMatchObject({ state: 'SUBMITTED' });
});

test('what is no number is said at its field, stays as it was typed, and is not sent', async () => {
  const period = await aPeriod();
  const page = await browsing.visit('/reports', { as: district.people.communeOfficer });
  await page.getByRole('link', { name: new RegExp(`Kỳ thứ ${String(periods)}`) }).click();
  const first = page.locator('input[inputmode=decimal]').first();
  await first.waitFor();
  expect(await page.getByRole('button', { name: 'Gửi báo cáo' }).getAttribute('aria-disabled')).toBe('true');
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
  const adoption = await adoptionOf(officer, rollout.id, anKhanh);
  const page = await browsing.visit(`/adoptions/${String(adoption.id)}`, { as: district.people.communeOfficer, screen: 'phone' });
  await page.getByRole('radio', { name: 'Đang chuẩn bị' }).check();
  await page.getByLabel('Minh chứng').fill('Đã phân công người phụ trách.');
  const photo = await page.screenshot({ type: 'png' });
  await page.getByLabel('Chụp ảnh hoặc chọn tệp').setInputFiles({ name: 'bang-tin.png', mimeType: 'image/png', buffer: photo });
  await page.getByText('Đã gửi: bang-tin.jpg').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ghi tình hình' }).click();
  await page.getByText('Đã ghi: Đang chuẩn bị.').waitFor();

  expect(await adoptionOf(officer, rollout.id, anKhanh)).toMatchObject({ state: 'PREPARING' });
  await page.getByRole('button', { name: 'Tải về: Đã phân công người phụ trách.' }).waitFor();
});

test('what a commune types of its state outlives a dead spot and a page that closes', async () => {
  const officer = await contest.as(district.people.communeOfficer);
  const { id } = await adoptionOf(officer, rollout.id, district.units.anKhanh);
  const page = await browsing.visit(`/adoptions/${String(id)}`, { as: district.people.communeOfficer, screen: 'phone' });
  await page.getByRole('radio', { name: 'Đang thí điểm' }).check();
  await page.getByLabel('Minh chứng').fill('Quầy số 2 dùng thử từ hôm nay.');
  await page.getByText(/được giữ trên máy này/).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Ghi tình hình' }).click();
  await page.getByText(/Không kết nối được với hệ thống/).waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await page.getByText(/được giữ trên máy này/).waitFor();
  expect(await page.getByRole('radio', { name: 'Đang thí điểm' }).isChecked()).toBe(true);
  expect(await page.getByLabel('Minh chứng').inputValue()).toBe('Quầy số 2 dùng thử từ hôm nay.');
  await page.getByRole('button', { name: 'Ghi tình hình' }).click();
  await page.getByText('Đã ghi: Đang thí điểm.').waitFor();
  await page.reload();
  await page.getByRole('radio', { name: 'Đang áp dụng' }).check();

  expect(await page.getByLabel('Minh chứng').inputValue()).toBe('');
  expect(await adoptionOf(officer, rollout.id, district.units.anKhanh)).toMatchObject({ state: 'PILOTING' });
});

test.each<Screen>(['desktop', 'phone'])(
  'the office returns a report with words, and approves it when it comes again (%s)',
  async (screen) => {
    const period = await aPeriod();
    const { anKhanh } = district.units;
    const officer = await contest.as(district.people.communeOfficer);
    const { indicators } = rollout;
    const figures = [{ indicatorId: indicators['qr.ratings'], value: '12' }];
    const sent = async (version: number) => {
      const saved = await done(officer, 'saveReport', { periodId: period.id, unitId: anKhanh, version, figures });
      return done(officer, 'submitReport', { reportId: saved.id, version: saved.version });
    };
    const { version } = await sent(0);
    const page = await browsing.visit('/reporting-periods', { as: district.people.organiser, screen });
    await page.getByRole('link', { name: `Kỳ thứ ${String(periods)}`, exact: true }).click();
    await page.getByRole('link', { name: /An Khánh.*Chờ duyệt/ }).click();
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click();
    await page.getByLabel('Cần sửa gì').fill('Thiếu số quầy.');
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại báo cáo' }).click();
    await page.getByText('Báo cáo được trả lại').waitFor();
    await sent(Number(version) + 1);
    await page.reload();
    await page.getByRole('button', { name: 'Duyệt báo cáo' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await page.getByText('Đã duyệt báo cáo.').waitFor();

    expect(await contest.em().findOneOrFail(Report, { period: period.id })).toMatchObject({ state: 'APPROVED' });
    expect(await sidewaysScroll(page)).toBe(0);
  },
);

test('the office opens a closed period again for one commune until a day', async () => {
  const { id: periodId, version } = await aPeriod();
  const { anKhanh } = district.units;
  await done(organiser, 'closePeriod', { periodId, version });
  const officer = await contest.as(district.people.communeOfficer);
  const asked = { periodId, unitId: anKhanh, reason: 'Mất điện ba ngày.' };
  await officer.ask('mutation ($input: RequestExceptionInput!) { requestException(input: $input) { __typename } }', { input: asked });
  const page = await browsing.visit(`/reports/${periodId}`, { as: district.people.organiser });
  await page.getByText('Mất điện ba ngày.').waitFor();
  await page.getByRole('button', { name: 'Cho mở lại' }).click();
  await page.getByLabel('Mở đến hết ngày').fill(dayFromNow(5));
  await page.getByLabel('Lý do').fill('Có biên bản.');
  await page.getByRole('button', { name: 'Cho mở lại' }).click();
  await page.getByText('Mất điện ba ngày.').waitFor({ state: 'detached' });

  const { edges } = await officer.ask(`{ myReports(first: 50) { edges { node { canReport period { id } } } } }`);
  expect(edges.map(({ node }: any) => node).find((node: any) => node.period.id === periodId)).toMatchObject({ canReport: true });
});
