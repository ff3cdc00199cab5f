import { type CriterionRule, type RuleBookContent } from '#domain/contest';
import { type CardCriterion } from '../../../apps/walkthrough/src/script/marks.js';
import { ruleBook } from '../../../apps/walkthrough/src/script/rule-book.js';
import { samples } from '../../../apps/walkthrough/src/script/samples.js';
import { type Contest, confirm } from './acts.js';
import { type Year } from './people.js';

/** A round that is under way, and what a card of it asks. */
export interface Round {
  readonly id: string;
  readonly name: string;
  readonly criteria: readonly CardCriterion[];
}

const PARTS = [
  ['Tên sáng kiến mẫu', 'title'],
  ['Vấn đề', 'problem'],
  ['Giải pháp', 'solution'],
  ['Tính mới', 'novelty'],
  ['Hiệu quả', 'effect'],
] as const;

/** A round by its place in the rule book, by which all rounds were set up when judging began. */
export async function roundAt(year: Year, { id }: Contest, place: number): Promise<Round> {
  const rule = (ruleBook as unknown as RuleBookContent).rounds[place];
  const name = rule?.nameVi ?? '';
  const page = await year.at('organiser-2', `/contests/${id}/rounds`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return { id: /rounds\/([^/]+)$/.exec(page.url())?.[1] ?? '', name, criteria: (rule?.rubric ?? []).flatMap(leaves) };
}

/** What has parts is marked by its parts. */
function leaves(criterion: CriterionRule): CardCriterion[] {
  return criterion.children.length > 0 ? criterion.children.flatMap(leaves) : [criterion];
}

export const pathOf = ({ id }: Contest, round: Round): string => `/contests/${id}/rounds/${round.id}`;

/** Two samples are written before the round opens. */
export async function setSamples(year: Year, contest: Contest, round: Round): Promise<void> {
  const page = await year.at('organiser-2', `${pathOf(contest, round)}/calibration`);
  for (const [at, sample] of samples.entries())
    for (const [label, part] of PARTS)
      await page
        .getByRole('group', { name: `Mẫu ${String(at + 1)}` })
        .getByLabel(label)
        .fill(sample[part]);
  await page.getByRole('button', { name: 'Lưu hai mẫu' }).click();
  await page.getByText('Đã lưu hai mẫu').waitFor();
}

export async function open(year: Year, contest: Contest, round: Round): Promise<void> {
  const page = await year.at('organiser-2', pathOf(contest, round));
  await page.getByRole('button', { name: `Mở vòng chấm…` }).click();
  await confirm(page, 'Mở vòng chấm');
  await page.getByText('phiếu đã ký').first().waitFor();
}

/** The solver proposes, the secretary looks, and the proposal is applied as it was looked at. */
export async function assign(year: Year, contest: Contest, round: Round): Promise<void> {
  const page = await propose(year, contest, round);
  await page.getByText('Mọi sáng kiến đủ giám khảo.').waitFor();
  await page.getByRole('button', { name: 'Áp dụng đề xuất…' }).click();
  await confirm(page, 'Áp dụng đề xuất');
  await page.getByText('Đề xuất này đã được áp dụng.').waitFor();
}

async function propose(year: Year, contest: Contest, round: Round) {
  const page = await year.at('organiser-2', `${pathOf(contest, round)}/assignments`);
  await page.getByRole('button', { name: 'Đề xuất phân công…' }).click();
  await page.getByRole('button', { name: 'Tính đề xuất' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return page;
}

/** Too few judges are there: the proposal says which limit keeps whom away, and is not applied. */
export async function proposeInVain(year: Year, contest: Contest, round: Round): Promise<void> {
  const page = await propose(year, contest, round);
  await page
    .getByText(/^Vắng hoặc đã rời Ban Giám khảo: /)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Áp dụng đề xuất…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Áp dụng đề xuất' }).click();
  await dialog.getByRole('alert').first().waitFor();
  await dialog.getByRole('button', { name: 'Chưa áp dụng' }).click();
}
