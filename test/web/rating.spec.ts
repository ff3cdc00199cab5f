import sharp from 'sharp';
import decodeQR from 'qr/decode.js';
import { pictureOf } from '../../libs/documents/src/counter-sheet/counter-sheet.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { mutation } from '../support/sign-in.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

const OPEN = mutation('openCounter', 'OpenCounterInput', '... on Counter { address counterCode }');

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let address: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  const organiser = await contest.as(district.people.organiser);
  const order = { unitId: district.units.anKhanh, name: 'Quầy tiếp nhận hồ sơ hộ tịch, chứng thực', openFrom: '2024-01-02' };
  ({ address } = (await organiser.ask(OPEN, { input: order })) as { address: string });
  browsing = await browse(contest);
});
afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

/** What a phone's camera makes of the picture on the sheet. */
async function scanned(): Promise<string> {
  const { data, info } = await sharp(Buffer.from(pictureOf(address)), { density: 600 })
    .raw()
    .ensureAlpha()
    .toBuffer({ resolveWithObject: true });
  return new URL(decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })).pathname;
}

const given = () => contest.em().getConnection().execute<{ level: number }[]>('select level from rating');

test('a citizen scans the code at the counter and rates in two taps, on a phone', async () => {
  const page = await browsing.visit(await scanned(), { screen: 'phone' });
  expect(await sidewaysScroll(page)).toBe(0);
  await page.getByText('Hài lòng', { exact: true }).tap();
  const button = page.getByRole('button', { name: 'Gửi đánh giá' }).first();
  expect(await button.boundingBox().then((box) => box && box.y + box.height <= 844 && box.height >= 44)).toBe(true);
  await button.tap();
  await page.getByText('Đã nhận đánh giá').waitFor();
  expect(await given()).toEqual([{ level: 4 }]);
  expect(browsing.faults()).toEqual([]);
});

test('it works without a script, by the keyboard too, and comes with less than 60 KB', async () => {
  const page = await browsing.visit('/winners');
  const still = await page
    .context()
    .browser()!
    .newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const plain = await still.newPage();
  let weight = 0;
  plain.on('response', (response) => {
    // What leads on has no body.
    if (response.ok()) void response.body().then((body) => (weight += body.length));
  });
  await plain.goto(browsing.origin + (await scanned()));
  await plain.keyboard.press('Tab');
  await plain.getByRole('radio', { name: 'Rất hài lòng' }).focus();
  await plain.keyboard.press('ArrowDown');
  await plain.keyboard.press('ArrowDown');
  await plain.keyboard.press('Enter');
  await plain.getByText('Đã nhận đánh giá').waitFor();
  expect(await given()).toContainEqual({ level: 3 });
  expect(weight).toBeLessThan(60_000);
  await still.close();
});

test.each(['light', 'dark'] as const)('axe finds nothing on it in %s, in either language', async (theme) => {
  for (const language of ['vi', 'en'] as const) {
    const page = await browsing.visit(await scanned(), { theme, language, screen: 'phone' });
    await page.locator('summary').click();
    expect([language, await accessibilityFaults(page)]).toEqual([language, []]);
  }
});
