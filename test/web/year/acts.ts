import { type Page } from 'playwright-core';
import { localDate } from '#lib/kernel';
import { type Year } from './people.js';

/** A contest that is under way, and where the pages of its office lie. */
export interface Contest {
  readonly id: string;
  readonly year: number;
}

/** In the dialog that stands before the page: what it asks for in words, then the button that begins like this. Says what it says if it stays. */
export async function confirm(page: Page, button: string, reason?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  if (reason !== undefined) await dialog.getByRole('textbox').last().fill(reason);
  await dialog.getByRole('button', { name: new RegExp(`^${button}`) }).click();
  await dialog.waitFor({ state: 'detached' }).catch(async (cause: unknown) => {
    throw new Error(`The dialog stays: ${await dialog.innerText()}`, { cause });
  });
}

/** Goes on to the next phase by the page of the contest, unless its day had come and it went by itself. */
export async function enterPhase(year: Year, { id }: Contest, name: string): Promise<void> {
  const page = await year.at('organiser-1', `/contests/${id}/setup`);
  const standing = page.getByText(`Đang ở giai đoạn ${name}`, { exact: true });
  const step = page.getByRole('button', { name: `Chuyển sang: ${name}` });
  await standing.or(step).first().waitFor();
  if (await step.isVisible()) {
    await step.click();
    await confirm(page, `Chuyển sang: ${name}`);
  }
  await standing.waitFor();
}

/** Moves the clock of the server to this moment. */
export function moveTo({ contest }: Year, moment: Date): void {
  if (moment > contest.clock.now()) contest.clock.set(moment);
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** As a field for a day and a time has it, by the clock of the district. */
export const typedMoment = (moment: Date): string => new Date(moment.getTime() + 7 * 60 * MINUTE).toISOString().slice(0, 16);

/** The day by the clock of the server, as a field for a day has it. */
export const today = ({ contest }: Year): string => localDate(contest.clock.now());

/** As many people at a time as the browser does well with. */
export async function together<Item>(items: readonly Item[], play: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await play(item);
  };
  await Promise.all([lane(), lane(), lane()]);
}

/** The phase stands still for a while, with a reason, and goes on. */
export async function holdAndResume(year: Year, { id }: Contest): Promise<void> {
  const page = await year.at('organiser-1', `/contests/${id}/setup`);
  await page.getByRole('button', { name: 'Tạm giữ giai đoạn' }).click();
  await confirm(page, 'Tạm giữ', 'Chờ văn bản hướng dẫn của thành phố.');
  await page.getByText('Chờ văn bản hướng dẫn của thành phố.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cho tiếp tục' }).click();
  await confirm(page, 'Cho tiếp tục', 'Đã có văn bản hướng dẫn.');
  await page.getByRole('button', { name: 'Tạm giữ giai đoạn' }).waitFor();
}
