import { setTimeout } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { type Browsing, browse } from './browsing.js';
import { aRound } from '../support/contests.js';
import { aDistrict, aPerson } from '../support/factories.js';
import { type Client, type RunningContest, startContest } from '../support/harness.js';
import { type HeldCard, type Judging, SAVE, SIGN, aJudging, attestedCards, marksOf, openRound } from '../support/judging.js';

const PASSWORD = 'mot-mat-khau-rat-dai';
const EMAIL = 'giam.khao@hoaiduc.example';
const MARKS = 'query ($id: ID!) { scorecard(id: $id) { version state marks { criterion points } } }';
const ROUND = 'query ($id: ID!) { round(id: $id) { version } }';
const MOVE_DUE = 'mutation ($input: MoveRoundDueInput!) { moveRoundDue(input: $input) { __typename } }';

let contest: RunningContest;
let judging: Judging;
let browsing: Browsing;
let judge: string;
let asked: Client;
let cards: HeldCard[];

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  const district = await aDistrict(contest);
  const plain = aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 });
  judging = await aJudging(contest, district, { initiatives: 6, judges: 0, ruleBook: { rounds: [plain], tieBreak: [] } });
  judge = await aPerson(contest, {
    unitId: null,
    role: 'JUDGE',
    roleUnitId: district.units.district,
    email: EMAIL,
    password: PASSWORD,
  });
  await contest.get(SeatService).seat(SYSTEM, { contestId: judging.contestId, personId: judge, kind: 'JUDGE' });
  await openRound(contest, judging, roundId());
  asked = await contest.as(judge);
  cards = await attestedCards(asked, roundId());
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

const roundId = (): string => judging.rounds[0] ?? '';
const cardId = (at: number): string => cards[at]?.id ?? '';
const pathOf = (at: number): string => `/judging/${roundId()}/cards/${cardId(at)}`;
const scorecard = async (at: number): Promise<{ version: number; state: string; marks: { criterion: string; points: string | null }[] }> =>
  (await asked.ask(MARKS, { id: cardId(at) })) as Awaited<ReturnType<typeof scorecard>>;
/** What the server has of a card: the points given, by criterion. */
const pointsOf = async (at: number): Promise<Record<string, string>> =>
  Object.fromEntries((await scorecard(at)).marks.flatMap(({ criterion, points }) => (points === null ? [] : [[criterion, points]])));
const mark = (page: Page, key: string) => page.locator(`#mark-${key}`);
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();

async function eventually<Value>(read: () => Promise<Value>, value: Value): Promise<void> {
  for (let tries = 0; tries < 100 && JSON.stringify(await read()) !== JSON.stringify(value); tries += 1) await setTimeout(100);
  expect(await read()).toEqual(value);
}

async function openCard(at: number): Promise<Page> {
  const page = await browsing.visit(pathOf(at), { as: judge });
  await mark(page, 'novelty').waitFor();
  return page;
}

test('marks typed without a network outlive the tab, and are saved by the next that opens the card', async () => {
  const page = await openCard(0);
  await mark(page, 'novelty').fill('21,5');
  await saved(page);
  await page.context().setOffline(true);
  await mark(page, 'applicability').fill('17');
  await page.getByText('Mất mạng: 1 thay đổi đang giữ trên máy này').waitFor();
  const profile = page.context();
  await page.close();
  expect(await pointsOf(0)).toEqual({ novelty: '21.5' });

  await profile.setOffline(false);
  const next = await profile.newPage();
  await next.goto(browsing.origin + pathOf(0));
  await saved(next);

  expect(await mark(next, 'applicability').inputValue()).toBe('17');
  expect(await pointsOf(0)).toEqual({ novelty: '21.5', applicability: '17' });
});

test('a session that ends while a judge types is begun again in place, and the marks are saved', async () => {
  const page = await openCard(1);
  await page.context().clearCookies();
  await mark(page, 'novelty').fill('9');
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
  await dialog.getByLabel('Mật khẩu').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await saved(page);

  expect(await mark(page, 'novelty').inputValue()).toBe('9');
  expect(await pointsOf(1)).toEqual({ novelty: '9' });
});

test('a second tab follows what the first saves; of a mark that was written elsewhere too, both stand until one is chosen', async () => {
  const page = await openCard(2);
  const second = await browsing.tab(page, pathOf(2));
  await mark(second, 'novelty').waitFor();
  await mark(page, 'novelty').fill('11');
  await saved(page);
  await eventually(() => mark(second, 'novelty').inputValue(), '11');

  const { version } = await scorecard(2);
  await asked.ask(SAVE, { input: { scorecardId: cardId(2), version, marks: [{ criterion: 'novelty', points: '13' }] } });
  await mark(page, 'novelty').fill('12');
  await page.getByText('Bản đang nhập ở đây').waitFor();
  expect(await pointsOf(2)).toEqual({ novelty: '13' });
  await page.getByRole('button', { name: 'Giữ bản ở đây' }).click();
  await eventually(() => pointsOf(2), { novelty: '12' });
});

test('marks that come after the card was signed elsewhere are shown beside it, and the card stays as it was signed', async () => {
  const page = await openCard(3);
  await page.context().setOffline(true);
  await mark(page, 'novelty').fill('3');
  await page.getByText('Mất mạng: 1 thay đổi đang giữ trên máy này').waitFor();
  await asked.ask(SIGN, { input: { scorecardId: cardId(3), version: cards[3]?.version, marks: marksOf('20', '20', '20') } });
  await page.context().setOffline(false);
  await page.getByText('Phần sau đã nhập trên máy này nhưng chưa kịp lưu vào phiếu:').waitFor();

  expect(await mark(page, 'novelty').inputValue()).toBe('20');
  await page.getByRole('button', { name: 'Bỏ phần chưa lưu này' }).click();
  await page.getByText('Phần sau đã nhập trên máy này').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Mã nội dung/ }).click();
  const { hash } = (await asked.ask('query ($id: ID!) { scorecard(id: $id) { hash } }', { id: cardId(3) })) as { hash: string };
  await page.getByRole('dialog').getByText(hash, { exact: true }).waitFor();
});

test('once the deadline has passed, marks that were on the screen are kept and the card is not signed, with the reason in sight', async () => {
  const page = await openCard(4);
  for (const key of ['novelty', 'applicability', 'effect']) await mark(page, key).fill('10');
  await saved(page);
  const { version } = (await judging.organiser.ask(ROUND, { id: roundId() })) as { version: number };
  const dueAt = new Date(contest.clock.now().getTime() + 3_600_000);
  const moved = await judging.organiser.ask(MOVE_DUE, { input: { roundId: roundId(), version, dueAt, reason: 'Theo kế hoạch.' } });
  expect(moved).toEqual({ __typename: 'Round' });
  contest.clock.set(new Date(dueAt.getTime() + 86_400_000));
  await mark(page, 'effect').fill('12');
  await page.getByRole('button', { name: 'Xem lại và ký' }).click();
  await page.getByRole('button', { name: 'Ký phiếu, 32 điểm' }).click();
  await page
    .getByRole('dialog')
    .getByRole('alert')
    .getByText(/đã hết hạn|quá hạn|đã qua/i)
    .waitFor();
  await page.getByRole('button', { name: 'Quay lại chấm' }).click();
  await page.locator('#why-not-sign').waitFor();

  expect((await scorecard(4)).state).toBe('DRAFT');
  expect(await pointsOf(4)).toEqual({ novelty: '10', applicability: '10', effect: '12' });
});
