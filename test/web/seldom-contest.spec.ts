import { RuleBook } from '#domain/contest';
import { aRound } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { ASSIGN_ROUND, aJudging } from '../support/judging.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let contest: RunningContest;
let district: District;
let browsing: Browsing;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
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

test('the opening of the first round freezes the rule book under the hash that was told before, and only a decision changes it afterwards', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds, tieBreak: [] } });
  const { contestId, organiser } = judging;
  const [roundId = ''] = judging.rounds;
  expect(await organiser.ask(ASSIGN_ROUND, { input: { roundId } })).toMatchObject({ __typename: 'Round' });
  await contest.drain();

  const page = await browsing.visit(`/contests/${contestId}/rule-book`, { as: district.people.organiser, screen: 'phone' });
  await page.getByText('Mở vòng với nội dung đang lưu thì quy chế được khóa, với mã băm SHA-256 sau:').waitFor();
  const told = await page.getByText(/^SHA-256 [0-9a-f]{64}$/).innerText();
  await page.getByRole('button', { name: 'Lưu quy chế' }).waitFor();
  await page.getByRole('link', { name: 'mở vòng chấm đầu tiên' }).click();
  await page.getByRole('link', { name: 'Xem vòng' }).click();
  await page.getByRole('button', { name: 'Mở vòng chấm…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Quy chế chấm khóa lại cùng lúc, dưới mã này; sau đó chỉ sửa được theo quyết định:').waitFor();
  await dialog.getByText(told, { exact: true }).waitFor();
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  expect(await contest.em().findOneOrFail(RuleBook, { contest: contestId })).toMatchObject({ hash: null, frozenAt: null });
  await dialog.getByRole('button', { name: 'Mở vòng chấm' }).click();
  await dialog.waitFor({ state: 'detached' });

  const { hash, number } = await contest.em().findOneOrFail(RuleBook, { contest: contestId });
  expect([`SHA-256 ${hash ?? ''}`, number]).toEqual([told, 1]);
  await page.goto(`${browsing.origin}/contests/${contestId}/rule-book`);
  await page.getByText(/^Phiên bản 1, khóa /).waitFor();
  await page.getByText(told, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sửa theo quyết định' }).waitFor();
  expect(await page.getByRole('button', { name: 'Lưu quy chế' }).count()).toBe(0);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
}, 60_000);
