import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browsing, type Screen, browse, sidewaysScroll } from './browsing.js';
import { PROPOSE_AWARDS, aDeliberated, published } from '../support/awards.js';
import { type District, PASSWORD, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Judging } from '../support/judging.js';
import { ADOPT, adoptInput } from '../support/rollouts.js';

let contest: RunningContest;
let district: District;
let judging: Judging;
let browsing: Browsing;
let winner: string;
let title: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  judging = await aDeliberated(contest, district, {
    novelty: ['30', '20'],
    ruleBook: { publicPack: true, publicRanking: true, publicText: ['EFFECT'] },
  });
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  await published(contest, judging.organiser, { leader: await contest.as(district.people.leader), decision });
  [winner = ''] = judging.initiatives;
  const organiser = await contest.as(district.people.organiser);
  expect(await organiser.ask(ADOPT, { input: adoptInput(district, winner) })).toMatchObject({ __typename: 'Rollout' });
  ({ title } = (await contest.client().ask('query ($id: ID!) { publicInitiative(id: $id) { title } }', { id: winner })) as {
    title: string;
  });
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

const screens: Screen[] = ['desktop', 'phone'];
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

test.each(screens)(
  'from the home to a winner that is looked for without tone marks, by an address that can be passed on (%s)',
  async (screen) => {
    const page = await browsing.visit('/', { screen });
    await page.getByRole('link', { name: 'Kết quả các năm', exact: true }).first().click();
    await page.getByLabel('Tìm theo tên sáng kiến').fill(withoutMarks(title));
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.waitForURL(/\/winners\?search=/);
    await page.getByRole('link', { name: title, exact: true }).first().waitFor();

    const passedOn = await browsing.visit(new URL(page.url()).pathname + new URL(page.url()).search, { screen });
    await passedOn.getByRole('link', { name: title, exact: true }).first().click();
    await passedOn.getByRole('heading', { level: 1, name: title }).waitFor();
    await passedOn.getByRole('heading', { level: 2, name: 'Nơi đang áp dụng' }).waitFor();
    expect([await sidewaysScroll(page), await sidewaysScroll(passedOn)]).toEqual([0, 0]);
    expect(browsing.faults()).toEqual([]);
  },
);

test.each(screens)(
  'a result is public with prizes, ranking and pack, and the pack is checked on the spot without a network (%s)',
  async (screen) => {
    const page = await browsing.visit(`/contests/${judging.contestId}/result`, { screen });
    await page.getByRole('heading', { level: 2, name: 'Xếp hạng chung cuộc' }).waitFor();
    await page.getByRole('row', { name: new RegExp(title) }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Tải gói kết quả/ }).click()]);
    const pack = join(contest.config.dataDir, `pack-${screen}.json`);
    await download.saveAs(pack);

    await page.goto(`${browsing.origin}/check-result`);
    const file = page.getByLabel('Tệp gói kết quả (.json) đã tải về');
    await file.waitFor();
    await file.setInputFiles({ name: 'first.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByText(/Không khớp|Chưa kiểm tra được|Không đọc được/).waitFor();
    await page.context().setOffline(true);
    await file.setInputFiles(pack);
    await page.getByText('Khớp. Mọi điểm, thứ hạng và giải trong gói đúng như tính lại.').waitFor();

    const changed = join(contest.config.dataDir, `changed-${screen}.json`);
    await writeFile(changed, (await readFile(pack, 'utf8')).replace('"rank":1', '"rank":2'));
    await file.setInputFiles(changed);
    await page.getByText(/^Không khớp\./).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(browsing.faults()).toEqual([]);
  },
);

test.each(screens)('where it is in use is shown on the communes of then and on the units of today (%s)', async (screen) => {
  const page = await browsing.visit('/in-use', { screen });
  await page.getByRole('table').first().waitFor();
  await page
    .getByRole('radio', { name: 'Đơn vị hiện nay' })
    .or(page.getByRole('button', { name: 'Đơn vị hiện nay' }))
    .first()
    .click();
  await page.waitForURL(/units=today/);
  await page.getByText(/Số trong mỗi đơn vị là số xã, thị trấn cũ/).waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(browsing.faults()).toEqual([]);
});

test.each(['/winners', '/in-use', '/check-result', '/privacy', '/accessibility'])(
  '%s goes on with the words that stood there before its scripts ran',
  async (path) => {
    const page = await browsing.visit(path);
    const { said, drawn } = await page.evaluate(() => ({
      said: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content,
      drawn: document.querySelector('main h1 + [class*=lead]')?.textContent,
    }));
    expect(drawn).toBe(said);
  },
);

test('the first picture of a public page asks the API for nothing that came with it', async () => {
  const page = await browsing.visit('/privacy');
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
    if (name) asked.push(name);
  });
  await page.goto(`${browsing.origin}/winners/${winner}`);
  await page.locator('.first-words').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: title }).waitFor();

  expect(asked.filter((name) => name !== 'Me')).toEqual([]);
});

test('what the server could not answer is told with the id of the error, never as something that is not there', async () => {
  const page = await browsing.visit('/privacy');
  const answer = {
    data: { publicInitiative: null },
    errors: [{ message: 'Hệ thống gặp sự cố.', path: ['publicInitiative'], extensions: { code: 'INTERNAL', id: 'a1b2c3' } }],
  };
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('PublicInitiative') ? route.fulfill({ json: answer }) : route.continue(),
  );
  await page.goto(`${browsing.origin}/winners/00000000-0000-7000-8000-000000000000`);
  const told = page.getByRole('alert');
  await told.getByText('a1b2c3').waitFor();

  expect(await told.textContent()).toContain('Hệ thống gặp sự cố.');
  expect(await page.getByText('Không có sáng kiến này').count()).toBe(0);
  await page.unroute('**/graphql');
  await told.getByRole('button', { name: 'Tải lại' }).click();
  await page.getByText('Không có sáng kiến này').waitFor();
});

test.each([
  ['of an office’s network without a certificate', true],
  ['with a certificate or of this machine', false],
])('from a page %s one signs in and checks a result', async (where, withoutCertificate) => {
  const email = `${withoutCertificate ? 'mang.noi.bo' : 'may.nay'}@hoaiduc.example.vn`;
  await aPerson(contest, { fullName: where, email, password: PASSWORD, unitId: district.units.culture, role: 'SUBMITTER' });
  const page = await browsing.visit('/sign-in', { withoutCertificate });
  expect(await page.evaluate(() => isSecureContext)).toBe(!withoutCertificate);
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL('**/home');

  await page.goto(new URL('/check-result', page.url()).href);
  await page.getByLabel('Tệp gói kết quả (.json) đã tải về').setInputFiles(join(contest.config.dataDir, 'pack-desktop.json'));
  await page.getByText('Khớp. Mọi điểm, thứ hạng và giải trong gói đúng như tính lại.').waitFor();
  expect(browsing.faults()).toEqual([]);
});

test('a page that throws shows a way on and the id of the error', async () => {
  const apart = await browse(contest);
  const page = await apart.visit('/privacy');
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('PublicInitiative')
      ? route.fulfill({ json: { data: { publicInitiative: {} } } })
      : route.continue(),
  );
  await page.goto(`${apart.origin}/winners/00000000-0000-7000-8000-000000000000`);
  await page.getByRole('heading', { level: 1, name: 'Trang này gặp sự cố' }).waitFor();
  const [, id = ''] = /mã sự cố ([0-9A-F]{8})/.exec((await page.getByRole('main').last().textContent()) ?? '') ?? [];

  expect(apart.faults().some((fault) => id !== '' && fault.includes(id))).toBe(true);
  await page.unroute('**/graphql');
  await page.getByRole('link', { name: 'Về trang chủ' }).last().click();
  await page.waitForURL(`${apart.origin}/`);
  await apart.stop();
});
