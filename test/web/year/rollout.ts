import { type Page } from 'playwright-core';
import { ROSTER_DAY } from '../../../apps/walkthrough/src/announce.js';
import { courseOf } from '../../../apps/walkthrough/src/rollout.js';
import {
  type AdoptionState,
  EXEMPT_REASON,
  type IndicatorPlan,
  PATHS,
  REASONS_VI,
  type RolloutPlan,
  rollouts,
} from '../../../apps/walkthrough/src/script/adoptions.js';
import { received } from '../../../apps/walkthrough/src/script/initiatives.js';
import { paper } from '../../../apps/walkthrough/src/upload.js';
import { communes, departments } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Contest, today, together } from './acts.js';
import { type Year } from './people.js';

export const WORDS: Readonly<Record<AdoptionState, string>> = {
  ...{ NOT_STARTED: 'Chưa bắt đầu', PREPARING: 'Đang chuẩn bị', PILOTING: 'Đang thí điểm', IN_USE: 'Đang áp dụng' },
  ...{ SUSTAINED: 'Bền vững', PAUSED: 'Tạm dừng', NOT_SUITABLE: 'Không phù hợp', DROPPED: 'Thôi áp dụng' },
};

/** Winners are rolled out to the twenty communes by decision; their officers say how far they are. */
export async function rollOut(year: Year, contest: Contest): Promise<void> {
  for (const plan of rollouts) await adopt(year, contest, plan);
  await together([...communes.keys()], async (at) => {
    for (const plan of rollouts) await report(year, plan, at);
    await year.leave([officerAt(at)]);
  });
}

export const officerAt = (at: number): string => `officer-${communes[at]?.gsoCode ?? ''}`;

async function adopt(year: Year, contest: Contest, plan: RolloutPlan): Promise<void> {
  const page = await year.at('organiser-2', '/rollouts/adopt');
  const won = received.find(({ key }) => key === plan.initiative)?.title ?? '';
  const choice = page.getByLabel('Sáng kiến đoạt giải chưa nhân rộng').locator('option', { hasText: won });
  await choice.waitFor({ state: 'attached' });
  await page.getByLabel('Sáng kiến đoạt giải chưa nhân rộng').selectOption((await choice.getAttribute('value')) ?? '');
  for (const [label, text] of [
    ['Số quyết định', plan.decision.number],
    ['Ngày quyết định', today(year)],
    ['Trích yếu', plan.decision.title],
    ['Đơn vị theo danh sách ngày', ROSTER_DAY],
    ['Tên kế hoạch nhân rộng', plan.titleVi],
    ['Lý do nhân rộng', `Đạt giải cao năm ${String(contest.year)}, chi phí thấp, áp dụng được ngay.`],
    ['Hạn áp dụng', `${String(Number(today(year).slice(0, 4)) + 1)}-06-30`],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByLabel('Tên tiếng Anh').first().fill(plan.titleEn);
  await page.getByLabel('Đơn vị chủ trì').selectOption({ label: departments.find(({ code }) => code === 'VP')?.name.vi ?? '' });
  await exempt(page, plan);
  for (const [at, indicator] of plan.indicators.entries()) await typeIndicator(page, at, indicator);
  await page.getByRole('button', { name: 'Ghi quyết định nhân rộng' }).click();
  await page.getByRole('heading', { level: 1, name: plan.titleVi }).waitFor();
}

/** Every commune is required, those exempt by the decision apart. */
async function exempt(page: Page, plan: RolloutPlan): Promise<void> {
  await page.getByLabel('Mọi xã, thị trấn của huyện đều bắt buộc áp dụng').uncheck();
  for (const [at, { name }] of communes.entries()) {
    if (courseOf(plan, at) !== 'E') continue;
    await page.getByLabel(`Diện của ${name.vi}`, { exact: true }).selectOption('được miễn');
    await page.getByLabel(`Lý do của ${name.vi}`, { exact: true }).fill(EXEMPT_REASON);
  }
}

async function typeIndicator(page: Page, at: number, indicator: IndicatorPlan): Promise<void> {
  if (at > 0) await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
  const fields = page.getByRole('group', { name: `Chỉ tiêu ${String(at + 1)}` });
  await fields.getByLabel('Tên chỉ tiêu').fill(indicator.nameVi);
  await fields.getByLabel('Tên tiếng Anh').fill(indicator.nameEn);
  await fields.getByLabel('Đơn vị tính', { exact: true }).fill(indicator.unitVi);
  await fields.getByLabel('Đơn vị tính, tiếng Anh').fill(indicator.unitEn);
  await fields.getByLabel('Mã').fill(indicator.key);
  await fields.getByLabel('Cách cộng các kỳ').selectOption(indicator.aggregation);
  await fields.getByLabel('Chiều tốt lên').selectOption(indicator.direction);
  await fields.getByLabel('Mục tiêu').fill(indicator.target ?? '');
}

/** An officer takes the commune as far as it gets, with what shows it; the first also with a file. */
async function report(year: Year, plan: RolloutPlan, at: number): Promise<void> {
  const path = PATHS[courseOf(plan, at)];
  if (path.length === 0) return;
  const page = await year.at(officerAt(at), '/reports');
  await page.getByRole('link', { name: plan.titleVi }).click();
  for (const to of path) {
    await page.getByRole('radio', { name: WORDS[to] }).check();
    await page.getByLabel('Lý do').fill(REASONS_VI[to] ?? '');
    if (to === 'IN_USE') await prove(page, at);
    await page.getByRole('button', { name: 'Ghi tình hình' }).click();
    await page.getByText(`Đã ghi: ${WORDS[to]}.`).waitFor();
    await page.getByText(WORDS[to], { exact: true }).first().waitFor();
  }
}

async function prove(page: Page, at: number): Promise<void> {
  await page.getByLabel('Minh chứng', { exact: true }).first().fill('Biên bản kiểm tra thực tế tại bộ phận một cửa.');
  if (at > 0) return;
  const buffer = paper('Biên bản kiểm tra việc áp dụng', ['Bộ phận một cửa đang sử dụng thường xuyên.', 'Tài liệu minh họa.']);
  await page
    .getByLabel('Chụp ảnh hoặc chọn tệp')
    .last()
    .setInputFiles({ name: 'bien-ban-kiem-tra.pdf', mimeType: 'application/pdf', buffer });
  await page.getByText('Đã gửi: bien-ban-kiem-tra.pdf').waitFor();
}
