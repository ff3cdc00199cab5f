import { jest } from '@jest/globals';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Browsing, accessibilityFaults, browse } from './browsing.js';

let contest: RunningContest;
let browsing: Browsing;
const written: string[] = [];

beforeAll(async () => {
  contest = await startContest(new Date().toISOString(), { LOG_LEVEL: 'info' });
  browsing = await browse(contest);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    if (String(text).includes('"context":"Page"')) written.push(String(text));
    return true;
  });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await browsing.stop();
  await contest.stop();
});

const tell = (body: object) =>
  fetch(`${browsing.origin}/broken-pages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('a page that throws shows a way on and an id, under which the log says what broke and where, and nothing that was typed', async () => {
  const page = await browsing.visit('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: { winners: { edges: [{ node: 'điều đã gõ' }] } } } }));
  await page.getByRole('link', { name: 'Kết quả các năm' }).first().click();
  await page.getByRole('heading', { name: 'Trang này gặp sự cố' }).waitFor();
  const id = /[0-9A-F]{8}/.exec(await page.getByText(/mã sự cố/).innerText())?.[0] ?? '';
  while (written.length === 0) await page.waitForTimeout(50);

  expect(written.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ id, page: '/winners', error: 'TypeError', level: 'error', context: 'Page', message: `A page broke ${id}` }),
  ]);
  expect(written.join()).toMatch(/"at":\["[\w.-]+\.js:\d+:\d+"/);
  expect(written.join()).not.toContain('gõ');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Tải lại trang' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kết quả các năm' }).waitFor();
});

test('what has another form is not written, and neither is what comes too often', async () => {
  const told = { id: 'ABCDEF01', page: '/winners', error: 'TypeError', at: [] };
  written.length = 0;
  for (const other of [{ id: 'Nguyễn' }, { page: '/x y' }, { error: 'Không đọc được' }, { at: ['điều đã gõ'] }])
    expect((await tell({ ...told, ...other })).status).toBe(400);
  expect(written).toEqual([]);
  await tell({ ...told, message: 'điều đã gõ' });
  expect(written.join()).not.toContain('gõ');

  const answers = await Promise.all(Array.from({ length: 220 }, () => tell(told).then(({ status }) => status)));
  expect([...new Set(answers)].sort()).toEqual([204, 429]);
  expect(written.length).toBeLessThanOrEqual(200);
});
