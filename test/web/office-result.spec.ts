import { type Page } from 'playwright-core';
import { localDate } from '#lib/kernel';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { toPhase } from '../support/contests.js';
import { PROPOSE, cardOf } from '../support/corrections.js';
import { type District, aDistrict } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { FINAL_LINES, type Judged, aResult } from '../support/results.js';

const STANDINGS = `query ($roundId: ID!) { standings(roundId: $roundId) { edges { node { initiative { title receiptNumber } rounded } } } }`;

let contest: RunningContest;
let district: District;
let browsing: Browsing;
let judged: Judged;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  browsing = await browse(contest);
  judged = await aResult(contest, district, { marks: ['25', '20', '20', '15'] });
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

/** The titles of the rows, as they stand. */
const rowsOf = (page: Page): Promise<string[]> =>
  page.locator('tbody th[scope="row"]').evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));

async function looksRight(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
}

const confirm = async (page: Page, words: { button: string; reason?: string }): Promise<void> => {
  const dialog = page.getByRole('dialog');
  if (words.reason !== undefined) await dialog.getByRole('textbox').last().fill(words.reason);
  await dialog.getByRole('button', { name: new RegExp(`^${words.button}`) }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('the standings of a closed round stand in the order of the API, and say who is equal', async () => {
  const [roundId = ''] = judged.rounds;
  const page = await browsing.visit(`/contests/${judged.contestId}/rounds/${roundId}/standings`, { as: district.people.organiser });
  await page.getByText('còn đồng hạng sau mọi bước phân định').waitFor();
  const { edges } = await judged.organiser.ask(STANDINGS, { roundId });

  expect(await rowsOf(page)).toEqual(edges.map(({ node }: any) => node.initiative.title));
  expect(await page.getByRole('img', { name: /^Các phiếu: / }).count()).toBe(4);
  await page.getByText('Ban Giám khảo có thống nhất không?').waitFor();
  await looksRight(page);
  await page.context().close();
});

test('the chair parts a tie from what waits for them; the result has another version in the order of the vote', async () => {
  const page = await browsing.visit(`/contests/${judged.contestId}/final-standings`, { as: judged.judges[0] });
  await page.getByText('chờ Trưởng ban Giám khảo quyết định').waitFor();
  await looksRight(page);
  await page
    .getByRole('button', { name: /^Đưa lên: / })
    .last()
    .click();
  await page.getByRole('button', { name: 'Biểu quyết theo thứ tự này…' }).click();
  await confirm(page, { button: 'Biểu quyết', reason: 'Dễ nhân rộng hơn.' });
  await page.getByText('Không có sáng kiến đồng hạng nào').waitFor();
  await page.context().close();

  const { edges } = await judged.organiser.ask(FINAL_LINES, { contestId: judged.contestId });
  expect(edges.map(({ node }: any) => [judged.initiatives.indexOf(node.initiative.id), node.rank])).toEqual([
    [0, 1],
    [2, 2],
    [1, 3],
    [3, 4],
  ]);
});

test('a judge signs a card anew, and the leader sees all that it touches before it is applied', async () => {
  const card = await cardOf(contest, judged, { round: 0, judge: 1, initiative: 3 });
  await judged.organiser.ask(PROPOSE, { input: { scorecardId: card.id, kind: 'CARD_RESIGNED', reason: 'Cộng nhầm điểm.' } });
  const own = await browsing.visit('/corrections-to-sign', { as: judged.judges[1] });
  await own.locator('#mark-novelty').fill('27');
  await looksRight(own);
  await own.getByRole('button', { name: 'Xem lại và ký lại phiếu' }).click();
  await confirm(own, { button: 'Ký phiếu' });
  await own.getByText('Không có phiếu nào cần ký lại').waitFor();
  await own.context().close();
  await contest.drain();

  const leading = await browsing.visit('/to-sign', { as: district.people.leader });
  await leading.getByText('Tác động nếu áp dụng').waitFor();
  await leading.getByText('4 → 2').first().waitFor();
  await looksRight(leading);
  await leading.getByRole('button', { name: 'Áp dụng đính chính…' }).click();
  await confirm(leading, { button: 'Áp dụng đính chính' });
  await leading.getByText('Không có kế hoạch, danh sách giải hay đính chính nào chờ ký').waitFor();
  await leading.context().close();
});

test('prizes are proposed, one changed with a reason, returned, signed and published; everybody reads them', async () => {
  const { contestId } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const office = await browsing.visit(`/contests/${contestId}/prizes`, { as: district.people.organiser });
  await office.getByRole('button', { name: 'Đề xuất danh sách giải' }).click();
  await office
    .getByRole('button', { name: /^Đổi giải…/ })
    .last()
    .click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('Giải', { exact: true }).selectOption({ index: 0 });
  await dialog.getByLabel('Lý do').fill('Ban Giám khảo đề nghị.');
  await dialog.getByRole('button', { name: 'Đổi giải' }).click();
  await office.getByText('khác kết quả xếp hạng').waitFor();
  await looksRight(office);
  const send = async () => {
    await office.getByRole('button', { name: 'Trình lãnh đạo ký…' }).click();
    await confirm(office, { button: 'Trình ' });
    await office.getByRole('button', { name: 'Trình lãnh đạo ký…' }).waitFor({ state: 'detached' });
  };
  await send();

  const leading = await browsing.visit('/to-sign', { as: district.people.leader });
  await leading.getByText('Ban Giám khảo đề nghị.').waitFor();
  await leading.getByRole('button', { name: 'Trả lại…' }).click();
  await confirm(leading, { button: 'Trả lại danh sách', reason: 'Nêu rõ căn cứ.' });
  await leading.getByText('Không có kế hoạch, danh sách giải hay đính chính nào chờ ký').waitFor();

  await office.reload();
  await office.getByText('Lãnh đạo trả lại danh sách: Nêu rõ căn cứ.').waitFor();
  await send();

  await leading.reload();
  await leading.getByRole('button', { name: 'Ký duyệt danh sách…' }).click();
  const signing = leading.getByRole('dialog');
  await signing.getByLabel('Số quyết định').fill('1234/QĐ-UBND');
  await signing.getByLabel('Ngày quyết định').fill(localDate(contest.clock.now()));
  await signing.getByRole('button', { name: /^Ký duyệt/ }).click();
  await signing.waitFor({ state: 'detached' });
  await leading.context().close();

  await office.reload();
  await office.getByRole('button', { name: 'Công bố kết quả…' }).click();
  await confirm(office, { button: 'Công bố ' });
  await office.getByRole('link', { name: 'Xem trang công khai' }).waitFor();
  await office.context().close();
  await contest.drain();

  const citizen = await browsing.visit(`/contests/${contestId}/result`);
  const { edges } = await judged.organiser.ask(STANDINGS, { roundId: judged.rounds[0] });
  await citizen.getByRole('link', { name: edges[0].node.initiative.title }).first().waitFor();
  await citizen.context().close();
});
