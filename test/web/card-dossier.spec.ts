import { type Browsing, accessibilityFaults, browse } from './browsing.js';
import { aRound } from '../support/contests.js';
import { aDistrict } from '../support/factories.js';
import { aPdfSaying } from '../support/files.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { aJudging, attestedCards, openRound, retold } from '../support/judging.js';
import { aKeptFile } from '../support/uploads.js';

let contest: RunningContest;
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

test('in an anonymous round a judge reads a PDF with its words, finds some without their tone marks, and learns nobody’s name', async () => {
  const district = await aDistrict(contest);
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility: 'ANONYMOUS' })];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds, tieBreak: [] } });
  const [initiativeId = '', roundId = '', judge = ''] = [judging.initiatives[0], judging.rounds[0], judging.judges[0]];
  const content = aPdfSaying('Rut ngan thoi gian cho doi');
  await aKeptFile(contest, { initiativeId, fileName: 'Nguyễn Thị Hòa - thuyết minh.pdf', content });
  await openRound(contest, judging, roundId);
  const [card] = await attestedCards(await contest.as(judge), roundId);
  const page = await browsing.visit(`/judging/${roundId}/cards/${card?.id ?? ''}`, { as: judge });
  await page.getByText('Hồ sơ chấm ẩn danh').waitFor();
  await page.getByRole('tab', { name: 'Minh chứng (1)' }).click();
  await page.getByRole('button', { name: /^Xem Tệp 1/ }).click();
  await page.getByText('Rut ngan thoi gian cho doi').waitFor();
  await page.getByRole('searchbox', { name: 'Tìm trong tài liệu' }).fill('thời gian');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.waitForFunction(() => [...(CSS.highlights.get('pdf-found') ?? [])].map(String).join() === 'thoi gian');

  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Thuyết minh', 'Minh chứng (1)', 'Ghi chú riêng']);
  expect(await page.locator('body').innerText()).not.toMatch(/Nguyễn Thị Hòa|Phòng Tài chính/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('in a round with names a judge sees what is like an initiative, sentence beside sentence', async () => {
  const district = await aDistrict(contest);
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility: 'NAMED' })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = '', judge = ''] = [judging.rounds[0], judging.judges[0]];
  const sentence = 'Bảng theo dõi có bộ hẹn giờ tự gửi tin nhắn trước 60, 30 và 7 ngày.';
  for (const id of judging.initiatives) await retold(contest, id, { solution: sentence });
  await openRound(contest, judging, roundId);
  const [card] = await attestedCards(await contest.as(judge), roundId);
  const page = await browsing.visit(`/judging/${roundId}/cards/${card?.id ?? ''}`, { as: judge });
  await page.getByRole('tab', { name: 'Tương tự (1)' }).click();

  const found = page.getByRole('tabpanel');
  expect(await found.getByText(sentence).count()).toBe(2);
  expect(await found.getByText('Sáng kiến kia').first().isVisible()).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
});
