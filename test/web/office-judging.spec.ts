import { type Page } from 'playwright-core';
import { Person } from '#domain/identity';
import { JuryInvitation } from '#domain/jury';
import { Round, Scorecard } from '#domain/scoring';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { aRound } from '../support/contests.js';
import { type District, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Judging, SIGN, aJudging, attestedCards, marksOf } from '../support/judging.js';

const ACCEPT =
  'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on Refusal { code message } } }';
const MINUTE = 60_000;
const INVITED = 'Đặng Thị Kim Chi';

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

/** Everything that the browser is answered from now on, what it looks on at included. */
async function listenIn(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('tellAnswer', (text: string) => {
    heard.push(text);
  });
  await page.addInitScript(() => {
    const tell = (text: string) => (window as unknown as { tellAnswer(text: string): Promise<void> }).tellAnswer(text);
    const real = window.fetch.bind(window);
    window.fetch = async (...order) => {
      const answer = await real(...order);
      const reader = answer.clone().body?.pipeThrough(new TextDecoderStream()).getReader();
      const read = async (): Promise<void> => {
        const piece = await reader?.read().catch(() => null);
        if (!piece?.value) return;
        await tell(piece.value);
        await read();
      };
      void read();
      return answer;
    };
  });
  return heard;
}

const nameOf = async (id: string): Promise<string> => (await contest.em().findOneOrFail(Person, { id })).fullName;

async function sign({ judges: [judgeId = ''] }: Judging, roundId: string, at: number): Promise<void> {
  const judge = await contest.as(judgeId);
  const { id, version } = (await attestedCards(judge, roundId))[at] ?? { id: '', version: 0 };
  expect(await judge.ask(SIGN, { input: { scorecardId: id, version, marks: marksOf('17', '26', '38') } })).toMatchObject({
    state: 'SIGNED',
  });
  await contest.drain();
}

test('the office invites with conflicts in sight, assigns by a proposal, replaces a judge, and sees signing go on without any score', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })];
  const judging = await aJudging(contest, district, { initiatives: 3, judges: 3, ruleBook: { rounds, tieBreak: [] } });
  const {
    contestId,
    rounds: [roundId = ''],
  } = judging;
  const { units, people } = district;
  const personId = await aPerson(contest, { fullName: INVITED, unitId: units.finance, role: 'JUDGE', roleUnitId: units.district });

  const page = await browsing.visit('/home', { as: people.organiser });
  const heard = await listenIn(page);

  // Invited, once it was seen what they could not judge.
  await page.goto(`${browsing.origin}/contests/${contestId}/invitations`);
  await page.getByLabel('Tìm người theo họ tên').fill('kim chi');
  await page.getByRole('button', { name: new RegExp(INVITED) }).click();
  await page.getByText('Không chấm được 3 sáng kiến vì xung đột lợi ích.').waitFor();
  expect(await contest.em().count(JuryInvitation, { contest: contestId })).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: `Gửi lời mời cho ${INVITED}` }).click();
  await page
    .getByRole('row', { name: new RegExp(INVITED) })
    .getByText('chờ trả lời')
    .waitFor();
  const { id: invitationId, version } = await contest.em().findOneOrFail(JuryInvitation, { contest: contestId });
  expect(await (await contest.as(personId)).ask(ACCEPT, { input: { invitationId, version } })).toEqual({ __typename: 'JuryInvitation' });
  await contest.drain();

  // Proposed as a job, read, and applied.
  const assignments = `/contests/${contestId}/rounds/${roundId}/assignments`;
  await page.goto(browsing.origin + assignments);
  await page.getByRole('button', { name: 'Đề xuất phân công…' }).click();
  await page.getByRole('button', { name: 'Tính đề xuất' }).click();
  await page.getByText('chờ đến lượt tính').waitFor();
  await contest.drain();
  await page.getByText('Mọi sáng kiến đủ giám khảo.').waitFor();
  const grid = page.getByRole('grid', { name: 'Ma trận phân công: 3 sáng kiến, 4 giám khảo' });
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('thiếu 2 trên 2 giám khảo');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('xung đột lợi ích');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Áp dụng đề xuất…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Áp dụng đề xuất' }).click();
  await page.getByText('Đề xuất này đã được áp dụng.').waitFor();
  await grid.getByText('đủ 2 giám khảo').nth(2).waitFor();
  await contest.drain();

  // Opened.
  await page.goto(`${browsing.origin}/contests/${contestId}/rounds/${roundId}`);
  await page.getByRole('button', { name: 'Mở vòng chấm…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở vòng chấm' }).click();
  await page.getByText('trên 6 phiếu đã ký').waitFor();
  expect((await contest.em().findOneOrFail(Round, { id: roundId })).state).toBe('OPEN');
  await contest.drain();

  // Another judge takes over a card of the last judge: found by the keyboard, with a reason.
  await page.goto(browsing.origin + assignments);
  const last = judging.judges[2] ?? '';
  const card = await contest.em().findOneOrFail(Scorecard, { round: roundId, judge: last }, { populate: ['initiative'] });
  await grid.getByText(card.initiative.title).waitFor();
  await grid.locator('[tabindex="0"]').focus();
  const below = judging.initiatives.indexOf(card.initiative.id);
  for (let at = 0; at < below; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: card.initiative.title });
  await drawer
    .getByRole('listitem')
    .filter({ hasText: await nameOf(last) })
    .getByRole('button', { name: /^Miễn và thay…/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giám khảo thay').selectOption({ index: 1 });
  await dialog.getByLabel('Lý do').fill('Đi công tác đột xuất.');
  await dialog.getByRole('button', { name: 'Miễn và thay giám khảo' }).click();
  await dialog.waitFor({ state: 'detached' });
  await drawer.getByText(/miễn chấm$/).waitFor();
  await page.keyboard.press('Escape');
  await contest.drain();
  expect(await contest.em().count(Scorecard, { round: roundId, state: 'EXCUSED' })).toBe(1);

  // Counts move by themselves, and nothing of what is on a card has come to the browser.
  await page.goto(`${browsing.origin}/contests/${contestId}/rounds/${roundId}`);
  const progress = page.getByRole('listitem').filter({ hasText: await nameOf(judging.judges[0] ?? '') });
  await progress.getByRole('img', { name: /^Đã ký 0 trên [23] phiếu$/ }).waitFor();
  await sign(judging, roundId, 0);
  contest.clock.advance(MINUTE);
  await sign(judging, roundId, 1);
  await progress.getByRole('img', { name: /^Đã ký 1 trên [23] phiếu$/ }).waitFor();
  await page.getByText('Còn 5 phiếu chưa ký', { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(heard.join('\n')).toContain('"signed":1');
  expect(heard.join('\n')).not.toMatch(/"(points|marks|total|draftTotal|comment|score)":/);
  expect(await page.locator('body').innerText()).not.toMatch(/\b81\b/);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(browsing.origin + assignments);
  await page.getByRole('button', { name: new RegExp(card.initiative.title) }).click();
  await page.getByRole('complementary', { name: card.initiative.title }).waitFor();
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
}, 120_000);
