import { judges } from '../../../prisma-free-schema/seeds/content/index.js';
import { CHECKED, DECLINES, PROPOSED_AUTHOR, SEATED, SORRY } from '../../../apps/walkthrough/src/jury.js';
import { EXPERTS } from '../../../apps/walkthrough/src/assign.js';
import { type Contest, together } from './acts.js';
import { type Year } from './people.js';
import { attach } from './set-up.js';
import { areaNamed, nameOf } from './submit.js';

/** Judges are looked at, asked, and seated where they accept; the decision that names them goes on record, and what they are at home in. */
export async function seatJury(year: Year, contest: Contest): Promise<void> {
  await refuseAuthor(year, contest);
  for (const { key } of judges) await invite(year, contest, key);
  await together(judges, ({ key }) => answer(year, key));
  await year.leave(judges.map(({ key }) => key));
  const page = await year.at('organiser-1', `/contests/${contest.id}/invitations`);
  await page
    .getByRole('row', { name: new RegExp(nameOf(DECLINES)) })
    .getByText(SORRY)
    .waitFor();
  const number = `3207/QĐ-UBND-${String(contest.year)}`;
  await attach(year, await year.at('organiser-1', `/contests/${contest.id}/setup`), {
    ...{ kind: 'Quyết định thành lập Ban Giám khảo', number, title: 'Quyết định thành lập Ban Giám khảo' },
  });
  for (const { key, areas } of EXPERTS) await agree(year, contest, { key, areas });
}

const find = async (year: Year, { id }: Contest, key: string) => {
  const page = await year.at('organiser-1', `/contests/${id}/invitations`);
  await page.getByLabel('Tìm người theo họ tên').fill(nameOf(key));
  await page.getByRole('button', { name: nameOf(key) }).click();
  return page;
};

async function refuseAuthor(year: Year, contest: Contest): Promise<void> {
  const page = await find(year, contest, PROPOSED_AUTHOR);
  await page.getByText('Là tác giả của một sáng kiến dự thi nên không thể là giám khảo.').waitFor();
  expect(await page.getByRole('button', { name: `Gửi lời mời cho ${nameOf(PROPOSED_AUTHOR)}` }).getAttribute('aria-disabled')).toBe('true');
}

async function invite(year: Year, contest: Contest, key: string): Promise<void> {
  const page = await find(year, contest, key);
  if (key === CHECKED) await page.getByText(/^Không chấm được \d sáng kiến vì xung đột lợi ích\./).waitFor();
  if (key === SEATED[0]) await page.getByLabel('Mời làm Trưởng Ban Giám khảo').check();
  await page.getByRole('button', { name: `Gửi lời mời cho ${nameOf(key)}` }).click();
  await page.getByText(`Đã gửi lời mời cho ${nameOf(key)}`).waitFor();
}

async function answer(year: Year, key: string): Promise<void> {
  const page = await year.at(key, '/invitations');
  if (key === DECLINES) {
    await page.getByRole('button', { name: 'Từ chối lời mời…' }).click();
    await page.getByLabel('Lý do', { exact: true }).fill(SORRY);
    await page.getByRole('button', { name: 'Từ chối lời mời', exact: true }).click();
    await page.getByText('Đã từ chối').waitFor();
  } else {
    await page.getByRole('button', { name: 'Nhận lời chấm' }).click();
    await page.getByText(/^Đã nhận lời/).waitFor();
  }
}

/** What a judge and the secretary agree on. */
export async function agree(
  year: Year,
  { id }: Contest,
  { key, areas = [], away }: { key: string; areas?: readonly string[]; away?: { readonly from: string; readonly to: string } },
): Promise<void> {
  const page = await year.at('organiser-2', `/contests/${id}/jury`);
  await page.getByRole('button', { name: `Sửa giới hạn của ${nameOf(key)}` }).click();
  const dialog = page.getByRole('dialog');
  for (const code of areas) await dialog.getByLabel(areaNamed(code)).check();
  await dialog.getByLabel('Vắng từ ngày').fill(away?.from ?? '');
  await dialog.getByLabel('Vắng đến hết ngày').fill(away?.to ?? '');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
