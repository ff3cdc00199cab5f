import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { PresentationSlot, Round } from '#domain/scoring';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { aRound } from '../support/contests.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { ASSIGN_ROUND, type Judging, OPEN_ROUND, aJudging, attestedCards, openRound } from '../support/judging.js';
import { E, F, changedCells } from '../support/offline-sheets.js';

const REFUSAL = '... on Refusal { code message }';
const SET_SAMPLES = `mutation ($input: SetCalibrationSamplesInput!) { setCalibrationSamples(input: $input) { __typename ${REFUSAL} } }`;
const DRAW = `mutation ($input: DrawPresentationOrderInput!) { drawPresentationOrder(input: $input) { __typename ... on PresentationPanel { slots { id initiative { receiptNumber } } } ${REFUSAL} } }`;
const START = `mutation ($input: StartPresentationInput!) { startPresentation(input: $input) { __typename ${REFUSAL} } }`;
const SAMPLE = { problem: 'Chờ lâu.', solution: 'Lấy số qua mạng.', novelty: 'Mới ở huyện.', effect: 'Giảm nửa thời gian.' };

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

const versionOf = async (id: string): Promise<number> => (await contest.em().findOneOrFail(Round, { id })).version;

async function open({ organiser, rounds: [roundId = ''] }: Judging): Promise<string> {
  await organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  expect(await organiser.ask(OPEN_ROUND, { input: { roundId, version: await versionOf(roundId) } })).toMatchObject({ state: 'OPEN' });
  await contest.drain();
  return roundId;
}

/** Waits until something typed lies in the browser's own store. */
async function keptOnTheMachine(page: Page): Promise<void> {
  const rows = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('unsent');
          // Whoever comes before the page made it is not to leave an empty one behind.
          opening.onupgradeneeded = () => {
            opening.transaction?.abort();
          };
          opening.onerror = () => {
            resolve(0);
          };
          opening.onsuccess = () => {
            const counting = opening.result.transaction('rows').objectStore('rows').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  for (let tries = 0; tries < 100 && (await rows()) === 0; tries += 1) await setTimeout(50);
}

test('a judge marks both samples, sees how far the marks lie apart, and the cards of the round open', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1, calibration: true })];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  const samples = ['Lấy số thứ tự qua Zalo', 'Sổ hẹn giờ dùng chung'].map((title) => ({ title, ...SAMPLE }));
  await judging.organiser.ask(SET_SAMPLES, { input: { roundId, version: await versionOf(roundId), samples } });
  await open(judging);
  const page = await browsing.visit(`/judging/${roundId}`, { as: judging.judges[0] });
  await page.getByRole('link', { name: 'Chấm mẫu', exact: true }).click();
  await page.locator('#mark-novelty').fill('12');
  await keptOnTheMachine(page);
  await page.reload();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#mark-novelty')?.value === '12');
  for (const { title } of samples) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('#mark-novelty').fill('12');
    await page.locator('#mark-applicability').fill('20');
    await page.locator('#mark-effect').fill('30');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Ký phiếu, 62 điểm' }).click();
  }
  await page.getByRole('heading', { name: /^Độ lệch khi chấm mẫu/ }).waitFor();
  await page.getByRole('region', { name: 'Độ lệch của mẫu 2' }).getByText('20 – 20').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đã xem độ lệch, mở phiếu của vòng' }).click();
  await page.getByRole('link', { name: /^Cam đoan để mở hồ sơ/ }).waitFor();
});

test('on the day of presentations a judge sees who presents, by the server’s clock, and goes to that card as soon as it may be marked (tablet)', async () => {
  const presentation = { presentMinutes: 10, questionMinutes: 5, marksInRoom: true };
  const rounds = [aRound('final', { judgesPerInitiative: 2, minimumCards: 1, presentation })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const roundId = await open(judging);
  const [judge = ''] = judging.judges;
  await attestedCards(await contest.as(judge), roundId);
  const page = await browsing.visit(`/judging/${roundId}/presentation`, { as: judge });
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByText('Chưa rút thăm thứ tự thuyết trình').waitFor();
  const drawn = (await judging.organiser.ask(DRAW, { input: { roundId } })) as {
    slots: { id: string; initiative: { receiptNumber: string } }[];
  };
  const [first] = drawn.slots;
  await contest.drain();
  await page.getByText(new RegExp(`Lượt tới: ${first?.initiative.receiptNumber ?? ''}`)).waitFor();
  expect(await page.getByRole('link', { name: /^Chấm 2/ }).count()).toBe(0);

  const { version } = await contest.em().findOneOrFail(PresentationSlot, { id: first?.id ?? '' });
  expect(await judging.organiser.ask(START, { input: { slotId: first?.id, version } })).toEqual({ __typename: 'PresentationPanel' });
  await contest.drain();
  await page
    .getByRole('timer')
    .getByText(/^(10:00|09:\d\d)$/)
    .waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page
    .getByRole('region', { name: 'Đang thuyết trình' })
    .getByRole('link', { name: `Chấm ${first?.initiative.receiptNumber ?? ''}` })
    .click();
  await page.locator('#mark-novelty').fill('15');
  await page.getByText(/^Đã lưu \d/).waitFor();
  await page.getByRole('timer').waitFor();
});

test('a judge takes the sheet, brings it back filled in, sees the differences field by field, and takes them over as drafts', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = '', [judgeId = '']] = [judging.rounds[0], judging.judges];
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judgeId);
  const page = await browsing.visit(`/judging/${roundId}/offline-sheet`, { as: judgeId });
  await page.getByRole('button', { name: 'Lấy bảng chấm', disabled: true }).waitFor();
  await page.getByRole('link', { name: 'Đến các phiếu của vòng để cam đoan' }).click();
  await page.waitForURL(`**/judging/${roundId}`);
  const [card] = await attestedCards(judge, roundId);
  await page.getByRole('link', { name: 'Chấm khi không có mạng' }).click();
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lấy bảng chấm' }).click()]);
  const filled = join(tmpdir(), `bang-cham-${roundId}.xlsx`);
  await writeFile(filled, await changedCells(await readFile(await taken.path()), { [E(8)]: 99 }));
  await page.getByLabel('Bảng đã chấm').setInputFiles(filled);
  await page.getByRole('alert').getByText('Phiếu chấm!E8').first().waitFor();

  await writeFile(filled, await changedCells(await readFile(await taken.path()), { [E(8)]: 18, [F(8)]: 'Làm được ngay.' }));
  await page.getByLabel('Bảng đã chấm').setInputFiles(filled);
  await page.getByText('Làm được ngay.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nhận thay đổi của 1 phiếu' }).click();
  await page.getByText('Đã nhận vào phiếu. Các phiếu vẫn là bản nháp.').waitFor();

  const read = 'query ($id: ID!) { scorecard(id: $id) { state marks { criterion points comment } } }';
  expect(await judge.ask(read, { id: card?.id })).toEqual({
    state: 'DRAFT',
    marks: [{ criterion: 'novelty', points: '18', comment: 'Làm được ngay.' }],
  });
});
