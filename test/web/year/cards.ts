import { type Locator, type Page } from 'playwright-core';
import { SEATED } from '../../../apps/walkthrough/src/jury.js';
import { received } from '../../../apps/walkthrough/src/script/initiatives.js';
import { type GivenMark, type Judged, isDisputed, marksOf } from '../../../apps/walkthrough/src/script/marks.js';
import { type Year } from './people.js';
import { type Round } from './rounds.js';

/** Types a whole card: a mark opens its criterion, whose comment comes then. */
export async function typeMarks(page: Page, marks: readonly GivenMark[]): Promise<void> {
  for (const { criterion, points, comment } of marks) {
    await page.locator(`[id="mark-${criterion}"]`).fill(points.replace('.', ','));
    if (comment !== null) await page.locator(`[id="comment-${criterion}"]`).fill(comment);
  }
}

export const CODE = /\d{4}-(\d{3})/;
const titleOf = (code: string): string => received[Number(CODE.exec(code)?.[1]) - 1]?.title ?? '';

/** What a judge’s card of this initiative says. */
export const own = (key: string, code: string, harshKey?: string): Judged => {
  const title = titleOf(code);
  return { title, judge: SEATED.indexOf(key), harsh: isDisputed(title) && key === harshKey };
};

/** Attests, reads, marks and signs every card that waits, one after the other. */
export async function judgeAll(year: Year, round: Round, key: string, harshKey?: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}`);
  await signAll(page, (code) => typeMarks(page, marksOf(round.criteria, own(key, code, harshKey))));
}

/** From the cards of a round through all that wait: what is to be done on each, then its signature. */
export async function signAll(page: Page, mark: (code: string) => Promise<void>): Promise<void> {
  await page.getByText(/phiếu (nào )?phải ký/).waitFor();
  let link = page.getByRole('link', { name: /^Chấm (tiếp )?\d/ }).first();
  while ((await link.count()) > 0) {
    const code = await link.innerText();
    await link.click();
    await readDossier(page);
    await mark(code);
    link = await sign(page);
  }
}

/** Opens the dossier, once that was attested which opens it. */
export async function readDossier(page: Page): Promise<void> {
  const attest = page.getByRole('button', { name: 'Tôi cam đoan và mở hồ sơ' });
  const review = page.getByRole('button', { name: 'Xem lại và ký' });
  await attest.or(review).waitFor();
  if (await attest.isVisible()) await attest.click();
  await review.waitFor();
}

/** Returns the way on to the next card. */
export async function sign(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Xem lại và ký' }).click();
  await page.getByRole('button', { name: /^Ký phiếu, / }).click();
  const signed = page.getByRole('dialog', { name: /^Đã ký phiếu/ });
  await signed.waitFor();
  return signed.getByRole('link', { name: /^Phiếu tiếp theo/ });
}
