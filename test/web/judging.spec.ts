import { setTimeout } from 'node:timers/promises';
import { type Locator, type Page } from 'playwright-core';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { aCriterion, aRound } from '../support/contests.js';
import { type District, aDistrict, aPerson } from '../support/factories.js';
import { type RunningContest, startContest } from '../support/harness.js';
import { type Judging, MY_ASSIGNMENTS, aJudging, openRound } from '../support/judging.js';

/** Eight criteria with bands in words; the second and the fifth want a comment. */
const RUBRIC = Array.from({ length: 8 }, (_, at) =>
  aCriterion(`c${String(at + 1)}`, at < 4 ? '12' : '13', {
    step: at === 2 ? '0.5' : '1',
    commentRequired: at === 1 || at === 4,
    bands: [
      { from: '9', to: at < 4 ? '12' : '13', vi: 'Mới, làm theo được ngay', en: 'New' },
      { from: '0', to: '8', vi: 'Còn phải chỉnh', en: 'Not yet' },
    ],
  }),
);

let contest: RunningContest;
let district: District;
let judging: Judging;
let browsing: Browsing;
let invited: string;

beforeAll(async () => {
  contest = await startContest(new Date().toISOString());
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, {
    judges: 2,
    ruleBook: { rounds: [aRound('dossier', { rubric: RUBRIC }), aRound('final')] },
  });
  invited = await anInvited();
  browsing = await browse(contest);
});

afterAll(async () => {
  await browsing.stop();
  await contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

async function anInvited(): Promise<string> {
  const personId = await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: district.units.district });
  const asked = await judging.organiser.ask(
    `mutation ($input: InviteToJuryInput!) { inviteToJury(input: $input) { __typename ... on Refusal { code message } } }`,
    { input: { contestId: judging.contestId, personId, chair: false } },
  );
  expect(asked).toEqual({ __typename: 'JuryInvitation' });
  return personId;
}

const roundId = (): string => judging.rounds[0] ?? '';

async function cardsOf(personId: string): Promise<{ id: string; state?: string }[]> {
  const page = (await (await contest.as(personId)).ask(MY_ASSIGNMENTS, { roundId: roundId() })) as {
    edges: { node: { id: string; total: string | null } }[];
  };
  return page.edges.map(({ node }) => node);
}

const cardPath = (id: string): string => `/judging/${roundId()}/cards/${id}`;

test('from the link in the mail to the first signed card takes at most 30 key strokes and clicks', async () => {
  let strokes = 0;
  const click = async (what: Locator) => {
    strokes += 1;
    await what.click();
  };
  const page = await browsing.visit('/invitations', { as: invited });
  await click(page.getByRole('button', { name: 'Nhận lời chấm' }));
  await page.getByText(/^Đã nhận lời/).waitFor();
  await openRound(contest, judging, roundId());

  await click(page.getByRole('link', { name: 'Đến phiếu chấm của tôi' }));
  await click(page.getByRole('link', { name: /^Chấm / }));
  await click(page.getByRole('button', { name: 'Tôi cam đoan và mở hồ sơ' }));
  for (const { key, commentRequired } of RUBRIC) {
    const criterion = page.locator(`section[aria-labelledby="name-${key}"]`);
    await click(criterion.getByRole('radio', { name: /Mới/ }));
    await click(criterion.getByRole('button', { name: '10', exact: true }));
    if (commentRequired) {
      await page.keyboard.type('Quy trình rõ, không phát sinh chi phí.');
      strokes += 1;
      await page.keyboard.press('Tab');
    }
  }
  await page.getByText('Đủ 8 tiêu chí').waitFor();
  await click(page.getByRole('button', { name: 'Xem lại và ký' }));
  await click(page.getByRole('button', { name: 'Ký phiếu, 80 điểm' }));
  await page.getByText(/^Đã ký phiếu/).waitFor();

  expect(strokes).toBeLessThanOrEqual(30);
  expect((await cardsOf(invited)).map((card) => (card as unknown as { total: string | null }).total).filter(Boolean)).toEqual(['80']);
});

/** Goes on by Tab until it stands there. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('a judge goes by the keyboard alone from the cards to the signed card, its moment and hash, and on to the next', async () => {
  const [judge = ''] = judging.judges;
  const [card, after] = await cardsOf(judge);
  const page = await browsing.visit('/judging', { as: judge });
  await tabTo(page, page.getByRole('link', { name: /^Chấm / }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Tôi cam đoan và mở hồ sơ' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('#mark-c1'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: /Còn phải chỉnh/ }).getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('radio', { name: /Mới/ }).getAttribute('aria-checked')).toBe('true');
  for (const { key, commentRequired } of RUBRIC) {
    await page.keyboard.type(key === 'c3' ? '9,5' : '9');
    await page.keyboard.press('Tab');
    if (commentRequired) {
      await page.keyboard.type('Rõ ràng.');
      await page.keyboard.press('Tab');
    }
  }
  await page.getByText('Đủ 8 tiêu chí').waitFor();
  await page.keyboard.press('Control+Enter');
  await tabTo(page, page.getByRole('button', { name: 'Ký phiếu, 72,5 điểm' }));
  await page.keyboard.press('Enter');

  const { hash } = (await until(judge, card?.id ?? '')) as { hash: string };
  const signed = page.getByRole('dialog', { name: /^Đã ký phiếu/ });
  await signed.getByText(hash, { exact: true }).waitFor();
  await signed.getByText(/^Ký lúc \d\d\/\d\d\/\d{4}/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await tabTo(page, signed.getByRole('link', { name: /^Phiếu tiếp theo/ }));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === cardPath(after?.id ?? ''));
  expect((await cardsOf(judge)).map((one) => (one as unknown as { total: string | null }).total).filter(Boolean)).toEqual(['72.5']);
});

/** The card once it is signed. */
async function until(personId: string, id: string): Promise<unknown> {
  const judge = await contest.as(personId);
  for (let tries = 0; tries < 100; tries += 1) {
    const found = (await judge.ask('query ($id: ID!) { scorecard(id: $id) { state hash } }', { id })) as { state: string };
    if (found.state === 'SIGNED') return found;
    await setTimeout(100);
  }
  throw new Error('The card was not signed');
}

test('a judge asks for a signed card to be reopened, sees that it is asked, and takes that back', async () => {
  const [judge = ''] = judging.judges;
  const page = await browsing.visit(`/judging/${roundId()}`, { as: judge });
  await page.getByRole('button', { name: 'Đề nghị mở lại…' }).first().click();
  await page.getByLabel('Lý do (không nêu điểm)').fill('Nhập nhầm tiêu chí.');
  await page.getByRole('button', { name: 'Gửi đề nghị mở lại' }).click();
  await page.getByText(/^Đã đề nghị mở lại \d/).waitFor();
  await page.getByRole('button', { name: 'Rút đề nghị' }).click();
  await page.getByRole('button', { name: 'Đề nghị mở lại…' }).first().waitFor();
});

test('a judge declines an invitation with a reason, which stays in sight (phone)', async () => {
  const declining = await anInvited();
  const page = await browsing.visit('/invitations', { as: declining, screen: 'phone' });
  await page.getByRole('button', { name: 'Từ chối lời mời…' }).click();
  await page.getByLabel('Lý do', { exact: true }).fill('Đi công tác cả tháng.');
  await page.getByRole('button', { name: 'Từ chối lời mời', exact: true }).click();
  await page.getByText('Đã từ chối').waitFor();
  await page.getByText('Đi công tác cả tháng.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('marks typed while the network is lost stay, and are saved when it is back (phone)', async () => {
  const [, judge = ''] = judging.judges;
  const [card] = await cardsOf(judge);
  const page = await browsing.visit(cardPath(card?.id ?? ''), { as: judge, screen: 'phone' });
  await page.getByRole('button', { name: 'Tôi cam đoan và mở hồ sơ' }).click();
  await page.getByRole('button', { name: 'Chấm điểm' }).click();
  await page.locator('#mark-c1').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  await page.context().setOffline(true);
  await page.locator('#mark-c1').fill('7');
  await page.getByText('Mất mạng: 1 thay đổi đang giữ trên máy này').waitFor();
  await page.context().setOffline(false);
  await page.getByText(/^Đã lưu \d/).waitFor();

  const saved = await (
    await contest.as(judge)
  ).ask('query ($id: ID!) { scorecard(id: $id) { marks { criterion points } } }', { id: card?.id });
  expect(saved.marks.filter(({ points }: { points: string | null }) => points !== null)).toEqual([{ criterion: 'c1', points: '7' }]);
});

test('a judge who steps back sees the card excused or in conflict, and the dossier shut', async () => {
  const [judge = ''] = judging.judges;
  const [, card] = await cardsOf(judge);
  const page = await browsing.visit(cardPath(card?.id ?? ''), { as: judge });
  await page.getByRole('button', { name: 'Từ chối chấm…' }).click();
  await page.getByLabel('Lý do', { exact: true }).fill('Tác giả là em ruột.');
  await page
    .getByRole('button', { name: /^Từ chối chấm / })
    .last()
    .click();
  await page.getByRole('link', { name: 'Xung đột lợi ích của tôi' }).click();
  await page.getByText('Tác giả là em ruột.').waitFor();
});
