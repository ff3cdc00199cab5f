import { type Page } from 'playwright-core';
import { type CriterionRule, type RuleBookContent } from '#domain/contest';
import { ruleBook } from '../../../apps/walkthrough/src/script/rule-book.js';
import { type Contest } from './acts.js';
import { type Year } from './people.js';

const book = ruleBook as unknown as RuleBookContent;

/** The rule book of the walkthrough, typed into an empty one field by field. */
export async function typeRuleBook(year: Year, { id }: Contest): Promise<void> {
  const page = await year.at('organiser-1', `/contests/${id}/rule-book`);
  await page.getByLabel('Tên vòng').waitFor();
  for (const at of book.rounds.keys()) await typeRound(page, at);
  await typeLadder(page);
  await page.getByLabel('Ai cũng tải được gói kết quả sau công bố').setChecked(book.publicPack ?? false);
  await page.getByRole('button', { name: 'Lưu quy chế' }).click();
  await page.getByText('Đã lưu quy chế chấm.').waitFor();
}

/** The control at a place of the book: its label alone says not of which round or criterion it is. */
const at = (page: Page, path: string) => page.locator(`#field-content-${path.replaceAll('.', '-')}`);

async function type(page: Page, path: string, value: string | number | null | undefined): Promise<void> {
  if (value !== null && value !== undefined) await at(page, path).fill(String(value).replace('.', ','));
}

async function typeRound(page: Page, place: number): Promise<void> {
  const round = book.rounds[place];
  if (!round) return;
  const path = `rounds.${String(place)}`;
  if (place > 0) await page.getByRole('button', { name: 'Thêm vòng' }).click();
  for (const field of ['nameVi', 'nameEn', 'key'] as const) await at(page, `${path}.${field}`).fill(round[field]);
  for (const field of ['judgesPerInitiative', 'minimumCards', 'divergenceThreshold'] as const)
    await type(page, `${path}.${field}`, round[field]);
  if (round.furtherMark) await at(page, `${path}.furtherMark`).selectOption(round.furtherMark);
  await at(page, `${path}.aggregation.kind`).selectOption(round.aggregation.kind);
  await type(page, `${path}.cutOff.score`, round.cutOff.score);
  await type(page, `${path}.cutOff.top`, round.cutOff.top);
  if (round.calibration) await page.getByLabel('Chấm thử hai mẫu trước khi chấm').nth(place).check();
  if (round.presentation) {
    await page.getByLabel('Tác giả trình bày trước Ban Giám khảo').nth(place).check();
    await type(page, `${path}.presentation.presentMinutes`, round.presentation.presentMinutes);
    await type(page, `${path}.presentation.questionMinutes`, round.presentation.questionMinutes);
    await page.getByLabel('Chỉ chấm khi phần trình bày đã bắt đầu').setChecked(round.presentation.marksInRoom);
  }
  await typeCriteria(page, `${path}.rubric`, round.rubric);
}

/** A round has a criterion already, what is under a criterion has none. */
async function typeCriteria(page: Page, path: string, criteria: readonly CriterionRule[], parent?: string): Promise<void> {
  for (const [place, criterion] of criteria.entries()) {
    const here = `${path}.${String(place)}`;
    if (parent !== undefined) await page.getByRole('button', { name: `Thêm tiêu chí con của: ${parent}`, exact: true }).click();
    else if (place > 0) await page.locator(`[id="add-${path}"]`).click();
    await typeCriterion(page, here, criterion);
    await typeCriteria(page, `${here}.children`, criterion.children, criterion.nameVi);
  }
}

async function typeCriterion(page: Page, path: string, criterion: CriterionRule): Promise<void> {
  await at(page, `${path}.nameVi`).fill(criterion.nameVi);
  await type(page, `${path}.max`, criterion.max);
  await type(page, `${path}.step`, criterion.step);
  await type(page, `${path}.knockOutMinimum`, criterion.knockOutMinimum);
  await at(page, `${path}.nameVi`).locator('xpath=ancestor::li[1]').locator('summary').first().click();
  for (const field of ['nameEn', 'key', 'guidanceVi', 'guidanceEn'] as const) {
    const value = criterion[field];
    if (value !== null) await at(page, `${path}.${field}`).fill(value);
  }
  if (criterion.commentRequired) await at(page, `${path}.commentRequired`).check();
  for (const [place, { from, to, vi, en }] of criterion.bands.entries()) {
    const band = `${path}.bands.${String(place)}`;
    await page.locator(`[id="add-${path}.bands"]`).click();
    await type(page, `${band}.from`, from);
    await type(page, `${band}.to`, to);
    await at(page, `${band}.vi`).fill(vi);
    await at(page, `${band}.en`).fill(en);
  }
}

/** An empty book ends with the chair's vote already: the other steps are added and put before it. */
async function typeLadder(page: Page): Promise<void> {
  for (const [place, step] of book.tieBreak.entries()) {
    const path = `tieBreak.${String(place)}`;
    if (place > 0) await page.locator('#add-tieBreak').click();
    await at(page, `${path}.kind`).selectOption(step.kind);
    if (step.kind !== 'CHAIR_VOTE') await at(page, `${path}.round`).selectOption(step.round);
    if (step.kind === 'CRITERION') await at(page, `${path}.criterion`).selectOption(step.criterion);
  }
}
