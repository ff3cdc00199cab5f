import { Notice } from '#domain/notice';
import { type District, aDistrict } from '../support/factories.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { aRollout } from '../support/rollouts.js';
import { done } from '../support/world.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let browsing: Browsing;
let periodId: string;

const dayFromNow = (days: number) => new Date(contest.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await aRollout(contest, district, organiser);
  const period = { key: 'K-1', nameVi: 'Kỳ báo cáo quý', nameEn: 'Quarterly report' };
  const days = { startsOn: dayFromNow(-60), endsOn: dayFromNow(-20), dueOn: dayFromNow(-10) };
  ({ id: periodId } = (await done(organiser, 'openReportingPeriod', { hostUnitId: district.units.district, ...period, ...days })) as {
    id: string;
  });
  browsing = await browse(contest);
});
afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});
afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const told = () => contest.em().count(Notice, { person: district.people.communeOfficer, kind: 'report.nudged' });

test('the office reminds a commune of the report that is due, once a day, on the page of the period and where it is overdue', async () => {
  const page = await browsing.visit(`/reports/${periodId}`, { as: district.people.organiser });
  const line = page.getByRole('listitem').filter({ hasText: 'Xã An Khánh' });
  await line.getByRole('button', { name: 'Nhắc Xã An Khánh' }).click();
  await page.getByText(/^Đã gửi lời nhắc đến /).waitFor();
  await line.getByText('đã nhắc hôm nay').waitFor();
  expect(await line.getByRole('button', { name: 'Nhắc Xã An Khánh' }).getAttribute('aria-disabled')).toBe('true');
  expect(await told()).toBe(1);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });

  await page.goto(`${browsing.origin}/overdue`);
  const row = page.getByRole('row', { name: /Xã An Khánh.*Kỳ báo cáo quý/ });
  await row.getByText('đã nhắc hôm nay').waitFor();
  // Who adopts late is reminded by nobody: nothing awaits them that ends it.
  await page
    .getByRole('row', { name: /Áp dụng/ })
    .first()
    .waitFor();
  expect(
    await page
      .getByRole('row', { name: /Áp dụng/ })
      .getByRole('button', { name: /Nhắc/ })
      .count(),
  ).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await told()).toBe(1);
});

test('on a phone the reminder stands below the commune; a leader, who waits for no report, is offered none', async () => {
  const phone = await browsing.visit(`/reports/${periodId}`, { as: district.people.organiser, screen: 'phone' });
  await phone
    .getByRole('button', { name: /^Nhắc / })
    .first()
    .waitFor();
  expect({ faults: await accessibilityFaults(phone), sideways: await sidewaysScroll(phone) }).toEqual({ faults: [], sideways: 0 });
  const page = await browsing.visit(`/reports/${periodId}`, { as: district.people.leader });
  await page.getByText('Chưa gửi').first().waitFor();
  expect(await page.getByRole('button', { name: /^Nhắc / }).count()).toBe(0);
});

test('a leader sees at home how far all is that goes on under them, and nobody else does', async () => {
  for (const screen of ['desktop', 'phone'] as const) {
    const page = await browsing.visit('/home', { as: district.people.leader, screen });
    await page.getByRole('heading', { name: 'Tiến độ những việc ông/bà chỉ đạo' }).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Báo cáo đã nhận' });
    await row.getByText(/^0 trên \d+$/).waitFor();
    expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
    await row.getByRole('link', { name: /Xem/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Kỳ báo cáo quý' }).waitFor();
  }
  const page = await browsing.visit('/home', { as: district.people.organiser });
  await page
    .getByText(/việc nào đang chờ|việc đang chờ/)
    .first()
    .waitFor();
  expect(await page.getByText('Tiến độ những việc').count()).toBe(0);
});
