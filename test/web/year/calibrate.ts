import { type Page } from 'playwright-core';
import { SEATED } from '../../../apps/walkthrough/src/jury.js';
import { marksOf } from '../../../apps/walkthrough/src/script/marks.js';
import { samples } from '../../../apps/walkthrough/src/script/samples.js';
import { type Contest, together } from './acts.js';
import { typeMarks } from './cards.js';
import { type Year } from './people.js';
import { type Round, pathOf } from './rounds.js';

/** Every judge marks both samples; once all have, they see how far they lie apart, and the cards open. */
export async function calibrate(year: Year, contest: Contest, round: Round): Promise<void> {
  await waitAtTheDoor(year, round);
  await together(SEATED, (key) => signSamples(year, round, key));
  const office = await year.at('organiser-2', `${pathOf(contest, round)}/calibration`);
  await office
    .getByText(`${String(SEATED.length)} giám khảo đã ký`)
    .first()
    .waitFor();
  await together(SEATED, (key) => finish(year, round, key));
}

/** No real card opens before. */
async function waitAtTheDoor(year: Year, round: Round): Promise<void> {
  const page = await year.at(SEATED[1] ?? '', `/judging/${round.id}`);
  await page
    .getByRole('link', { name: /^Chấm mẫu trước/ })
    .first()
    .waitFor();
}

async function signSamples(year: Year, round: Round, key: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}`);
  await page.getByRole('link', { name: 'Chấm mẫu', exact: true }).click();
  for (const { title } of samples) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await typeMarks(page, marksOf(round.criteria, { title, judge: SEATED.indexOf(key) }));
    await page.getByRole('button', { name: 'Xem lại và ký mẫu' }).click();
    await sign(page);
  }
  await page.getByRole('heading', { level: 1, name: /^Độ lệch khi chấm mẫu/ }).waitFor();
}

async function sign(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Ký phiếu, / }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function finish(year: Year, round: Round, key: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}/calibration`);
  await page.getByText('từ thấp nhất đến cao nhất').waitFor();
  await page.getByRole('button', { name: 'Đã xem độ lệch, mở phiếu của vòng' }).click();
  await page.getByText('Xem lại mẫu đã chấm và độ lệch').waitFor();
}
