import { sittingOf } from '../../../apps/walkthrough/src/judge.js';
import { SEATED } from '../../../apps/walkthrough/src/jury.js';
import { HELPED, MISTYPED } from '../../../apps/walkthrough/src/recuse.js';
import { judgeAll, readDossier } from './cards.js';
import { type Contest, MINUTE, confirm, moveTo, together } from './acts.js';
import { judgeOffline } from './offline.js';
import { type Year } from './people.js';
import { type Round, pathOf } from './rounds.js';
import { nameOf } from './submit.js';

/** The first round: one steps back, one differs widely so that another is called, one has a signed card opened again. */
export async function judgeDossiers(year: Year, contest: Contest, round: Round): Promise<void> {
  await stepBack(year, contest, round);
  const harshKey = await whoIsHarsh(year, round);
  const last = 'judge-8';
  await judgeOffline(year, round, 'judge-9', harshKey);
  await together(
    SEATED.filter((key) => key !== last),
    (key) => judgeAll(year, round, key, harshKey),
  );
  await reopen(year, contest, round, 'judge-4');
  await judgeAll(year, round, 'judge-4', harshKey);
  await showSealed(year, contest, round);
  await refuseTooMuch(year, round, last);
  await judgeAll(year, round, last, harshKey);
  await close(year, contest, round);
  await year.contest.drain();
  const office = await year.at('organiser-2', pathOf(contest, round));
  await office.getByText('Có cặp phiếu lệch nhau quá ngưỡng của quy tắc chấm').first().waitFor();
  await together(SEATED, (key) => judgeAll(year, round, key));
  await close(year, contest, round);
  await year.leave(SEATED);
}

/** Who of those that judge the disputed initiative differs: the first of the jury’s order. */
async function whoIsHarsh(year: Year, round: Round): Promise<string | undefined> {
  const { harshId } = await sittingOf({ cast: year.readers }, round.id);
  for (const key of SEATED) if ((await year.personId(key)) === harshId) return key;
  return undefined;
}

/** A judge steps back from a card, whose dossier is shut to them; another judge has it at once. */
async function stepBack(year: Year, contest: Contest, round: Round): Promise<void> {
  const page = await year.at('judge-7', `/judging/${round.id}`);
  await page
    .getByRole('link', { name: /^Chấm \d/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Từ chối chấm…' }).click();
  await page.getByRole('radio', { name: 'Lý do khác' }).check();
  await page.getByLabel('Lý do', { exact: true }).fill(HELPED);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Từ chối chấm/ })
    .click();
  await page.getByRole('link', { name: 'Xung đột lợi ích của tôi' }).waitFor();
  const office = await year.at('organiser-2', `/contests/${contest.id}/conflicts`);
  await office
    .getByRole('listitem')
    .filter({ hasText: nameOf('judge-7') })
    .getByText(HELPED)
    .waitFor();
}

/** A signed card is opened again while the round is: its judge asks, somebody of the office agrees. */
async function reopen(year: Year, contest: Contest, round: Round, key: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}`);
  await page.getByRole('button', { name: 'Đề nghị mở lại…' }).first().click();
  await confirm(page, 'Gửi đề nghị mở lại', MISTYPED);
  const office = await year.at('organiser-1', pathOf(contest, round));
  await office.getByText(MISTYPED).waitFor();
  await office.getByRole('button', { name: /^Cho mở lại phiếu/ }).click();
  await confirm(office, 'Cho mở lại phiếu');
  await office.getByText(/^đã cho mở lại/).waitFor();
}

/** While cards are open the office sees how many are signed, and cannot close the round. */
async function showSealed(year: Year, contest: Contest, round: Round): Promise<void> {
  moveTo(year, new Date(year.contest.clock.now().getTime() + MINUTE));
  const office = await year.at('organiser-2', pathOf(contest, round));
  await office.getByText(/^Còn \d phiếu chưa ký$/).waitFor();
  expect(await office.getByRole('button', { name: 'Đóng vòng này…' }).getAttribute('aria-disabled')).toBe('true');
}

/** 31 points where there are 30 at most. */
async function refuseTooMuch(year: Year, round: Round, key: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}`);
  await page
    .getByRole('link', { name: /^Chấm \d/ })
    .first()
    .click();
  await readDossier(page);
  const [first] = round.criteria;
  await page.locator(`[id="mark-${first?.key ?? ''}"]`).fill(String(Number(first?.max) + 1));
  await page.getByText('Từ 0 đến 30, bước 1').waitFor();
  await page.getByRole('link', { name: 'Phiếu của tôi' }).click();
}

/** The office counts what was signed by the minute. */
export async function close(year: Year, contest: Contest, round: Round): Promise<void> {
  moveTo(year, new Date(year.contest.clock.now().getTime() + MINUTE));
  const page = await year.at('organiser-2', pathOf(contest, round));
  await page.getByRole('button', { name: /^Đóng (lại )?vòng này…/ }).click();
  await confirm(page, 'Đóng vòng chấm');
}
