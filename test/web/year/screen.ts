import { ELIGIBLE, REJECTED } from '../../../apps/walkthrough/src/screen.js';
import { type Planned, purchase, received } from '../../../apps/walkthrough/src/script/initiatives.js';
import { type Contest, confirm, enterPhase, moveTo } from './acts.js';
import { type Year } from './people.js';

/** The secretariat says of each dossier whether it takes part, and judging begins. */
export async function screen(year: Year, contest: Contest): Promise<void> {
  for (const plan of received) await decide(year, contest, plan);
  moveTo(year, await judgingBegins(year, contest));
  await enterPhase(year, contest, 'Chấm điểm');
}

async function decide(year: Year, { id }: Contest, plan: Planned): Promise<void> {
  const page = await year.at('organiser-2', `/contests/${id}/dossiers`);
  await page.getByRole('link', { name: plan.title }).click();
  const choices = page.getByRole('group', { name: 'Kết luận kiểm tra' });
  if (plan === purchase) {
    await choices.getByRole('button', { name: /^Không hợp lệ/ }).click();
    await page.getByLabel('Lý do không hợp lệ').fill(REJECTED);
    await page.getByRole('button', { name: 'Kết luận không hợp lệ' }).click();
    await confirm(page, 'Kết luận không hợp lệ');
    await page.getByText('Đã kết luận không hợp lệ').waitFor();
  } else {
    await choices.getByRole('button', { name: /^Hợp lệ/ }).click();
    await page.getByLabel('Nhận xét của người kiểm tra').fill(ELIGIBLE);
    await page.getByRole('button', { name: 'Kết luận hợp lệ' }).click();
    await page.getByText('Đã kết luận hợp lệ').waitFor();
  }
}

/** The day for which judging was set down. */
async function judgingBegins({ readers }: Year, { id }: Contest): Promise<Date> {
  const phases = 'query ($id: ID!) { contest(id: $id) { phases { kind startsAt } } }';
  const reader = await readers.as('organiser-1');
  const contest = await reader.ask<{ phases: { kind: string; startsAt: string }[] }>(phases, { id });
  return new Date(contest.phases.find(({ kind }) => kind === 'JUDGING')?.startsAt ?? '');
}
