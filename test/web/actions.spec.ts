import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aHead } from '../support/heads.js';
import { aSignal } from '../support/ratings.js';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';

let contest: RunningContest;
let browsing: Browsing;
let district: District;

beforeAll(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

test('a head says what is done about a signal and that it was done, somebody of the office sees it, and four weeks later it is known whether it worked', async () => {
  const head = await aHead(contest, district.units.anKhanh);
  await aSignal(contest, district.units.anKhanh);

  const commune = await browsing.visit('/signals', { as: head.id });
  await commune.getByRole('button', { name: 'Lập biện pháp' }).click();
  await commune.getByLabel('Nguyên nhân').fill('Buổi chiều chỉ có một người trực.');
  await commune.getByLabel('Biện pháp', { exact: true }).fill('Bố trí thêm một người buổi chiều.');
  await commune.getByLabel('Hạn thực hiện').fill('2026-03-01');
  await commune.getByRole('dialog').getByRole('button', { name: 'Lập biện pháp' }).click();
  await commune
    .getByRole('alert')
    .getByRole('link', { name: /từ hôm nay/ })
    .waitFor();
  await commune.getByLabel('Hạn thực hiện').fill('2026-03-16');
  await commune.getByRole('dialog').getByRole('button', { name: 'Lập biện pháp' }).click();
  await commune.getByText('Đã lập biện pháp khắc phục.').waitFor();

  await commune.getByRole('main').getByRole('link', { name: 'Biện pháp khắc phục' }).click();
  await commune.getByRole('link', { name: 'Bố trí thêm một người buổi chiều.' }).click();
  await commune.getByRole('button', { name: 'Báo đã làm' }).click();
  await commune.getByLabel('Minh chứng đã làm').fill('Lịch trực tháng 3.');
  await commune.getByRole('dialog').getByRole('button', { name: 'Báo đã làm' }).click();
  await commune.getByRole('complementary').getByText('báo đã làm, chờ xác minh').waitFor();
  expect(await commune.getByRole('button', { name: 'Xác minh đã làm' }).count()).toBe(0);

  const office = await browsing.visit('/actions', { as: district.people.organiser });
  await office.getByRole('link', { name: 'Bố trí thêm một người buổi chiều.' }).click();
  await office.getByRole('complementary').getByText('Lịch trực tháng 3.').waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  await office.getByRole('button', { name: 'Xác minh đã làm' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Xác minh đã làm' }).click();
  await office.getByText('Có từ ngày 30/03/2026, khi đủ bốn tuần trọn.').waitFor();
  expect(await office.getByRole('button', { name: 'Ghi có hiệu quả' }).count()).toBe(0);

  contest.clock.set('2026-03-30T02:00:00Z');
  await office.reload();
  await office.getByRole('button', { name: 'Ghi có hiệu quả' }).click();
  await office.getByLabel('Kiểm tra nào cho thấy').fill('Kiểm tra tại quầy ngày 30/3.');
  await office.getByRole('dialog').getByRole('button', { name: 'Ghi có hiệu quả' }).click();
  await office.getByRole('complementary').getByText('có hiệu quả', { exact: true }).waitFor();
  expect(await contest.em().getConnection().execute('select state, effect_check as "check" from corrective_action')).toEqual([
    { state: 'EFFECTIVE', check: 'Kiểm tra tại quầy ngày 30/3.' },
  ]);
});
