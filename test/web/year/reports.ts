import { type Page } from 'playwright-core';
import { localDate } from '#lib/kernel';
import { BY_VISIT, HOW_COUNTED, INSPECTED, counted } from '../../../apps/walkthrough/src/report.js';
import { courseOf } from '../../../apps/walkthrough/src/rollout.js';
import { type IndicatorPlan, rollouts } from '../../../apps/walkthrough/src/script/adoptions.js';
import { communeOfficers, communes } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Contest, DAY, confirm, today } from './acts.js';
import { type Year } from './people.js';
import { officerAt } from './rollout.js';

const GRACE_DAYS = 15;

interface Period {
  readonly name: string;
  readonly path: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The communes of today report, each going on with what those of the roll-outs had begun; the office returns one, approves all, and keeps a second source beside the first. */
export async function reportFigures(year: Year, contest: Contest): Promise<void> {
  const period = await openPeriod(year, contest);
  const units: string[] = [];
  for (const at of reporting) units.push(await give(year, period, at));
  const [first = '', second = ''] = units;
  await giveBack(year, period, first);
  for (const unit of units) await approve(year, period, unit);
  await recordInspection(year, period, second);
}

/** The places of the communes whose officers are those of a unit of today. */
const reporting = [...communes.keys()].filter((at) =>
  communeOfficers.some(({ unitCode, since2025 }) => unitCode === communes[at]?.gsoCode && since2025 !== undefined),
);

async function openPeriod(year: Year, contest: Contest): Promise<Period> {
  const endsOn = today(year);
  const [startsOn, month] = [`${endsOn.slice(0, 7)}-01`, endsOn.slice(5, 7)];
  const name = `Báo cáo tháng ${month} (cuộc thi năm ${String(contest.year)})`;
  const page = await year.at('organiser-2', '/reporting-periods');
  await page.getByRole('link', { name: 'Mở kỳ báo cáo' }).click();
  await page.getByLabel('Cơ quan mở kỳ').selectOption({ label: 'Huyện Hoài Đức' });
  for (const [label, text] of [
    ['Tên kỳ', name],
    ['Tên tiếng Anh', `Report of month ${month} (contest of ${String(contest.year)})`],
    ['Mã kỳ', `walkthrough-${String(contest.year)}`],
    ['Số liệu từ ngày', startsOn],
    ['Đến hết ngày', endsOn],
    ['Hạn gửi', localDate(new Date(year.contest.clock.now().getTime() + GRACE_DAYS * DAY))],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: 'Mở kỳ báo cáo' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return { name, path: new URL(page.url()).pathname, startsOn, endsOn };
}

/** An officer types the figures and sends them; returns the unit of today that they are of. */
async function give(year: Year, { name }: Period, at: number): Promise<string> {
  const page = await year.at(officerAt(at), '/reports');
  const line = page.getByRole('link', { name });
  const unit = await line.locator('.caption').first().innerText();
  await line.click();
  for (const plan of rollouts)
    if (['U', 'T'].includes(courseOf(plan, at))) for (const indicator of plan.indicators) await type(page, indicator, at);
  await send(page);
  return unit;
}

async function type(page: Page, { key, nameVi }: IndicatorPlan, at: number): Promise<void> {
  const figure = counted(key, at);
  if ('value' in figure) return page.getByLabel(nameVi).fill(figure.value);
  const ratio = page.getByRole('group', { name: nameVi });
  await ratio.getByLabel('Số đạt').fill(figure.numerator);
  await ratio.getByLabel('Trên tổng số').fill(figure.denominator);
}

/** What is not in use there yet is left blank, which is asked about. */
async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  const sent = page.getByText('Đã gửi báo cáo, chờ duyệt.');
  const anyway = page.getByRole('button', { name: 'Vẫn gửi báo cáo' });
  await sent.or(anyway).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await sent.waitFor();
}

async function giveBack(year: Year, period: Period, unit: string): Promise<void> {
  const office = await year.at('organiser-2', period.path);
  await office.getByRole('link', { name: unit }).click();
  await office.getByRole('button', { name: 'Trả lại để sửa' }).click();
  await confirm(office, 'Trả lại báo cáo', HOW_COUNTED);
  const page = await year.at(officerAt(reporting[0] ?? 0), '/reports');
  await page.getByRole('link', { name: period.name }).click();
  await page.getByText(HOW_COUNTED, { exact: true }).waitFor();
  await page.getByLabel('Ghi chú').fill(BY_VISIT);
  await send(page);
}

async function approve(year: Year, period: Period, unit: string): Promise<void> {
  const page = await year.at('organiser-2', period.path);
  await page.getByRole('link', { name: unit }).click();
  await page.getByRole('button', { name: 'Duyệt báo cáo' }).click();
  await page.getByText('Đã duyệt báo cáo.').waitFor();
}

/** An inspection finds another number; both are kept. */
async function recordInspection(year: Year, { startsOn, endsOn }: Period, unit: string): Promise<void> {
  const page = await year.at('organiser-2', '/rollouts');
  await page.getByRole('link', { name: rollouts[0]?.titleVi }).click();
  await page.getByRole('link', { name: 'Số liệu', exact: true }).click();
  await page.getByRole('button', { name: 'Đơn vị hiện nay' }).click();
  await page.getByRole('button', { name: 'Ghi số liệu của nguồn khác' }).click();
  const form = page.locator('form');
  await form.getByLabel('Đơn vị', { exact: true }).selectOption({ label: unit });
  await form.getByLabel('Số liệu từ ngày').fill(startsOn);
  await form.getByLabel('Đến hết ngày').fill(endsOn);
  await form.getByLabel(rollouts[0]?.indicators[0]?.unitVi ?? '', { exact: true }).fill(INSPECTED.value);
  await form.getByLabel('Loại nguồn').selectOption('INSPECTION');
  await form.getByLabel('Nguồn', { exact: true }).fill(INSPECTED.source);
  await form.getByLabel('Đã đối chiếu với nguồn').check();
  await form.getByRole('button', { name: 'Ghi số liệu' }).click();
  await page.getByText('Đã ghi số liệu.').waitFor();
  await page.getByText('hai nguồn khác nhau, giữ cả hai').waitFor();
}
