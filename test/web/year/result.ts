import { REASON as SLIP } from '../../../apps/walkthrough/src/correct.js';
import { SEATED } from '../../../apps/walkthrough/src/jury.js';
import { MISTYPES } from '../../../apps/walkthrough/src/present.js';
import { certification, reminders } from '../../../apps/walkthrough/src/script/initiatives.js';
import { marksOf } from '../../../apps/walkthrough/src/script/marks.js';
import { REASON as PREFERRED } from '../../../apps/walkthrough/src/tie.js';
import { type Contest, confirm } from './acts.js';
import { typeMarks } from './cards.js';
import { type Year } from './people.js';
import { type Round, pathOf } from './rounds.js';
import { nameOf } from './submit.js';

const [CHAIR = '', MEMBER = ''] = SEATED;

/** Two are equal on every step of the ladder: the chair parts them, and nobody else can. */
export async function breakTie(year: Year, { id }: Contest): Promise<void> {
  const path = `/contests/${id}/final-standings`;
  const member = await year.at(MEMBER, path);
  await member.getByText('Không có sáng kiến đồng hạng nào chờ Trưởng ban Giám khảo').waitFor();
  const chair = await year.at(CHAIR, path);
  const tie = chair.locator('section').filter({ hasText: reminders.title });
  await tie.waitFor();
  const raise = chair.getByRole('button', { name: `Đưa lên: ${reminders.title}` });
  if ((await raise.getAttribute('aria-disabled')) !== 'true') await raise.click();
  await tie.getByRole('button', { name: 'Biểu quyết theo thứ tự này…' }).click();
  await confirm(chair, 'Biểu quyết', PREFERRED);
  await tie.waitFor({ state: 'detached' });
  await year.leave([CHAIR, MEMBER]);
}

/** A look beside the result finds a card that weighs too much; it was a slip, which two people and its judge put right. */
export async function correct(year: Year, contest: Contest, round: Round): Promise<void> {
  await lookWithout(year, contest, round);
  await propose(year, contest);
  await signAnew(year, round);
  const leader = await year.at('leader-2', '/to-sign');
  await leader.getByText('Tác động nếu áp dụng').waitFor();
  await leader.getByText('5 → 4').first().waitFor();
  await leader.getByRole('button', { name: 'Áp dụng đính chính…' }).click();
  await confirm(leader, 'Áp dụng đính chính');
  await leader.getByText('Không có kế hoạch, danh sách giải hay đính chính nào chờ ký').waitFor();
  await year.leave(['leader-2', MISTYPES]);
}

async function lookWithout(year: Year, contest: Contest, round: Round): Promise<void> {
  const page = await year.at('organiser-2', `${pathOf(contest, round)}/standings`);
  await page.getByRole('button', { name: 'Quy tắc khác, bỏ một giám khảo' }).click();
  await page.getByLabel('Bỏ giám khảo').selectOption({ label: nameOf(MISTYPES) });
  await page.getByRole('button', { name: 'Xem thử', exact: true }).click();
  const line = page.getByRole('region', { name: 'Thứ hạng giả định' }).getByRole('row', { name: certification.title });
  await line.waitFor();
  expect(await line.locator('td').first().innerText()).toBe('4');
}

async function propose(year: Year, { id }: Contest): Promise<void> {
  const page = await year.at('organiser-2', `/contests/${id}/corrections`);
  await page.getByRole('button', { name: 'Đề nghị đính chính…' }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByLabel('Sáng kiến').locator('option', { hasText: certification.title });
  await choice.waitFor({ state: 'attached' });
  await dialog.getByLabel('Sáng kiến').selectOption((await choice.getAttribute('value')) ?? '');
  await dialog.getByLabel('Phiếu của giám khảo').selectOption({ label: nameOf(MISTYPES) });
  await dialog.getByRole('radio', { name: /^Giám khảo ký lại phiếu/ }).check();
  await dialog.getByLabel('Lý do').fill(SLIP);
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('chờ giám khảo ký lại').waitFor();
}

async function signAnew(year: Year, round: Round): Promise<void> {
  const page = await year.at(MISTYPES, '/corrections-to-sign');
  await page.getByText(SLIP).waitFor();
  const place = { title: certification.title, judge: SEATED.indexOf(MISTYPES) };
  await typeMarks(page, marksOf(round.criteria, place));
  await page.getByRole('button', { name: 'Xem lại và ký lại phiếu' }).click();
  await confirm(page, 'Ký phiếu');
  await page.getByText('Không có phiếu nào cần ký lại').waitFor();
}
